#include "engine/study/statistics/agreement.h"

#include <algorithm>
#include <map>

#include "engine/study/dice.h"

namespace ntk {

std::optional<double> weighted_kappa(const std::vector<int>& first, const std::vector<int>& second, int bands) {
    if (first.empty() || first.size() != second.size() || bands < 2) return std::nullopt;
    std::vector<double> by_first(static_cast<std::size_t>(bands)), by_second(static_cast<std::size_t>(bands));
    const double n = static_cast<double>(first.size());
    double seen = 0;  // the mean squared distance; the weights' common divisor falls out
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] < 0 || first[i] >= bands || second[i] < 0 || second[i] >= bands) return std::nullopt;
        const double apart = first[i] - second[i];
        seen += apart * apart / n;
        by_first[static_cast<std::size_t>(first[i])] += 1 / n;
        by_second[static_cast<std::size_t>(second[i])] += 1 / n;
    }
    double by_chance = 0;
    for (int a = 0; a < bands; ++a)
        for (int b = 0; b < bands; ++b)
            by_chance +=
                (a - b) * (a - b) * by_first[static_cast<std::size_t>(a)] * by_second[static_cast<std::size_t>(b)];
    return by_chance > 0 ? std::optional(1 - seen / by_chance) : std::nullopt;
}

std::optional<double> krippendorff_alpha(const std::vector<Ratings>& things, Scale scale) {
    std::map<int, double> total;  // how often each rating stands in a pair
    for (const Ratings& ratings : things)
        if (ratings.size() >= 2)
            for (const int rating : ratings) total[rating] += 1;
    double all = 0;
    for (const auto& [rating, count] : total) all += count;
    const auto distance = [&](int a, int b) {
        if (scale == Scale::interval) return static_cast<double>(a - b) * (a - b);
        double between = 0;
        for (auto it = total.find(std::min(a, b)); it != total.end() && it->first <= std::max(a, b); ++it)
            between += it->second;
        between -= (total[a] + total[b]) / 2;
        return a == b ? 0.0 : between * between;
    };
    double seen = 0, by_chance = 0;
    for (const Ratings& ratings : things)
        for (std::size_t i = 0; ratings.size() >= 2 && i < ratings.size(); ++i)
            for (std::size_t j = 0; j < ratings.size(); ++j)
                seen += distance(ratings[i], ratings[j]) / static_cast<double>(ratings.size() - 1);
    for (const auto& a : total)
        for (const auto& b : total) by_chance += a.second * b.second * distance(a.first, b.first);
    if (!(by_chance > 0)) return std::nullopt;
    return 1 - (all - 1) * seen / by_chance;
}

std::optional<Interval> drawn_interval(
    std::size_t things, std::uint64_t seed, int draws,
    const std::function<std::optional<double>(const std::vector<std::size_t>&)>& of) {
    constexpr std::size_t least_things = 5;
    if (things < least_things || draws < 40) return std::nullopt;
    Dice dice(seed);
    std::vector<double> figures;
    std::vector<std::size_t> drawn(things);
    for (int draw = 0; draw < draws; ++draw) {
        for (std::size_t& one : drawn) one = dice.roll(things);
        if (const auto figure = of(drawn)) figures.push_back(*figure);
    }
    if (figures.size() * 2 < static_cast<std::size_t>(draws)) return std::nullopt;
    std::sort(figures.begin(), figures.end());
    const std::size_t edge = figures.size() / 40;
    return Interval{figures[edge], figures[figures.size() - 1 - edge]};
}

}  // namespace ntk
