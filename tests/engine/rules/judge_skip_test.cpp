#include <string>
#include <utility>
#include <vector>

#include "engine/rules/score.h"
#include "tests/support/catch.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

// What a skipped decision does to each kind of norm: nothing that could cost, and nothing that could earn.

namespace {

const char* const facts = R"y(
case: { need: child_in_need, harm: likely }
learner: { sector: health }
people:
  mia: { role: child }
  kay: { role: carer, carer_of: [mia] }
agencies:
  desk: { kind: childrens_social_care }
items:
  bruise: { about: [mia], use: { desk: essential } }
  hunger: { about: [mia], grade: reported, use: { desk: essential } }
  mood: { about: [kay], category: special, use: { desk: contested } }
)y";

const std::string duties = R"y(
deadlines:
  soon: { 2024-01-01: [ { clock: 1d, decisions: 2 } ] }
duties:
  - { id: worry, kind: lead, when: "case.harm >= possible", to: "a in agencies where (a.kind is childrens_social_care)", items: "i in items where (i.use[a] is essential and i.about has child)", deadline: soon, cite: src#p, says: A worry. }
)y";

std::shared_ptr<const RuleBook> with(const std::string& norm) {
    return small_book(duties + "norms:\n" + norm_entry("N", norm));
}

struct Step {
    std::string acts;
    bool skipped = false;
};
Step skipped(std::string acts) { return {std::move(acts), true}; }

const std::string nothing = "- record: { parts: [decision] }";
const std::string share_one = "- share: { items: [bruise], to: [desk] }";
const std::string share_both = "- share: { items: [bruise, hunger], to: [desk] }";
const std::string assume = "- assume: { that: someone_will }";
const std::string sorry = "- apologise: { who: [kay] }";

// Plays these decisions an hour apart and says how the norm stands at the close.
std::string close_of(const std::shared_ptr<const RuleBook>& rules, const std::vector<Step>& steps) {
    Trial trial(rules, facts, {"mood"});
    for (std::size_t i = 0; i < steps.size(); ++i) {
        trial.at(i == 0 ? "Mon 10:00" : "+1h");
        steps[i].skipped ? trial.skips(steps[i].acts) : trial.does(steps[i].acts);
        if (steps[i].skipped) CHECK(trial.judge.verdicts_of(static_cast<int>(i)).empty());
    }
    trial.close();
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].skipped) CHECK(trial.judge.verdicts_of(static_cast<int>(i)).empty());
    return trial.states("N");
}

}  // namespace

TEST_CASE("what arose at a skipped decision lapses, whatever is done about it then or later") {
    const auto rules = with("for_each: \"d in dues\"\nform: by\nuntil: duty\ndo: \"d.served\"\n");
    CHECK(close_of(rules, {{nothing}, {share_one}}) == "kept");
    CHECK(close_of(rules, {skipped(nothing), {share_one}}) == "lapsed 0");
    CHECK(close_of(rules, {skipped(nothing), {nothing}}) == "lapsed 0");
    CHECK(close_of(rules, {skipped(share_one), {nothing}}) == "lapsed 0");
    Trial trial(rules, facts);
    trial.at("Mon 10:00");
    trial.skips(nothing);
    trial.close();
    CHECK(trial.only("N").text == "This scene was skipped, so nothing was judged.");
    CHECK(trial.only("N").decided == -1);
    const ScoreCard card = score(trial.judge);
    CHECK(card.overall.offered == 0);
    CHECK(card.overall.lost == 0);
}

TEST_CASE("what would be settled at a skipped decision lapses; what was settled before it stands") {
    const auto rules = with("for_each: \"d in dues\"\nform: by\nuntil: duty\ndo: \"d.served\"\n");
    CHECK(close_of(rules, {{nothing}, skipped(share_one), {nothing}}) == "lapsed 0");
    CHECK(close_of(rules, {{share_one}, skipped(nothing)}) == "kept");
    CHECK(close_of(rules, {{nothing}, skipped(nothing), {share_one}}) == "kept");  // there still was time
    CHECK(close_of(rules, {{nothing}, skipped(nothing), {nothing}}) == "breached");
    CHECK(close_of(rules, {{nothing}, {nothing}, skipped(nothing)}) == "lapsed 0");  // its last chance was skipped
}

