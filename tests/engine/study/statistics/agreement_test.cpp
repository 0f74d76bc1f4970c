#include "engine/study/statistics/agreement.h"

#include <algorithm>

#include "tests/support/catch.h"

using namespace ntk;

// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C: four observers, twelve things, some
// ratings missing. Published: ordinal 0.815, interval 0.849.
TEST_CASE("Krippendorff's alpha of his own example") {
    const std::vector<Ratings> things = {{1, 1, 1},    {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},
                                         {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1},
                                         {2, 2, 2, 2}, {5, 5, 5},    {1, 1},       {3}};
    CHECK(*krippendorff_alpha(things, Scale::ordinal) == Approx(0.815).margin(5e-4));
    CHECK(*krippendorff_alpha(things, Scale::interval) == Approx(0.849).margin(5e-4));
}

TEST_CASE("agreement of many is missing where nobody could disagree") {
    CHECK_FALSE(krippendorff_alpha({}, Scale::ordinal));
    CHECK_FALSE(krippendorff_alpha({{1}, {2}}, Scale::ordinal));
    CHECK_FALSE(krippendorff_alpha({{2, 2}, {2, 2}}, Scale::ordinal));
    CHECK(*krippendorff_alpha({{1, 1}, {2, 2}}, Scale::ordinal) == Approx(1));
}

TEST_CASE("quadratic weighted kappa, hand-worked") {
    // Pairs 0-0, 1-1, 2-2, 0-1: mean square 1/4. Margins 2/4 1/4 1/4 and 1/4 2/4 1/4:
    // by chance (2*2 + 2*1*4 + 1*1 + 1*1 + 1*1*4 + 1*2) / 16 = 20/16.
    CHECK(*weighted_kappa({0, 1, 2, 0}, {0, 1, 2, 1}, 3) == Approx(1 - 0.25 / (20.0 / 16)));
    CHECK(*weighted_kappa({0, 1, 2}, {0, 1, 2}, 3) == Approx(1));
    CHECK(*weighted_kappa({0, 2}, {2, 0}, 3) == Approx(-1));
}

TEST_CASE("kappa is missing for no ratings, one band, and margins that leave nothing open") {
    CHECK_FALSE(weighted_kappa({}, {}, 3));
    CHECK_FALSE(weighted_kappa({0}, {0}, 1));
    CHECK_FALSE(weighted_kappa({1, 1}, {1, 1}, 3));
    CHECK_FALSE(weighted_kappa({0, 3}, {0, 1}, 3));
    CHECK_FALSE(weighted_kappa({0}, {0, 1}, 3));
    CHECK(*weighted_kappa({1, 1}, {0, 2}, 3) == Approx(0));
}

TEST_CASE("an interval by drawing is the same for the same seed and holds the figure of all") {
    const std::vector<double> values = {1, 2, 3, 4, 5, 6, 7, 8};
    const auto mean = [&](const std::vector<std::size_t>& drawn) -> std::optional<double> {
        double sum = 0;
        for (const std::size_t i : drawn) sum += values[i];
        return sum / static_cast<double>(drawn.size());
    };
    const auto found = drawn_interval(values.size(), 3, 1000, mean);
    // The mean of eight has a standard error of sqrt(5.25 / 8) = 0.81.
    CHECK(found->low == Approx(4.5 - 1.96 * 0.81).margin(0.25));
    CHECK(found->high == Approx(4.5 + 1.96 * 0.81).margin(0.25));
    CHECK(drawn_interval(values.size(), 3, 1000, mean)->low == found->low);
    CHECK_FALSE(drawn_interval(4, 3, 1000, mean));
    CHECK_FALSE(drawn_interval(8, 3, 1000, [](const auto&) { return std::optional<double>(); }));
}
