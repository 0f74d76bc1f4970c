#include "engine/study/statistics/error_of_measurement.h"

#include <algorithm>
#include <cmath>

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

bool near_the_cut(const std::vector<UnitScore>& units, double cut_percent, double reach) {
    if (units.size() < cases_to_draw_from) return false;
    UnitScore all;
    for (const UnitScore& unit : units) {
        all.scored += unit.scored;
        all.offered += unit.offered;
    }
    const auto own = percent(all);
    return own && std::fabs(*own - cut_percent) <= reach;
}

int draws_for(int people_near_the_cut) {
    constexpr int most = 400, least = 4, in_all = 50'000;
    return std::clamp(in_all / std::max(1, people_near_the_cut), least, most);
}

void CutErrorDraws::add(const std::vector<UnitScore>& units) {
    if (!near_the_cut(units, cut_, reach_)) return;
    drawn_.clear();
    for (int draw = 0; draw < draws_; ++draw) {
        UnitScore sum;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const UnitScore& unit = units[dice_.roll(units.size())];
            sum.scored += unit.scored;
            sum.offered += unit.offered;
        }
        if (const auto score = percent(sum)) drawn_.push_back(*score);
    }
    const auto variance = moments_of(drawn_).variance;
    if (!variance) return;
    ++people_;
    variances_ += *variance;
}

CutError CutErrorDraws::found() const {
    CutError found;
    found.people = people_;
    if (people_ > 0) found.error = std::sqrt(variances_ / people_);
    return found;
}

CutError error_at_cut(const std::vector<std::vector<UnitScore>>& people, double cut_percent, double reach,
                      std::uint64_t seed, int draws) {
    CutErrorDraws drawing(cut_percent, reach, seed, draws);
    for (const std::vector<UnitScore>& units : people) drawing.add(units);
    return drawing.found();
}

}  // namespace ntk
