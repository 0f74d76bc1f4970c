#include "engine/rules/mutants.h"

#include <filesystem>

#include "engine/host/source_file.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

// Puts every small fault into the last pack of the stack. One that no test beside the pack notices must be listed there
// with its reason, and what is listed must go unnoticed indeed. That an exception was left out, or always holds, may
// not be listed: so every exception is shown to apply in one test, and to be tried and fail in another.
void hunt(const std::vector<std::string>& stack, const std::string& as_of, int at_least) {
    const std::filesystem::path folder = std::filesystem::path(NTK_ROOT) / "assets" / "rulepacks";
    Diagnostics diagnostics;
    std::vector<Tree> packs;
    for (const std::string& pack : stack) packs.push_back(read_tree_file(folder / (pack + ".yaml"), diagnostics));
    const Tree tests = read_tree_file(folder / (stack.back() + ".tests.yaml"), diagnostics);
    const MutantHunt found = hunt_mutants(packs, tests, as_of, "", 1, diagnostics);
    INFO(diagnostics.render());
    REQUIRE_FALSE(diagnostics.has_errors());
    CHECK(found.tried > at_least);
    std::string unnoticed;
    for (const Mutant& mutant : found.unnoticed)
        unnoticed += "line " + std::to_string(mutant.place.line) + ", " + mutant.subject + ": " + mutant.says + "\n";
    CHECK(unnoticed == "");
    for (const Unnoticed& one : found.excused) {
        INFO(one.subject << ": " << one.says);
        CHECK(one.used);
        CHECK(one.says.find("an exception") == std::string::npos);
    }
}

}  // namespace

TEST_CASE("No small fault in the national pack goes unnoticed by its tests") {
    hunt({"england-2024"}, "2024-09-01", 1500);
}

TEST_CASE("No small fault in the local pack goes unnoticed by its tests") {
    hunt({"england-2024", "plymouth"}, "2024-09-01", 500);
}

TEST_CASE("No small fault in the packs that are off by default goes unnoticed by their tests") {
    hunt({"england-2024", "england-2026-duty"}, "2026-10-01", 40);
    hunt({"england-2024", "gmc-doctor"}, "2024-09-01", 40);
    hunt({"england-2024", "charity"}, "2026-03-02", 30);
}
