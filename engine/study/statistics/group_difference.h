#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/study/statistics/interval.h"

namespace ntk {

// Those of two groups who did equally well over all, by how they did at one decision.
struct MatchedCounts {
    int reference_right = 0, reference_wrong = 0, focal_right = 0, focal_wrong = 0;
};

// Whether a decision is harder for one group than for people of another group who do equally well over all (Mantel and
// Haenszel 1959). A screen for texts to look at again, never a finding about people.
struct GroupDifference {
    std::optional<double> odds_ratio;       // above 1: easier for the reference group
    std::optional<Interval> odds_interval;  // Robins, Breslow and Greenland 1986
    std::optional<double> delta;       // -2.35 ln(odds ratio), the scale of ETS; below 0: harder for the focal group
    std::optional<double> chi_square;  // with continuity correction
    std::string grade;                 // ETS: "A" negligible, "B" moderate, "C" large; empty when not worked out
    bool hidden = false;               // a cell under ten: nothing is worked out
};

// Each of the four sums over all bands has to be ten or more.
GroupDifference mantel_haenszel(const std::vector<MatchedCounts>& bands, int least_in_cell = 10);

}  // namespace ntk
