#include "engine/study/statistics/small_cells.h"

#include "tests/support/catch.h"

using namespace ntk;

namespace {

const std::optional<int> hidden;

}  // namespace

TEST_CASE("counts of one to four are hidden, and one more where a single one could be worked out") {
    using Counts = std::vector<std::optional<int>>;
    CHECK(shown_counts({10, 5, 0}) == Counts{10, 5, 0});
    CHECK(shown_counts({10, 3, 2}) == Counts{10, hidden, hidden});
    CHECK(shown_counts({10, 3, 7}) == Counts{10, hidden, hidden});
    CHECK(shown_counts({10, 3, 0}) == Counts{hidden, hidden, 0});
    CHECK(shown_counts({0, 3, 0}) == Counts{hidden, hidden, 0});
    CHECK(shown_counts({3}) == Counts{hidden});
    CHECK(shown_counts({}).empty());
}

TEST_CASE("a small group is hidden, and the next one with it while they are fewer than five together") {
    CHECK(shown_groups({20, 8, 12}) == std::vector<bool>{true, true, true});
    CHECK(shown_groups({20, 4, 12}) == std::vector<bool>{true, false, false});
    CHECK(shown_groups({20, 4, 3}) == std::vector<bool>{true, false, false});
    CHECK(shown_groups({4}) == std::vector<bool>{false});
    CHECK(shown_groups({}).empty());
}
