#include "engine/study/cohort/cell_table.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "tests/support/catch.h"

using namespace ntk;

namespace {

// A table with the names of its options, as a scene has them.
struct Scene {
    CellTable cells;
    std::vector<std::string> options;

    void count(std::uint32_t standing, const std::string& option, std::int64_t net, std::int64_t offered,
               DecisionBand band = DecisionBand::sound) {
        ViewedDecision decision{"D1", "", option, {std::max<std::int64_t>(net, 0), 0, offered, 1}, band, false};
        decision.tally.lost = decision.tally.earned - net;
        cells.count(
            cells.fetch(standing, decision), standing, decision,
            [&] {
                for (std::size_t i = 0; i < options.size(); ++i)
                    if (options[i] == option) return static_cast<std::uint32_t>(i);
                options.push_back(option);
                return static_cast<std::uint32_t>(options.size() - 1);
            },
            [&](std::uint32_t number) -> std::string_view { return options[number]; });
    }
};

}  // namespace

TEST_CASE("decisions that differ in anything are counted apart, equal ones together") {
    Scene scene;
    for (int round = 0; round < 3; ++round) {
        scene.count(0, "a", 5, 10);
        scene.count(1, "a", 5, 10);
        scene.count(0, "b", 5, 10);
        scene.count(0, "a", -5, 10);
        scene.count(0, "a", 5, 12);
        scene.count(0, "a", 5, 10, DecisionBand::critical);
        scene.count(0, "a name that is longer than seven", 5, 10);
        scene.count(0, "", 5, 10);
    }
    const auto cells = scene.cells.cells();
    CHECK(cells.size() == 8);
    for (const DecisionCell& cell : cells) CHECK(cell.people == 3);
    CHECK(cells[0].standing == 0);
    CHECK(cells[0].option == 0);
    CHECK(cells[0].band == DecisionBand::critical);
    CHECK(cells[1].net == -5);
    CHECK(cells.back().standing == 1);
}

TEST_CASE("cells come in one order, in whichever order they were counted") {
    Scene forwards, backwards;
    forwards.options = backwards.options = {"a", "b"};
    for (int i = 0; i < 500; ++i) forwards.count(static_cast<std::uint32_t>(i % 70), i % 2 ? "b" : "a", i % 9, 10);
    for (int i = 500; i-- > 0;) backwards.count(static_cast<std::uint32_t>(i % 70), i % 2 ? "b" : "a", i % 9, 10);
    const auto one = forwards.cells.cells(), other = backwards.cells.cells();
    REQUIRE(one.size() == other.size());
    int people = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        people += one[i].people;
        CHECK(std::tie(one[i].standing, one[i].option, one[i].net, one[i].people) ==
              std::tie(other[i].standing, other[i].option, other[i].net, other[i].people));
    }
    CHECK(people == 500);
}
