#include "engine/study/statistics/moments.h"

#include <algorithm>
#include <cmath>

namespace ntk {

Moments moments_of(const std::vector<double>& values) {
    Moments found;
    found.n = static_cast<int>(values.size());
    if (values.empty()) return found;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    // Equal figures have no spread at all; their sum divided by their number may not be exactly one of them.
    const bool equal = *least == *most;
    const double n = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values) sum += value;
    const double mean = equal ? *least : sum / n;
    found.mean = mean;
    double second = 0, third = 0, fourth = 0;
    for (const double value : values) {
        const double d = value - mean;
        second += d * d;
        third += d * d * d;
        fourth += d * d * d * d;
    }
    if (n < 2) return found;
    const double variance = second / (n - 1);
    found.variance = variance;
    found.sd = std::sqrt(variance);
    if (equal || n < 3) return found;
    const double m2 = second / n;
    found.skewness = n * n / ((n - 1) * (n - 2)) * (third / n) / (variance * *found.sd);
    if (n < 4) return found;
    const double k4 = n * n / ((n - 1) * (n - 2) * (n - 3)) * ((n + 1) * (fourth / n) - 3 * (n - 1) * m2 * m2);
    found.kurtosis = k4 / (variance * variance);
    return found;
}

}  // namespace ntk
