#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/study/lint/allowed.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// What checking one file and those that belong to it has found.
struct CheckFindings {
    Diagnostics diagnostics;
    std::vector<AllowedFinding> allowed;
};

// Checking a case plays it, so what was found is kept under a digest of all that was read: the files, the packs and the
// program. The same files are never checked twice by the same program.
std::string pack_findings(const CheckFindings& findings);

// The findings that were packed; `text_of` gives the text of a source that is named in them. Nothing when the bytes
// were not written by pack_findings, whole.
std::optional<CheckFindings> unpack_findings(const std::string& bytes,
                                             const std::function<std::string(const std::string&)>& text_of);

// A digest of the running program, by its file's size and time of writing: a new build checks afresh.
std::string program_identity();

}  // namespace ntk
