#pragma once

#include <memory>
#include <string>

#include "game/tool/play_script.h"

namespace ntk::tool {

// A plan brought up to date with what the engine now finds.
struct RecordedPlan {
    std::string text;     // the whole file; all that was not changed is as it was, remarks included
    std::string changes;  // one line to each run that changed: "best answers: ending sore, now held"
    std::string problem;  // why nothing was recorded; empty otherwise
};

// Plays every run of a plan, `text` as read from `tree`, and writes the ending, the number of decisions with a breach
// and the verdicts it comes to in place of those that stand there. A run that says neither gets both.
RecordedPlan record_plan(const std::string& text, const Tree& tree, const std::shared_ptr<const Scenario>& scenario,
                         const std::shared_ptr<const RuleBook>& rules);

// The same for a file, written as a whole or not at all. Returns what to show: the changes, that there are none, or the
// problem; `failed` is set for a problem.
std::string record_plan_file(const std::string& path, const std::shared_ptr<const Scenario>& scenario,
                             const std::shared_ptr<const RuleBook>& rules, bool& failed);

}  // namespace ntk::tool
