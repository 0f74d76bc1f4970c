#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <vector>

#include "engine/host/result.h"
#include "game/shared/assessing.h"

namespace ntk {

// Writes what a session came to into a folder: the result on the whole as page, paper, text and data with what
// assessors decided beside it, and of each case the report as page, paper and data with its decision log. Returns how
// many files.
Result<int> save_assessment(const AssessmentSession& session, const std::vector<StoredReview>& reviews,
                            const std::filesystem::path& folder);

}  // namespace ntk

#endif
