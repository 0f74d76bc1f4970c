#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/library.h"
#include "engine/host/result.h"
#include "engine/study/cohort/case_result.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// A file of results and the group its learner is compared in.
struct ResultFile {
    std::filesystem::path path;
    std::string group;
};

// The reports (.json) and decision logs (.jsonl) among some paths and in the folders below them, folder by folder in
// the order given, with numbers in names by their size ("case-2" before "case-10"). The group of a file is the name of
// the first folder below the one that was given; for a file that lies in that folder itself, the folder's name if more
// than one was given. Links to folders are not followed. Refuses what is not there, and more than 100,000 files.
Result<std::vector<ResultFile>> result_files(const std::vector<std::string>& paths);

// Whether a name comes before another when runs of digits count as numbers.
bool comes_before(std::string_view a, std::string_view b);

// Reads results one at a time. A decision log is replayed with the case and rules of the library, so that what counts
// is what the engine finds and not what a file says. A log has no pseudonym of its own: a file name that begins with
// one
// ("p-0123456789abcdef-three-letters.jsonl") gives it.
class ResultReader {
  public:
    explicit ResultReader(std::filesystem::path root);

    // Returns nothing where something is wrong: `diagnostics` says what is written wrong, `problem` what is not there.
    std::optional<CaseResult> read(const std::filesystem::path& path, Diagnostics& diagnostics, std::string& problem);

    // A case of the library by its id; null when it is not there or cannot be read.
    std::shared_ptr<const Scenario> scenario(const std::string& id);

  private:
    std::optional<CaseResult> read_log(const std::filesystem::path& path, Diagnostics& diagnostics,
                                       std::string& problem);

    std::filesystem::path root_;
    RuleShelf rules_;
    std::map<std::string, std::shared_ptr<const Scenario>> scenarios_;
    std::optional<std::map<std::string, std::filesystem::path>> shelf_;
};

}  // namespace ntk
