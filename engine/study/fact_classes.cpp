#include "engine/study/fact_classes.h"

#include <algorithm>

#include "engine/play/attempt.h"
#include "engine/scenario/scope.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

constexpr int first_class = 2;

}  // namespace

FactClasses::FactClasses(const StoryProgram& program) : program_(&program), watched_(program.scenario()) {
    for (const Expression* condition : program.conditions()) {
        needs_.push_back(watched_.needs_of(*condition));
        by_clock_ = by_clock_ || needs_.back().clock;
    }
    any_ = !needs_.empty();
    doubt_long_histories();
    find_live();
}

// A case file keeps so many acts and no more. Where a way may have more of them, what is asked about the past depends
// on how many there were, and no class remembers that.
void FactClasses::doubt_long_histories() {
    if (!any_) return;
    std::size_t most = 0;
    for (const Node& node : program_->scenario().nodes)
        for (const Option& option : node.options)
            most = std::max(most, option.acts.size() + program_->scenario().standing.size());
    if (most * static_cast<std::size_t>(program_->most_decisions()) <= limits::entities) return;
    for (WatchedFacts::Needs& needs : needs_)
        for (const std::size_t watch : needs.watches) {
            const WatchedFacts::Watch::Kind kind = watched_.watches()[watch].kind;
            if (kind == WatchedFacts::Watch::Kind::answer || kind == WatchedFacts::Watch::Kind::history)
                needs.unclear = "a way may have more acts than are remembered";
        }
}

// What is asked for later on must be remembered from here on.
void FactClasses::find_live() {
    const auto& scenes = program_->scenes();
    asks_.assign(scenes.size(), false);
    live_.assign(any_ ? scenes.size() : 0, std::vector<bool>(watched_.watches().size(), false));
    if (!any_) return;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = program_->order().size(); i-- > 0;) {
            const std::size_t n = program_->order()[i];
            const auto mark = [&](std::size_t watch) {
                changed = changed || !live_[n][watch];
                live_[n][watch] = true;
            };
            for (std::size_t s = scenes[n].steps.begin; s < scenes[n].steps.end; ++s)
                for (std::size_t r = program_->steps()[s].routes.begin; r < program_->steps()[s].routes.end; ++r) {
                    const StoryProgram::Route& route = program_->routes()[r];
                    const auto target = static_cast<std::size_t>(std::max(route.target, 0));
                    const bool asks = route.condition >= 0 || (route.target >= 0 && asks_[target]);
                    changed = changed || (asks && !asks_[n]);
                    asks_[n] = asks_[n] || asks;
                    if (route.condition >= 0)
                        for (const std::size_t watch : needs_[static_cast<std::size_t>(route.condition)].watches)
                            mark(watch);
                    if (route.target < 0) continue;
                    for (std::size_t watch = 0; watch < live_[n].size(); ++watch)
                        if (live_[target][watch]) mark(watch);
                }
        }
        changed = changed && program_->circular();  // otherwise once is enough
    }
}

int FactClasses::opening(int minutes) {
    if (!any_ || program_->start() < 0) return nothing;
    return arrive(CaseFile(program_->scenario().opening, Reading::as_needed), program_->start(), minutes);
}

int FactClasses::arrive(CaseFile file, int scene, int minutes) {
    if (!asks_[static_cast<std::size_t>(scene)]) return nothing;
    file.arrive(arrival_at(program_->scenario(), program_->scenario().nodes[static_cast<std::size_t>(scene)], minutes));
    return class_of(std::move(file), scene);
}

int FactClasses::class_of(CaseFile file, int scene) {
    std::vector<std::int64_t> memory = {scene};
    const std::vector<bool>& live = live_[static_cast<std::size_t>(scene)];
    for (std::size_t watch = 0; watch < live.size(); ++watch)
        if (live[watch]) watched_.remember(watched_.watches()[watch], file, memory);
    const auto [at, fresh] = classes_.emplace(std::move(memory), static_cast<int>(files_.size()) + first_class);
    if (fresh) files_.push_back(std::move(file));
    return at->second;
}

std::vector<FactClasses::Way> FactClasses::find(int facts, std::size_t index, const std::vector<int>& times) {
    const StoryProgram::Step& step = program_->steps()[index];
    const Scenario& scenario = program_->scenario();
    const bool told = facts >= first_class && step.kind != StoryProgram::Step::Kind::form;
    std::vector<Way> ways;
    CaseFile file =
        told ? files_[static_cast<std::size_t>(facts - first_class)] : CaseFile(scenario.opening, Reading::as_needed);
    if (told && step.kind == StoryProgram::Step::Kind::option) {
        const Node& node = scenario.nodes[static_cast<std::size_t>(step.node)];
        file.perform(acts_to_do(scenario, file.facts(), node.options[static_cast<std::size_t>(step.index)].acts), true);
    }
    for (std::uint32_t r = step.routes.begin; r < step.routes.end; ++r) {
        const StoryProgram::Route& route = program_->routes()[r];
        bool last = true;
        if (route.condition >= 0) {
            const bool clear = told && needs_[static_cast<std::size_t>(route.condition)].unclear.empty();
            Frame frame = scenario_frame(scenario);
            const Expression& condition = *program_->conditions()[static_cast<std::size_t>(route.condition)];
            if (clear && condition.test(file.facts(), frame) != Tri::yes) continue;
            last = clear;
        }
        Way way{r, nothing};
        if (route.target >= 0 && asks_[static_cast<std::size_t>(route.target)])
            way.facts = told ? arrive(file, route.target, times[r - step.routes.begin]) : unknown;
        ways.push_back(way);
        if (last) return ways;
    }
    ways.push_back({});
    return ways;
}

}  // namespace ntk
