// Every norm is at stake somewhere: kept on some way through the shipped cases, and broken on some other; and the tests
// beside its pack show each state it can reach.

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
std::string lost(const RuleBook& rules, const States& met) {
    std::string lines;
    for (const Norm& norm : rules.norms()) {
        if (!has_verdicts(norm)) continue;
        const auto found = met.find(norm.id);
        const std::set<std::string> states = found == met.end() ? std::set<std::string>{} : found->second;
        if (states.count("kept") == 0) lines += norm.id + " is nowhere kept\n";
        if (states.count("breached") + states.count("repaired") + states.count("missed") == 0)
            lines += norm.id + " is nowhere broken\n";
    }
    return lines;
}

// Whether facts that turn on how a divided use is read, the use itself or what is due, decide anything about a family.
bool turns_on_use(const Family& family) {
    const Vocabulary& v = vocabulary();
    Cells divided;
    divided.add(static_cast<std::size_t>(v.use_));
    for (std::size_t field = 0; field < v.schema.fields.size(); ++field)
        if (v.schema.fields[field].kind == v.duty) divided.add(field);
    const FamilyIndex& index = family.index;
    return divided.overlaps(index.trigger) || divided.overlaps(index.moment) || divided.overlaps(index.asked) ||
           divided.overlaps(index.forbidden) || divided.overlaps(index.opening);
}

// The states that a norm can reach, as its parts say (engine.md section 4.2). What lapses is asked of obligations only:
// a prohibition that never bound anyone says nothing.
std::set<std::string> reachable(const Norm& norm, const RuleBook& rules) {
    std::set<std::string> states = {"kept", "breached"};
    for (const Family& family : norm.families) {
        if (!family.repair.empty()) states.insert("repaired");
        if (!family.unless.empty()) states.insert("excused");
        const bool to_duty =
            family.per == Per::entity && vocabulary().schema.table_of(family.bound.element.of) == vocabulary().duty;
        const bool waits =
            norm.type == NormType::oblige && (family.form == Form::by || (family.form == Form::at && family.moment));
        if (waits) states.insert("pending");
        if (waits && to_duty) states.insert("lapsed");
        if (waits && family.form == Form::at) states.insert("missed");
        if (turns_on_use(family)) states.insert("contested");
    }
    const auto lists = [&](const std::vector<std::string>& listed) {
        return std::find(listed.begin(), listed.end(), norm.id) != listed.end();
    };
    for (const Zone& zone : rules.zones())
        if (lists(zone.silences) || lists(zone.suspends)) states.insert("contested");
    return states;
}

// States that a norm of the pack can reach and no test beside it does, one line each.
std::string untested(const RuleBook& rules, const States& met, const std::string& pack) {
    std::string lines;
    for (const Norm& norm : rules.norms()) {
        if (!has_verdicts(norm) || norm.pack != pack) continue;
        const auto found = met.find(norm.id);
        for (const std::string& state : reachable(norm, rules))
            if (found == met.end() || found->second.count(state) == 0) lines += norm.id + " is nowhere " + state + "\n";
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
        const auto rules = shelf.load_for(*scenario, diagnostics);
        REQUIRE(rules);
        for (const auto& [norm, states] : tool::sample_coverage(scenario, rules, ways_at_random).states)
            met[norm].insert(states.begin(), states.end());
    }
    const auto rules = rule_book({"england-2024", "plymouth"});
    CHECK(std::count_if(rules->norms().begin(), rules->norms().end(), has_verdicts) >= 52);
    CHECK(lost(*rules, met) == "");
}

TEST_CASE("the tests beside every pack bring each of its norms into every state it can reach") {
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
        CHECK(untested(*rules, met, pack.stack.back()) == "");
    }
}
