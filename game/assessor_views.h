#pragma once

#ifndef NTK_NO_DESKTOP

#include <vector>

#include "game/desktop/assessor.h"
#include "game/shared/assessing.h"

namespace ntk {

// A form with what it holds and whether its proof holds.
desktop::AssessorForm assessor_form(const std::filesystem::path& path, const std::filesystem::path& root);

// A session as the list shows it, from what is kept of it; nothing is replayed. `plan` may be null.
desktop::AssessorRow assessor_row(const StoredSession& session, const AssessmentPlan* plan,
                                  const std::vector<std::string>& logs, const std::vector<StoredReport>& reports,
                                  const std::vector<StoredReview>& reviews, int keep_days);

// What a session made again comes to, with the verdicts that had to do with the proposal.
desktop::AssessorResult assessor_result(const StoredSession& stored, const AssessmentSession& session,
                                        const std::vector<StoredReview>& reviews);

}  // namespace ntk

#endif
