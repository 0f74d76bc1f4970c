#include "engine/play/order.h"

#include <algorithm>
#include <map>

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("seed 0 keeps the author's order") { CHECK(shown_order(4, 0, "D1") == std::vector<std::size_t>{0, 1, 2, 3}); }

TEST_CASE("the order depends on seed and scene alone, and is the same everywhere") {
    CHECK(shown_order(4, 7, "D1") == shown_order(4, 7, "D1"));
    CHECK(shown_order(6, 1, "D1") == std::vector<std::size_t>{0, 2, 1, 4, 3, 5});
    CHECK(shown_order(0, 1, "D1").empty());
    CHECK(shown_order(1, 1, "D1") == std::vector<std::size_t>{0});
}

TEST_CASE("every order comes up, each about as often") {
    std::map<std::vector<std::size_t>, int> seen;
    for (std::int64_t seed = 1; seed <= 2400; ++seed) {
        auto order = shown_order(4, seed, "D4");
        ++seen[order];
        std::sort(order.begin(), order.end());
        REQUIRE(order == std::vector<std::size_t>{0, 1, 2, 3});
    }
    CHECK(seen.size() == 24);
    for (const auto& [order, count] : seen) {
        CHECK(count > 60);
        CHECK(count < 150);
    }
}
