#include "engine/study/bots.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

std::string way_of_bot(const std::string& name) {
    const auto scenario = scenario_at(two_doors);
    const auto bots = strategy_bots(*scenario);
    const auto bot = std::find_if(bots.begin(), bots.end(), [&](const StrategyBot& one) { return one.name == name; });
    REQUIRE(bot != bots.end());
    Attempt attempt = begin_case(scenario, rule_book(scenario->packs, scenario->as_of));
    play(attempt, *bot);
    REQUIRE(attempt.ended());
    return way_text(attempt);
}

}  // namespace

TEST_CASE("each habit takes what it would take") {
    CHECK(way_of_bot("share all") == "aaa");
    CHECK(way_of_bot("always tell social care") == "aaa");
    CHECK(way_of_bot("share nothing") == "bba");
    CHECK(way_of_bot("do nothing") == "bba");
    CHECK(way_of_bot("please the parent") == "bba");
    CHECK(way_of_bot("pick the longest") == "aaa");
    CHECK(way_of_bot("pick the shortest") == "bbb");
    CHECK(way_of_bot("always the first") == "aaa");
    CHECK(way_of_bot("always the second") == "bbb");
    CHECK(way_of_bot("always the third") == "cbb");
    CHECK(way_of_bot("always the last") == "cbb");
}

TEST_CASE("the excuses tried are those that some option of the case gives") {
    std::vector<std::string> excuses;
    for (const StrategyBot& bot : strategy_bots(*scenario_at(two_doors)))
        if (bot.name.starts_with("share nothing:")) excuses.push_back(bot.name);
    CHECK(excuses == std::vector<std::string>{"share nothing: data protection might forbid it",
                                              "share nothing: it would harm the relationship"});
}

TEST_CASE("a habit answers a form where there is nothing else") {
    auto scenario = std::make_shared<Scenario>(*scenario_at(two_doors));
    for (Node& node : scenario->nodes)
        if (node.id == "D2") node.options.clear();
    Attempt attempt = begin_case(scenario, rule_book(scenario->packs, scenario->as_of));
    play(attempt, strategy_bots(*scenario).front());
    REQUIRE(attempt.ended());
    CHECK(attempt.decisions()[1].composed);
    CHECK(attempt.decisions()[1].answers.at("items").size() == 2);
}

TEST_CASE("choosing at random is the same for the same seed") {
    const auto scenario = scenario_at(two_doors);
    const auto way = [&](std::uint64_t seed) {
        Attempt attempt = begin_case(scenario, rule_book(scenario->packs, scenario->as_of));
        play(attempt, random_bot(seed));
        return way_text(attempt);
    };
    CHECK(way(5) == way(5));
    bool differs = false;
    for (std::uint64_t seed = 1; seed < 10; ++seed) differs = differs || way(seed) != way(5);
    CHECK(differs);
}
