#pragma once

#include <optional>
#include <vector>

#include "engine/study/statistics/alpha.h"

namespace ntk {

// How far a decision at a cut would come out the same on another form (Livingston 1972): (alpha s^2 + (m - C)^2) over
// (s^2 + (m - C)^2). Far from the cut it is near 1 even where alpha is low. Missing when nobody differs and all stand
// at the cut.
std::optional<double> livingston(double alpha, double variance, double mean, double cut);

// The dependability of decisions at a cut (Brennan and Kane 1977), phi of lambda, for cases drawn from many and scored
// as shares of 1. It also counts how hard the cases happen to be. Missing under two people or two cases, or where
// nothing varies and the mean is at the cut.
std::optional<double> phi_lambda(const ScoreTable& shares, double cut);
std::optional<double> phi_lambda(const JointSpread& shares, double cut);

// How many are so near to the cut that chance may have decided: within one error of it, as a share of all.
std::optional<double> share_near_cut(const std::vector<double>& scores, double cut, double error);

}  // namespace ntk
