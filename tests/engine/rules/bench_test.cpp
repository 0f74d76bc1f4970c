#include "engine/rules/bench.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

namespace {

const Vocabulary& v() { return vocabulary(); }

const char* const facts = R"y(
case: { need: early_help, harm: none }
people:
  mia: { role: child }
  kay: { role: carer, carer_of: [mia] }
agencies:
  desk: { kind: childrens_social_care }
  school: { kind: school }
items:
  bruise: { about: [mia], use: { desk: essential } }
  hunger: { about: [mia], use: { desk: essential, school: essential } }
  diary: { about: [kay] }
requests:
  ask: { from: desk, items: [bruise, diary], due_in: 2h }
  again: { from: desk, items: [bruise], due_in: 2h }
pulls:
  click: { by: kay, to: [desk], items: [diary] }
events:
  objection: { kind: objection, by: kay, to: desk }
)y";

// Two rules for one kind of duty, the second more urgent, and one for requests.
const std::string duties = R"y(
deadlines:
  soon:
    2024-01-01:
      - { when: "case.harm is immediate", decisions: 0 }
      - { when: "case.harm is actual", decisions: 1 }
      - { when: "case.harm is likely", clock: 1wd, decisions: 2 }
      - { close: true }
duties:
  - { id: worry, kind: lead, when: "case.harm is possible", to: "a in agencies where (a.kind is childrens_social_care)", items: "i in items where (i.use[a] is essential)", silent: "p in people where (not p.reachable)", deadline: soon, cite: src#p, says: A worry. }
  - { id: danger, kind: lead, when: "case.harm >= likely", to: "a in agencies where (a.kind is childrens_social_care)", items: "i in items where (i.use[a] is essential)", deadline: soon, cite: src#p, says: A danger. }
  - { id: asked, kind: request, for_each: "q in requests", to: "a in agencies where (q.from is a)", items: "i in items where (q.items has i and i.use[a] is essential)", deadline: request, cite: src#p, says: A request. }
norms:
)y";

const std::string tell = norm_entry("TELL", R"y(
for_each: "d in dues where (d.kind is lead)"
severity: { base: C }
form: by
until: duty
do: "d.served"
repair: [{ when: "d.served", within: close, credit: 1/2, says: you told them later. }]
explain: { kept: In time., breached: "Not by {deadline}." }
)y");

const std::string answer = norm_entry("ANSWER", R"y(
for_each: "q in requests"
form: by
until: request
do: "q.answered"
)y");

std::shared_ptr<const RuleBook> rules() {
    static const auto book = small_book(duties + tell + answer);
    return book;
}

// The duties so far: "worry, step 1: bruise hunger -> desk; ..." with a star for those whose place another has taken.
std::string due(const Trial& trial) {
    std::string text;
    const Store& store = trial.facts();
    for (int duty = 0; duty < store.count(v().duty); ++duty) {
        text += (text.empty() ? "" : "; ") + store.name(v().duty, duty) + ":";
        store.set(v().duty_items, duty).for_each([&](int item) { text += " " + store.name(v().item, item); });
        text += " ->";
        store.set(v().duty_to, duty).for_each([&](int party) { text += " " + store.name(v().party, party); });
        if (store.number(v().duty_current, duty) == 0) text += " *";
    }
    return text;
}

const std::string nothing = "- assume: { that: someone_will }";
const std::string told = "- share: { items: [bruise, hunger], to: [desk] }";

}  // namespace

TEST_CASE("nothing is due while no rule says so") {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00");
    CHECK(due(trial).empty());
    CHECK(trial.states("TELL").empty());
}

TEST_CASE("a duty opens when its facts come to light, once") {
    Trial trial(rules(), facts);
    trial.step("Mon 10:00", nothing);
    trial.at("+1h", "changes: { case.harm: possible }");
    CHECK(due(trial) == "worry, step 2: bruise hunger -> desk");
    trial.does(nothing);
    trial.step("+1h", nothing);
    CHECK(due(trial) == "worry, step 2: bruise hunger -> desk");
    CHECK(trial.states("TELL") == "pending");
    CHECK(trial.only("TELL").opened == 1);
}

TEST_CASE("a duty opens on the way too, and belongs to the decision to come") {
    Trial trial(rules(), facts);
    trial.step("Mon 10:00", nothing);
    trial.at("+1h", "{ decision: false, changes: { case.harm: possible } }");
    CHECK(due(trial) == "worry, step 2: bruise hunger -> desk");
    trial.step("+1h", nothing);
    CHECK(due(trial) == "worry, step 2: bruise hunger -> desk");
    CHECK(trial.only("TELL").opened == 1);
}

TEST_CASE("what comes to light later opens a duty of its own, and leaves the first as it is") {
    Trial trial(rules(), facts, {"hunger"});
    trial.at("Mon 10:00", "changes: { case.harm: possible }");
    CHECK(due(trial) == "worry, step 1: bruise -> desk");
    trial.does("- share: { items: [bruise], to: [desk] }");
    trial.at("+1h", "reveals: [hunger]");
    CHECK(due(trial) == "worry, step 1: bruise -> desk; worry, step 2: hunger -> desk");
    CHECK(trial.states("TELL") == "kept, pending");
}

TEST_CASE("a more urgent duty takes the place of the one before; a calmer one opens nothing") {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "changes: { case.harm: possible }");
    trial.does(nothing);
    trial.at("+1h", "changes: { case.harm: likely }");
    CHECK(due(trial) == "worry, step 1: bruise hunger -> desk *; danger, step 2: bruise hunger -> desk");
    trial.does(nothing);
    trial.at("+1h", "changes: { case.harm: possible }");
    CHECK(due(trial) == "worry, step 1: bruise hunger -> desk *; danger, step 2: bruise hunger -> desk");
    trial.does(told);
    CHECK(trial.states("TELL") == "kept, kept");
}

