#include "engine/study/statistics/decision_consistency.h"

#include <algorithm>
#include <cmath>

namespace ntk {

namespace {

// What persons, units and their interplay add to the spread of a table: mean squares of a two-way table.
struct MeanSquares {
    double mean = 0, persons = 0, units = 0, rest = 0;
};

MeanSquares mean_squares(const JointSpread& table) {
    const std::size_t k = table.figures();
    const double people = table.people(), parts = static_cast<double>(k);
    MeanSquares found;
    double variances = 0;
    for (std::size_t i = 0; i < k; ++i) {
        found.mean += table.mean(i) / parts;
        variances += table.covariance(i, i);
    }
    for (std::size_t i = 0; i < k; ++i)
        found.units += people * (table.mean(i) - found.mean) * (table.mean(i) - found.mean) / (parts - 1);
    // A person's mean over k units is a k-th of their sum, and what neither persons nor units account for is what is
    // left of the units' own variances.
    found.persons = table.variance_of_sum() / parts;
    found.rest = (variances - found.persons) / (parts - 1);
    return found;
}

constexpr double nothing = 1e-12;  // less spread than this is rounding

}  // namespace

std::optional<double> livingston(double alpha, double variance, double mean, double cut) {
    const double distance = (mean - cut) * (mean - cut);
    if (!(variance + distance > 0)) return std::nullopt;
    return (alpha * variance + distance) / (variance + distance);
}

std::optional<double> phi_lambda(const ScoreTable& shares, double cut) {
    const auto spread = joint_spread(shares);
    return spread ? phi_lambda(*spread, cut) : std::nullopt;
}

std::optional<double> phi_lambda(const JointSpread& shares, double cut) {
    if (shares.people() < 2 || shares.figures() < 2) return std::nullopt;
    const double n = shares.people(), k = static_cast<double>(shares.figures());
    const MeanSquares squares = mean_squares(shares);
    // An estimate of a variance below 0 stands for none.
    const double of_persons = std::max(0.0, (squares.persons - squares.rest) / k);
    const double of_units = std::max(0.0, (squares.units - squares.rest) / n);
    const double error = (of_units + squares.rest) / k;
    const double of_mean = of_persons / n + of_units / k + squares.rest / (n * k);
    const double distance = std::max(0.0, (squares.mean - cut) * (squares.mean - cut) - of_mean);
    const double whole = of_persons + distance + error;
    return whole > nothing ? std::optional((of_persons + distance) / whole) : std::nullopt;
}

std::optional<double> share_near_cut(const std::vector<double>& scores, double cut, double error) {
    if (scores.empty() || !(error >= 0)) return std::nullopt;
    const auto near =
        std::count_if(scores.begin(), scores.end(), [&](double score) { return std::fabs(score - cut) <= error; });
    return static_cast<double>(near) / static_cast<double>(scores.size());
}

}  // namespace ntk
