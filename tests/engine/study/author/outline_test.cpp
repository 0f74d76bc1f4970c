#include "engine/study/author/outline.h"

#include "engine/host/yaml_reader.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

CaseOutline outline_in(const std::string& yaml) {
    Diagnostics diagnostics;
    return outline_of(read_yaml(yaml, diagnostics.add_source("case.yaml", yaml), diagnostics));
}

}  // namespace

TEST_CASE("the outline holds scenes, options and endings with their places, mistakes and all") {
    const CaseOutline outline = outline_in(
        "scenario: { id: x, title: Doors }\n"
        "start: D1\n"
        "nodes:\n"
        "  D1:\n"
        "    title: Gate\n"
        "    options:\n"
        "      - { id: a, say: Go., then: D9 }\n"
        "      - { id: b, say: [odd], then: [ { when: x, then: C1 }, { then: end } ] }\n"
        "    compose: [ { id: own, title: Write it, then: C1 } ]\n"
        "  C1: { title: Call, then: end }\n"
        "  L1: { title: Lost }\n"
        "endings: [ { id: well, title: Fed } ]\n");
    CHECK(outline.title == "Doors");
    REQUIRE(outline.scenes.size() == 3);
    const OutlineScene& first = outline.scenes[0];
    CHECK(first.place == Place{0, 4, 3});
    CHECK(first.next == std::vector<std::string>{"D9", "C1", "end"});
    REQUIRE(first.options.size() == 3);
    CHECK(first.options[0].place.line == 7);
    CHECK(first.options[2].form);
    CHECK(first.options[2].say == "Write it");
    CHECK_FALSE(outline.scenes[1].decision());
    CHECK(outline.endings.at(0).title == "Fed");
    CHECK(outline.scene("L1") != nullptr);
    CHECK(outline.scene("D9") == nullptr);

    const std::vector<MapNode> map = map_of(outline);
    REQUIRE(map.size() == 4);
    CHECK(map[0].column == 0);
    CHECK(map[1].column == 1);
    CHECK_FALSE(map[2].visited);
    CHECK(map[2].column == 3);
    CHECK(map[3].id == "end");
    CHECK(map[3].column == 2);
}

TEST_CASE("a case that goes round in a circle, or holds nothing, has a map as well") {
    CHECK(map_of(outline_in("start: A\nnodes: { A: { then: B }, B: { then: A } }\n")).size() == 3);
    CHECK(outline_in("nodes: [ 1 ]\n").scenes.empty());
    CHECK(map_of(CaseOutline()).size() == 1);
}