TEST_CASE("each request opens a duty of its own, with what of it is needed") {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "changes: { case.harm: possible }");
    trial.does(told);
    trial.at("+1h", "reveals: [ask]");
    CHECK(due(trial) == "worry, step 1: bruise hunger -> desk; asked, step 2, ask: bruise -> desk");
    trial.does("- share: { items: [bruise], to: [desk] }");
    trial.at("+1h", "reveals: [again]");
    CHECK(due(trial) ==
          "worry, step 1: bruise hunger -> desk; asked, step 2, ask: bruise -> desk; asked, step 3, again: bruise -> "
          "desk");
    const Store& store = trial.facts();
    CHECK(store.number(v().duty_served, 1) == 1);
    CHECK(store.number(v().duty_served, 2) == 0);
    CHECK(store.number(v().duty_request, 1) == store.find(v().request, "ask"));
    CHECK(store.number(v().duty_request, 0) == -1);
}

TEST_CASE("what went before counts for a duty that arises by itself when all of it went, and never for a request") {
    Trial all(rules(), facts);
    all.step("Mon 10:00", told);
    all.at("+1h", "{ changes: { case.harm: possible }, reveals: [ask] }");
    CHECK(all.states("TELL") == "kept");
    CHECK(all.facts().number(v().duty_served, 1) == 0);
    CHECK(all.facts().set(v().duty_sent, 1, all.facts().find(v().item, "bruise")).empty());

    Trial some(rules(), facts);
    some.step("Mon 10:00", "- share: { items: [bruise], to: [desk] }");
    some.at("+1h", "changes: { case.harm: possible }");
    CHECK(some.states("TELL") == "pending");
    CHECK(some.facts().set(v().duty_sent, 0, some.facts().find(v().item, "bruise")).count() == 1);
}

