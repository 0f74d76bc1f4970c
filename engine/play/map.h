#pragma once

#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/play/page.h"

namespace ntk {

// The scenes a scene can lead to, each once, in the author's order; "end" stands for the end of the case.
std::vector<std::string> next_scenes(const Node& node);

// The scenes that can be come to, each before those it leads to, as far as there is no circle.
std::vector<const Node*> scenes_in_order(const Scenario& scenario);

// How many decisions the longest way through a case has. A way that leads back to itself is followed once.
int longest_way(const Scenario& scenario);

// The map of a case with the learner's path: scenes in columns by how many steps lead to them.
std::vector<MapNode> map_of(const Attempt& attempt);

}  // namespace ntk
