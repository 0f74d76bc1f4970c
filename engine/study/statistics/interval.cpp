#include "engine/study/statistics/interval.h"

#include <algorithm>
#include <cmath>

#include "engine/study/statistics/distributions.h"

namespace ntk {

std::optional<Interval> wilson_interval(int successes, int people) {
    if (people <= 0 || successes < 0 || successes > people) return std::nullopt;
    const double n = people;
    const double p = successes / n;
    const double z2 = z_975 * z_975;
    const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z_975 / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return Interval{successes == 0 ? 0.0 : std::max(0.0, middle - half),
                    successes == people ? 1.0 : std::min(1.0, middle + half)};
}

}  // namespace ntk
