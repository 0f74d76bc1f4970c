#include "engine/study/statistics/growth.h"

#include "tests/support/catch.h"

using namespace ntk;

// Student's sleep data (Biometrika 6, 1908): extra hours with two drugs for the same ten people. R's t.test, paired:
// mean difference 1.58, interval 0.7001142 to 2.4598858.
TEST_CASE("growth of Student's ten patients") {
    const Growth found = paired_growth({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
                                       {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
    CHECK(found.people == 10);
    CHECK(*found.mean == Approx(1.58));
    CHECK(found.interval->low == Approx(0.7001142).margin(5e-8));
    CHECK(found.interval->high == Approx(2.4598858).margin(5e-8));
}

TEST_CASE("growth of nobody, of one, and of all alike") {
    CHECK_FALSE(paired_growth({}, {}).mean);
    const Growth one = paired_growth({50}, {60});
    CHECK(*one.mean == Approx(10));
    CHECK_FALSE(one.interval);
    const Growth alike = paired_growth({50, 60, 70}, {60, 70, 80});
    CHECK(*alike.mean == Approx(10));
    CHECK_FALSE(alike.interval);
    CHECK(paired_growth({1, 2}, {1}).people == 0);
}
