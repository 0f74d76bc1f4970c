#include "engine/rules/pack_tests.h"

#include <filesystem>
#include <map>
#include <set>

#include "engine/host/source_file.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

PackTestResult run(const std::vector<std::string>& stack, const std::string& file) {
    Diagnostics diagnostics;
    const auto rules = rule_book(stack);
    const Tree tests = read_tree_file(std::filesystem::path(NTK_ROOT) / "assets/rulepacks" / file, diagnostics);
    PackTestResult result = run_pack_tests(tests, rules, diagnostics);
    CHECK(diagnostics.render() == "");
    std::string failures;
    for (const std::string& failure : result.failures) failures += failure + "\n";
    CHECK(failures == "");
    return result;
}

// Every norm that judges must be shown kept and fallen short of.
std::string norms_not_shown(const std::vector<std::string>& stack, const PackTestResult& result,
                            const std::string& pack) {
    std::map<std::string, std::set<std::string>> states;
    for (const auto& [norm, state] : result.seen) states[norm].insert(state);
    std::string missing;
    for (const Norm& norm : rule_book(stack)->norms()) {
        if (norm.pack != pack || norm.families.empty() || norm.type == NormType::permit) continue;
        const std::set<std::string>& seen = states[norm.id];
        const bool fell_short = seen.count("breached") > 0 || seen.count("repaired") > 0 || seen.count("missed") > 0;
        if (seen.count("kept") == 0) missing += norm.id + " is never kept\n";
        if (!fell_short) missing += norm.id + " is never breached\n";
    }
    return missing;
}

}  // namespace

TEST_CASE("every norm of england-2024 passes its own tests, kept and breached") {
    const std::vector<std::string> stack = {"england-2024"};
    const PackTestResult result = run(stack, "england-2024.tests.yaml");
    CHECK(result.tests > 0);
    CHECK(norms_not_shown(stack, result, "england-2024") == "");
}

TEST_CASE("every norm of plymouth passes its own tests, kept and breached") {
    const std::vector<std::string> stack = {"england-2024", "plymouth"};
    const PackTestResult result = run(stack, "plymouth.tests.yaml");
    CHECK(result.tests > 0);
    CHECK(norms_not_shown(stack, result, "plymouth") == "");
}

TEST_CASE("a failing expectation is reported with its line and what came out instead") {
    Diagnostics diagnostics;
    const Tree file = read_yaml_text(
        "tests:\n"
        "  - name: a record is kept\n"
        "    case: { harm: likely }\n"
        "    steps:\n"
        "      - { does: [ { record: { parts: [reason], truthful: false } } ], expect: { GR7.6: kept, GR6.2: none } "
        "}\n",
        diagnostics);
    const PackTestResult result = run_pack_tests(file, rule_book({"england-2024"}), diagnostics);
    CHECK(diagnostics.render() == "");
    REQUIRE(result.failures.size() == 1);
    CHECK(result.failures[0] ==
          "line 5, test 'a record is kept': expected GR7.6 kept, got breached 0 critical [decision 1]");
    CHECK(result.expectations == 2);
}

TEST_CASE("a test can say how often a verdict stands, whether it is critical and whether it counts") {
    const char* said =
        "tests:\n"
        "  - name: two worries kept back at once\n"
        "    case: { need: significant_harm, harm: likely }\n"
        "    people: { mia: { role: child } }\n"
        "    agencies: { csc: { kind: childrens_social_care } }\n"
        "    items: { hunger: { use: { csc: essential } }, bruise: { use: { csc: essential } } }\n"
        "    steps:\n"
        "      - does: [ { withhold: { items: [hunger], from: [csc], reason: relationship } },\n"
        "                { withhold: { items: [bruise], from: [csc], reason: no_consent } } ]\n"
        "      - does: [ { share: { items: [bruise], to: [csc] } } ]\n";
    const auto failures = [&](const std::string& expected) {
        Diagnostics diagnostics;
        const Tree file = read_yaml_text(said + std::string("        expect: ") + expected + "\n", diagnostics);
        const PackTestResult result = run_pack_tests(file, rule_book({"england-2024"}), diagnostics);
        CHECK(diagnostics.render() == "");
        std::string lines;
        for (const std::string& failure : result.failures) lines += failure + "\n";
        return lines;
    };
    CHECK(failures("{ GR1.1: breached 0 once critical counted, GR3.1: repaired 3/4 not critical uncounted }") == "");
    const std::string where = "line 11, test 'two worries kept back at once': expected ";
    CHECK(failures("{ GR1.1: breached not critical }") ==
          where + "GR1.1 breached not critical, got breached 0 critical [harm likely, step 1]\n");
    CHECK(failures("{ GR1.1: breached twice }") ==
          where + "GR1.1 breached twice, got breached 0 critical [harm likely, step 1]\n");
    CHECK(failures("{ GR3.1: repaired counted, GR1.1: breached uncounted }") ==
          where + "GR3.1 repaired counted, got repaired 3/4 uncounted [harm likely, step 1]\n" + where +
              "GR1.1 breached uncounted, got breached 0 critical [harm likely, step 1]\n");
}
