#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/play/page.h"
#include "engine/study/way.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// One decision of a scripted run: an option's id, or a form with its answers.
struct ScriptedChoice {
    Input input;
    std::string written;
};

// Reads "b,c,own:{items=a+b;to=csc},d": option ids with commas between, or one letter each without ("bcda"). `problem`
// says in words what cannot be read.
std::vector<ScriptedChoice> read_choices(const std::string& written, std::string& problem);

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

// The choices of the first run that breaks nothing; none when no run says so.
Way best_way(const Plan& plan);

}  // namespace ntk