TEST_CASE("a time that runs out on the way from a skipped decision belongs to it") {
    const auto rules = with("for_each: \"d in dues\"\nform: by\nuntil: duty\ndo: \"d.served\"\n");
    for (const bool skips : {false, true}) {
        Trial trial(rules, facts);
        trial.step("Mon 10:00", nothing);
        trial.step("+1h", nothing);
        trial.at("+1h");
        skips ? trial.skips(nothing) : trial.does(nothing);
        trial.at("Wed 10:00");
        CHECK(trial.states("N") == (skips ? "lapsed 0" : "breached"));
    }
}

TEST_CASE("an obligation at a moment and one bound to a decision are not asked when a colleague acts") {
    const auto moment = with(
        "for_each: \"d in dues\"\nform: at\nmoment: \"d.served\"\ndo: \"any a in acts have (a.kind is record)\"\n");
    CHECK(close_of(moment, {{nothing}, {share_one}}) == "breached");
    CHECK(close_of(moment, {{nothing}, skipped(share_one)}) == "lapsed 0");
    // Kept before: what a colleague sends on top is not held against it.
    CHECK(close_of(moment, {{share_one + "\n" + nothing}, {"- share: { items: [hunger], to: [desk] }"}}) == "breached");
    CHECK(close_of(moment, {{share_one + "\n" + nothing}, skipped("- share: { items: [hunger], to: [desk] }")}) ==
          "kept");
    const auto decision = with(
        "for_each: decision\nwhen: \"any a in acts have (a.moves)\"\nform: at\ndo: \"any a in acts have (a.kind is "
        "record)\"\n");
    CHECK(close_of(decision, {{share_one}, skipped(share_one), {share_one}}) == "breached, breached");
}

TEST_CASE("a prohibition that a colleague breaks is out of the score, and one that nobody broke goes on binding") {
    const auto rules = with("type: forbid\nfor_each: case\nforbid: \"any a in acts have (a.kind is assume)\"\n");
    CHECK(close_of(rules, {skipped(nothing), {assume}}) == "breached");
    CHECK(close_of(rules, {skipped(nothing), {nothing}}) == "kept");
    CHECK(close_of(rules, {skipped(assume), {nothing}}) == "lapsed 0");
    CHECK(close_of(rules, {{assume}, skipped(nothing)}) == "breached");
    CHECK(close_of(rules, {skipped(nothing)}).empty());  // it never bound the learner
}

TEST_CASE("holding back through a time counts as far as the learner was there") {
    const auto rules =
        with("for_each: case\nform: keep\nuntil: close\nforbid: \"any a in acts have (a.kind is assume)\"\n");
    CHECK(close_of(rules, {{nothing}, skipped(assume), {nothing}}) == "kept");
    CHECK(close_of(rules, {{nothing}, skipped(nothing)}) == "kept");
    CHECK(close_of(rules, {skipped(nothing), {assume}}) == "lapsed 0");
    CHECK(close_of(rules, {{nothing}, skipped(nothing), {assume}}) == "breached");
}

TEST_CASE("nothing is mended at a skipped decision, and there is one more to mend it at") {
    const auto rules = with(R"y(
type: forbid
for_each: case
forbid: "any a in acts have (a.kind is assume)"
repair:
  - { when: "any a in acts have (a.kind is apologise)", within: next_decision, credit: 2/3, says: you said sorry at once. }
)y");
    CHECK(close_of(rules, {{assume}, {sorry}}) == "repaired 2/3");
    CHECK(close_of(rules, {{assume}, {nothing}, {sorry}}) == "breached");
    CHECK(close_of(rules, {{assume}, skipped(nothing), {sorry}}) == "repaired 2/3");
    CHECK(close_of(rules, {{assume}, skipped(nothing), skipped(nothing), {sorry}}) == "repaired 2/3");
    CHECK(close_of(rules, {{assume}, skipped(nothing), {nothing}, {sorry}}) == "breached");
    CHECK(close_of(rules, {{assume}, skipped(sorry)}) == "breached");
}

