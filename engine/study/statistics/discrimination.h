#pragma once

#include <optional>
#include <vector>

#include "engine/study/statistics/running_pair.h"

namespace ntk {

// Whether those who did well on the rest also did well here: 100 times the correlation of the score at one place with
// the score on everything else. Missing, not 0, where one of the two does not vary.
std::optional<double> discrimination(const RunningPair& score_and_rest);

// The same as a share of the largest covariance that these very scores could have had: both in order of size. 100 when
// they are in the same order already. Missing where no order would give a covariance above 0.
std::optional<double> discriminative_efficiency(const std::vector<double>& scores, const std::vector<double>& rest);

// The same for pairs of which some are had by many.
struct CountedPair {
    double score = 0, rest = 0;
    int count = 0;
};
std::optional<double> discriminative_efficiency(const std::vector<CountedPair>& pairs);

// The correlation for a score of 0 or 1, from the two means: (M1 - M0) / s * sqrt(pq). Missing when all or none scored,
// or the rest does not vary.
std::optional<double> point_biserial(const std::vector<bool>& scored, const std::vector<double>& rest);

// Kelley's D: the share scored by the 27% with the highest rest less that of the 27% with the lowest. Ties at the edge
// count in part. Missing under 30 people.
std::optional<double> upper_lower_difference(const std::vector<double>& shares, const std::vector<double>& rest);

}  // namespace ntk
