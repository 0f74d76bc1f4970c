#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/play/player.h"
#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"
#include "engine/study/plan.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk::tool {

using ntk::Plan;
using ntk::read_choices;
using ntk::read_plan;
using ntk::ScriptedChoice;

// What a scripted run came to.
struct ScriptedRun {
    std::unique_ptr<Player> player;
    std::string problem;                             // why it stopped early; empty when it reached the end
    int breaches = 0;                                // decisions at which some norm was breached, as judged then
    std::vector<std::string> unexpected;             // differences from what the options expect, one line each
    std::vector<std::vector<std::string>> verdicts;  // by decision: "breached 1/2: GR6.4 Send enough to act on"
};

ScriptedRun run_script(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules, Mode mode,
                       std::int64_t seed, const std::vector<ScriptedChoice>& choices);

// The run as lines of text: each decision with its verdicts, then the score.
std::string run_text(const ScriptedRun& run);

// Plays every run of a plan. Returns one line for each run, and sets `failed` when one did not come out as planned.
std::string run_plan(const Plan& plan, const std::shared_ptr<const Scenario>& scenario,
                     const std::shared_ptr<const RuleBook>& rules, bool& failed);

}  // namespace ntk::tool
