#include "engine/study/author/scene_trial.h"

#include <algorithm>

#include "engine/study/plan.h"
#include "engine/study/story_walk.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

// Walks from the start until `there` holds; says in words why not when the way ends or breaks off before.
template <class F>
std::string walk(Attempt& attempt, const Way& way, F&& there) {
    std::size_t used = 0;
    while (!attempt.ended() && !there(attempt, used)) {
        if (!attempt.deciding()) {
            attempt.move_on();
            continue;
        }
        const std::string& id = attempt.node()->id;
        if (used == way.size()) return fill("The way ends at {scene}, before this scene."_en, {{"scene", id}});
        const Move& choice = way[used++];
        const std::string refusal =
            choice.composed ? attempt.compose(choice.id, choice.answers) : attempt.choose(choice.id);
        if (!refusal.empty()) return fill("At {scene}: {why}"_en, {{"scene", id}, {"why", refusal}});
    }
    return attempt.ended() ? "The way goes to the end without this scene."_en : "";
}

// The case with what is to be otherwise put into the scene itself: the way there stays as it is.
std::shared_ptr<const Scenario> changed_case(const Scenario& scenario, const TrialRequest& request,
                                             const std::string& at, const std::map<std::string, int>& meters) {
    auto changed = std::make_shared<Scenario>(scenario);
    for (Node& node : changed->nodes) {
        if (node.id != at) continue;
        node.changes.insert(node.changes.end(), request.facts.begin(), request.facts.end());
        for (const auto& [meter, value] : request.meters)
            if (const auto now = meters.find(meter); now != meters.end() && now->second != value)
                node.meters.push_back({meter, value - now->second});
    }
    return changed;
}

}  // namespace

SceneTrial come_to(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                   const TrialRequest& request, Proofs proofs) {
    const auto arrived = [&](const Attempt& attempt, std::size_t used) {
        return used == request.way.size() && attempt.node()->id == request.scene &&
               (attempt.deciding() || !attempt.node()->decision());
    };
    SceneTrial trial;
    const std::string& at = request.change_at.empty() ? request.scene : request.change_at;
    std::map<std::string, int> meters;
    if (!request.meters.empty()) {
        Attempt unchanged(scenario, rules, Proofs::left_out);
        trial.problem =
            walk(unchanged, request.way, [&](const Attempt& now, std::size_t) { return now.node()->id == at; });
        if (!trial.problem.empty()) return trial;
        meters = unchanged.meters();
    }
    const bool as_written = request.facts.empty() && request.meters.empty();
    Attempt attempt(as_written ? scenario : changed_case(*scenario, request, at, meters), rules, proofs);
    trial.problem = walk(attempt, request.way, arrived);
    if (trial.problem.empty()) trial.at = std::move(attempt);
    return trial;
}

std::map<std::string, Way> shortest_ways(const Scenario& scenario) {
    std::map<std::string, Way> ways;
    const StoryProof proof = prove_story(scenario);
    for (std::size_t i = 0; i < proof.scenes.size(); ++i) {
        if (!proof.scenes[i].reached) continue;
        Way way;
        std::string problem;
        for (const ScriptedChoice& choice : read_choices(proof.scenes[i].way, problem))
            way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        if (problem.empty()) ways[scenario.nodes[i].id] = std::move(way);
    }
    return ways;
}

std::optional<Way> way_up_to(const std::shared_ptr<const Scenario>& scenario,
                             const std::shared_ptr<const RuleBook>& rules, const Way& way, const std::string& scene) {
    Attempt attempt(scenario, rules, Proofs::left_out);
    std::size_t made = 0;
    const std::string problem = walk(attempt, way, [&](const Attempt& now, std::size_t used) {
        made = used;
        return now.node()->id == scene && (now.deciding() || !now.node()->decision());
    });
    if (!problem.empty()) return std::nullopt;
    return Way(way.begin(), way.begin() + static_cast<std::ptrdiff_t>(made));
}

}  // namespace ntk
