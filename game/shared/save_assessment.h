#pragma once

#include <filesystem>
#include <vector>

#include "engine/host/result.h"
#include "game/shared/assessing.h"

namespace ntk {

// What was written of a session.
struct SavedAssessment {
    int files = 0;
    std::string no_paper;  // why there is no paper (.pdf); empty when there is
};

// Writes what a session came to into a folder: the result on the whole as page, paper and data with what
// assessors decided beside it, of each case the report as page, paper, table and data with its decision log, and the
// decisions that were sealed. Everything else is written where paper cannot be made.
Result<SavedAssessment> save_assessment(const StoredSession& stored, const AssessmentSession& session,
                                        const std::vector<StoredReview>& reviews, const std::filesystem::path& folder);

}  // namespace ntk
