#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/rules/score.h"
#include "engine/scenario/assessment_form.h"
#include "engine/study/way.h"

namespace ntk {

// A case of a form with the way that keeps everything, from its plan.
struct FormCase {
    std::shared_ptr<const Scenario> scenario;
    Way best;
};

// What one habit came to over a whole form.
struct FormHabit {
    std::string name;
    ScoreCard card;
    int cases_met = 0;  // cases in which it would have reached the mark on its own
};

// Whether a form can be trusted: what it offers, what the best answers come to, and that no habit passes.
struct FormProof {
    std::map<std::string, int> decisions_at_harm;  // by the best answers
    int decisions = 0;
    ScoreCard ideal;
    std::vector<FormHabit> habits;
    std::vector<std::string> problems;  // in plain words; empty when all holds
};

// Plays the best answers and every habit of engine/study/bots.h through all cases of a form under the rules it names.
// A habit that some case does not offer (an excuse that none of its options gives) does nothing there.
FormProof prove_form(const AssessmentForm& form, const std::vector<FormCase>& cases,
                     const std::shared_ptr<const RuleBook>& rules);

// The proof in plain words, a line to each finding.
std::string form_text(const AssessmentForm& form, const FormProof& proof);

}  // namespace ntk
