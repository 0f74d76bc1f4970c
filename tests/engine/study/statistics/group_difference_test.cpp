#include "engine/study/statistics/group_difference.h"

#include "tests/support/catch.h"

using namespace ntk;

// Admissions to Berkeley in 1973 by department (Bickel, Hammel and O'Connell, Science 187, 1975; the data set
// UCBAdmissions of R). R's mantelhaen.test gives the common odds ratio 0.9046968 with 0.7719074 to 1.0603298.
TEST_CASE("Mantel and Haenszel's odds ratio for the six departments of Berkeley") {
    const GroupDifference found = mantel_haenszel({{512, 313, 89, 19},
                                                   {353, 207, 17, 8},
                                                   {120, 205, 202, 391},
                                                   {138, 279, 131, 244},
                                                   {53, 138, 94, 299},
                                                   {22, 351, 24, 317}});
    CHECK(*found.odds_ratio == Approx(0.9046968).margin(5e-8));
    CHECK(found.odds_interval->low == Approx(0.7719074).margin(5e-8));
    CHECK(found.odds_interval->high == Approx(1.0603298).margin(5e-8));
    CHECK(*found.chi_square == Approx(1.427).margin(0.001));
    CHECK(*found.delta == Approx(0.235).margin(0.001));
    CHECK(found.grade == "A");
    CHECK_FALSE(found.hidden);
}

TEST_CASE("a large difference is graded C, a middling one B") {
    // One band: odds (80*60) / (20*40) = 6, delta -4.2.
    CHECK(mantel_haenszel({{80, 20, 40, 60}}).grade == "C");
    CHECK(*mantel_haenszel({{80, 20, 40, 60}}).odds_ratio == Approx(6));
    // odds (600*460) / (400*540) = 1.28 is negligible whatever the numbers; 1.76 gives delta -1.3.
    CHECK(mantel_haenszel({{600, 400, 540, 460}}).grade == "A");
    CHECK(mantel_haenszel({{600, 400, 460, 540}}).grade == "B");
}

TEST_CASE("small cells are hidden and nothing is made up for empty ones") {
    CHECK(mantel_haenszel({{80, 20, 40, 9}}).hidden);
    CHECK_FALSE(mantel_haenszel({{80, 20, 40, 9}}).odds_ratio);
    CHECK(mantel_haenszel({}).hidden);
    // Large sums, but no band in which both groups can be compared.
    const GroupDifference apart = mantel_haenszel({{20, 20, 0, 0}, {0, 0, 20, 20}});
    CHECK_FALSE(apart.hidden);
    CHECK_FALSE(apart.odds_ratio);
    CHECK(apart.grade == "");
}
