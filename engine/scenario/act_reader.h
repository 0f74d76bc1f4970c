#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/draft.h"
#include "engine/text/fields.h"
#include "engine/text/shape.h"

namespace ntk {

// The words that stand for a part of a share: `none`, and for labels `as_graded`. Empty for parts without defaults.
std::vector<std::string> words_of_share(std::string_view part);

// What may be written under `share` of the defaults.
std::vector<FieldRow> share_default_rows();

// Reads `defaults`: what every share carries unless it says otherwise, and what follows every decision by itself.
void read_defaults(const Tree& tree, Draft& draft);

// Reads acts as the casework reader does; a share is then completed from the scenario's defaults, except for what the
// author took away with `labels: none` and the like.
std::vector<Act> read_scenario_acts(const Tree& list, Draft& draft, bool by_story);

}  // namespace ntk