TEST_CASE("what hangs on a colleague's act lapses as it comes; what the next scene asks does not") {
    const auto own = with(R"y(
for_each: "i in items where (exists(i.sent_to))"
form: by
until: close
do: "exists(i.confirmed_by)"
)y");
    CHECK(close_of(own, {{share_one}, {nothing}}) == "breached");
    CHECK(close_of(own, {skipped(share_one), {nothing}, {nothing}}) == "lapsed 0");
    CHECK(close_of(own, {skipped(nothing), {share_one}, {nothing}}) == "breached");
    const auto asked = with("for_each: \"q in requests\"\nform: by\nuntil: request\ndo: \"q.answered\"\n");
    Trial trial(asked, std::string(facts) + "requests:\n  ask: { from: desk, items: [bruise], due_in: 2h }\n");
    trial.at("Mon 10:00");
    trial.skips(nothing);
    trial.at("+1h", "reveals: [ask]");
    trial.does(nothing);
    trial.close();
    CHECK(trial.states("N") == "breached");
}

TEST_CASE("where practitioners are divided, a skipped decision is out of the score under both readings") {
    const auto rules = with(R"y(
type: forbid
for_each: case
forbid: "any a in acts have (any i in a.items have (any r in a.to have (i.use[r] is none)))"
)y");
    const std::string share_mood = "- share: { items: [mood], to: [desk] }";
    for (const bool skips : {false, true}) {
        Trial trial(rules, facts, {"mood"});
        trial.at("Mon 10:00", "reveals: [mood]");
        skips ? trial.skips(share_mood) : trial.does(share_mood);
        CHECK(trial.judge.verdicts_of(0).empty() == skips);
        trial.at("+1h");
        trial.does(nothing);
        trial.close();
        CHECK(trial.states("N") == (skips ? "lapsed 0" : "contested"));
    }
}

TEST_CASE("a quarter skipped still gives a result, and more does not") {
    const auto rules = with("for_each: decision\nform: at\ndo: \"any a in acts have (a.kind is record)\"\n");
    const auto outcome = [&](int decisions, int skips) {
        Trial trial(rules, facts);
        for (int i = 0; i < decisions; ++i) {
            trial.at(i == 0 ? "Mon 10:00" : "+1h");
            i < skips ? trial.skips(nothing) : trial.does(nothing);
        }
        trial.close();
        return score(trial.judge).skips;
    };
    CHECK_FALSE(outcome(8, 2).too_many());
    CHECK(outcome(8, 3).too_many());
    CHECK(outcome(4, 4).skipped == 4);
}

TEST_CASE("what was skipped never turns into a mark that is reached") {
    const auto strands = [](int chances) {
        std::vector<ScopeScore> all;
        for (const char* id : {"protect", "privacy", "process"}) {
            ScopeScore one{id, id, {}, true};
            one.tally = {100, 0, 100, chances};
            all.push_back(one);
        }
        return all;
    };
    const Tally full{300, 0, 300, 9};
    const Tally empty;
    const PassRule pass{70, 60};
    CHECK(outcome_of(full, strands(3), {}, pass) == Outcome::met);
    CHECK(outcome_of(full, strands(2), {}, pass) == Outcome::met);  // nothing was skipped
    CHECK(outcome_of(full, strands(3), {}, pass, {8, 2}) == Outcome::met);
    CHECK(outcome_of(full, strands(2), {}, pass, {8, 2}) == Outcome::not_enough);
    CHECK(outcome_of(full, strands(3), {}, pass, {8, 3}) == Outcome::not_enough);
    CHECK(outcome_of(full, strands(3), {1, 0, 0}, pass, {8, 2}) == Outcome::refer);
    CHECK(outcome_of(full, strands(3), {2, 0, 0}, pass, {8, 8}) == Outcome::not_yet);  // breaches left open stand
    CHECK(outcome_of(empty, {}, {}, pass, {8, 8}) == Outcome::not_enough);
    for (const Outcome outcome : {Outcome::met, Outcome::refer, Outcome::not_yet, Outcome::not_enough})
        CHECK_FALSE(std::string(outcome_id(outcome)).empty());
}
