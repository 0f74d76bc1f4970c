#pragma once

#include <optional>
#include <vector>

#include "engine/host/pinned.h"
#include "engine/host/store/result_store.h"
#include "engine/study/assessment/assessment_session.h"

namespace ntk {

// The cases of a plan with the rules it pins, each found by its digest. Reports E729 for rules that are not here and
// E754 for a case or an engine other than the one it was set with; returns nothing then.
std::optional<std::vector<AssessmentCase>> open_cases(const AssessmentPlan& plan, PinnedShelf& shelf,
                                                      Diagnostics& diagnostics);

// The plan of a stored assessment; reports E742 when it is not the one its digest names, and E1xx.
std::optional<AssessmentPlan> plan_of(const StoredAssessment& stored, Diagnostics& diagnostics);

// An assessment as a store takes it.
StoredAssessment stored_assessment(const AssessmentPlan& plan);

// What a session handed in leaves behind: the digest of each case's report, the report on the whole, and what is added
// up.
struct HandedIn {
    std::vector<StoredReport> reports;
    std::vector<StoredResult> results;
};
HandedIn handed_in(const AssessmentSession& session);

// What is kept of a session, as the session itself takes it up.
SessionProgress progress_of(const StoredSession& stored, std::vector<std::string> logs);

// Days since 1 January 1970, by the clock of this machine.
std::int64_t today_in_days();

// A day as people write it: "2026-11-22".
std::string day_text(std::int64_t days);

}  // namespace ntk
