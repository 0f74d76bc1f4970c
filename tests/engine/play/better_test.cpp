#include "engine/play/better.h"

#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

struct Decided {
    Attempt before;
    OtherWays ways;
};

Decided decide(const std::string& options, const std::string& form, const Answers& answers) {
    const auto scenario = scenario_at(two_doors);
    Attempt attempt(scenario, rule_book(scenario->packs, scenario->as_of));
    std::optional<Attempt> before;
    for (const char option : options) {
        before = attempt;
        REQUIRE(attempt.choose(std::string(1, option)).empty());
        if (form.empty() && option == options.back() && &option == &options.back()) break;
        attempt.settle();
    }
    if (!form.empty()) {
        before = attempt;
        REQUIRE(attempt.compose(form, answers).empty());
    }
    return {*before, OtherWays(*before, attempt.decisions().back())};
}

std::string better(const OtherWays& ways, const std::string& norm) {
    for (const Verdict& verdict : ways.own())
        if (verdict.norm == norm) return ways.better(verdict);
    return "no verdict on " + norm;
}

}  // namespace

TEST_CASE("what would have kept a rule is another choice of the scene") {
    const Decided promise = decide("b", "", {});
    CHECK(better(promise.ways, "GR1.1") == "Choice: Say that you may have to, tell Kay why, and ring the front door.");
}

TEST_CASE("of ways that keep a rule alike, the one that the author names as the better comes first") {
    const std::string path = NTK_ROOT "/scenarios/three-letters.yaml";
    const auto scenario = scenario_at(path);
    REQUIRE(scenario->node("D3")->better == "d");
    Attempt before(scenario, rule_book(scenario->packs, scenario->as_of));
    for (before.settle(); before.node()->id != "D3"; before.settle())
        REQUIRE(before.choose(before.node()->options.front().id).empty());
    const auto promised = [&](const Attempt& attempt) {
        Attempt after = attempt;
        REQUIRE(after.choose("a").empty());
        return better(OtherWays(attempt, after.decisions().back()), "GR1.1");
    };
    CHECK(promised(before).find("I can't promise that") != std::string::npos);
    auto unnamed = std::make_shared<Scenario>(*scenario);
    for (Node& node : unnamed->nodes) node.better.clear();
    Attempt plain(unnamed, rule_book(scenario->packs, scenario->as_of));
    for (plain.settle(); plain.node()->id != "D3"; plain.settle())
        REQUIRE(plain.choose(plain.node()->options.front().id).empty());
    CHECK(promised(plain).find("I can't promise that") == std::string::npos);
}

TEST_CASE("a composed act is mended by its smallest change") {
    const Decided own = decide("b", "own",
                               {{"items", {"hunger", "alone"}},
                                {"to", {"csc"}},
                                {"redact", {"joe"}},
                                {"record", {"decision", "reason", "recipient"}}});
    CHECK(better(own.ways, "GR2.1") == "Tell Kay who will get it, what and why.");
}

TEST_CASE("a rule is worth praise where another choice would have broken it") {
    const Decided told = decide("a", "", {});
    CHECK(told.ways.could_break("GR1.1"));
    CHECK(told.ways.could_break("GR6.2"));
    CHECK_FALSE(told.ways.could_break("GR5.1"));
}

TEST_CASE("nothing is advised that breaks more than it mends") {
    const Decided own = decide("b", "own", {{"items", {"hunger", "ivf"}}, {"to", {"csc", "landlord"}}});
    for (const Verdict& verdict : own.ways.own())
        CHECK(own.ways.better(verdict) != "Choice: Say that data protection forbids it.");
}

TEST_CASE("of choices without a fault, what is named mends and keeps most, and is not the one that lets time pass") {
    const auto scenario = scenario_at("scenarios/good-school-big-house.yaml");
    Attempt attempt(scenario, rule_book(scenario->packs, scenario->as_of));
    for (const char* option : {"c", "a", "a"}) {
        REQUIRE(attempt.choose(option).empty());
        attempt.settle();
    }
    const Attempt before = attempt;
    REQUIRE(attempt.choose("a").empty());
    const OtherWays ways(before, attempt.decisions().back());
    CHECK(better(ways, "GR5.1") == "Choice: Own up to your manager and the data team, and plan a way out.");
}