TEST_CASE("the first duty to a lead ends the quiet time") {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "reveals: [ask]");
    CHECK(trial.facts().number(v().phase_open, 0) == 1);
    trial.does(nothing);
    trial.at("+1h", "changes: { case.harm: possible }");
    CHECK(trial.facts().number(v().phase_open, 0) == 0);
}

TEST_CASE("who need not be told is kept as it stood when the duty opened") {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "changes: { case.harm: possible, kay.reachable: false }");
    trial.does(nothing);
    trial.at("+1h", "changes: { kay.reachable: true }");
    CHECK(trial.facts().set(v().duty_silent, 0) == Bits::of(trial.facts().find(v().party, "kay")));
}

TEST_CASE("a scene is a decision point when a duty, request, pull or event arrives") {
    const auto point = [](const std::string& scene) {
        Trial trial(rules(), facts, {"diary"});
        trial.step("Mon 10:00", nothing);
        trial.at("+1h", scene);
        return trial.facts().number(v().decision_point, 1) != 0;
    };
    CHECK(point("reveals: [ask]"));
    CHECK(point("reveals: [click]"));
    CHECK(point("reveals: [objection]"));
    CHECK(point("changes: { case.harm: possible }"));
    CHECK_FALSE(point("reveals: [diary]"));
    CHECK_FALSE(point("changes: { case.need: child_in_need }"));
}

namespace {

struct Late {
    int decision;          // at which decision it is told, from 0
    const char* at;        // when that decision is made
    const char* expected;  // how it stands then
};

// Harm is seen on Monday at ten, at the first decision; all decisions before the one that tells are made at ten past.
std::string told_at(const char* harm, const Late& late) {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", std::string("changes: { case.harm: ") + harm + " }");
    for (int i = 0; i < late.decision; ++i) {
        trial.does(nothing);
        trial.at(i + 1 == late.decision ? late.at : "Mon 10:10");
    }
    trial.does(told);
    return trial.states("TELL");
}

}  // namespace

TEST_CASE("a deadline is the later of a working day and two decisions") {
    for (const Late& late : std::vector<Late>{{0, "Mon 10:00", "kept"},
                                              {1, "Thu 10:00", "kept"},
                                              {2, "Tue 09:59", "kept"},
                                              {2, "Tue 10:00", "kept"},
                                              {2, "Tue 10:01", "kept"},
                                              {2, "w2 Mon 10:00", "kept"},
                                              {3, "Tue 09:59", "kept"},
                                              {3, "Tue 10:00", "kept"},
                                              {3, "Tue 10:01", "repaired 1/2"},
                                              {4, "Tue 10:00", "kept"},
                                              {4, "Tue 10:01", "repaired 1/2"}}) {
        INFO(late.decision << " " << late.at);
        CHECK(told_at("likely", late) == late.expected);
    }
}

TEST_CASE("when harm is happening the next decision is the last in time; when it is now, this one") {
    CHECK(told_at("actual", {0, "Mon 10:00", ""}) == "kept");
    CHECK(told_at("actual", {1, "Mon 10:20", ""}) == "kept");
    CHECK(told_at("actual", {1, "Fri 10:20", ""}) == "kept");
    CHECK(told_at("actual", {2, "Mon 10:20", ""}) == "repaired 1/2");
    CHECK(told_at("immediate", {0, "Mon 10:00", ""}) == "kept");
    CHECK(told_at("immediate", {1, "Mon 10:01", ""}) == "repaired 1/2");
}

TEST_CASE("without a clock the duty stays open to the end") {
    CHECK(told_at("possible", {5, "w30 Mon 10:00", ""}) == "kept");
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "changes: { case.harm: possible }");
    trial.does(nothing);
    trial.step("w9 Mon 10:00", nothing);
    CHECK(trial.states("TELL") == "pending");
    trial.close();
    CHECK(trial.states("TELL") == "breached");
    CHECK(trial.only("TELL").text == "Not by the end.");
    CHECK(trial.only("TELL").decided == 0);
}

