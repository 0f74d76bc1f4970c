#include "engine/play/attempt.h"

#include "engine/casework/clock.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

Attempt begin(const std::string& path) {
    const auto scenario = scenario_at(path);
    return Attempt(scenario, rule_book(scenario->packs, scenario->as_of));
}

void take(Attempt& attempt, const std::string& options) {
    for (const char option : options) {
        REQUIRE(attempt.choose(std::string(1, option)).empty());
        attempt.settle();
    }
}

}  // namespace

TEST_CASE("the clock moves by scene, by route and by the time before, never back") {
    CHECK(arrival_time("w2 Mon 14:30", 0) == read_moment("w2 Mon 14:30"));
    CHECK(arrival_time("+1d 09:30", *read_moment("w1 Thu 16:00")) == read_moment("w1 Fri 09:30"));
    CHECK(arrival_time("+2h", 60) == 180);
    CHECK(arrival_time("w1 Mon 09:00", 5000) == 5000);
    CHECK(arrival_time("", 77) == 77);

    Attempt quick = begin(three_letters);
    take(quick, "b");
    Attempt slow = begin(three_letters);
    take(slow, "a");
    CHECK(slow.minutes() > quick.minutes());
}

TEST_CASE("an attempt is a value: what happens to a copy stays there") {
    Attempt attempt = begin(two_doors);
    Attempt copy = attempt;
    take(copy, "bba");
    CHECK(copy.ended());
    CHECK(attempt.decisions().empty());
    CHECK(attempt.node()->id == "D1");
    CHECK(attempt.meters().at("safety") == 5);
    take(attempt, "bba");
    CHECK(attempt.judge().verdicts().size() == copy.judge().verdicts().size());
}

TEST_CASE("meters and flags follow option, route and scene") {
    Attempt attempt = begin(two_doors);
    take(attempt, "b");
    CHECK(attempt.meters().at("safety") == 2);
    CHECK(attempt.holds({"promised", "C1", "not C2"}));
    CHECK_FALSE(attempt.holds({"not promised"}));
    REQUIRE(attempt.compose("own", {{"items", {"hunger"}}, {"to", {"csc"}}}).empty());
    CHECK(attempt.meters().at("safety") == 3);
}

TEST_CASE("an act left without what it needs is dropped") {
    Attempt attempt = begin(two_doors);
    const auto& v = vocabulary();
    const auto act = [&](ActKind kind, const char* item) {
        Act made;
        made.kind = kind;
        Setting items;
        items.fact = v.act_items;
        items.set = Bits::of(attempt.facts().find(v.item, item));
        made.settings = {items};
        return made;
    };
    const auto left =
        attempt.acts_of({act(ActKind::share, "alone"), act(ActKind::share, "hunger"), act(ActKind::withhold, "alone"),
                         act(ActKind::inform, "alone"), act(ActKind::record, "hunger")});
    std::vector<ActKind> kinds;
    for (const Act& one : left) kinds.push_back(one.kind);
    CHECK(kinds == std::vector<ActKind>{ActKind::share, ActKind::inform, ActKind::record});
    CHECK(act_set(left[1], v.act_items).empty());
}

TEST_CASE("what a scene offers is what its options and forms can bring about") {
    const auto scenario = scenario_at(two_doors);
    const Arrival first = arrival_at(*scenario, *scenario->node("D1"), 0);
    CHECK(first.decision);
    CHECK(first.standing_record);
    CHECK(first.offers.has(static_cast<int>(ActKind::share)));
    CHECK(first.offers.has(static_cast<int>(ActKind::withhold)));
    CHECK_FALSE(first.offers.has(static_cast<int>(ActKind::record)));
    const Arrival form = arrival_at(*scenario, *scenario->node("D2"), 0);
    CHECK(form.offers.has(static_cast<int>(ActKind::record)));
    CHECK(form.offers.has(static_cast<int>(ActKind::inform)));
    CHECK_FALSE(arrival_at(*scenario, *scenario->node("C1"), 0).decision);
}

TEST_CASE("a story without an end is ended") {
    Scenario circle = *scenario_at(two_doors);
    for (Node& node : circle.nodes)
        if (node.id == "D3")
            for (Option& option : node.options) option.routes[0].then = "D3";
    Attempt attempt(std::make_shared<const Scenario>(circle), rule_book({"england-2024"}));
    take(attempt, "aa");
    int made = 0;
    while (!attempt.ended() && made < 200) {
        REQUIRE(attempt.choose("b").empty());
        attempt.settle();
        ++made;
    }
    CHECK(attempt.ended());
}
