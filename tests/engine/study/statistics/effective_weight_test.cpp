#include "engine/study/statistics/effective_weight.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("effective weights share out what parts have in common with the total") {
    const auto weights = effective_weights({4, 1, 9});
    CHECK(*weights[0] == Approx(100.0 * 2 / 6));
    CHECK(*weights[1] == Approx(100.0 / 6));
    CHECK(*weights[2] == Approx(50));
}

TEST_CASE("a part that works against the total has no weight, and nothing is shared out where nothing varies") {
    const auto weights = effective_weights({4, -1, 0});
    CHECK(*weights[0] == Approx(100));
    CHECK_FALSE(weights[1]);
    CHECK(*weights[2] == 0);
    CHECK_FALSE(effective_weights({0, 0})[0]);
    CHECK(effective_weights({}).empty());
}