TEST_CASE("what was left undone when time ran out belongs to the decision before, and is critical by the harm then") {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "changes: { case.harm: likely }");
    trial.does(nothing);
    trial.step("+1h", nothing);
    trial.step("+1h", nothing);
    trial.at("Tue 10:01", "{ decision: false, changes: { case.harm: possible } }");
    const Verdict verdict = trial.only("TELL");
    CHECK(verdict_text(verdict) == "breached critical");
    CHECK(verdict.opened == 0);
    CHECK(verdict.decided == 2);
    CHECK(verdict.text == "Not by week 1, Tuesday 10.00.");
    CHECK(trial.facts().number(v().duty_overdue, 0) == 1);
    const auto of_last = trial.judge.verdicts_of(2);
    REQUIRE(of_last.size() == 1);
    CHECK(of_last[0].norm == "TELL");
    CHECK(trial.judge.verdicts_of(1).empty());
}

TEST_CASE("a duty is overdue only once clock and decisions have both passed") {
    const auto overdue = [](const Trial& trial) { return trial.facts().number(v().duty_overdue, 0) != 0; };
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "changes: { case.harm: likely }");
    trial.does(nothing);
    trial.at("Tue 10:01");
    CHECK_FALSE(overdue(trial));
    trial.does(nothing);
    trial.at("Tue 10:02");
    CHECK_FALSE(overdue(trial));
    trial.does(nothing);
    trial.at("Tue 10:03");
    CHECK(overdue(trial));
}

TEST_CASE("an answer is in time until the request says, or at the decision it came with, whichever is later") {
    const auto answered = [](int decision, const char* at) {
        Trial trial(rules(), facts);
        trial.at("Mon 10:00", "reveals: [ask]");
        for (int i = 0; i < decision; ++i) {
            trial.does(nothing);
            trial.at(at);
        }
        trial.does("- answer: { to: [desk], request: ask }");
        trial.close();
        return trial.states("ANSWER");
    };
    CHECK(answered(0, "") == "kept");
    CHECK(answered(1, "Mon 11:59") == "kept");
    CHECK(answered(1, "Mon 12:00") == "kept");
    CHECK(answered(1, "Mon 12:01") == "breached");
    CHECK(answered(3, "Mon 12:00") == "kept");
}

TEST_CASE("a request comes with its decision even when time has run on") {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "{ decision: false, reveals: [ask] }");
    trial.at("Tue 10:00");
    CHECK(trial.states("ANSWER") == "pending");
    trial.does("- answer: { to: [desk], request: ask }");
    CHECK(trial.states("ANSWER") == "kept");
}

TEST_CASE("instances are named the same under both readings") {
    Trial trial(rules(), facts);
    trial.at("Mon 10:00", "{ changes: { case.harm: possible }, reveals: [ask] }");
    CHECK(trial.only("TELL").key == "worry, step 1");
    CHECK(trial.only("ANSWER").key == "ask");
}

TEST_CASE("a small bench can be asked for its file and its instances") {
    Trial trial(rules(), facts);
    Store opening = trial.opening;
    Bench bench(*rules(), opening, Reading::as_needed, std::make_shared<const Names>(), Proofs::written);
    Arrival arrival;
    arrival.decision = true;
    Setting harm;
    harm.fact = v().case_harm;
    harm.entity = 0;
    harm.number = enum_value(v().harm, "likely");
    arrival.changes = {harm};
    bench.arrive(arrival);
    REQUIRE(bench.instances().size() == 1);
    const Instance& instance = bench.instances().front();
    CHECK(bench.norm_of(instance).id == "TELL");
    CHECK(bench.key_of(instance) == "danger, step 1");
    CHECK(instance.state == VerdictState::pending);
    CHECK(instance.deadline == 1440);
    CHECK(instance.deadline_decision == 2);
    CHECK(bench.text_when_kept(instance) == "In time.");
    CHECK(bench.file().decision() == 0);
    bench.close();
    CHECK(bench.instances().front().state == VerdictState::breached);
}
