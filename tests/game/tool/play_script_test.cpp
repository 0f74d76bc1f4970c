#include "game/tool/play_script.h"

#include "engine/host/source_file.h"
#include "engine/play/attempt.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;
using namespace ntk::tool;

namespace {

std::string inputs(const std::string& written) {
    std::string problem, text;
    for (const ScriptedChoice& choice : read_choices(written, problem)) {
        text += choice.input.id;
        for (const auto& [field, ids] : choice.input.answers) {
            text += " " + field + "=";
            for (const std::string& id : ids) text += "[" + id + "]";
        }
        text += ";";
    }
    return problem.empty() ? text : problem;
}

ScriptedRun run(const std::string& path, const std::string& written) {
    std::string problem;
    const auto scenario = scenario_at(path);
    return run_script(scenario, rule_book(scenario->packs, scenario->as_of), Mode::practice, 0,
                      read_choices(written, problem));
}

std::string plan_text(const std::string& yaml, const std::string& path, bool& failed) {
    Diagnostics diagnostics;
    const Plan plan = read_plan(read_yaml_text(yaml, diagnostics), diagnostics);
    CHECK(diagnostics.render() == "");
    const auto scenario = scenario_at(path);
    return run_plan(plan, scenario, rule_book(scenario->packs, scenario->as_of), failed);
}

}  // namespace

TEST_CASE("choices are ids with commas, letters without, and forms in braces") {
    CHECK(inputs("b,c, a") == "b;c;a;");
    CHECK(inputs("bca") == "b;c;a;");
    CHECK(inputs("wait,own:{items=a+b;to=csc;redact=},b") == "wait;own items=[a][b] redact= to=[csc];b;");
    CHECK(inputs("b,,c") == "there is an empty choice");
    CHECK(inputs("own:{items}") == "'own:{items}' is not written like own:{items=a+b;to=csc}");
    CHECK(inputs("own:items=a") == "'own:items=a' is not written like own:{items=a+b;to=csc}");
}

TEST_CASE("a script runs to the end, or says where it stopped") {
    CHECK(run(two_doors, "aaa").problem.empty());
    CHECK(run(two_doors, "aa").problem == "there are no more choices, and the case stands at D3");
    CHECK(run(two_doors, "aaaa").problem == "the case was over after 3 choices");
    CHECK(run(two_doors, "a,z").problem == "at D2: There is no choice 'z' here");
    CHECK(run(two_doors, "b,own:{items=gossip},a").problem == "at D2: 'gossip' is not an answer to: What do you send?");
    const ScriptedRun composed = run(two_doors, "b,own:{items=hunger+alone;to=csc;redact=joe;tell=kay},a");
    CHECK(composed.problem.empty());
    CHECK(composed.player->attempt().ending()->id == "slow");
}

TEST_CASE("decisions with a breach are counted as they stood then") {
    CHECK(run(two_doors, "aaa").breaches == 0);
    CHECK(run(two_doors, "bba").breaches == 3);
}

TEST_CASE("a plan says which runs did not come out as planned") {
    bool failed = false;
    CHECK(plan_text("plan: { scenario: two-doors }\n"
                    "runs:\n"
                    "  - { name: well, choices: aaa, ending: well, breaches: 0, verdicts: { D1: { GR2.1: kept, GR6.4: "
                    "kept } } }\n",
                    two_doors, failed) == "well: as planned\n");
    CHECK_FALSE(failed);
    CHECK(plan_text("plan: { scenario: two-doors }\n"
                    "runs:\n"
                    "  - { name: badly, choices: bba, ending: well, breaches: 0, verdicts: { D1: { GR1.1: kept }, D9: "
                    "{ GR1.1: kept } } }\n"
                    "  - { name: short, choices: [a] }\n",
                    two_doors, failed) ==
          "badly: the ending is slow, not well; 3 decisions have a breach, not 0; GR1.1 at D1 is not kept; D9 was "
          "never decided\n"
          "short: there are no more choices, and the case stands at D2\n");
    CHECK(failed);
}

TEST_CASE("a plan written badly is refused at its place") {
    Diagnostics diagnostics;
    read_plan(read_yaml_text("plan: { scenario: x }\nruns:\n  - { name: a, chioces: abc }\n", diagnostics),
              diagnostics);
    CHECK(diagnostics.render() ==
          "test.yaml:3:16: error E115: the run has no field named 'chioces'\n"
          "    - { name: a, chioces: abc }\n"
          "                 ^\n"
          "  hint: did you mean 'choices'?\n");
}

TEST_CASE("Three letters comes out as its author planned") {
    Diagnostics diagnostics;
    const Plan plan = read_plan(read_tree_file("scenarios/three-letters.plan.yaml", diagnostics), diagnostics);
    REQUIRE(diagnostics.render() == "");
    REQUIRE(plan.runs.size() >= 6);
    const auto scenario = scenario_at(three_letters);
    bool failed = false;
    const std::string text = run_plan(plan, scenario, rule_book(scenario->packs, scenario->as_of), failed);
    INFO(text);
    CHECK_FALSE(failed);
}
