#include "engine/study/random_ways.h"

#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

RandomReport play_at_random(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed, int runs) {
    return random_ways(scenario, rule_book(scenario->packs, scenario->as_of), {seed, runs});
}

}  // namespace

TEST_CASE("two doors stands up to playing at random, and all of it is met") {
    const RandomReport report = play_at_random(scenario_at(two_doors), 1, 30);
    std::string failures;
    for (const RandomFailure& failure : report.failures) failures += failure.what + " (" + failure.way + ")\n";
    CHECK(failures == "");
    CHECK(report.runs == 30);
    CHECK(report.survey.nodes().size() == 5);
    CHECK(report.survey.endings().size() == 2);
    CHECK(report.survey.options().size() == 7);
}

TEST_CASE("the same seed plays the same") {
    const auto tried = [](std::uint64_t seed) {
        const RandomReport report = play_at_random(scenario_at(two_doors), seed, 8);
        std::string text;
        for (const auto& [node, way] : report.survey.nodes())
            text += node + " " + way + "\n";
        return text;
    };
    CHECK(tried(4) == tried(4));
}

TEST_CASE("a failure comes with the run and the choices that show it again") {
    auto scenario = std::make_shared<Scenario>(*scenario_at(two_doors));
    Expectation wrong;
    wrong.norm = "GR1.1";
    wrong.state = "breached";
    scenario->nodes[0].options[0].expect = {wrong};
    scenario->endings.pop_back();
    const RandomReport report = play_at_random(scenario, 1, 12);
    bool expectation = false, ending = false;
    for (const RandomFailure& failure : report.failures) {
        CHECK(failure.run >= 1);
        CHECK(failure.run <= 12);
        if (failure.what.starts_with("D1a GR1.1: expected breached, found")) {
            expectation = true;
            CHECK(failure.way.starts_with("a"));
        }
        ending = ending || failure.what == "no ending fits";
    }
    CHECK(expectation);
    CHECK(ending);
}
