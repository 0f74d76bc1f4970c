#include "engine/study/statistics/option_table.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("thirds follow the score on the rest, and ties stay together") {
    CHECK(thirds_of({5, 1, 9, 3, 7, 11}) == std::vector<int>{1, 0, 2, 0, 1, 2});
    CHECK(thirds_of({1, 1, 1, 1}) == std::vector<int>{1, 1, 1, 1});
    CHECK(thirds_of({1, 2, 2, 2, 2, 3}) == std::vector<int>{0, 1, 1, 1, 1, 2});
    CHECK(thirds_of({1, 1, 1, 1, 2, 3}) == std::vector<int>{1, 1, 1, 1, 2, 2});
    CHECK(thirds_of({4}) == std::vector<int>{1});
    CHECK(thirds_of({}).empty());
}

TEST_CASE("options are counted by thirds, and what is no option is left out") {
    const auto table = option_table({0, 1, 1, 0, 9}, {0, 2, 2, 1, 0}, 3);
    REQUIRE(table.size() == 3);
    CHECK(table[0].picked == std::array{1, 1, 0});
    CHECK(table[1].picked == std::array{0, 0, 2});
    CHECK(table[1].all() == 2);
    CHECK(table[2].all() == 0);
}
