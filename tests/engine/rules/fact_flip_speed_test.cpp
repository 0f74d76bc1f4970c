#include <algorithm>

#include "engine/rules/fact_flip.h"
#include "tests/support/catch.h"
#include "tests/support/deep.h"
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

}  // namespace

TEST_CASE("in random situations, the change that is told really flips the verdict and nothing else is changed") {
    oracle::Dice dice(20260411);
    int found = 0;
    int none = 0;
    for (int round = 0; round < (deep_check() ? 200 : 20); ++round) {
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
    CHECK(found > 20);
    CHECK(found + none > 50);
}
