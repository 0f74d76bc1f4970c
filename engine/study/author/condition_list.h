#pragma once

#include <string>
#include <vector>

#include "engine/scenario/scenario.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// A condition that a route could have.
struct ConditionChoice {
    std::string words;      // "Front door"
    std::string condition;  // "letter.given_to has csc"
};

// What can be asked about one fact of somebody or something.
struct ConditionFact {
    std::string name;  // "given to"
    std::vector<ConditionChoice> choices;
};

// Somebody or something of a case that conditions can name.
struct ConditionSubject {
    std::string id, name;
};

// The case, its people, agencies, information and requests, those that come to light later included.
std::vector<ConditionSubject> condition_subjects(const Scenario& scenario);

// The facts of one of them, each with the conditions that may be written about it. Every one of them compiles.
std::vector<ConditionFact> condition_facts(const Scenario& scenario, const std::string& subject);

// Why a text is no condition of a route of this case, as the compiler says it; empty when it is one.
std::vector<Diagnostic> condition_problems(const Scenario& scenario, const std::string& condition);

}  // namespace ntk
