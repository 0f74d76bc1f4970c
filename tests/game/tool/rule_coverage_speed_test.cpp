// Every norm is at stake somewhere: kept on some way through the shipped cases, and broken on some other.

#include "game/tool/rule_coverage.h"

#include <algorithm>
#include <filesystem>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/rules/pack_tests.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

using States = std::map<std::string, std::set<std::string>>;

bool has_verdicts(const Norm& norm) { return norm.type != NormType::permit && norm.alias_of.empty(); }

// Norms of the shipped stack that were not met both ways, one line each.
std::string lost(const RuleBook& rules, const States& met, const std::string& pack = "") {
    std::string lines;
    for (const Norm& norm : rules.norms()) {
        if (!has_verdicts(norm) || (!pack.empty() && norm.pack != pack)) continue;
        const auto found = met.find(norm.id);
        const std::set<std::string> states = found == met.end() ? std::set<std::string>{} : found->second;
        if (states.count("kept") == 0) lines += norm.id + " is nowhere kept\n";
        if (states.count("breached") + states.count("repaired") + states.count("missed") == 0)
            lines += norm.id + " is nowhere broken\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("every scored norm is both kept and broken somewhere in the shipped cases") {
    constexpr int ways_at_random = 12;  // of each case, beside the one with the least loss
    States met;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(NTK_ROOT) / "scenarios")) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".yaml") && !name.ends_with(".plan.yaml")) paths.push_back(entry.path());
    }
    RuleShelf shelf(NTK_ROOT);
    for (const std::filesystem::path& path : paths) {
        Diagnostics diagnostics;
        const auto scenario = load_scenario(path, diagnostics);
        REQUIRE(scenario);
        const auto rules = shelf.load(scenario->packs, scenario->as_of, diagnostics);
        REQUIRE(rules);
        for (const auto& [norm, states] : tool::sample_coverage(scenario, rules, ways_at_random).states)
            met[norm].insert(states.begin(), states.end());
    }
    const auto rules = rule_book({"england-2024", "plymouth"});
    CHECK(std::count_if(rules->norms().begin(), rules->norms().end(), has_verdicts) >= 52);
    CHECK(lost(*rules, met) == "");
}

TEST_CASE("every norm of every pack is both kept and broken in the tests beside it") {
    struct Pack {
        std::vector<std::string> stack;
        std::string as_of;
    };
    const std::vector<Pack> packs = {{{"england-2024"}, "2024-09-01"},
                                     {{"england-2024", "plymouth"}, "2024-09-01"},
                                     {{"england-2024", "england-2026-duty"}, "2026-10-01"},
                                     {{"england-2024", "gmc-doctor"}, "2024-09-01"},
                                     {{"england-2024", "charity"}, "2026-03-01"}};
    for (const Pack& pack : packs) {
        INFO(pack.stack.back());
        Diagnostics diagnostics;
        const auto rules = rule_book(pack.stack, pack.as_of);
        const std::filesystem::path tests =
            std::filesystem::path(NTK_ROOT) / "assets/rulepacks" / (pack.stack.back() + ".tests.yaml");
        const PackTestResult result = run_pack_tests(read_tree_file(tests, diagnostics), rules, diagnostics);
        INFO(diagnostics.render());
        CHECK(result.failures.empty());
        States met;
        for (const auto& [norm, state] : result.seen) met[norm].insert(state);
        CHECK(lost(*rules, met, pack.stack.back()) == "");
    }
}
