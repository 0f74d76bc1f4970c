#include "engine/study/statistics/moments.h"

#include <algorithm>
#include <cmath>

namespace ntk {

namespace {

double value_of(double value) { return value; }
double value_of(const CountedFigure& one) { return one.value; }
int count_of(double) { return 1; }
int count_of(const CountedFigure& one) { return one.count; }

template <class T>
Moments moments(const std::vector<T>& values) {
    Moments found;
    double sum = 0, least = 0, most = 0;
    for (const T& one : values) {
        if (count_of(one) <= 0) continue;
        least = found.n == 0 ? value_of(one) : std::min(least, value_of(one));
        most = found.n == 0 ? value_of(one) : std::max(most, value_of(one));
        found.n += count_of(one);
        sum += count_of(one) * value_of(one);
    }
    if (found.n == 0) return found;
    // Equal figures have no spread at all; their sum divided by their number may not be exactly one of them.
    const bool equal = least == most;
    const double n = found.n;
    const double mean = equal ? least : sum / n;
    found.mean = mean;
    double second = 0, third = 0, fourth = 0;
    for (const T& one : values) {
        const double d = value_of(one) - mean;
        second += count_of(one) * (d * d);
        third += count_of(one) * (d * d * d);
        fourth += count_of(one) * (d * d * d * d);
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

}  // namespace

Moments moments_of(const std::vector<double>& values) { return moments(values); }
Moments moments_of_counted(const std::vector<CountedFigure>& values) { return moments(values); }

}  // namespace ntk
