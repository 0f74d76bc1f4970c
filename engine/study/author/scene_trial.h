#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/study/way.h"

namespace ntk {

// Where an author wants to look in, and what is to be otherwise than the case has it.
struct TrialRequest {
    std::string scene;
    Way way;                            // the choices that lead there
    std::string change_at;              // the scene on the way where facts and meters change; empty: this one
    std::vector<Setting> facts;         // as if they had come to light on arriving there
    std::map<std::string, int> meters;  // as they are to stand there
};

// A learner standing at that scene, or in words why nobody can come to it by that way.
struct SceneTrial {
    std::optional<Attempt> at;
    std::string problem;
};

SceneTrial come_to(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                   const TrialRequest& request, Proofs proofs);

// The choices of a shortest way to every scene, by scene; scenes that no way by the options comes to are left out.
std::map<std::string, Way> shortest_ways(const Scenario& scenario);

// The part of a way that leads to a scene for the first time; nothing when it does not come there.
std::optional<Way> way_up_to(const std::shared_ptr<const Scenario>& scenario,
                             const std::shared_ptr<const RuleBook>& rules, const Way& way, const std::string& scene);

}  // namespace ntk
