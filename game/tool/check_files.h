#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/host/library.h"
#include "engine/text/diagnostic.h"

namespace ntk::tool {

// The files to check: those named, and of folders every .yaml, .yml and .json file below them, by name. A plan whose
// case is among them is left out: the two are checked together.
std::vector<std::filesystem::path> files_to_check(const std::vector<std::string>& paths);

// What was found in one file and in those that belong to it.
struct CheckedFile {
    std::filesystem::path path;
    Diagnostics diagnostics;
};

// Checks a case with its plan and checklist, a plan with its case, or a pack with the packs it is laid over.
CheckedFile check_file(const std::filesystem::path& path, RuleShelf& rules);

}  // namespace ntk::tool
