#pragma once

#include <filesystem>
#include <vector>

#include "engine/study/form_proof.h"

namespace ntk {

// The cases of a form from a folder of cases, each with the first run of its plan that breaks nothing. Reports
// E642 for a case that is not there, with the nearest name, and whatever is wrong with the files.
std::vector<FormCase> load_form_cases_in(const std::filesystem::path& folder, const AssessmentForm& form,
                                         Diagnostics& diagnostics);

// The same from the library under `root`.
std::vector<FormCase> load_form_cases(const AssessmentForm& form, const std::filesystem::path& root,
                                      Diagnostics& diagnostics);

}  // namespace ntk
