#pragma once

#include <filesystem>
#include <vector>

#include "engine/study/form_proof.h"

namespace ntk {

// The cases of a form from the library under `root`, each with the first run of its plan that breaks nothing. Reports
// E642 for a case that is not there, with the nearest name, and whatever is wrong with the files.
std::vector<FormCase> load_form_cases(const AssessmentForm& form, const std::filesystem::path& root,
                                      Diagnostics& diagnostics);

}  // namespace ntk
