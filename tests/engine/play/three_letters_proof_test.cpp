#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "engine/play/views.h"
#include "engine/rules/score.h"
#include "tests/support/catch.h"
#include "tests/support/rule_trial.h"
#include "tests/support/shipped_case.h"

using namespace ntk;

// What is proved here runs along the best answers; three_letters_proof_speed_test.cpp leaves them in every way it can, and
// engine/study/shipped_cases_speed_test.cpp has what holds for every case.

namespace {

const char* const best = "bcdacdacbdab";

const std::shared_ptr<const Scenario>& three_letters() {
    static const auto scenario = shipped_scenario("three-letters");
    return scenario;
}

ScoreCard result_of(const std::string& line) {
    Attempt attempt = begin(three_letters());
    play(attempt, line);
    REQUIRE(attempt.ended());
    return score(attempt.judge());
}

// At every decision along `line` tries every option, and hands over the attempt before and after it.
template <class F>
void try_all_options(const std::string& line, F&& look) {
    Attempt attempt = begin(three_letters());
    for (const char taken : line) {
        REQUIRE(attempt.deciding());
        for (const Option& option : attempt.node()->options) {
            Attempt tried = attempt;
            REQUIRE(tried.choose(option.id).empty());
            tried.settle();
            look(attempt, option, tried);
        }
        play(attempt, std::string(1, taken));
    }
}

// The states, credits and counts of all verdicts, without words: what may not depend on order or repetition.
std::string outcome_text(const Judge& judge) {
    std::vector<std::string> lines;
    for (const Verdict& verdict : judge.verdicts())
        lines.push_back(verdict.norm + " [" + verdict.key + "] " + verdict_text(verdict) + " " +
                        std::to_string(verdict.opened) + "-" + std::to_string(verdict.decided) +
                        (verdict.in_scope ? "" : " out of scope") + " " + verdict.text);
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

}  // namespace

TEST_CASE("every expectation of Three letters is looked at somewhere along the best answers or one step off them") {
    // An expectation whose `when` never holds would prove nothing.
    std::map<std::string, bool> seen;
    const auto look = [&](const Attempt& before, const Option& option, const Attempt&) {
        for (const Expectation& expected : option.expect)
            if (before.holds(expected.when))
                seen[before.node()->id + option.id + " " + expected.norm + " " + expected.state + " " +
                     expected.credit] = true;
    };
    for (const char* line : {best, "acdacdacbdab", "bcdacaacbdab", "acdacaacbdab"}) try_all_options(line, look);
    std::string unseen;
    for (const Node& node : three_letters()->nodes)
        for (const Option& option : node.options)
            for (const Expectation& expected : option.expect) {
                const std::string key =
                    node.id + option.id + " " + expected.norm + " " + expected.state + " " + expected.credit;
                if (!seen[key]) unseen += key + "\n";
            }
    CHECK(unseen == "");
}

TEST_CASE("the best answers keep every norm of Three letters") {
    Attempt attempt = begin(three_letters());
    play(attempt, best);
    REQUIRE(attempt.ended());
    const ScoreCard card = score(attempt.judge());
    std::string fell_short_text;
    int kept = 0;
    for (const Verdict& verdict : card.verdicts) {
        const bool fine = verdict.state == VerdictState::kept || verdict.state == VerdictState::excused ||
                          verdict.state == VerdictState::contested || verdict.state == VerdictState::lapsed;
        kept += verdict.state == VerdictState::kept ? 1 : 0;
        if (!fine)
            fell_short_text +=
                verdict.norm + " [" + verdict.key + "] " + verdict_text(verdict) + ": " + verdict.text + "\n";
    }
    CHECK(fell_short_text == "");
    CHECK(kept > 100);
    CHECK(card.overall.percent() == 100);
    CHECK(card.overall.lost == 0);
    for (const ScopeScore& strand : card.strands) {
        INFO(strand.id);
        CHECK(strand.tally.percent() == 100);
        CHECK(strand.enough);
    }
    for (const auto* scopes : {&card.rules, &card.points})
        for (const ScopeScore& scope : *scopes) {
            INFO(scope.id);
            CHECK((scope.tally.percent() == 100 || scope.tally.percent() == -1));
        }
    CHECK(card.criticals.empty());
    CHECK(card.outcome == Outcome::met);
    CHECK(attempt.ending()->id == "held");
    CHECK(card.balance.enough);
    CHECK(card.balance.hit_rate_percent() == 100);
    CHECK(card.balance.false_alarm_percent() == 0);
}

TEST_CASE("either answer that practitioners are divided on leaves the best result of Three letters as it is") {
    for (const char* line : {"bcdacdacadab", "bcdacdacbdab"}) {
        INFO(line);
        const ScoreCard card = result_of(line);
        CHECK(card.overall.percent() == 100);
        CHECK(card.outcome == Outcome::met);
        CHECK(std::any_of(card.verdicts.begin(), card.verdicts.end(),
                          [](const Verdict& v) { return v.state == VerdictState::contested; }));
    }
}

TEST_CASE("the habits of the design end as it says, and pass nothing") {
    struct Habit {
        const char* name;
        const char* line;
        const char* ending;
    };
    for (const Habit& habit : std::vector<Habit>{{"share more", "cabbbbbacacd", "exposed"},
                                                 {"share less", "abacdacbabda", "late"},
                                                 {"please the parent", "dbadcadcaacc", "late"},
                                                 {"longest", "abdcccdadacb", "exposed"},
                                                 {"shortest", "ddcabbabacda", "late"}}) {
        Attempt attempt = begin(three_letters());
        play(attempt, habit.line);
        const ScoreCard card = score(attempt.judge());
        INFO(habit.name << " " << card.overall.percent() << "%");
        CHECK(attempt.ending()->id == habit.ending);
        CHECK(card.outcome == Outcome::not_yet);
        CHECK(card.overall.percent() < 70);
    }
}

TEST_CASE("the balance tells sharing too much from holding back in Three letters") {
    CHECK(result_of("cabbbbbacacd").balance.words() == "You lean towards sharing too much.");
    CHECK(result_of("abacdacbabda").balance.words() == "You lean towards holding back.");
    CHECK(result_of(best).balance.words() == "You lean neither way: what was due went out, and nothing more.");
    CHECK(result_of("cabbbbbacacd").balance.lean_percent() > 0);
    CHECK(result_of("abacdacbabda").balance.lean_percent() < 0);
}

TEST_CASE("every verdict of every option of Three letters is explained, with no slot left open") {
    std::string faults;
    int looked_at = 0;
    try_all_options(best, [&](const Attempt& before, const Option& option, const Attempt& after) {
        for (const Verdict& verdict : after.judge().verdicts()) {
            if (verdict.state == VerdictState::pending && verdict.last_in_force < 0) continue;
            if (verdict.state == VerdictState::lapsed) continue;  // never shown: nothing came of it
            ++looked_at;
            const std::string& text = verdict.text;
            const bool whole = !text.empty() && text.find_first_of("{}") == std::string::npos &&
                               text.find("  ") == std::string::npos && text.find(" .") == std::string::npos &&
                               text.find(" ,") == std::string::npos && (text.back() == '.' || text.back() == '?') &&
                               !(text.front() >= 'a' && text.front() <= 'z');
            const bool known =
                !verdict.facts.empty() || verdict.credit_class == CreditClass::deduct || text.size() > 10;
            if (!whole || !known)
                faults += before.node()->id + option.id + " " + verdict.norm + " [" + verdict.key + "] " +
                          state_name(verdict.state) + ": '" + text + "'\n";
        }
    });
    CHECK(faults == "");
    CHECK(looked_at > 1000);
}

TEST_CASE("the order in which acts of one decision are written changes nothing in Three letters") {
    try_all_options(best, [&](const Attempt& before, const Option& option, const Attempt& after) {
        std::vector<Act> acts = after.decisions().back().acts;
        Judge forward = before.judge();
        forward.act(acts);
        forward.close();
        std::reverse(acts.begin(), acts.end());
        Judge backward = before.judge();
        backward.act(acts);
        backward.close();
        INFO(before.node()->id << option.id);
        CHECK(outcome_text(forward) == outcome_text(backward));
    });
}

TEST_CASE("doing the same thing twice in one decision changes nothing in Three letters") {
    try_all_options(best, [&](const Attempt& before, const Option& option, const Attempt& after) {
        const std::vector<Act>& acts = after.decisions().back().acts;
        Judge once = before.judge();
        once.act(acts);
        once.close();
        std::vector<Act> doubled = acts;
        doubled.insert(doubled.end(), acts.begin(), acts.end());
        Judge twice = before.judge();
        twice.act(doubled);
        twice.close();
        INFO(before.node()->id << option.id);
        CHECK(outcome_text(once) == outcome_text(twice));
    });
}

TEST_CASE("the order in which facts of one scene come to light changes nothing in Three letters") {
    const auto run = [](bool reversed) {
        Attempt attempt = begin(three_letters());
        play(attempt, best);
        Judge judge(attempt.judge().rules(), three_letters()->opening, {});
        std::size_t made = 0;
        for (const Visit& visit : attempt.visits()) {
            Arrival arrival = arrival_at(*three_letters(), *three_letters()->node(visit.node), visit.minutes);
            if (reversed) {
                std::reverse(arrival.reveals.begin(), arrival.reveals.end());
                std::reverse(arrival.changes.begin(), arrival.changes.end());
                std::reverse(arrival.story.begin(), arrival.story.end());
            }
            judge.arrive(arrival);
            if (arrival.decision) judge.act(attempt.decisions()[made++].acts);
        }
        judge.close();
        return outcome_text(judge);
    };
    const std::string forward = run(false);
    CHECK(forward.size() > 1000);
    CHECK(forward == run(true));
}

TEST_CASE("the same course of Three letters says the same, byte for byte") {
    const auto run = [](const std::string& line) {
        Attempt attempt = begin(three_letters());
        play(attempt, line);
        return all_text(attempt.judge().verdicts());
    };
    for (const char* line : {best, "cabbbbbacacd", "abacdacbabda"}) CHECK(run(line) == run(line));
}

TEST_CASE("trying every option of Three letters leaves the attempt as it was") {
    Attempt attempt = begin(three_letters());
    play(attempt, "bcdac");
    const std::string before = all_text(attempt.judge().verdicts());
    for (const Option& option : attempt.node()->options) {
        Attempt tried = attempt;
        play(tried, option.id + "acbdab");
        CHECK(all_text(tried.judge().verdicts()) != before);
    }
    CHECK(all_text(attempt.judge().verdicts()) == before);
    play(attempt, "dacbdab");
    Attempt direct = begin(three_letters());
    play(direct, best);
    CHECK(all_text(attempt.judge().verdicts()) == all_text(direct.judge().verdicts()));
}
