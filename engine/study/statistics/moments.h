#pragma once

#include <optional>
#include <vector>

namespace ntk {

// How some figures are spread. Each part needs so many figures and is missing below that: the mean one, variance two,
// skewness three, kurtosis four; skewness and kurtosis also need the figures to differ. (The k-statistics of Moodle's
// published quiz statistics: n - 1 variance, k3 / k2^(3/2), k4 / k2^2.)
struct Moments {
    int n = 0;
    std::optional<double> mean, variance, sd, skewness, kurtosis;
};

// A figure and how many have it.
struct CountedFigure {
    double value = 0;
    int count = 0;
};

// Two passes in the order given: first the mean, then the distances from it.
Moments moments_of(const std::vector<double>& values);
Moments moments_of_counted(const std::vector<CountedFigure>& values);

}  // namespace ntk
