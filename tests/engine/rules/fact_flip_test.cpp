#include "engine/rules/fact_flip.h"

#include <algorithm>

#include "engine/rules/situation.h"

#include "tests/support/catch.h"
#include "tests/support/oracle_engine.h"
#include "tests/support/oracle_stories.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

std::shared_ptr<const RuleBook> shipped() { return rule_book({"england-2024", "plymouth"}); }

// The standings of a norm at a decision.
std::vector<RuleStanding> standings(const Judge& judge, int decision, const std::string& norm) {
    std::vector<RuleStanding> all;
    for (const Verdict& one : judge.verdicts_of(decision))
        if (one.norm == norm) all.push_back(standing_of(one));
    return all;
}

bool has(const std::vector<RuleStanding>& all, RuleStanding one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

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

TEST_CASE("in random situations, the change that is told really flips the verdict and nothing else is changed") {
    oracle::Dice dice(20260411);
    int found = 0;
    int none = 0;
    for (int round = 0; round < 12; ++round) {
        const PastCase past = oracle::engine_past(oracle::random_story(dice), shipped());
        const Judge judge = past.judged(Proofs::written);
        std::vector<Verdict> verdicts;
        for (int d = 0; d <= judge.decision(); ++d)
            for (Verdict& one : judge.verdicts_of(d)) {
                one.decided = d;
                verdicts.push_back(std::move(one));
            }
        for (int picked = 0; picked < 4 && !verdicts.empty(); ++picked) {
            const Verdict& verdict = dice.pick(verdicts);
            INFO("round " << round << ": " << verdict.norm << ", " << verdict.key);
            const FactFlip flip = change_one_fact(past, verdict.decided, verdict);
            CHECK(flip.words.find('{') == std::string::npos);
            CHECK(flip.changes.empty() == flip.words.empty());
            if (flip.changes.empty()) {
                ++none;
                continue;
            }
            ++found;
            PastCase other = past;
            for (const FactChanged& change : flip.changes) {
                CHECK(change.was != change.would_be);
                CHECK_FALSE(vocabulary().schema.fields[static_cast<std::size_t>(change.fact.fact)].conduct);
                other = with_fact(std::move(other), past.moment_of(verdict.decided), change.fact);
            }
            const auto before = standings(judge, verdict.decided, verdict.norm);
            const auto after = standings(other.judged(Proofs::written), verdict.decided, verdict.norm);
            CHECK(has(before, standing_of(verdict)));
            CHECK_FALSE(has(after, standing_of(verdict)));
            if (!after.empty()) CHECK(has(after, flip.then));
            // The same question has the same answer.
            CHECK(change_one_fact(past, verdict.decided, verdict).words == flip.words);
        }
    }
    CHECK(found > 12);
    CHECK(found + none > 30);
}
