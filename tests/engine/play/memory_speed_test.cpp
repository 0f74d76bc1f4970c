#include <malloc.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "engine/host/library.h"
#include "tests/support/catch.h"
#include "tests/support/logged_attempts.h"

using namespace ntk;

// 200,000 decisions of whole attempts, each begun, judged, logged, scored and ended; ten million with NTK_DEEP=1. After
// each round as many bytes are in use as after the first.
TEST_CASE("memory stays flat however many decisions are judged and logged") {
    const std::filesystem::path root = NTK_ROOT;
    Diagnostics diagnostics;
    const auto scenario = load_scenario(root / "scenarios/three-letters.yaml", diagnostics);
    REQUIRE(scenario);
    RuleShelf shelf(root);
    const auto rules = shelf.load(scenario->packs, scenario->as_of, diagnostics);
    REQUIRE(rules);

    const char* deep = std::getenv("NTK_DEEP");
    const long wanted = deep != nullptr && std::string(deep) == "1" ? 10'000'000 : 200'000;
    constexpr std::size_t rounds = 10;
    LogSink sink;
    const auto round = [&](long decisions) {
        long made = 0;
        for (std::size_t way = 0; made < decisions; way = (way + 1) % ways_to_choose)
            made += logged_attempt(scenario, rules, way_to_choose(way), sink);
        return made;
    };
    long made = round(20'000);  // the sink has grown to what it will be
    const std::size_t at_first = mallinfo2().uordblks;
    std::array<std::size_t, rounds> in_use{};  // compared afterwards: reporting takes memory of its own
    for (std::size_t& bytes : in_use) {
        made += round(wanted / long{rounds});
        bytes = mallinfo2().uordblks;
    }
    for (const std::size_t bytes : in_use) CHECK(bytes <= at_first);
    CHECK(made >= wanted);
}
