#include "engine/study/statistics/discrimination.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/study/statistics/moments.h"

namespace ntk {

namespace {

RunningPair paired(const std::vector<double>& x, const std::vector<double>& y) {
    RunningPair pair;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) pair.add(x[i], y[i]);
    return pair;
}

constexpr double tail = 0.27;  // Kelley 1939
constexpr int people_for_tails = 30;

// The mean of `shares` over the first `people` of an order; people who tie with the last of them count in part.
double mean_of_first(const std::vector<double>& shares, const std::vector<double>& rest,
                     const std::vector<std::size_t>& order, double people) {
    double sum = 0, left = people;
    for (std::size_t i = 0; i < order.size() && left > 0;) {
        double tied = 0, theirs = 0;
        const double value = rest[order[i]];
        for (; i < order.size() && rest[order[i]] == value; ++i, ++tied) theirs += shares[order[i]];
        const double taken = std::min(tied, left);
        sum += theirs * taken / tied;
        left -= taken;
    }
    return sum / people;
}

}  // namespace

std::optional<double> discrimination(const RunningPair& score_and_rest) {
    const auto correlation = score_and_rest.correlation();
    return correlation ? std::optional(100 * *correlation) : std::nullopt;
}

std::optional<double> discriminative_efficiency(std::vector<double> scores, std::vector<double> rest) {
    if (scores.size() != rest.size()) return std::nullopt;
    const auto now = paired(scores, rest).covariance();
    std::sort(scores.begin(), scores.end());
    std::sort(rest.begin(), rest.end());
    const auto best = paired(scores, rest).covariance();
    if (!now || !best || *best <= 0) return std::nullopt;
    return std::clamp(100 * *now / *best, -100.0, 100.0);
}

std::optional<double> point_biserial(const std::vector<bool>& scored, const std::vector<double>& rest) {
    if (scored.size() != rest.size()) return std::nullopt;
    const Moments spread = moments_of(rest);
    double with = 0, without = 0, sum_with = 0, sum_without = 0;
    for (std::size_t i = 0; i < scored.size(); ++i) {
        (scored[i] ? with : without) += 1;
        (scored[i] ? sum_with : sum_without) += rest[i];
    }
    if (with == 0 || without == 0 || !spread.variance || *spread.variance <= 0) return std::nullopt;
    const double n = with + without;
    const double s = std::sqrt(*spread.variance * (n - 1) / n);
    return (sum_with / with - sum_without / without) / s * std::sqrt(with / n * (without / n));
}

std::optional<double> upper_lower_difference(const std::vector<double>& shares, const std::vector<double>& rest) {
    if (shares.size() != rest.size() || shares.size() < people_for_tails) return std::nullopt;
    std::vector<std::size_t> order(rest.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] < rest[b]; });
    const double people = tail * static_cast<double>(order.size());
    const double lower = mean_of_first(shares, rest, order, people);
    std::reverse(order.begin(), order.end());
    return mean_of_first(shares, rest, order, people) - lower;
}

}  // namespace ntk
