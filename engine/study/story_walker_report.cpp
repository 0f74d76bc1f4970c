#include <algorithm>

#include "engine/study/story_walker.h"

namespace ntk {

// Ways to each state, each after all states that lead to it.
void StoryWalker::count(StoryProof& proof) {
    first_edge_.push_back(edges_.size());
    const std::size_t states = states_.size();
    std::vector<std::uint32_t> waiting(states, 0);
    for (const Edge& edge : edges_)
        if (edge.target >= 0) ++waiting[static_cast<std::size_t>(edge.target)];
    std::vector<BigCount> ways(states);
    std::vector<std::pair<int, int>> lengths(states, {1'000'000, 0});
    std::vector<std::uint32_t> ready = {0};
    ways[0] = 1;
    lengths[0] = {0, 0};
    proof.shortest = 1'000'000;
    for (std::size_t next = 0; next < ready.size(); ++next) {
        const std::size_t state = ready[next];
        const auto scene = static_cast<std::size_t>(scene_of(ready[next]));
        const int made = program_.scenes()[scene].decision ? 1 : 0;
        const std::pair<int, int> length{lengths[state].first + made, lengths[state].second + made};
        for (std::size_t e = first_edge_[state]; e < first_edge_[state + 1]; ++e) {
            if (edges_[e].target < 0) {
                outcome_of(proof, static_cast<std::size_t>(-1 - edges_[e].target)).ways += ways[state];
                proof.shortest = std::min(proof.shortest, length.first);
                proof.longest = std::max(proof.longest, length.second);
                continue;
            }
            const auto target = static_cast<std::size_t>(edges_[e].target);
            ways[target] += ways[state];
            lengths[target].first = std::min(lengths[target].first, length.first);
            lengths[target].second = std::max(lengths[target].second, length.second);
            if (--waiting[target] == 0) ready.push_back(static_cast<std::uint32_t>(target));
        }
    }
    for (std::size_t outcome = 0; outcome < outcome_edges_.size(); ++outcome)
        proof.ways += outcome_of(proof, outcome).ways;
}

StoryProof::Outcome& StoryWalker::outcome_of(StoryProof& proof, std::size_t outcome) {
    if (outcome < proof.endings.size()) return proof.endings[outcome];
    return outcome == proof.endings.size() ? proof.without_ending : proof.cut_off;
}

void StoryWalker::report(StoryProof& proof) {
    proof.states = states_.size();
    proof.moves = edges_.size();
    for (std::size_t outcome = 0; outcome < outcome_edges_.size(); ++outcome)
        if (outcome_edges_[outcome].state != none) outcome_of(proof, outcome).way = way_by(outcome_edges_[outcome]);
    std::vector<bool> named(proof.scenes.size(), false);
    for (std::uint32_t state = 0; state < states_.size(); ++state) {  // states were come to in order of their distance
        const auto scene = static_cast<std::size_t>(scene_of(state));
        if (!named[scene]) proof.scenes[scene].way = way_by(origins_[state]);
        named[scene] = true;
    }
    name_routes(proof);
    if (marks_ > 0) name_passages(proof);
    for (std::size_t condition = 0; condition < facts_.needs().size(); ++condition)
        if (const std::string& why = facts_.needs()[condition].unclear; !why.empty())
            proof.notes.push_back("the route '" + program_.conditions()[condition]->source() +
                                  "' was followed both ways: " + why);
}

void StoryWalker::name_routes(StoryProof& proof) const {
    for (const StoryProgram::Step& step : program_.steps()) {
        const Node& node = program_.scenario().nodes[static_cast<std::size_t>(step.node)];
        if (!proof.scenes[static_cast<std::size_t>(step.node)].reached) continue;
        for (std::uint32_t r = step.routes.begin; r < step.routes.end; ++r) {
            if (taken_[r]) continue;
            const int target = program_.routes()[r].target;
            proof.routes_never_taken.push_back(
                node.id + choice_of(step) + ": to " +
                (target < 0 ? "the end" : program_.scenario().nodes[static_cast<std::size_t>(target)].id));
        }
    }
}

void StoryWalker::name_passages(StoryProof& proof) {
    for (std::uint32_t state = 0; state < states_.size(); ++state) {
        const std::int32_t* row = states_.row(state);
        for (std::size_t p = 0; p < shown_.size(); ++p) {
            const StoryProgram::Passage& passage = program_.passages()[p];
            if (shown_[p] || passage.node != scene_of(state)) continue;
            bool shows = true;
            for (std::size_t w = 0; w < marks_; ++w) {
                const auto bits = static_cast<std::uint32_t>(row[marks_at_ + w]);
                shows = shows && (bits & passage.with[w]) == passage.with[w] && (bits & passage.without[w]) == 0;
            }
            shown_[p] = shows;
        }
    }
    for (std::size_t p = 0; p < shown_.size(); ++p) {
        const StoryProgram::Passage& passage = program_.passages()[p];
        const Node& node = program_.scenario().nodes[static_cast<std::size_t>(passage.node)];
        if (shown_[p] || !proof.scenes[static_cast<std::size_t>(passage.node)].reached) continue;
        proof.passages_never_shown.push_back(node.id + ": " + node.text[static_cast<std::size_t>(passage.index)].text);
    }
}

std::string StoryWalker::choice_of(const StoryProgram::Step& step) const {
    const Node& node = program_.scenario().nodes[static_cast<std::size_t>(step.node)];
    const auto index = static_cast<std::size_t>(step.index);
    if (step.kind == StoryProgram::Step::Kind::option) return node.options[index].id;
    return step.kind == StoryProgram::Step::Kind::form ? node.composes[index].id : "";
}

// The choices that lead by a step to what comes after it.
std::string StoryWalker::way_by(Origin origin) const {
    std::vector<std::string> choices;
    while (origin.state != none) {
        if (std::string choice = choice_of(program_.steps()[origin.step]); !choice.empty())
            choices.push_back(std::move(choice));
        origin = origins_[origin.state];
    }
    std::reverse(choices.begin(), choices.end());
    const bool letters = std::all_of(choices.begin(), choices.end(), [](const auto& id) { return id.size() == 1; });
    std::string text;
    for (const std::string& choice : choices) text += (letters || text.empty() ? "" : ",") + choice;
    return text;
}

}  // namespace ntk
