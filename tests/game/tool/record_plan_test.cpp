#include "game/tool/record_plan.h"

#include <filesystem>
#include <fstream>

#include "engine/host/source_file.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;
using namespace ntk::tool;

namespace {

RecordedPlan record(const std::string& runs) {
    const std::string text = "# A remark.\nplan: { scenario: two-doors }\nruns:\n" + runs;
    Diagnostics diagnostics;
    const Tree tree = read_yaml_text(text, diagnostics);
    REQUIRE(diagnostics.render() == "");
    const auto scenario = scenario_at(two_doors);
    RecordedPlan recorded = record_plan(text, tree, scenario, rule_book(scenario->packs, scenario->as_of));
    const std::string head = "# A remark.\nplan: { scenario: two-doors }\nruns:\n";
    CHECK(recorded.text.starts_with(head));
    recorded.text.erase(0, head.size());
    return recorded;
}

}  // namespace

TEST_CASE("what differs is put in its place, and nothing else is touched") {
    const RecordedPlan recorded = record(
        "  - { name: well, choices: aaa, ending: slow, breaches: 2 }  # the best\n"
        "\n"
        "  - { name: \"badly, in all\", choices: bba, ending: \"slow\", breaches: 3 }\n");
    CHECK(recorded.problem == "");
    CHECK(recorded.changes == "well: ending slow, now well; breaches 2, now 0\n");
    CHECK(recorded.text ==
          "  - { name: well, choices: aaa, ending: well, breaches: 0 }  # the best\n"
          "\n"
          "  - { name: \"badly, in all\", choices: bba, ending: \"slow\", breaches: 3 }\n");
}

TEST_CASE("a run that says nothing yet is given its ending and its breaches") {
    const RecordedPlan recorded = record(
        "  - { name: well, choices: aaa }\n"
        "  - name: block  # one field to a line\n"
        "    choices: bba  # twice b\n"
        "    breaches: 1\n");
    CHECK(recorded.problem == "");
    CHECK(recorded.changes == "well: ending well; breaches 0\nblock: ending slow; breaches 1, now 3\n");
    CHECK(recorded.text ==
          "  - { name: well, choices: aaa, ending: well, breaches: 0 }\n"
          "  - name: block  # one field to a line\n"
          "    choices: bba  # twice b\n"
          "    ending: slow\n"
          "    breaches: 3\n");
}

TEST_CASE("verdicts are recorded where a run names them") {
    const RecordedPlan recorded =
        record("  - { name: café, choices: bba, ending: slow, breaches: 3, verdicts: { D1: { GR1.1: 'kept' } } }\n");
    CHECK(recorded.problem == "");
    CHECK(recorded.changes == "café: GR1.1 at D1 kept, now breached\n");
    CHECK(recorded.text ==
          "  - { name: café, choices: bba, ending: slow, breaches: 3, verdicts: { D1: { GR1.1: breached } } }\n");
}

TEST_CASE("what cannot be recorded is said, and then nothing is") {
    const std::string runs =
        "  - { name: well, choices: aaa, ending: slow }\n"
        "  - { name: short, choices: aa }\n"
        "  - { name: odd, choices: aaa, verdicts: { D9: { GR1.1: kept } } }\n"
        "  - { name: unjudged, choices: aaa, verdicts: { D1: { GR7.5: kept } } }\n";
    const RecordedPlan recorded = record(runs);
    CHECK(recorded.problem ==
          "short: there are no more choices, and the case stands at D3\n"
          "odd: D9 is never decided; take it out of the run\n"
          "unjudged: GR7.5 is not judged at D1; take it out of the run\n");
    CHECK(recorded.text == runs);
}

TEST_CASE("a plan's file is written as a whole and keeps its rights") {
    const auto folder = std::filesystem::temp_directory_path() / "needtoknow-record-plan";
    std::filesystem::create_directories(folder);
    const auto path = folder / "two-doors.plan.yaml";
    std::ofstream(path) << "plan: { scenario: two-doors }\nruns:\n  - { name: well, choices: aaa }\n";
    std::filesystem::permissions(path, std::filesystem::perms(0644));
    const auto scenario = scenario_at(two_doors);
    const auto rules = rule_book(scenario->packs, scenario->as_of);
    bool failed = true;
    CHECK(record_plan_file(path.string(), scenario, rules, failed) ==
          "Recorded in " + path.string() + ":\nwell: ending well; breaches 0\n");
    CHECK_FALSE(failed);
    CHECK(std::filesystem::status(path).permissions() == std::filesystem::perms(0644));
    CHECK(record_plan_file(path.string(), scenario, rules, failed) ==
          path.string() + " is as it was: every run comes out as planned.\n");
    std::filesystem::remove_all(folder);
    CHECK(record_plan_file(path.string(), scenario, rules, failed)
              .starts_with(path.string() + ": there is no such file"));
    CHECK(failed);
}
