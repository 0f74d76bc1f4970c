#pragma once

#include <string>
#include <vector>

#include "engine/scenario/scenario.h"

namespace ntk {

// A value that a fact could have, and how to give it that value.
struct FactValue {
    std::string words;
    Setting setting;
    bool now = false;  // it has it; of a list: it is in it
};

// A fact that an author could change at a scene.
struct SettableFact {
    std::string path;   // as verdicts name it: "case.harm", "letter.use[csc]"
    std::string name;   // "harm", "use by the front door"
    std::string now;    // its value, in words
    bool list = false;  // each value is one that is taken in or left out
    std::vector<FactValue> values;
};

// Somebody or something that facts are about.
struct FactSubject {
    std::string id, name;
    std::vector<SettableFact> facts;
};

// The facts of all that a learner knows of at a moment, as far as authors state them: the case first, then people,
// agencies, information and requests. Ages, times and other numbers are left out: nothing turns on a list of them.
std::vector<FactSubject> settable_facts(const Scenario& scenario, const Store& facts);

}  // namespace ntk
