#pragma once

#include <vector>

#include "engine/scenario/draft.h"
#include "engine/text/fields.h"

namespace ntk {

// Reads `defaults`: what every share carries unless it says otherwise, and what follows every decision by itself.
void read_defaults(const Tree& tree, Draft& draft);

// Reads acts as the casework reader does; a share is then completed from the scenario's defaults, except for what the
// author took away with `labels: none` and the like.
std::vector<Act> read_scenario_acts(const Tree& list, Draft& draft, bool by_story);

}  // namespace ntk
