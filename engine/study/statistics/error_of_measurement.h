#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/study/dice.h"

namespace ntk {

// How far a score would move if the same person took another form like this one: s * sqrt(1 - alpha), in the units of
// the score. Missing for a spread below 0 or an alpha above 1. An alpha below 0 gives more than the spread: shown so.
std::optional<double> standard_error(double sd, double alpha);

// The same as a share of the spread, in percent: 100 * sqrt(1 - alpha).
std::optional<double> error_ratio(double alpha);

// Lord's error at one score of a test of k parts that are right or wrong: sqrt(x (k - x) / (k - 1)). Missing under two
// parts or for a score outside 0 to k.
std::optional<double> lord_error(double score, int parts);

// What one case gave: how much was scored and how much was to be had.
struct UnitScore {
    double scored = 0, offered = 0;
};

// The error of the percentages near a cut, by drawing cases: for each person within `reach` points of the cut, as many
// cases as they took are drawn again and again with replacement, and the percentage is worked out anew; the error is
// the root of the mean variance. Missing under four cases (too few to draw from), when nobody is near the cut, or when
// nothing is offered. The same seed draws the same cases.
struct CutError {
    std::optional<double> error;  // in points of a hundred
    int people = 0;               // near the cut
};

// Takes people one by one; those who are not near the cut are passed over.
class CutErrorDraws {
  public:
    CutErrorDraws(double cut_percent, double reach, std::uint64_t seed, int draws)
        : cut_(cut_percent), reach_(reach), dice_(seed), draws_(draws) {}

    void add(const std::vector<UnitScore>& units);
    CutError found() const;

  private:
    double cut_, reach_;
    Dice dice_;
    int draws_;
    int people_ = 0;
    double variances_ = 0;
    std::vector<double> drawn_;
};

// Whether there is enough to draw from and the percentage over all units is within `reach` points of the cut.
bool near_the_cut(const std::vector<UnitScore>& units, double cut_percent, double reach);

// How often to draw for each of so many people: 400 times for up to 125, and then so much less that it comes to
// 50,000 draws in all, never under four: the mean over many needs no exact figure of each. The variance of few draws
// is right on average, and 50,000 leave the error uncertain by a third of a percent of itself.
int draws_for(int people_near_the_cut);

CutError error_at_cut(const std::vector<std::vector<UnitScore>>& people, double cut_percent, double reach,
                      std::uint64_t seed, int draws = 400);

}  // namespace ntk
