#include "engine/study/paths.h"

#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

TEST_CASE("a case that goes round is studied to its limits and no further") {
    auto scenario = std::make_shared<Scenario>(*scenario_at(two_doors));
    scenario->nodes[0].at = "w1 Mon 15:10";
    for (Node& node : scenario->nodes) {
        if (node.id == "D1") node.at = "+1d 15:10";
        if (node.id == "D3")
            for (Route& route : node.options[0].routes) route.then = "D1";
    }
    PathsRequest request;
    request.budget = 100;
    const PathsReport report = study_paths(scenario, rule_book(scenario->packs, scenario->as_of), request);
    CHECK_FALSE(report.story.cut_off.ways.zero());
    CHECK(paths_text(report, *scenario).find("the story can go round until it is cut off") != std::string::npos);
}
