#include "engine/study/statistics/error_of_measurement.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("the error of measurement shrinks with agreement and outgrows the spread below none") {
    CHECK(*standard_error(10, 0.84) == Approx(4));
    CHECK(*standard_error(10, 1) == 0);
    CHECK(*standard_error(0, 0.5) == 0);
    CHECK(*error_ratio(0.75) == Approx(50));
    CHECK(*error_ratio(-0.21) == Approx(110));
    CHECK_FALSE(standard_error(-1, 0.5));
    CHECK_FALSE(standard_error(1, 1.5));
}

// Lord (1955): sqrt(x (k - x) / (k - 1)).
TEST_CASE("Lord's error is largest in the middle and nothing at the ends") {
    CHECK(*lord_error(30, 40) == Approx(std::sqrt(300.0 / 39)));
    CHECK(*lord_error(0, 40) == 0);
    CHECK(*lord_error(40, 40) == 0);
    CHECK(*lord_error(1, 2) == Approx(1));
    CHECK_FALSE(lord_error(1, 1));
    CHECK_FALSE(lord_error(41, 40));
}

TEST_CASE("the error at the cut comes from drawing cases, near the cut only") {
    // Two cases right, two wrong, equal weight: one draw of four has variance 100^2 * 1/4 / 4.
    const std::vector<UnitScore> half = {{1, 1}, {1, 1}, {0, 1}, {0, 1}};
    const std::vector<UnitScore> all = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
    const CutError found = error_at_cut({half, all, half}, 50, 10, 7, 4000);
    CHECK(found.people == 2);
    CHECK(*found.error == Approx(25).epsilon(0.03));
    const CutError again = error_at_cut({half, all, half}, 50, 10, 7, 4000);
    CHECK(*again.error == *found.error);
    CHECK(*error_at_cut({all}, 95, 10, 1).error == 0);
}

TEST_CASE("there is no error at the cut with nobody near it, nothing offered or too few cases") {
    const std::vector<UnitScore> all = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
    CHECK_FALSE(error_at_cut({all}, 50, 10, 1).error);
    CHECK_FALSE(error_at_cut({}, 50, 10, 1).error);
    CHECK_FALSE(error_at_cut({{{1, 1}, {0, 1}, {1, 1}}}, 67, 10, 1).error);
    CHECK_FALSE(error_at_cut({{{0, 0}, {0, 0}, {0, 0}, {0, 0}}}, 0, 10, 1).error);
}
