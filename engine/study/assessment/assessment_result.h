#pragma once

#include <string>
#include <vector>

#include "engine/rules/score.h"
#include "engine/study/assessment/assessment_session.h"

namespace ntk {

// What the program proposes; people decide.
enum class Proposal { met, review, not_yet };

// What an assessment came to, all its cases scored as one.
struct AssessmentResult {
    ScoreCard card;
    int cases = 0, scored = 0;  // scored: played to their end
    int error_tenths = -1;      // of this score, in tenths of a point; -1: too few cases to say
    bool error_given = false;   // it was set with the assessment, not worked out from these cases
    Proposal proposal = Proposal::review;
    std::vector<std::string> reasons;  // why, in plain words
};

// Scores the cases played so far as one under the plan's mark. A score within one standard error of the cut, a single
// critical breach, a case left before its end, an error that cannot be worked out and too many decisions skipped by
// choice go to an assessor. Two critical breaches left open, or one of the gravest kind, stay "not yet" whatever the
// score.
AssessmentResult assessment_result(const AssessmentPlan& plan, const std::vector<Player>& players,
                                   const RuleBook& rules);

const char* proposal_name(Proposal proposal);   // "met", "review", "not_yet"
std::string proposal_words(Proposal proposal);  // "For review by an assessor"

}  // namespace ntk
