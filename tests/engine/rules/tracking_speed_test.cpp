// The bench looks again only at what reads something that has changed, and remembers what definitions came to. Here
// every situation is judged beside one in which everything is evaluated every time: at each step both must stand alike.

#include "engine/host/library.h"
#include "engine/rules/bench.h"
#include "tests/support/catch.h"
#include "tests/support/logged_attempts.h"
#include "tests/support/oracle_engine.h"
#include "tests/support/oracle_stories.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

// How an instance stands, its frame and its memory of when it was looked at aside.
std::string standing(const Bench& bench) {
    std::string all;
    for (const Instance& i : bench.instances()) {
        for (const int part :
             {i.norm, i.family, i.entity, i.opened, static_cast<int>(i.state), static_cast<int>(i.credit.units),
              static_cast<int>(i.critical), static_cast<int>(i.zoned), static_cast<int>(i.only_deducts), i.decided,
              i.last_live, i.deadline, i.deadline_decision, i.excused_by, static_cast<int>(i.by_conduct),
              i.repaired_by})
            all += std::to_string(part) + " ";
        all += "\n";
    }
    return all;
}

// Judges a way under one reading, with and without; returns how many instances stood alike at the end.
std::size_t judged_alike(const PastCase& past, Reading reading) {
    const auto names = std::make_shared<const Names>();
    Bench usual(*past.rules, past.opening, reading, names, Proofs::left_out);
    Bench afresh(*past.rules, past.opening, reading, names, Proofs::left_out);
    afresh.look_at_everything();
    const auto both = [&](const auto& step) {
        step(usual);
        step(afresh);
        REQUIRE(standing(usual) == standing(afresh));
    };
    for (const PastMoment& moment : past.moments) {
        both([&](Bench& bench) { bench.arrive(moment.arrival); });
        if (moment.acted) both([&](Bench& bench) { bench.act(moment.acts); });
    }
    if (past.closed) both([](Bench& bench) { bench.close(); });
    return usual.instances().size();
}

std::size_t judged_alike(const PastCase& past) {
    return judged_alike(past, Reading::as_needed) + judged_alike(past, Reading::as_not_needed);
}

}  // namespace

TEST_CASE("situations drawn at random are judged as when everything is evaluated every time") {
    const auto rules = rule_book({"england-2024", "plymouth"});
    oracle::Dice dice(90'210);
    std::size_t instances = 0;
    for (int n = 0; n < 600; ++n) instances += judged_alike(oracle::engine_past(oracle::random_story(dice), rules));
    CHECK(instances > 10'000);
}

TEST_CASE("ways through shipped cases are judged as when everything is evaluated every time") {
    oracle::Dice dice(31'337);
    for (const char* path : {"scenarios/three-letters.yaml", "scenarios/door-ajar.yaml", "scenarios/front-desk.yaml",
                             "scenarios/twenty-two-people.yaml", "scenarios/new-starter.yaml"}) {
        INFO(path);
        Diagnostics diagnostics;
        const auto scenario = load_scenario(std::filesystem::path(NTK_ROOT) / path, diagnostics);
        REQUIRE(scenario);
        const auto rules = rule_book(scenario->packs, scenario->as_of);
        for (int way = 0; way < 20; ++way) {
            const PastCase past =
                past_way(scenario, rules, [&](const Node& node, std::size_t) { return dice.pick(node.options).id; });
            CHECK(judged_alike(past) > 0);
        }
    }
}
