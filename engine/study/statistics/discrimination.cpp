#include "engine/study/statistics/discrimination.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/study/statistics/moments.h"

namespace ntk {

namespace {

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

std::optional<double> discriminative_efficiency(const std::vector<double>& scores, const std::vector<double>& rest) {
    if (scores.size() != rest.size()) return std::nullopt;
    std::vector<CountedPair> pairs;
    for (std::size_t i = 0; i < scores.size(); ++i) pairs.push_back({scores[i], rest[i], 1});
    return discriminative_efficiency(pairs);
}

std::optional<double> discriminative_efficiency(const std::vector<CountedPair>& pairs) {
    RunningPair now, best;
    std::vector<CountedFigure> scores, rest;
    for (const CountedPair& pair : pairs) {
        now.add(pair.score, pair.rest, pair.count);
        scores.push_back({pair.score, pair.count});
        rest.push_back({pair.rest, pair.count});
    }
    const auto by_value = [](const CountedFigure& a, const CountedFigure& b) { return a.value < b.value; };
    std::sort(scores.begin(), scores.end(), by_value);
    std::sort(rest.begin(), rest.end(), by_value);
    // Both in order of size, side by side: the next pair lasts as long as neither of the two changes.
    for (std::size_t i = 0, j = 0; i < scores.size() && j < rest.size();) {
        const int both = std::min(scores[i].count, rest[j].count);
        best.add(scores[i].value, rest[j].value, both);
        if ((scores[i].count -= both) <= 0) ++i;
        if ((rest[j].count -= both) <= 0) ++j;
    }
    const auto as_it_is = now.covariance(), at_most = best.covariance();
    if (!as_it_is || !at_most || *at_most <= 0) return std::nullopt;
    return std::clamp(100 * *as_it_is / *at_most, -100.0, 100.0);
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
