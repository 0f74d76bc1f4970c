#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/scenario/scenario.h"
#include "engine/study/big_count.h"

namespace ntk {

// How much of a story may be kept in mind at once.
struct StoryLimits {
    std::size_t states = 1'000'000;
};

// What is true of all ways through a story, by the options alone. What they do not come to is looked for once more with
// forms filled in, where any answer is thought possible. A way is a sequence of options from the first scene
// to the end. Ways that stand at the same scene at the same time with the same meters, flags and facts, as far as
// anything ahead can tell them apart, are followed as one, so all of them are counted without going each of them.
struct StoryProof {
    struct SceneSeen {
        bool reached = false;
        bool by_form = false;          // not reached by options, though maybe by filling in a form
        int earliest = 0, latest = 0;  // minutes
        std::string way;               // a shortest way to it by the options
    };
    struct Outcome {
        BigCount ways;
        bool by_form = false;  // no way by options comes to it, though maybe one with a form
        std::string way;       // a shortest way to it
    };
    struct Fault {
        std::string what;
        std::string way;
    };

    bool complete = true;            // every state was looked at
    bool exact = true;               // otherwise some route was followed both ways, and ways are counted at most
    std::vector<std::string> notes;  // what was left out or taken either way, in plain words
    std::size_t states = 0, moves = 0;
    BigCount ways;
    int shortest = 0, longest = 0;    // decisions on a way
    std::vector<SceneSeen> scenes;    // by scene
    std::vector<Outcome> endings;     // by ending
    Outcome without_ending, cut_off;  // where no ending fits; where the player's limits end a way that goes round
    std::vector<Fault> backwards;     // the clock would run backwards, by route
    std::vector<std::string> routes_never_taken;    // "D8c: to C7"; not even with a form
    std::vector<std::string> passages_never_shown;  // "C4: ..."; likewise
};

StoryProof prove_story(const Scenario& scenario, const StoryLimits& limits = {});

}  // namespace ntk
