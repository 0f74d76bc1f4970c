#include "engine/study/statistics/interval.h"

#include "tests/support/catch.h"

using namespace ntk;

// The four examples of Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine
// 17 (1998) 857-872, table I, method 3.
TEST_CASE("Wilson's interval for a share gives the published figures") {
    const auto is = [](int successes, int people, double low, double high) {
        const auto found = wilson_interval(successes, people);
        CHECK(found->low == Approx(low).margin(5e-5));
        CHECK(found->high == Approx(high).margin(5e-5));
    };
    is(81, 263, 0.2553, 0.3662);
    is(15, 148, 0.0624, 0.1605);
    is(0, 20, 0, 0.1611);
    is(1, 29, 0.0061, 0.1718);
}

TEST_CASE("none, all, one and nobody") {
    CHECK(wilson_interval(0, 7)->low == 0);
    CHECK(wilson_interval(7, 7)->high == 1);
    CHECK(wilson_interval(1, 1)->low > 0);
    CHECK_FALSE(wilson_interval(0, 0));
    CHECK_FALSE(wilson_interval(3, 2));
    CHECK_FALSE(wilson_interval(-1, 2));
}
