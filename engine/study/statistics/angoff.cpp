#include "engine/study/statistics/angoff.h"

#include <cmath>

#include "engine/study/statistics/moments.h"

namespace ntk {

std::optional<AngoffCut> angoff_cut(const ScoreTable& ratings, const std::vector<double>& most) {
    if (ratings.empty() || most.empty()) return std::nullopt;
    AngoffCut found;
    for (const std::vector<double>& judge : ratings) {
        if (judge.size() != most.size()) return std::nullopt;
        double sum = 0;
        for (std::size_t i = 0; i < most.size(); ++i) sum += judge[i] * most[i];
        found.judges.push_back(sum);
    }
    const Moments spread = moments_of(found.judges);
    found.cut = *spread.mean;
    if (spread.sd) found.error = *spread.sd / std::sqrt(static_cast<double>(ratings.size()));
    return found;
}

}  // namespace ntk
