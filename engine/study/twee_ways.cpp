#include "engine/study/twee_ways.h"

#include <utility>

namespace ntk {

namespace {

// Which passages lead to each passage, among those that the start leads to.
std::vector<std::vector<std::size_t>> walk_from_start(TweeStory& story) {
    std::vector<std::vector<std::size_t>> before(story.passages.size());
    std::vector<std::size_t> open = {static_cast<std::size_t>(story.start)};
    story.passages[open.front()].reached = true;
    while (!open.empty()) {
        const std::size_t from = open.back();
        open.pop_back();
        for (const TweeLink& link : story.passages[from].links) {
            const auto target = static_cast<std::size_t>(link.target);
            before[target].push_back(from);
            if (!std::exchange(story.passages[target].reached, true)) open.push_back(target);
        }
    }
    return before;
}

}  // namespace

void check_story_ways(TweeStory& story, Diagnostics& diagnostics) {
    const auto before = walk_from_start(story);
    std::vector<bool> ends(story.passages.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < story.passages.size(); ++i) {
        ends[i] = story.passages[i].reached && story.passages[i].links.empty();
        if (ends[i]) open.push_back(i);
    }
    while (!open.empty()) {
        const std::size_t to = open.back();
        open.pop_back();
        for (const std::size_t from : before[to]) {
            if (ends[from]) continue;
            ends[from] = true;
            open.push_back(from);
        }
    }
    for (std::size_t i = 0; i < story.passages.size(); ++i) {
        const TweePassage& passage = story.passages[i];
        if (passage.reached && !ends[i])
            diagnostics.report("E667", passage.place, "from '" + passage.name + "' no link ever leads to an end",
                               "a passage without links is an end; let one way lead to it");
    }
}

}  // namespace ntk
