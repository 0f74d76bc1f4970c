#include "engine/play/map.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/text/said.h"

namespace ntk {

namespace {

// Scenes reached from the start in an order in which each comes before those it leads to; edges that would close a
// circle are left out of `next`.
struct Order {
    std::vector<const Node*> scenes;
    std::map<std::string, std::vector<std::string>> next;
};

Order order_of(const Scenario& scenario) {
    Order order;
    enum class Mark { open, done };
    std::map<std::string, Mark> marks;
    struct Step {
        const Node* node;
        std::vector<std::string> next;
        std::size_t at = 0;
    };
    std::vector<Step> way;
    const auto enter = [&](const Node* node) {
        marks[node->id] = Mark::open;
        way.push_back({node, next_scenes(*node)});
    };
    if (const Node* start = scenario.node(scenario.start)) enter(start);
    while (!way.empty()) {
        Step& step = way.back();
        if (step.at == step.next.size()) {
            marks[step.node->id] = Mark::done;
            order.scenes.push_back(step.node);
            way.pop_back();
            continue;
        }
        const std::string id = step.next[step.at++];
        const auto mark = marks.find(id);
        if (mark != marks.end() && mark->second == Mark::open) continue;
        order.next[step.node->id].push_back(id);
        const Node* node = scenario.node(id);
        if (node != nullptr && mark == marks.end()) enter(node);
    }
    std::reverse(order.scenes.begin(), order.scenes.end());
    return order;
}

}  // namespace

std::vector<std::string> next_scenes(const Node& node) {
    std::vector<std::string> next;
    const auto add = [&](const std::vector<Route>& routes) {
        for (const Route& route : routes)
            if (std::find(next.begin(), next.end(), route.then) == next.end()) next.push_back(route.then);
    };
    for (const Option& option : node.options) add(option.routes);
    for (const Compose& compose : node.composes) add(compose.routes);
    add(node.routes);
    return next;
}

std::vector<const Node*> scenes_in_order(const Scenario& scenario) { return order_of(scenario).scenes; }

int longest_way(const Scenario& scenario) {
    const Order order = order_of(scenario);
    std::map<std::string, int> before;
    int longest = 0;
    for (const Node* node : order.scenes) {
        const int decisions = before[node->id] + (node->decision() ? 1 : 0);
        longest = std::max(longest, decisions);
        if (const auto next = order.next.find(node->id); next != order.next.end())
            for (const std::string& id : next->second) before[id] = std::max(before[id], decisions);
    }
    return longest;
}

std::vector<MapNode> map_of(const Attempt& attempt) {
    const Scenario& scenario = attempt.scenario();
    const Order order = order_of(scenario);
    std::map<std::string, int> column;
    for (const Node* node : order.scenes)
        if (const auto next = order.next.find(node->id); next != order.next.end())
            for (const std::string& id : next->second) column[id] = std::max(column[id], column[node->id] + 1);

    std::map<std::string, std::set<std::string>> taken;
    const auto& visits = attempt.visits();
    for (std::size_t i = 0; i + 1 < visits.size(); ++i) taken[visits[i].node].insert(visits[i + 1].node);
    if (attempt.ended() && !visits.empty()) taken[visits.back().node].insert("end");

    std::set<std::string> skipped;
    for (const DecisionMade& made : attempt.decisions())
        if (made.skipped) skipped.insert(made.node);

    std::vector<MapNode> map;
    std::map<int, int> rows;
    for (const Node& node : scenario.nodes) {
        if (std::find(order.scenes.begin(), order.scenes.end(), &node) == order.scenes.end()) continue;
        MapNode shown;
        shown.id = node.id;
        shown.title = node.title;
        shown.decision = node.decision();
        shown.visited = attempt.visited(node.id);
        shown.skipped = skipped.count(node.id) != 0;
        shown.column = column[node.id];
        shown.row = rows[shown.column]++;
        shown.next = next_scenes(node);
        for (const std::string& id : shown.next)
            if (taken[node.id].count(id) != 0) shown.taken.push_back(id);
        map.push_back(std::move(shown));
    }
    MapNode end;
    end.id = "end";
    end.title = attempt.ending() != nullptr ? attempt.ending()->title : "The end"_en;
    end.visited = attempt.ended();
    end.ending = true;
    end.column = column["end"];
    end.row = rows[end.column]++;
    map.push_back(std::move(end));
    return map;
}

}  // namespace ntk
