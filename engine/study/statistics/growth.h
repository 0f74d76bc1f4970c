#pragma once

#include <optional>
#include <vector>

#include "engine/study/statistics/interval.h"

namespace ntk {

// How far the same people moved between two times.
struct Growth {
    int people = 0;
    std::optional<double> mean;        // of the differences, later less earlier
    std::optional<double> sd;          // of the differences
    std::optional<Interval> interval;  // 95%, Student's t; missing under two people or when all moved equally far
};

// `before` and `after` hold the same people in the same order; lists of different length give nothing.
Growth paired_growth(const std::vector<double>& before, const std::vector<double>& after);

}  // namespace ntk
