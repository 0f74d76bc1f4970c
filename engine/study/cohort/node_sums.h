#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/study/cohort/cohort.h"

namespace ntk {

// What was counted at a scene, added up.
struct OptionSums {
    int picked = 0;
    double scored = 0, offered = 0;  // in whole units: below 2^53, so exact
    std::array<int, 3> bands = {};   // how often it came out in each DecisionBand
};
struct NodeSums {
    int met = 0;
    double scored = 0, offered = 0;
    std::vector<OptionSums> options;  // as they stand in the scene
};

NodeSums sums_of(const Cohort::NodeSeen& node);

// What people of a cell scored on the rest of the case, as a share of what was offered there; missing if nothing was.
std::optional<double> rest_of(const Cohort::CaseSeen& seen, const DecisionCell& cell);

}  // namespace ntk
