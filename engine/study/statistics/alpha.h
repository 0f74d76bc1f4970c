#pragma once

#include <optional>
#include <vector>

#include "engine/study/statistics/interval.h"
#include "engine/study/statistics/joint_spread.h"

namespace ntk {

// One row for each person, one column for each unit; all rows as long as the first.
using ScoreTable = std::vector<std::vector<double>>;

// Cronbach's alpha: how far the units agree about who does well. 1 is complete agreement; it may come out below 0,
// which says that they do not agree at all. The units are whole cases: decisions of one story hang together and would
// make it look better than it is. Missing under two people or two units, or when all totals are equal.
std::optional<double> cronbach_alpha(const ScoreTable& scores);

// The same from how the units spread and the variance of the totals, which may have been taken apart from it, so that
// totals that are all equal are seen to be.
std::optional<double> cronbach_alpha(const JointSpread& units, double variance_of_totals);

// How the columns of a table spread; nothing when there are no rows, or they are not all as long as the first.
std::optional<JointSpread> joint_spread(const ScoreTable& table);

// Feldt's interval of 95% for alpha, with n - 1 and (n - 1)(k - 1) degrees of freedom. Missing as alpha is.
std::optional<Interval> alpha_interval(double alpha, int people, int units);

// The same with degrees of freedom as given: R's statpsych takes n(k - 1) for the second.
std::optional<Interval> alpha_interval_df(double alpha, double df1, double df2);

}  // namespace ntk
