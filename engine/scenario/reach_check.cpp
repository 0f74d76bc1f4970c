#include "engine/scenario/story_checks.h"

namespace ntk {

namespace {

// Marks everything that can be got to by following `next` from what is marked already.
void spread(std::vector<bool>& marked, const std::vector<std::vector<int>>& next) {
    std::vector<int> open;
    for (std::size_t i = 0; i < marked.size(); ++i)
        if (marked[i]) open.push_back(static_cast<int>(i));
    while (!open.empty()) {
        const auto at = static_cast<std::size_t>(open.back());
        open.pop_back();
        for (const int to : next[at])
            if (!marked[static_cast<std::size_t>(to)]) {
                marked[static_cast<std::size_t>(to)] = true;
                open.push_back(to);
            }
    }
}

}  // namespace

void check_reach(Draft& draft) {
    const std::vector<Node>& nodes = draft.scenario.nodes;
    const int start = draft.node_named(draft.scenario.start);
    if (start < 0 || !draft.all_targets_known) return;

    std::vector<std::vector<int>> next(nodes.size());
    std::vector<std::vector<int>> before(nodes.size());
    std::vector<bool> ends(nodes.size(), true);  // leads to the end; a dead end has been reported already
    for (const Jump& jump : draft.jumps) ends[static_cast<std::size_t>(jump.from)] = false;
    for (const Jump& jump : draft.jumps) {
        if (jump.to < 0) {
            ends[static_cast<std::size_t>(jump.from)] = true;
            continue;
        }
        next[static_cast<std::size_t>(jump.from)].push_back(jump.to);
        before[static_cast<std::size_t>(jump.to)].push_back(jump.from);
    }
    std::vector<bool> met(nodes.size(), false);
    met[static_cast<std::size_t>(start)] = true;
    spread(met, next);
    spread(ends, before);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!met[i]) {
            draft.report("E605", nodes[i].place, "nothing leads to the scene '" + nodes[i].id + "'",
                         "let an option go there with 'then', or take the scene out");
        } else if (!ends[i]) {
            draft.report("E607", nodes[i].place, "from the scene '" + nodes[i].id + "' there is no way to an ending",
                         "its options go round in a circle; let one of them lead out");
            // The rest of the same circle has the same cause.
            std::vector<bool> circle(nodes.size(), false);
            circle[i] = true;
            spread(circle, next);
            for (std::size_t j = 0; j < nodes.size(); ++j) ends[j] = ends[j] || circle[j];
        }
    }
}

void check_story(Draft& draft) {
    check_reach(draft);
    check_clock(draft);
    check_knowledge(draft);
}

}  // namespace ntk
