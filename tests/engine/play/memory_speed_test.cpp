#include <malloc.h>

#include <array>
#include <filesystem>
#include <string>

#include "engine/host/library.h"
#include "tests/support/catch.h"
#include "tests/support/deep.h"
#include "tests/support/logged_attempts.h"

using namespace ntk;

// 40,000 decisions of whole attempts, each begun, judged, logged, scored and ended; ten million with NTK_DEEP=1.
// Whoever leaks takes at least the smallest block (32 bytes) for every attempt. What containers keep for reuse settles
// over the first rounds, at a size that depends on the machine; it may differ by less than a byte for every attempt
// since.
TEST_CASE("memory stays flat however many decisions are judged and logged") {
    const std::filesystem::path root = NTK_ROOT;
    Diagnostics diagnostics;
    const auto scenario = load_scenario(root / "scenarios/three-letters.yaml", diagnostics);
    REQUIRE(scenario);
    RuleShelf shelf(root);
    const auto rules = shelf.load_for(*scenario, diagnostics);
    REQUIRE(rules);

    const long wanted = deep_check() ? 10'000'000 : 40'000;
    constexpr std::size_t rounds = 10;
    LogSink sink;
    std::size_t attempts = 0;
    const auto round = [&](long decisions) {
        long made = 0;
        for (std::size_t way = 0; made < decisions; way = (way + 1) % ways_to_choose) {
            made += logged_attempt(scenario, rules, way_to_choose(way), sink);
            ++attempts;
        }
        return made;
    };
    long made = round(wanted / 2);  // containers have grown to what they will be
    attempts = 0;
    const std::size_t at_first = mallinfo2().uordblks;
    std::array<std::size_t, rounds> in_use{};  // compared afterwards: reporting takes memory of its own
    std::array<std::size_t, rounds> allowed{};
    for (std::size_t n = 0; n < rounds; ++n) {
        made += round(wanted / long{rounds});
        in_use[n] = mallinfo2().uordblks;
        allowed[n] = at_first + attempts;
    }
    for (std::size_t n = 0; n < rounds; ++n) CHECK(in_use[n] < allowed[n]);
    CHECK(attempts > 100);
    CHECK(made >= wanted);
}
