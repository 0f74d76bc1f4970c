#include "engine/study/author/condition_list.h"

#include <algorithm>

#include "engine/play/attempt.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

const Scenario& doors() {
    static const Player player = player_of(two_doors);
    return player.attempt().scenario();
}

const ConditionFact* fact_named(const std::vector<ConditionFact>& facts, const std::string& name) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) { return fact.name == name; });
    return found == facts.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("everything a case names can be asked about, what is hidden at first too, and each condition compiles") {
    const auto subjects = condition_subjects(doors());
    CHECK(subjects.front().id == "case");
    for (const char* id : {"kay", "csc", "hunger", "alone", "joe"})
        CHECK(std::any_of(subjects.begin(), subjects.end(), [&](const auto& one) { return one.id == id; }));
    std::size_t conditions = 0;
    for (const ConditionSubject& subject : subjects)
        for (const ConditionFact& fact : condition_facts(doors(), subject.id))
            for (const ConditionChoice& choice : fact.choices) {
                INFO(choice.condition);
                CHECK(condition_problems(doors(), choice.condition).empty());
                CHECK_FALSE(choice.words.empty());
                ++conditions;
            }
    CHECK(conditions > 200);
    const auto hunger = condition_facts(doors(), "hunger");
    const ConditionFact* sent = fact_named(hunger, "Sent to");
    REQUIRE(sent != nullptr);
    CHECK(std::any_of(sent->choices.begin(), sent->choices.end(), [](const auto& choice) {
        return choice.words == "Front door" && choice.condition == "hunger.sent_to has csc";
    }));
    const ConditionFact* use = fact_named(hunger, "Use for Front door");
    REQUIRE(use != nullptr);
    CHECK(use->choices.front().condition == "hunger.use[csc] is none");
    const auto whole = condition_facts(doors(), "case");
    const ConditionFact* harm = fact_named(whole, "Harm");
    REQUIRE(harm != nullptr);
    CHECK(harm->choices.back().condition == "case.harm is immediate");
    CHECK(condition_facts(doors(), "nobody").empty());
}

TEST_CASE("a text that is no condition is refused as the compiler refuses it") {
    CHECK(condition_problems(doors(), "any a in acts have (a.items has ivf)").empty());
    for (const char* text :
         {"", "hunger", "hunger.sent_to has", "hunger.sent_too has csc", "case.harm is 3", "(", "D1"}) {
        INFO(text);
        CHECK_FALSE(condition_problems(doors(), text).empty());
    }
}
