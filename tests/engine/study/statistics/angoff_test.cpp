#include "engine/study/statistics/angoff.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("a cut set by judges, hand-worked") {
    // Sums: .5*2 + .8*1 = 1.8; .6*2 + .7 = 1.9; .7*2 + .9 = 2.3. Mean 2, sd sqrt(.07), error sqrt(.07 / 3).
    const auto found = angoff_cut({{0.5, 0.8}, {0.6, 0.7}, {0.7, 0.9}}, {2, 1});
    CHECK(found->cut == Approx(2));
    CHECK(*found->error == Approx(std::sqrt(0.07 / 3)));
    CHECK(found->judges.size() == 3);
    CHECK(found->judges[0] == Approx(1.8));
}

TEST_CASE("one judge sets a cut without an error, and nobody none") {
    const auto one = angoff_cut({{0.5}}, {1});
    CHECK(one->cut == Approx(0.5));
    CHECK_FALSE(one->error);
    CHECK_FALSE(angoff_cut({}, {1}));
    CHECK_FALSE(angoff_cut({{}}, {}));
    CHECK_FALSE(angoff_cut({{0.5, 0.5}, {0.5}}, {1, 1}));
    CHECK(*angoff_cut({{0.5}, {0.5}}, {1})->error == 0);
}
