#pragma once

#include <string>
#include <vector>

#include "engine/report/document.h"
#include "engine/study/assessment/assessment_result.h"
#include "engine/text/json.h"

namespace ntk {

// What an assessment came to, for the assessor who decides: the mark, the scores of all cases as one, the proposal with
// its reasons, and the digest of each case's log, from which everything comes out again. The same logs give the same
// bytes.
Json assessment_report_json(const AssessmentPlan& plan, const std::string& learner, const std::vector<Player>& players,
                            const AssessmentResult& result);

// The same as lines of text.
std::string assessment_report_text(const AssessmentPlan& plan, const std::string& learner,
                                   const std::vector<Player>& players, const AssessmentResult& result);

// What an assessor has decided about an assessment, in words.
struct AssessorDecision {
    std::string day, assessor, decision, reason;
    friend bool operator==(const AssessorDecision&, const AssessorDecision&) = default;
};

// The same as it is read, on a page or on paper, with what assessors have decided beside the proposal.
ReportDocument assessment_document(const AssessmentPlan& plan, const std::string& learner,
                                   const std::vector<Player>& players, const AssessmentResult& result,
                                   const std::vector<AssessorDecision>& decisions);

}  // namespace ntk
