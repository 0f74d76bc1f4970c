#include "engine/study/statistics/growth.h"

#include <cmath>

#include "engine/study/statistics/distributions.h"
#include "engine/study/statistics/moments.h"

namespace ntk {

Growth paired_growth(const std::vector<double>& before, const std::vector<double>& after) {
    Growth growth;
    if (before.size() != after.size()) return growth;
    std::vector<double> moved;
    for (std::size_t i = 0; i < before.size(); ++i) moved.push_back(after[i] - before[i]);
    const Moments spread = moments_of(moved);
    growth.people = spread.n;
    growth.mean = spread.mean;
    growth.sd = spread.sd;
    if (!spread.sd || *spread.sd <= 0) return growth;
    const double half = *t_quantile(0.975, spread.n - 1) * *spread.sd / std::sqrt(static_cast<double>(spread.n));
    growth.interval = Interval{*spread.mean - half, *spread.mean + half};
    return growth;
}

}  // namespace ntk
