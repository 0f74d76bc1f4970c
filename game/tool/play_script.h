#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/play/player.h"
#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk::tool {

// One decision of a scripted run: an option's id, or a form with its answers.
struct ScriptedChoice {
    Input input;
    std::string written;
};

// Reads "b,c,own:{items=a+b;to=csc},d": option ids with commas between, or one letter each without ("bcda"). `problem`
// says in words what cannot be read.
std::vector<ScriptedChoice> read_choices(const std::string& written, std::string& problem);

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

// What an author expects of whole runs: <scenario>.plan.yaml.
struct Plan {
    struct Run {
        std::string name, choices, ending;
        int breaches = -1;  // -1: not said
        // node -> norm -> state, as an option's `expect` is written
        std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>> verdicts;
        Place place;
    };
    std::string scenario;  // its id
    std::vector<Run> runs;
};
Plan read_plan(const Tree& tree, Diagnostics& diagnostics);

// Plays every run of a plan. Returns one line for each run, and sets `failed` when one did not come out as planned.
std::string run_plan(const Plan& plan, const std::shared_ptr<const Scenario>& scenario,
                     const std::shared_ptr<const RuleBook>& rules, bool& failed);

}  // namespace ntk::tool
