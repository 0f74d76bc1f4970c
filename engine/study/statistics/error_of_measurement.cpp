#include "engine/study/statistics/error_of_measurement.h"

#include <cmath>

#include "engine/study/dice.h"
#include "engine/study/statistics/moments.h"

namespace ntk {

namespace {

constexpr std::size_t cases_to_draw_from = 4;

std::optional<double> percent(const UnitScore& sum) {
    return sum.offered > 0 ? std::optional(100 * sum.scored / sum.offered) : std::nullopt;
}

}  // namespace

std::optional<double> standard_error(double sd, double alpha) {
    if (!(sd >= 0) || !(alpha <= 1)) return std::nullopt;
    return sd * std::sqrt(1 - alpha);
}

std::optional<double> error_ratio(double alpha) { return standard_error(100, alpha); }

std::optional<double> lord_error(double score, int parts) {
    if (parts < 2 || !(score >= 0) || score > parts) return std::nullopt;
    return std::sqrt(score * (parts - score) / (parts - 1));
}

CutError error_at_cut(const std::vector<std::vector<UnitScore>>& people, double cut_percent, double reach,
                      std::uint64_t seed, int draws) {
    CutError found;
    Dice dice(seed);
    double variances = 0;
    for (const std::vector<UnitScore>& units : people) {
        if (units.size() < cases_to_draw_from) continue;
        UnitScore all;
        for (const UnitScore& unit : units) {
            all.scored += unit.scored;
            all.offered += unit.offered;
        }
        const auto own = percent(all);
        if (!own || std::fabs(*own - cut_percent) > reach) continue;
        std::vector<double> drawn;
        for (int draw = 0; draw < draws; ++draw) {
            UnitScore sum;
            for (std::size_t i = 0; i < units.size(); ++i) {
                const UnitScore& unit = units[dice.roll(units.size())];
                sum.scored += unit.scored;
                sum.offered += unit.offered;
            }
            if (const auto score = percent(sum)) drawn.push_back(*score);
        }
        const auto variance = moments_of(drawn).variance;
        if (!variance) continue;
        ++found.people;
        variances += *variance;
    }
    if (found.people > 0) found.error = std::sqrt(variances / found.people);
    return found;
}

}  // namespace ntk
