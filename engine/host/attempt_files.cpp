#include "engine/host/attempt_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

#include "engine/host/source_file.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Problem> refuse(const fs::path& path, const std::string& what, const std::string& why,
                               std::string hint) {
    return tl::unexpected(Problem{path.string() + ": " + what + ": " + why, std::move(hint)});
}

// Makes a folder that only its owner can look into.
Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return refuse(folder, "the folder cannot be made"_en, error.message(),
                      "check that you may write there, or set XDG_DATA_HOME to another folder"_en);
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
    return {};
}

fs::path attempt_path(const fs::path& data_folder, const std::string& id) {
    return data_folder / "attempts" / (id + ".jsonl");
}

constexpr int most_reports = 10'000;  // of one case

fs::path report_path(const fs::path& data_folder, const std::string& id, int number, const std::string& extension) {
    return data_folder / "reports" / (id + "-" + std::to_string(number) + extension);
}

}  // namespace

Result<fs::path> data_folder() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return fs::path(data) / "needtoknow";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return fs::path(home) / ".local" / "share" / "needtoknow";
    return tl::unexpected(Problem{"there is no folder to keep attempts in"_en, "set HOME or XDG_DATA_HOME"_en});
}

Result<AttemptFile> AttemptFile::open(const fs::path& data_folder, const std::string& scenario_id) {
    const fs::path path = attempt_path(data_folder, scenario_id);
    if (!is_file_name(scenario_id))
        return refuse(path, "the attempt cannot be kept"_en, "the case's id is no file name"_en,
                      "an id has letters, digits and -"_en);
    if (auto made = make_folder(path.parent_path()); !made) return tl::unexpected(made.error());

    // The log is replaced by renaming, which would leave a lock behind on the old file; so the lock has a file of its
    // own.
    const fs::path lock_path = fs::path(path).replace_extension(".lock");
    const int lock = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return refuse(path, "the attempt cannot be kept"_en, std::strerror(errno),
                      "check that you may write to this folder"_en);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const bool taken = errno == EWOULDBLOCK;
        const std::string why = taken ? "it is open in another program"_en : std::strerror(errno);
        ::close(lock);
        return refuse(path, "the attempt cannot be taken up"_en, why,
                      taken ? "go on there, or close it there first"_en : "check that this folder supports locking"_en);
    }
    return AttemptFile(path, lock);
}

AttemptFile::AttemptFile(AttemptFile&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

AttemptFile& AttemptFile::operator=(AttemptFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(lock_, other.lock_);
    return *this;
}

AttemptFile::~AttemptFile() {
    if (lock_ >= 0) ::close(lock_);
}

Result<std::string> AttemptFile::read() const {
    std::error_code error;
    if (!fs::exists(path_, error) && !error) return std::string();
    return read_file(path_);
}

Result<void> AttemptFile::save(std::string_view log) const { return write_file_atomically(path_, log); }

Result<void> AttemptFile::discard() const {
    std::error_code error;
    fs::remove(path_, error);
    if (error)
        return refuse(path_, "the saved attempt cannot be removed"_en, error.message(), "remove the file by hand"_en);
    return {};
}

bool has_saved_attempt(const fs::path& data_folder, const std::string& scenario_id) {
    std::error_code error;
    return is_file_name(scenario_id) && fs::is_regular_file(attempt_path(data_folder, scenario_id), error);
}

Result<fs::path> keep_report(const fs::path& data_folder, const std::string& scenario_id, const std::string& extension,
                             std::string_view bytes) {
    const fs::path folder = data_folder / "reports";
    if (!is_file_name(scenario_id))
        return refuse(folder, "the report cannot be kept"_en, "the case's id is no file name"_en,
                      "an id has letters, digits and -"_en);
    if (auto made = make_folder(folder); !made) return tl::unexpected(made.error());
    for (int number = 1; number <= most_reports; ++number) {
        const fs::path path = report_path(data_folder, scenario_id, number, extension);
        // Taking the name first keeps two programs from choosing the same one.
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file < 0 && errno == EEXIST) continue;
        if (file < 0)
            return refuse(path, "the report cannot be written"_en, std::strerror(errno), "check that there is room"_en);
        ::close(file);
        if (auto written = write_file_atomically(path, bytes); !written) return tl::unexpected(written.error());
        return path;
    }
    return refuse(folder, "the report cannot be kept"_en, "there are too many reports of this case"_en,
                  "clear out old ones"_en);
}

std::optional<fs::path> kept_report(const fs::path& data_folder, const std::string& scenario_id,
                                    const std::string& extension, std::string_view bytes) {
    if (!is_file_name(scenario_id)) return std::nullopt;
    std::error_code error;
    for (int number = 1; number <= most_reports; ++number) {
        const fs::path path = report_path(data_folder, scenario_id, number, extension);
        const auto size = fs::file_size(path, error);
        if (error) return std::nullopt;
        if (size != bytes.size()) continue;
        if (const auto kept = read_file(path); kept && *kept == bytes) return path;
    }
    return std::nullopt;
}

}  // namespace ntk
