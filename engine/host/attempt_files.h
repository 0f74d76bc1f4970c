#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "engine/host/result.h"

namespace ntk {

// Where a learner's attempts and reports are kept: $XDG_DATA_HOME/needtoknow, else ~/.local/share/needtoknow. The
// folder need not exist yet.
Result<std::filesystem::path> data_folder();

// The save file of one attempt, attempts/<scenario-id>.jsonl, held by one program at a time. It is the decision log
// (engine/play/log.h): no name, no machine, no time of day. Files can be read by their owner alone.
class AttemptFile {
  public:
    // Makes the folders and takes hold of the file. Refuses an id that is no file name, a folder that cannot be made,
    // and an attempt that another program has open.
    static Result<AttemptFile> open(const std::filesystem::path& data_folder, const std::string& scenario_id);

    AttemptFile(AttemptFile&& other) noexcept;
    AttemptFile& operator=(AttemptFile&& other) noexcept;
    AttemptFile(const AttemptFile&) = delete;
    AttemptFile& operator=(const AttemptFile&) = delete;
    ~AttemptFile();  // lets go of the file, which stays

    const std::filesystem::path& path() const { return path_; }

    // The log as saved; empty when there is none.
    Result<std::string> read() const;

    // Keeps the log so that a crash or power cut leaves either the old one or the new one, whole.
    Result<void> save(std::string_view log) const;

    // Removes the log: the attempt is finished or given up. There being none is fine.
    Result<void> discard() const;

  private:
    AttemptFile(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}
    std::filesystem::path path_;
    int lock_ = -1;
};

// Whether a log is kept for this scenario.
bool has_saved_attempt(const std::filesystem::path& data_folder, const std::string& scenario_id);

// Keeps a report under reports/<scenario-id>-<number><extension>, the first number that is free. Returns its path.
Result<std::filesystem::path> keep_report(const std::filesystem::path& data_folder, const std::string& scenario_id,
                                          const std::string& extension, std::string_view bytes);

// Where a report of exactly these bytes is kept already; nothing when none is.
std::optional<std::filesystem::path> kept_report(const std::filesystem::path& data_folder,
                                                 const std::string& scenario_id, const std::string& extension,
                                                 std::string_view bytes);

}  // namespace ntk
