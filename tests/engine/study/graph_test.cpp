#include "engine/study/graph.h"

#include "tests/support/catch.h"
#include "tests/support/play_world.h"

using namespace ntk;

TEST_CASE("the map as text names each scene, where it is come to from and each way on") {
    CHECK(differs_from_golden("tests/golden/study/two-doors-map.txt", graph_text(*scenario_at(two_doors))) == "");
}

TEST_CASE("the map for Graphviz and Mermaid") {
    CHECK(differs_from_golden("tests/golden/study/two-doors-map.dot", graph_dot(*scenario_at(two_doors))) == "");
    CHECK(differs_from_golden("tests/golden/study/two-doors-map.mmd", graph_mermaid(*scenario_at(two_doors))) == "");
}

TEST_CASE("quotes, line ends and long words do no harm to a map") {
    Scenario scenario = *scenario_at(two_doors);
    scenario.nodes[0].title = "\"Don't\\\" he said\nagain " + std::string(90, 'x');
    const std::string dot = graph_dot(scenario);
    CHECK(dot.find("[label=\"D1\\n'Don't/' he said again ...\"]") != std::string::npos);
    const std::string mermaid = graph_mermaid(scenario);
    CHECK(mermaid.find("s1[\"D1: 'Don't/' he said again ...\"]") != std::string::npos);
}
