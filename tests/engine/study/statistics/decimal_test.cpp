#include "engine/study/statistics/decimal.h"

#include <cmath>
#include <limits>

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("a figure is printed with halves away from zero and never as minus nothing") {
    CHECK(decimal(0.0, 0) == "0");
    CHECK(decimal(2.5, 0) == "3");
    CHECK(decimal(-2.5, 0) == "-3");
    CHECK(decimal(-0.004, 2) == "0.00");
    CHECK(decimal(-0.005, 2) == "-0.01");
    CHECK(decimal(1.0 / 3, 3) == "0.333");
    CHECK(decimal(12.0, 2) == "12.00");
    CHECK(decimal(7.05, 1) == "7.1");  // in binary a little under the half
}

TEST_CASE("a sum that is a half but for its last bit is printed as the half") {
    const double half = 0.125;
    CHECK(decimal(std::nextafter(half, 0.0), 2) == decimal(std::nextafter(half, 1.0), 2));
}

TEST_CASE("what is no figure is printed as nothing") {
    CHECK(decimal(std::nan(""), 2) == "");
    CHECK(decimal(std::numeric_limits<double>::infinity(), 2) == "");
    CHECK(decimal(1e300, 0) == "");
    CHECK(decimal(std::optional<double>(), 2) == "");
    CHECK(decimal(std::optional<double>(0.5), 1) == "0.5");
}
