#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/host/findings_cache.h"
#include "engine/host/library.h"

namespace ntk::tool {

// The files to check: those named, and of folders every .yaml, .yml and .json file below them, by name. A plan whose
// case is among them is left out: the two are checked together.
std::vector<std::filesystem::path> files_to_check(const std::vector<std::string>& paths);

// Checks files one at a time, and no file twice: what was found is kept under a digest of all that was read.
class Checker {
  public:
    explicit Checker(bool keep = true);

    // Checks a case with its plan and checklist, a plan with its case, a pack with those it is laid over, the tests of
    // a pack, or a situation. Of any other file only the YAML or JSON is checked.
    CheckFindings check(const std::filesystem::path& file);

    // A digest of all that checking a file would read, to see whether anything has changed.
    std::string digest_of(const std::filesystem::path& file) const;

    // Packs may have changed: reads them again.
    void refresh();

  private:
    bool keep_;
    RuleShelf rules_;
    std::string packs_;  // digest of every pack, and of the program
};

}  // namespace ntk::tool
