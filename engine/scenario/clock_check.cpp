#include <optional>
#include <set>

#include "engine/casework/clock.h"
#include "engine/scenario/story_checks.h"

namespace ntk {

namespace {

// Beyond so many different arrivals at one scene (only a story that goes in circles has them) the rest is taken on
// trust.
constexpr std::size_t most_arrivals = 256;

std::optional<int> arrival(const std::string& written, int from) {
    if (const auto fixed = read_moment(written)) return fixed;
    return read_later(written, from);
}

}  // namespace

void check_clock(Draft& draft) {
    const std::vector<Node>& nodes = draft.scenario.nodes;
    const int start = draft.node_named(draft.scenario.start);
    if (start < 0 || nodes.empty()) return;
    const auto first = static_cast<std::size_t>(start);
    const auto opening = read_moment(nodes[first].at);
    if (!opening) {
        if (read_later(nodes[first].at, 0))
            draft.report("E611", draft.at_places[first], "the first scene has no scene before it to count from",
                         "write week, day and time: \"w1 Mon 09:00\"");
        return;
    }

    std::vector<std::vector<const Jump*>> out(nodes.size());
    for (const Jump& jump : draft.jumps)
        if (jump.to >= 0) out[static_cast<std::size_t>(jump.from)].push_back(&jump);
    std::vector<std::set<int>> arrivals(nodes.size());
    std::set<const Jump*> reported;
    std::vector<std::pair<std::size_t, int>> open = {{first, *opening}};
    arrivals[first].insert(*opening);
    while (!open.empty()) {
        const auto [at, now] = open.back();
        open.pop_back();
        for (const Jump* jump : out[at]) {
            const auto to = static_cast<std::size_t>(jump->to);
            const auto then = arrival(jump->arrive.empty() ? nodes[to].at : jump->arrive, now);
            if (!then) continue;  // written badly, and reported
            if (*then < now) {
                if (reported.insert(jump).second)
                    draft.report("E612", jump->place,
                                 "the clock would run backwards: this leads from " + moment_text(now) + " to " +
                                     moment_text(*then),
                                 "give the scene '" + nodes[to].id + "' a later time, or this way its own 'arrive'");
                continue;
            }
            if (arrivals[to].size() < most_arrivals && arrivals[to].insert(*then).second) open.emplace_back(to, *then);
        }
    }
}

}  // namespace ntk
