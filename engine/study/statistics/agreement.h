#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/study/statistics/interval.h"

namespace ntk {

// Agreement of two sets of ratings in bands 0 to `bands` - 1 beyond what chance gives, where a miss by two bands counts
// four times a miss by one: Cohen's kappa with quadratic weights. Missing for no ratings, one band, a rating outside,
// or where chance leaves nothing to agree about (both put everything into the same band).
std::optional<double> weighted_kappa(const std::vector<int>& first, const std::vector<int>& second, int bands);

// Ratings of one thing by several judges; who did not rate it is left out.
using Ratings = std::vector<int>;

// How distances between ratings count: by rank, or by the difference of the numbers.
enum class Scale { ordinal, interval };

// Krippendorff's alpha: agreement of any number of judges, some ratings missing, beyond what chance gives. Things rated
// by fewer than two do not count. Missing when nothing is left or all ratings are the same.
std::optional<double> krippendorff_alpha(const std::vector<Ratings>& things, Scale scale);

// An interval of 95% by drawing the things anew: `of` works the figure out from those drawn (by their numbers). Draws
// for which it is missing are left out. Missing under five things, or when more than half of the draws say nothing.
std::optional<Interval> drawn_interval(std::size_t things, std::uint64_t seed, int draws,
                                       const std::function<std::optional<double>(const std::vector<std::size_t>&)>& of);

}  // namespace ntk
