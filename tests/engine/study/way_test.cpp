#include "engine/study/way.h"

#include <map>
#include <set>

#include "engine/study/least_used.h"
#include "engine/study/plan.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

Attempt at_start() {
    const auto scenario = scenario_at(two_doors);
    return begin_case(scenario, rule_book(scenario->packs, scenario->as_of));
}

Attempt at_form() {
    Attempt attempt = at_start();
    REQUIRE(take(attempt, {"b"}).empty());
    return attempt;
}

const Compose& form_of(const Attempt& attempt) { return attempt.node()->composes.front(); }

}  // namespace

TEST_CASE("a way is written as a script reads it") {
    CHECK(way_text({{"b"}, {"a"}, {"c"}}) == "bac");
    CHECK(way_text({{"wait"}, {"a"}}) == "wait,a");
    CHECK(way_text({{"b"}, {"own", true, {{"items", {"hunger", "alone"}}, {"to", {"csc"}}, {"tell", {}}}}, {"a"}}) ==
          "b,own:{items=hunger+alone;tell=;to=csc},a");
    CHECK(way_text(Way{}) == "");
}

TEST_CASE("a way read back from its text leads to the same end") {
    Attempt attempt = at_form();
    REQUIRE(take(attempt, {"own", true, {{"items", {"hunger"}}, {"to", {"csc"}}}}).empty());
    REQUIRE(take(attempt, {"a"}).empty());
    REQUIRE(attempt.ended());
    std::string problem;
    Attempt again = at_start();
    for (const ScriptedChoice& choice : read_choices(way_text(attempt), problem))
        CHECK(take(again, {choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers}).empty());
    CHECK(problem.empty());
    CHECK(again.ended());
    CHECK(way_text(again) == way_text(attempt));
}

TEST_CASE("a move that cannot be made says why and changes nothing") {
    Attempt attempt = at_start();
    CHECK(take(attempt, {"z"}) == "There is no choice 'z' here.");
    CHECK(attempt.decisions().empty());
}

TEST_CASE("everything that can be ticked in a form is ticked") {
    const Attempt attempt = at_form();
    const Move move = all_answers(attempt, form_of(attempt));
    CHECK(move.answers.at("items") == std::vector<std::string>{"hunger", "alone", "ivf"});
    CHECK(move.answers.at("to") == std::vector<std::string>{"csc", "landlord"});
    CHECK(move.answers.count("basis") == 0);
}

TEST_CASE("answers at random are the same for the same seed and reach every answer") {
    const Attempt attempt = at_form();
    Dice one(7), two(7);
    std::set<std::string> met;
    for (int i = 0; i < 60; ++i) {
        const Move move = random_answers(attempt, form_of(attempt), one);
        CHECK(way_text({move}) == way_text({random_answers(attempt, form_of(attempt), two)}));
        for (const auto& [question, answers] : move.answers)
            for (const std::string& answer : answers) met.insert(question + "=" + answer);
    }
    for (const char* answer : {"items=ivf", "to=landlord", "redact=joe", "form=whole_file", "labels=unlabelled"})
        CHECK(met.count(answer) == 1);
}

TEST_CASE("changed answers differ in one place each") {
    const Attempt attempt = at_form();
    const Move from{"own", true, {{"items", {"hunger"}}, {"to", {"csc"}}}};
    std::set<std::string> changed;
    for (const Move& move : changed_answers(attempt, form_of(attempt), from)) {
        CHECK(changed.insert(way_text({move})).second);
        int differing = 0;
        for (const auto& [question, answers] : move.answers) {
            const auto before = from.answers.find(question);
            differing += before == from.answers.end() || before->second != answers ? 1 : 0;
        }
        CHECK(differing == 1);
    }
    CHECK(changed.size() > 20);
}

TEST_CASE("the least used option has its turn first") {
    LeastUsed choices(3);
    std::map<std::string, int> used;
    for (int run = 0; run < 9; ++run) ++used[choices.choose(at_start()).id];
    CHECK(used == std::map<std::string, int>{{"a", 3}, {"b", 3}, {"c", 3}});
}

TEST_CASE("forms are filled in now and then, and so that they can be sent") {
    LeastUsed choices(3);
    const Attempt attempt = at_form();
    int forms = 0;
    for (int run = 0; run < 80; ++run) {
        const Move move = choices.choose(attempt);
        forms += move.composed ? 1 : 0;
        Attempt tried = attempt;
        CHECK(take(tried, move).empty());
    }
    CHECK(forms > 5);
    CHECK(forms < 50);
}

TEST_CASE("the ways to answer a form are counted with everything known") {
    const auto scenario = scenario_at(two_doors);
    const Compose& form = scenario->node("D2")->composes.front();
    // Three items, two recipients, one person to leave out and one to tell, ten parts of a record, and one each of
    // three forms, two notes, two labels, seven bases and thirteen reasons, or none of these.
    CHECK(ways_to_answer(*scenario, form) == BigCount(8 * 4 * 2 * 2 * 1'024) * BigCount(4 * 3 * 3 * 8 * 14));
}
