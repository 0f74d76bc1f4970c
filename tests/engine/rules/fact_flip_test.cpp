#include "engine/rules/fact_flip.h"

#include "engine/rules/situation.h"

#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

std::shared_ptr<const RuleBook> shipped() { return rule_book({"england-2024", "plymouth"}); }

// The verdict on a norm at a decision; fails the test when there is not exactly one.
Verdict the_one(const Judge& judge, int decision, const std::string& norm) {
    std::vector<Verdict> found;
    for (const Verdict& one : judge.verdicts_of(decision))
        if (one.norm == norm) found.push_back(one);
    REQUIRE(found.size() == 1);
    return found.front();
}

Situation situation(const std::string& text) {
    Diagnostics diagnostics;
    Situation read = read_situation_file(read_yaml_text(text, diagnostics), diagnostics);
    REQUIRE(diagnostics.render() == "");
    return read;
}

// The mother of a child at risk is not told before social care is.
std::string untold(const std::string& mother, const std::string& harm = "possible") {
    return "situation: { title: A try }\n"
           "names: { mia: Mia, kay: Kay, csc: the front door, hunger: the notes on lunch }\n"
           "case: { need: child_in_need, harm: " +
           harm +
           " }\n"
           "learner: { organisation: school }\n"
           "people: { mia: { role: child }, kay: { role: carer, carer_of: [mia], contact_with_child: true" +
           mother +
           " } }\n"
           "agencies: { csc: { kind: childrens_social_care, onward_risk: [] } }\n"
           "items: { hunger: { about: [mia], use: { csc: essential } } }\n"
           "steps:\n"
           "  - does: [ { share: { items: [hunger], to: [csc], basis: public_task } } ]\n";
}

FactFlip flip_of(const std::string& text, const std::string& norm) {
    const PastCase past = past_of(situation(text), shipped());
    return change_one_fact(past, 0, the_one(past.judged(Proofs::written), 0, norm));
}

}  // namespace

TEST_CASE("what broke a rule is told with the fact that would have excused it") {
    const FactFlip flip = flip_of(untold(""), "GR2.1");
    REQUIRE(flip.changes.size() == 1);
    CHECK(flip.then == RuleStanding::excused);
    CHECK(flip.all_tried);
    CHECK(flip.words ==
          "There was no reason to believe that telling Kay raises the risk. If there had been reason to believe that "
          "telling Kay raises the risk, an exception to this rule would have applied: There was reason to believe that "
          "telling them could raise the risk.");
    CHECK(flip.changes[0].path == "kay.unsafe_to_tell");
    CHECK(flip.changes[0].was == "no");
    CHECK(flip.changes[0].would_be == "yes");
}

TEST_CASE("what was excused is told with the fact that the excuse hangs on") {
    const FactFlip flip = flip_of(untold(", unsafe_to_tell: true"), "GR2.1");
    REQUIRE(flip.changes.size() == 1);
    CHECK(flip.changes[0].path == "kay.unsafe_to_tell");
    CHECK(flip.then == RuleStanding::fell_short);
    CHECK(
        flip.words.starts_with("There was reason to believe that telling Kay raises the risk. If there had been no "
                               "reason to believe that telling Kay raises the risk, this rule would not have been "
                               "kept: "));
}

TEST_CASE("what was kept is told with the fact that made it matter") {
    const FactFlip flip = flip_of(untold(""), "DA.1");
    REQUIRE(flip.changes.size() == 1);
    CHECK(flip.verdict.state != VerdictState::kept);
    CHECK(flip.words.find(". If ") != std::string::npos);
}

TEST_CASE("a verdict that rests on what was done has no fact that would change it") {
    const FactFlip flip = flip_of(untold(""), "GR7.1");
    CHECK(flip.changes.empty());
    CHECK(flip.words == "");
}

TEST_CASE("a fact is changed where it was last stated, and what comes later stands") {
    PastCase past;
    const Vocabulary& v = vocabulary();
    past.rules = shipped();
    Setting harm;
    harm.fact = v.case_harm;
    harm.entity = 0;
    for (const int value : {1, 2, 4}) {
        PastMoment moment;
        moment.arrival.decision = true;
        harm.number = value;
        if (value != 2) moment.arrival.changes = {harm};
        past.moments.push_back(moment);
    }
    CHECK(facts_written(past, 1).number(v.case_harm, 0) == 1);
    harm.number = 3;
    const PastCase changed = with_fact(past, 1, harm);
    CHECK(facts_written(changed, 0).number(v.case_harm, 0) == 3);
    CHECK(facts_written(changed, 1).number(v.case_harm, 0) == 3);
    CHECK(facts_written(changed, 2).number(v.case_harm, 0) == 4);
    CHECK(changed.opening.number(v.case_harm, 0) == 0);
    CHECK(past.moment_of(2) == 2);
    CHECK(past.moment_of(3) == -1);
}
