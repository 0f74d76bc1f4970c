#include <map>
#include <stdexcept>
#include <string>

#include "engine/play/compose.h"
#include "engine/play/expect.h"
#include "engine/play/what_if.h"
#include "engine/rules/score.h"
#include "engine/study/way.h"
#include "tests/support/bare_verdicts.h"
#include "tests/support/catch.h"
#include "tests/support/deep.h"
#include "tests/support/rule_packs.h"
#include "tests/support/shipped_case.h"

using namespace ntk;

// There are 4^12 ways through Three letters. Proved for all of them: the first seven decisions. From there on: every
// way that leaves the best answers twice or once, and 500 ways at random (2,000 with NTK_DEEP=1), forms included, with
// all options tried at about every fourth decision and otherwise the one taken.

namespace {

const std::string best = "bcdacdacbdab";

const std::shared_ptr<const Scenario>& three_letters() {
    static const auto scenario = shipped_scenario("three-letters");
    return scenario;
}

// An expectation asks what a verdict came to, not how it is told: the thousands of ways are judged without proofs in
// words. Hundreds of ways at random are judged with them, and must come to the same without.
Attempt begin_quickly() {
    return begin_case(three_letters(), rule_book(three_letters()->packs, three_letters()->as_of));
}

// Counts the options tried and keeps what did not come out as meant, with one way that leads there.
struct Proof {
    int tried = 0;
    std::map<std::string, std::string> unexpected;

    // Takes an option and goes on to the next decision.
    Attempt try_option(const Attempt& attempt, const Option& option) {
        Attempt after = attempt;
        if (const std::string refusal = after.choose(option.id); !refusal.empty())
            throw std::runtime_error(attempt.node()->id + option.id + ": " + refusal);
        after.settle();
        ++tried;
        for (const Unexpected& one : compare_expectations(attempt, after))
            unexpected.emplace(
                one.node + one.option + " " + one.norm + ": expected " + one.expected + ", found " + one.found,
                line_of(attempt));
        return after;
    }

    // Tries every option here; hands each over as it stands at the next decision.
    template <class F>
    void every_option(const Attempt& attempt, F&& go_on) {
        for (const Option& option : attempt.node()->options) go_on(option, try_option(attempt, option));
    }

    std::string text() const {
        std::string text;
        for (const auto& [what, line] : unexpected) text += what + " after '" + line + "'\n";
        return text;
    }
};

void in_every_way(Proof& proof, const Attempt& attempt, int decisions_left) {
    if (attempt.ended() || decisions_left == 0) return;
    proof.every_option(attempt,
                       [&](const Option&, const Attempt& after) { in_every_way(proof, after, decisions_left - 1); });
}

void near_the_best(Proof& proof, const Attempt& attempt, int steps_off) {
    if (attempt.ended()) return;
    const char best_here = best[attempt.decisions().size()];
    proof.every_option(attempt, [&](const Option& option, const Attempt& after) {
        const int left = option.id[0] == best_here ? steps_off : steps_off - 1;
        if (left >= 0) near_the_best(proof, after, left);
    });
}

// Answers a form at random; what cannot be sent like that leaves the attempt as it was.
bool compose_at_random(Attempt& attempt, Dice& dice) {
    const Compose& form = attempt.node()->composes.front();
    Answers answers;
    for (const Field& field : compose_form(*three_letters(), attempt.facts(), form).fields) {
        std::vector<std::string>& chosen = answers[field.id];
        for (const Field::Answer& answer : field.answers)
            if (dice.roll(2) == 0 && (field.kind == Field::Kind::pick_many || chosen.empty()))
                chosen.push_back(answer.id);
        if (chosen.empty() && field.kind != Field::Kind::pick_many && !field.answers.empty())
            chosen.push_back(field.answers.front().id);
    }
    return attempt.compose(form.id, answers).empty();
}

}  // namespace

