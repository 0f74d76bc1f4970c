#pragma once

#include <string>
#include <vector>

#include "engine/study/cohort/cohort.h"

namespace ntk {

// A decision of a made-up result: which option, and how much of 10 points it earned (below 0: lost).
struct MadeDecision {
    std::string node, option;
    int points = 0;
    int offered = 10;
};

// A finished result by hand; its digest follows from what is in it.
CaseResult made_result(const std::string& learner, const std::string& case_id,
                       const std::vector<MadeDecision>& decisions);

// A form of these cases with a cut of 70 and a floor of 60.
AssessmentForm made_form(const std::string& id, const std::vector<std::string>& cases);

}  // namespace ntk
