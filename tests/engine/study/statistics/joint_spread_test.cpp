#include "engine/study/statistics/joint_spread.h"

#include <cmath>

#include "engine/study/statistics/alpha.h"
#include "engine/study/statistics/discrimination.h"
#include "engine/study/statistics/error_of_measurement.h"
#include "engine/study/statistics/moments.h"
#include "engine/study/statistics/option_table.h"
#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("how figures spread together, hand-worked") {
    JointSpread spread(3);
    for (const std::vector<double>& row : {std::vector<double>{1, 2, 5}, {2, 4, 5}, {3, 3, 5}}) spread.add(row);
    CHECK(spread.mean(1) == Approx(3));
    CHECK(spread.covariance(0, 0) == Approx(1));
    CHECK(spread.covariance(1, 1) == Approx(1));
    CHECK(spread.covariance(0, 1) == Approx(0.5));
    CHECK(spread.covariance(1, 0) == Approx(0.5));
    CHECK(spread.covariance(2, 2) == 0);
    // Totals 8, 11, 11; without the first 7, 9, 8.
    CHECK(spread.variance_of_sum() == Approx(3));
    CHECK(spread.variance_of_rest(0) == Approx(1));
    CHECK(spread.covariance_with_sum(0) == Approx(1.5));
    CHECK(*correlation_with_rest(spread, 0) == Approx(0.5));
    CHECK_FALSE(correlation_with_rest(spread, 2));
    const JointSpread doubled = spread.times({2, 1, 1});
    CHECK(doubled.mean(0) == Approx(4));
    CHECK(doubled.covariance(0, 1) == Approx(1));
    CHECK(doubled.covariance(0, 0) == Approx(4));
}

TEST_CASE("what is left when sums cancel out is no spread") {
    JointSpread spread(3);
    for (const std::vector<double>& row : {std::vector<double>{0.1, 0.7, 0.3}, {0.2, 0.3, 0.7}, {0.3, 0.9, 0.1}})
        spread.add(row);
    CHECK(spread.variance_of_rest(0) == Approx(0).margin(1e-12));
    CHECK_FALSE(correlation_with_rest(spread, 0));
}

TEST_CASE("a figure that many have is the same as many figures") {
    const std::vector<double> each = {1, 1, 1, 2, 5, 5, 9};
    const std::vector<CountedFigure> counted = {{5, 2}, {1, 3}, {9, 1}, {7, 0}, {2, 1}};
    const Moments one = moments_of(each), other = moments_of_counted(counted);
    CHECK(one.n == other.n);
    CHECK(*one.mean == Approx(*other.mean));
    CHECK(*one.variance == Approx(*other.variance));
    CHECK(*one.skewness == Approx(*other.skewness));
    CHECK(*one.kurtosis == Approx(*other.kurtosis));
    CHECK(*moments_of_counted(std::vector<CountedFigure>{{3, 4}}).variance == 0);

    CHECK(thirds_of(each) == std::vector<int>{0, 0, 0, 1, 2, 2, 2});
    CHECK(thirds_of_counted(std::vector<CountedFigure>{{5, 2}, {1, 3}, {9, 1}, {2, 1}}) == std::vector<int>{2, 0, 2, 1});

    const auto efficiency = discriminative_efficiency({0, 0, 1, 1, 1}, {3, 1, 1, 4, 4});
    CHECK(*efficiency == Approx(*discriminative_efficiency({{1, 4, 2}, {0, 3, 1}, {1, 1, 1}, {0, 1, 1}})));
}

TEST_CASE("many people near a cut are drawn for less often each, and come to the same error") {
    CHECK(draws_for(0) == 400);
    CHECK(draws_for(125) == 400);
    CHECK(draws_for(500) == 100);
    CHECK(draws_for(10'000'000) == 4);
    const std::vector<UnitScore> units = {{5, 10}, {9, 10}, {6, 10}, {8, 10}};
    CutErrorDraws often(70, 10, 1, 400), rarely(70, 10, 1, draws_for(5'000));
    for (int i = 0; i < 5'000; ++i) {
        often.add(units);
        rarely.add(units);
    }
    // Means of four drawn from 50, 90, 60 and 80: a variance of 250 over four.
    CHECK(*often.found().error == Approx(std::sqrt(250.0 / 4)).epsilon(0.01));
    CHECK(*rarely.found().error == Approx(std::sqrt(250.0 / 4)).epsilon(0.02));
}
