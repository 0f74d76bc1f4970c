#include "engine/study/statistics/moments.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("mean, spread and shape of a hand-worked sample") {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5; squares of distances 32, cubes 42, fourth powers 356.
    const Moments found = moments_of({2, 4, 4, 4, 5, 5, 7, 9});
    CHECK(found.n == 8);
    CHECK(*found.mean == Approx(5));
    CHECK(*found.variance == Approx(32.0 / 7));
    CHECK(*found.sd == Approx(2.13809));
    // k3 = 8 * 42 / (7 * 6) = 8; k2^(3/2) = 9.77412
    CHECK(*found.skewness == Approx(8 / 9.774127).epsilon(1e-5));
    // k4 = 64 * (9 * 44.5 - 21 * 16) / (7 * 6 * 5) = 64 * 64.5 / 210; k2^2 = 1024 / 49
    CHECK(*found.kurtosis == Approx(64 * 64.5 / 210 * 49 / 1024));
}

TEST_CASE("each part of a spread needs its number of figures") {
    const Moments none = moments_of({});
    CHECK_FALSE(none.mean);
    const Moments one = moments_of({3});
    CHECK(*one.mean == 3);
    CHECK_FALSE(one.variance);
    const Moments two = moments_of({3, 5});
    CHECK(*two.variance == Approx(2));
    CHECK_FALSE(two.skewness);
    const Moments three = moments_of({1, 2, 6});
    CHECK(three.skewness);
    CHECK_FALSE(three.kurtosis);
}

TEST_CASE("equal figures have no spread and no shape, even where a third cannot be written down") {
    const Moments equal = moments_of(std::vector<double>(7, 1.0 / 3));
    CHECK(*equal.variance == 0);
    CHECK(*equal.mean == 1.0 / 3);
    CHECK_FALSE(equal.skewness);
    CHECK_FALSE(equal.kurtosis);
}

TEST_CASE("a large common part does not drown the spread") {
    CHECK(*moments_of({1e9 + 1, 1e9 + 2, 1e9 + 3}).variance == Approx(1));
}
