#include "engine/study/statistics/decision_consistency.h"

#include <algorithm>
#include <cmath>

namespace ntk {

namespace {

// What persons, units and their interplay add to the spread of a table: mean squares of a two-way table.
struct MeanSquares {
    double mean = 0, persons = 0, units = 0, rest = 0;
};

MeanSquares mean_squares(const ScoreTable& table) {
    const std::size_t n = table.size(), k = table.front().size();
    const double people = static_cast<double>(n), parts = static_cast<double>(k);
    MeanSquares found;
    std::vector<double> by_person(n), by_unit(k);
    for (std::size_t p = 0; p < n; ++p)
        for (std::size_t i = 0; i < k; ++i) {
            by_person[p] += table[p][i] / parts;
            by_unit[i] += table[p][i] / people;
            found.mean += table[p][i] / (people * parts);
        }
    for (const double mean : by_person) found.persons += parts * (mean - found.mean) * (mean - found.mean);
    for (const double mean : by_unit) found.units += people * (mean - found.mean) * (mean - found.mean);
    for (std::size_t p = 0; p < n; ++p)
        for (std::size_t i = 0; i < k; ++i) {
            const double left = table[p][i] - by_person[p] - by_unit[i] + found.mean;
            found.rest += left * left;
        }
    found.persons /= people - 1;
    found.units /= parts - 1;
    found.rest /= (people - 1) * (parts - 1);
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
    if (shares.size() < 2 || shares.front().size() < 2) return std::nullopt;
    for (const auto& row : shares)
        if (row.size() != shares.front().size()) return std::nullopt;
    const double n = static_cast<double>(shares.size()), k = static_cast<double>(shares.front().size());
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
