#include "engine/study/statistics/alpha.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("Cronbach's alpha of a hand-worked table") {
    // Columns 2 4 3 1 and 3 5 3 1: variances 5/3 and 8/3; totals 5 9 6 2: variance 25/3. alpha = 2 (1 - 13/25).
    CHECK(*cronbach_alpha({{2, 3}, {4, 5}, {3, 3}, {1, 1}}) == Approx(0.96));
    // The same column twice is complete agreement.
    CHECK(*cronbach_alpha({{1, 1}, {2, 2}, {4, 4}}) == Approx(1));
    // Units that pull against each other: below 0, and said so. Variances 1, 1/4 of totals.
    CHECK(*cronbach_alpha({{1, 3}, {2, 1.5}, {3, 1}}) < 0);
}

TEST_CASE("alpha is missing rather than 0 where there is nothing to tell") {
    CHECK_FALSE(cronbach_alpha({}));
    CHECK_FALSE(cronbach_alpha({{1, 2, 3}}));
    CHECK_FALSE(cronbach_alpha({{1}, {2}, {3}}));
    CHECK_FALSE(cronbach_alpha({{1, 2}, {2, 1}, {1.5, 1.5}}));
    CHECK_FALSE(cronbach_alpha({{1, 2}, {2}}));
}

// alpha = .85, k = 7, n = 89: the example of ci.cronbach in R's package statpsych (Bonett), which takes n(k - 1) for
// the second degrees of freedom, and the same with (n - 1)(k - 1) as Feldt, Woodruff and Salih (1987) have it.
TEST_CASE("the interval for alpha gives the published figures in both variants") {
    const auto feldt = alpha_interval(0.85, 89, 7);
    CHECK(feldt->low == Approx(0.7970649).margin(5e-8));
    CHECK(feldt->high == Approx(0.8931666).margin(5e-8));
    const auto statpsych = alpha_interval_df(0.85, 88, 89 * 6);
    CHECK(statpsych->low == Approx(0.7971254).margin(5e-8));
    CHECK(statpsych->high == Approx(0.8931436).margin(5e-8));
}

TEST_CASE("few people give a wide interval, and one person none") {
    CHECK(alpha_interval(0.7, 12, 8)->low == Approx(0.35).margin(0.01));
    CHECK(alpha_interval(0.7, 12, 8)->high == Approx(0.90).margin(0.01));
    CHECK(alpha_interval(0.7, 30, 8)->low == Approx(0.51).margin(0.01));
    CHECK(alpha_interval(0.7, 30, 8)->high == Approx(0.84).margin(0.01));
    CHECK_FALSE(alpha_interval(0.7, 1, 8));
    CHECK_FALSE(alpha_interval(0.7, 30, 1));
}
