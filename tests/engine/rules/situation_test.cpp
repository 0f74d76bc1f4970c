#include "engine/rules/situation.h"

#include <algorithm>

#include "engine/play/views.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

const std::string facts =
    "case: { need: child_in_need, harm: possible }\n"
    "learner: { organisation: school }\n"
    "people: { mia: { role: child }, kay: { role: carer, carer_of: [mia] } }\n"
    "agencies: { csc: { kind: childrens_social_care, onward_risk: [] } }\n"
    "items: { hunger: { about: [mia], use: { csc: essential } }, bruise: { about: [mia], use: { csc: essential } } }\n"
    "requests: { asks: { from: csc, items: [hunger], purpose_given: true } }\n";

Situation read(const std::string& text, Diagnostics& diagnostics) {
    return read_situation_file(read_yaml_text(text, diagnostics), diagnostics);
}

std::string problems(const std::string& text) {
    Diagnostics diagnostics;
    read(text, diagnostics);
    return diagnostics.render();
}

std::string states(const std::vector<Verdict>& verdicts, const std::string& norm) {
    std::string text;
    for (const Verdict& verdict : verdicts)
        if (verdict.norm == norm)
            text += (text.empty() ? "" : ", ") + state_name(verdict.state) + " " + verdict.credit.text();
    return text;
}

}  // namespace

TEST_CASE("a situation reads its header, its words and its steps") {
    Diagnostics diagnostics;
    const Situation situation = read(
        "situation: { title: A try, packs: [england-2024], as_of: 2024-09-01 }\n"
        "names: { mia: Mia, hunger: she is hungry, asks: their question }\n" +
            facts +
            "steps:\n"
            "  - does: [ { record: { parts: [reason] } } ]\n"
            "  - does: []\n"
            "  - { at: \"+1d 09:30\", reveals: [bruise] }\n",
        diagnostics);
    CHECK(diagnostics.render() == "");
    CHECK(situation.title == "A try");
    CHECK(situation.packs == std::vector<std::string>{"england-2024"});
    CHECK(situation.as_of == "2024-09-01");
    REQUIRE(situation.steps.size() == 3);
    CHECK(situation.steps[0].arrival.minutes == 600);
    CHECK(situation.steps[1].arrival.minutes == 660);
    CHECK(situation.steps[2].arrival.minutes == 1440 + 570);
    const auto& v = vocabulary();
    const EntityRef asks{v.request, situation.opening.find(v.request, "asks")};
    const EntityRef bruise{v.item, situation.opening.find(v.item, "bruise")};
    CHECK(situation.steps[0].arrival.reveals == std::vector<EntityRef>{asks});
    CHECK(situation.steps[2].arrival.reveals == std::vector<EntityRef>{bruise});
    CHECK_FALSE(situation.opening.shown(v.item, bruise.entity));
    CHECK(situation.names.items[static_cast<std::size_t>(situation.opening.find(v.item, "hunger"))] == "she is hungry");
    CHECK(situation.names.requests == std::vector<std::string>{"their question"});
}

TEST_CASE("a situation is judged step by step and at the close, with what was done in words") {
    Diagnostics diagnostics;
    const Situation situation =
        read("situation: { title: A try }\nnames: { csc: social care }\n" + facts +
                 "steps:\n"
                 "  - does: [ { withhold: { items: [hunger], from: [csc], reason: privacy } } ]\n"
                 "  - does: [ { share: { items: [hunger, bruise], to: [csc], basis: public_task } } ]\n",
             diagnostics);
    REQUIRE(diagnostics.render() == "");
    const JudgedSituation judged = judge_situation(situation, rule_book({"england-2024"}));
    CHECK(judged.acts == std::vector<std::vector<std::string>>{
                             {"withhold (items: hunger; from: social care; reason: privacy)"},
                             {"share (items: hunger and bruise; to: social care; basis: public task)"}});
    REQUIRE(judged.by_step.size() == 2);
    CHECK(states(judged.by_step[0], "GR1.1").find("breached 0") != std::string::npos);
    CHECK(states(judged.by_step[1], "GR1.3") == "kept 1");
    CHECK(states(judged.at_close, "GR1.1").find("breached") == std::string::npos);
}

TEST_CASE("what ran out of time between two steps is told before the later one, once and under neither") {
    Diagnostics diagnostics;
    std::string urgent = facts;
    urgent.replace(urgent.find("possible"), 8, "actual");
    const Situation situation =
        read("situation: { title: Too late }\n" + urgent +
                 "steps:\n"
                 "  - { at: \"Mon 10:00\", does: [ { record: { parts: [reason] } } ] }\n"
                 "  - { at: \"Mon 11:00\", does: [ { record: { parts: [reason] } } ] }\n"
                 "  - { at: \"Tue 10:00\", does: [ { share: { items: [hunger, bruise], to: [csc] } } ] }\n",
             diagnostics);
    REQUIRE(diagnostics.render() == "");
    const std::shared_ptr<const RuleBook> rules = rule_book({"england-2024"});
    const JudgedSituation judged = judge_situation(situation, rules);
    REQUIRE(judged.ran_out.size() == 3);
    CHECK(judged.ran_out[0].empty());
    CHECK(states(judged.ran_out[1], "GR1.3") == "");
    CHECK(states(judged.ran_out[2], "GR1.3") == "breached 0");
    CHECK(states(judged.by_step[1], "GR1.3") == "");
    CHECK(states(judged.by_step[2], "GR1.3") == "");
    CHECK(states(judged.at_close, "GR1.3") == "repaired 1/2");
    for (const Verdict& verdict : judged.ran_out[2]) {
        CHECK(verdict.decided == 1);
        CHECK_FALSE(stands_in(judged.by_step[1], verdict));
    }
    const auto late = std::find_if(judged.ran_out[2].begin(), judged.ran_out[2].end(),
                                   [](const Verdict& verdict) { return verdict.norm == "GR1.3"; });
    REQUIRE(late != judged.ran_out[2].end());
    const FactFlip flip = change_one_fact(past_of(situation, rules, {2, false}), 1, *late);
    REQUIRE(flip.changes.size() == 1);
    CHECK(flip.then != RuleStanding::fell_short);
}

TEST_CASE("what is wrong with a situation is said at its place") {
    CHECK(problems("situation: { title: x }\n" + facts) ==
          "test.yaml:1:1: error E111: the situation needs at least one step\n"
          "  situation: { title: x }\n"
          "  ^\n"
          "  hint: steps:\n"
          "      - does: [ { record: { parts: [decision, reason] } } ]\n");
    CHECK(problems("situation: { title: x }\n" + facts + "steps:\n  - reveals: [bruse]\n")
              .find("error E301: nothing here is called 'bruse'") != std::string::npos);
    CHECK(problems("situation: { title: x }\n" + facts + "steps:\n  - reveals: [bruse]\n")
              .find("did you mean 'bruise'?") != std::string::npos);
    CHECK(problems("situation: { title: x }\n" + facts + "steps:\n  - at: noon\n")
              .find("error E118: 'noon' is not a time") != std::string::npos);
    CHECK(problems("situation: { title: x }\nnames: { mai: Mia }\n" + facts + "steps: [ { does: [] } ]\n")
              .find("error E301: nothing here is called 'mai'") != std::string::npos);
    CHECK(
        problems("situation: { title: x }\n" + facts + "steps: [ { expect: { GR1.1: kept } } ]\n").find("error E115") !=
        std::string::npos);
}
