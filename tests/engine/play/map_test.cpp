#include "engine/play/map.h"

#include "tests/support/catch.h"
#include "tests/support/play_world.h"

using namespace ntk;

TEST_CASE("the longest way counts decisions, not scenes") {
    CHECK(longest_way(*scenario_at(two_doors)) == 3);
    CHECK(longest_way(*scenario_at(three_letters)) == 12);
}

TEST_CASE("a way that leads back to itself is followed once") {
    Scenario circle(scenario_at(two_doors)->opening);
    circle.start = "A";
    for (const auto& [id, next] : {std::pair{"A", "B"}, std::pair{"B", "A"}}) {
        Node node;
        node.id = id;
        Option option;
        option.id = "a";
        Route route;
        route.then = next;
        option.routes = {route};
        node.options = {option};
        circle.nodes.push_back(node);
    }
    CHECK(longest_way(circle) == 2);
}

TEST_CASE("the map puts each scene right of those that lead to it, and marks the path") {
    Player player = player_of(two_doors);
    REQUIRE(play(player, "baa").empty());
    go_to_scene(player);
    std::string map;
    for (const MapNode& node : player.page().debrief.map) {
        map += node.id + " " + std::to_string(node.column) + "," + std::to_string(node.row) +
               (node.visited ? " visited" : "");
        for (const std::string& next : node.next) map += " ->" + next;
        for (const std::string& taken : node.taken) map += " =>" + taken;
        map += "\n";
    }
    CHECK(map ==
          "D1 0,0 visited ->D2 ->C1 =>C1\n"
          "C1 1,0 visited ->D2 =>D2\n"
          "D2 2,0 visited ->D3 ->C2 =>D3\n"
          "C2 3,0 ->D3\n"
          "D3 4,0 visited ->end =>end\n"
          "end 5,0 visited\n");
}
