#include <algorithm>

#include "engine/study/cohort/cohort.h"
#include "engine/study/cohort/form_score.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

constexpr std::size_t most_scenes = limits::nodes;
constexpr std::size_t most_options = 2 * limits::options;  // and forms to fill in

// Where an option stands, added if it is new. No case of ours has more than `most_options`; reports that say so were
// made up, and their further options are all one.
std::uint32_t option_of(std::vector<std::string>& options, std::string_view id) {
    for (std::size_t i = 0; i < options.size(); ++i)
        if (same_text(options[i], id)) return static_cast<std::uint32_t>(i);
    if (options.size() >= most_options) return most_options - 1;
    options.emplace_back(id);
    return static_cast<std::uint32_t>(options.size() - 1);
}

// The same for scenes. They mostly come in one order, so what came `guess` places along is tried first.
std::uint32_t scene_of(std::vector<Cohort::NodeSeen>& nodes, const ViewedDecision& decision, std::size_t guess) {
    if (guess < nodes.size() && same_text(nodes[guess].id, decision.node)) return static_cast<std::uint32_t>(guess);
    const auto found = std::find_if(nodes.begin(), nodes.end(),
                                    [&](const Cohort::NodeSeen& one) { return same_text(one.id, decision.node); });
    if (found != nodes.end()) return static_cast<std::uint32_t>(found - nodes.begin());
    if (nodes.size() >= most_scenes) return most_scenes - 1;
    nodes.emplace_back();
    nodes.back().id = decision.node;
    nodes.back().title = decision.title;
    return static_cast<std::uint32_t>(nodes.size() - 1);
}

// Decisions at one scene as one, should a case come back to it; the first option stands for them.
std::vector<ViewedDecision> by_scene(const std::vector<ViewedDecision>& decisions) {
    std::vector<ViewedDecision> scenes;
    for (const ViewedDecision& decision : decisions) {
        const auto same = std::find_if(scenes.begin(), scenes.end(),
                                       [&](const ViewedDecision& one) { return one.node == decision.node; });
        if (same == scenes.end()) {
            scenes.push_back(decision);
        } else {
            add_to_sum(same->tally, decision.tally);
            same->band = std::min(same->band, decision.band);
        }
    }
    return scenes;
}

}  // namespace

// Finds the scenes of what was decided, in memory that is slow to come: what is done before it is counted takes place
// meanwhile.
void Cohort::find_scenes(CaseSeen& seen, std::uint32_t standing, const ResultView& result) {
    ++results_;
    at_hand_.clear();
    comes_back_ = false;
    std::size_t guess = 0;
    for (const ViewedDecision& decision : result.decisions) {
        const std::uint32_t number = scene_of(seen.nodes, decision, guess);
        NodeSeen& node = seen.nodes[number];
        comes_back_ = comes_back_ || node.last_result == results_;
        node.last_result = results_;
        at_hand_.push_back({number, node.cells.fetch(standing, decision)});
        guess = number + 1;
    }
}

// Counts what was decided at the scenes found, if it `counts`; otherwise only sees which options there are.
void Cohort::count_decisions(CaseSeen& seen, std::uint32_t standing, const ResultView& result, bool counts) {
    const std::vector<ViewedDecision>* decisions = &result.decisions;
    std::vector<ViewedDecision> joined;
    if (comes_back_) {
        joined = by_scene(result.decisions);
        decisions = &joined;
        at_hand_.clear();
        for (const ViewedDecision& decision : joined) {
            const std::uint32_t number = scene_of(seen.nodes, decision, seen.nodes.size());
            at_hand_.push_back({number, seen.nodes[number].cells.fetch(standing, decision)});
        }
    }
    for (std::size_t i = 0; i < decisions->size(); ++i) {
        const ViewedDecision& decision = (*decisions)[i];
        NodeSeen& node = seen.nodes[at_hand_[i].node];
        const auto option = [&] { return option_of(node.options, decision.option); };
        if (counts)
            node.cells.count(at_hand_[i].hash, standing, decision, option,
                             [&](std::uint32_t number) -> std::string_view { return node.options[number]; });
        else
            option();
    }
}

std::vector<std::string> Cohort::case_ids() const {
    std::vector<std::string> ids;
    for (const CaseSeen& seen : cases_)
        if (std::find(ids.begin(), ids.end(), seen.id) == ids.end()) ids.push_back(seen.id);
    return ids;
}

void Cohort::know_options(const Scenario& scenario) {
    for (CaseSeen& seen : cases_) {
        if (seen.id != scenario.id || seen.sha256 != scenario.sha256) continue;
        for (NodeSeen& node : seen.nodes) {
            const auto written = std::find_if(scenario.nodes.begin(), scenario.nodes.end(),
                                              [&](const Node& one) { return one.id == node.id; });
            if (written == scenario.nodes.end()) continue;
            for (const Option& option : written->options) option_of(node.options, option.id);
            for (const Compose& form : written->composes) option_of(node.options, form.id);
            node.options_known = true;
        }
    }
}

}  // namespace ntk
