#include "engine/rules/mutants.h"

#include <filesystem>

#include "engine/host/source_file.h"
#include "tests/support/catch.h"
#include "tests/support/deep.h"

using namespace ntk;

namespace {

// Every fault with --deep; otherwise an even sample, which keeps the whole run short.
int one_in() { return deep_check() ? 1 : 5; }

void hunt(const std::vector<std::string>& stack) {
    const std::filesystem::path folder = std::filesystem::path(NTK_ROOT) / "assets" / "rulepacks";
    Diagnostics diagnostics;
    std::vector<Tree> packs;
    for (const std::string& pack : stack) packs.push_back(read_tree_file(folder / (pack + ".yaml"), diagnostics));
    const Tree tests = read_tree_file(folder / (stack.back() + ".tests.yaml"), diagnostics);
    const MutantHunt found = hunt_mutants(packs, tests, "2024-09-01", "", one_in(), diagnostics);
    INFO(diagnostics.render());
    REQUIRE_FALSE(diagnostics.has_errors());
    CHECK(found.tried > 50);
    std::string unnoticed;
    for (const Mutant& mutant : found.unnoticed)
        unnoticed += "line " + std::to_string(mutant.place.line) + ", " + mutant.subject + ": " + mutant.says + "\n";
    INFO(unnoticed);
    CHECK(found.unnoticed.empty());
    if (one_in() != 1) return;
    for (const Unnoticed& one : found.excused) {
        INFO(one.subject << ": " << one.says);
        CHECK(one.used);
    }
}

}  // namespace

TEST_CASE("No small fault in the national pack goes unnoticed by its tests") { hunt({"england-2024"}); }

TEST_CASE("No small fault in the local pack goes unnoticed by its tests") { hunt({"england-2024", "plymouth"}); }
