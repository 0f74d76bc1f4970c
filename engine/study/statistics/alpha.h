#pragma once

#include <optional>
#include <vector>

#include "engine/study/statistics/interval.h"

namespace ntk {

// One row for each person, one column for each unit; all rows as long as the first.
using ScoreTable = std::vector<std::vector<double>>;

// Cronbach's alpha: how far the units agree about who does well. 1 is complete agreement; it may come out below 0,
// which says that they do not agree at all. The units are whole cases: decisions of one story hang together and would
// make it look better than it is. Missing under two people or two units, or when all totals are equal.
std::optional<double> cronbach_alpha(const ScoreTable& scores);

// Feldt's interval of 95% for alpha, with n - 1 and (n - 1)(k - 1) degrees of freedom. Missing as alpha is.
std::optional<Interval> alpha_interval(double alpha, int people, int units);

// The same with degrees of freedom as given: R's statpsych takes n(k - 1) for the second.
std::optional<Interval> alpha_interval_df(double alpha, double df1, double df2);

}  // namespace ntk