TEST_CASE("every expectation of the first seven decisions of Three letters holds, whatever was done before") {
    Proof proof;
    in_every_way(proof, begin_quickly(), 7);
    CHECK(proof.tried == 4 + 16 + 64 + 256 + 1024 + 4096 + 16384);
    CHECK(proof.text() == "");
}

TEST_CASE("every expectation of Three letters holds up to two steps off the best answers") {
    Proof proof;
    near_the_best(proof, begin_quickly(), 2);
    CHECK(proof.tried > 8'000);
    CHECK(proof.text() == "");
}

TEST_CASE("every expectation of Three letters holds along hundreds of ways at random") {
    Proof proof;
    Dice dice(20'241'122);
    int forms = 0;
    const int runs = deep_check() ? 2'000 : 500;
    for (int run = 0; run < runs; ++run) {
        Attempt attempt = begin(three_letters());
        while (!attempt.ended()) {
            if (dice.roll(4) == 0) proof.every_option(attempt, [](const Option&, const Attempt&) {});
            if (!attempt.node()->composes.empty() && dice.roll(4) == 0 && compose_at_random(attempt, dice)) {
                ++forms;
                attempt.settle();
                continue;
            }
            const auto& options = attempt.node()->options;
            attempt = proof.try_option(attempt, options[dice.roll(options.size())]);
        }
        CHECK(bare_verdicts(past_of(attempt).judged(Proofs::left_out)) == bare_verdicts(attempt.judge()));
    }
    CHECK(proof.tried > 20 * runs);
    CHECK(10 * forms > runs);
    CHECK(proof.text() == "");
}

TEST_CASE("answering Three letters at random fails on average, and is passed by luck once in thirty or less") {
    constexpr int ways = 6000;
    int sum = 0;
    int passed = 0;
    for (std::uint64_t seed = 1; seed <= ways; ++seed) {
        Attempt attempt = begin_quickly();
        play(attempt, random_bot(seed));
        const ScoreCard card = score(attempt.judge());
        sum += card.overall.percent();
        passed += card.outcome == Outcome::met ? 1 : 0;
    }
    INFO(sum / ways << "% on average, " << passed << " passed");
    CHECK(sum / ways < 60);
    CHECK(passed * 30 <= ways);
}

TEST_CASE("what Three letters offers to earn follows from the scenes met, not from conduct") {
    // What practitioners are divided on is never scored, so it is weighed in here on either side; but not where the
    // norm judges what was not due as well, since both readings may then judge alike, and it is a deduction or nothing.
    const auto offered = [](const Judge& judge) {
        int sum = 0;
        for (const Verdict& verdict : judge.verdicts()) {
            if (verdict.credit_class != CreditClass::earn || !verdict.in_scope) continue;
            const std::vector<Family>& families = judge.rules()->norm(verdict.norm)->families;
            const bool either_way = std::any_of(families.begin(), families.end(), [](const Family& family) {
                return family.credit_class == CreditClass::deduct;
            });
            if (verdict.state != VerdictState::contested || !either_way) sum += verdict.weight;
        }
        return sum;
    };
    std::map<std::string, std::map<int, std::string>> by_scenes;
    for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
        Attempt attempt = begin_quickly();
        play(attempt, random_bot(seed));
        std::string scenes;
        for (const Visit& visit : attempt.visits()) scenes += visit.node + "@" + std::to_string(visit.minutes) + " ";
        by_scenes[scenes].emplace(offered(attempt.judge()), line_of(attempt));
    }
    std::string differing;
    for (const auto& [scenes, sums] : by_scenes)
        if (sums.size() > 1)
            differing += sums.begin()->second + " " + std::to_string(sums.begin()->first) + ", " +
                         sums.rbegin()->second + " " + std::to_string(sums.rbegin()->first) + "\n";
    CHECK(differing == "");
    CHECK(by_scenes.size() < 1'400);  // some ways do meet the same scenes
}
