#include "engine/study/statistics/discrimination.h"

#include "engine/study/statistics/facility.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

RunningPair pairs(const std::vector<double>& x, const std::vector<double>& y) {
    RunningPair pair;
    for (std::size_t i = 0; i < x.size(); ++i) pair.add(x[i], y[i]);
    return pair;
}

}  // namespace

TEST_CASE("facility is what was scored of what was to be had") {
    CHECK(*facility(30, 40) == Approx(0.75));
    CHECK(*facility(-10, 40) == Approx(-0.25));
    CHECK_FALSE(facility(0, 0));
}

TEST_CASE("discrimination is the correlation with the rest, hand-worked") {
    // x 1 2 3 4 5, rest 2 1 4 3 5: products 8, squares 10 and 10.
    const RunningPair pair = pairs({1, 2, 3, 4, 5}, {2, 1, 4, 3, 5});
    CHECK(*discrimination(pair) == Approx(80));
    CHECK(*pair.covariance() == Approx(2));
    CHECK(*pair.variance_x() == Approx(2.5));
    CHECK(*pair.variance_y() == Approx(2.5));
    CHECK(*pair.mean_x() == Approx(3));
    CHECK(*pair.mean_y() == Approx(3));
}

TEST_CASE("without spread there is no discrimination, which is not the same as none at all") {
    CHECK_FALSE(discrimination(pairs({}, {})));
    CHECK_FALSE(discrimination(pairs({1}, {1})));
    CHECK_FALSE(discrimination(pairs({0.1, 0.1, 0.1}, {1, 2, 3})));
    CHECK_FALSE(discrimination(pairs({1, 2, 3}, {0.7, 0.7, 0.7})));
    CHECK(*discrimination(pairs({1, 2, 1, 2}, {1, 1, 2, 2})) == Approx(0).margin(1e-12));
}

TEST_CASE("discriminative efficiency compares with the best order of the same scores") {
    // x 0 1 1 0, rest 1 2 3 4: sum of products 0 now; sorted 0 0 1 1 with 1 2 3 4: 2.
    CHECK(*discriminative_efficiency({0, 1, 1, 0}, {1, 2, 3, 4}) == Approx(0).margin(1e-12));
    CHECK(*discriminative_efficiency({0, 1, 0, 1}, {1, 2, 3, 4}) == Approx(50));
    CHECK(*discriminative_efficiency({0, 0, 1, 1}, {1, 2, 3, 4}) == Approx(100));
    CHECK(*discriminative_efficiency({1, 1, 0, 0}, {1, 2, 3, 4}) == Approx(-100));
    CHECK_FALSE(discriminative_efficiency({1, 1, 1, 1}, {1, 2, 3, 4}));
    CHECK_FALSE(discriminative_efficiency({1}, {1}));
    CHECK_FALSE(discriminative_efficiency({1, 2}, {1}));
}

TEST_CASE("the point-biserial is the correlation for right and wrong") {
    const std::vector<double> rest = {3, 5, 2, 8, 7, 4, 6};
    const std::vector<bool> right = {false, true, false, true, true, false, false};
    std::vector<double> numbers;
    for (const bool one : right) numbers.push_back(one ? 1 : 0);
    CHECK(100 * *point_biserial(right, rest) == Approx(*discrimination(pairs(numbers, rest))));
    CHECK_FALSE(point_biserial({true, true}, {1, 2}));
    CHECK_FALSE(point_biserial({false, false}, {1, 2}));
    CHECK_FALSE(point_biserial({true, false}, {2, 2}));
    CHECK_FALSE(point_biserial({}, {}));
}

TEST_CASE("the tails of Kelley's D share out those who tie at the edge") {
    // 100 people with rests 1 to 100, scored from 51 on: all of the upper 27, none of the lower.
    std::vector<double> rest, scored;
    for (int i = 1; i <= 100; ++i) {
        rest.push_back(i);
        scored.push_back(i > 50 ? 1 : 0);
    }
    CHECK(*upper_lower_difference(scored, rest) == Approx(1));
    // All rests equal: both tails are a like share of everybody.
    CHECK(*upper_lower_difference(scored, std::vector<double>(100, 1)) == Approx(0).margin(1e-12));
    // 30 people, tails of 8.1. Four stand at the top and scored; 26 tie below, of whom 13 scored.
    rest.assign(26, 1);
    scored.assign(13, 1);
    scored.resize(26, 0);
    rest.resize(30, 2);
    scored.resize(30, 1);
    CHECK(*upper_lower_difference(scored, rest) == Approx((4 + 4.1 * 0.5) / 8.1 - 0.5));
    CHECK_FALSE(upper_lower_difference(std::vector<double>(29, 1), std::vector<double>(29, 1)));
}
