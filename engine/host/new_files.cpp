#include "engine/host/new_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string_view>

namespace ntk {

namespace {

namespace fs = std::filesystem;

constexpr mode_t as_usual = 0666;  // less what the person's umask takes away
constexpr mode_t folder_as_usual = 0777;

Problem cannot_write(const fs::path& path, int error) {
    return {path.string() + ": the file cannot be written: " + std::strerror(error),
            "check that the folder exists, that you may write to it and that there is room"};
}

Problem already_there(const fs::path& path) {
    return {path.string() + " is already there, and nothing is written over it",
            "choose another id or another folder, or move it away first"};
}

bool is_there(const fs::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;  // a link that leads nowhere is in the way as well
}

bool write_whole(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

// Files written under names of their own that are given their real names at the end, and taken away otherwise.
class Batch {
  public:
    explicit Batch(fs::path folder) : folder_(std::move(folder)) {}
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    ~Batch() {
        for (const fs::path& path : waiting_) ::unlink(path.c_str());
        if (!kept_)
            for (const fs::path& path : named_) ::unlink(path.c_str());
    }

    // Writes one file under a passing name.
    Result<void> prepare(const NewFile& file) {
        const fs::path path = folder_ / ("." + file.name + "." + std::to_string(::getpid()));
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, as_usual);
        if (descriptor < 0) return tl::unexpected(cannot_write(folder_ / file.name, errno));
        waiting_.push_back(path);
        const bool whole = write_whole(descriptor, file.bytes) && ::fsync(descriptor) == 0;
        const int error = errno;
        const bool closed = ::close(descriptor) == 0;
        if (!whole || !closed) return tl::unexpected(cannot_write(folder_ / file.name, whole ? errno : error));
        return {};
    }

    // Gives the next prepared file its name, unless the name is taken.
    Result<void> name(const NewFile& file) {
        const fs::path path = folder_ / file.name;
        const fs::path from = waiting_.at(named_.size());
        int done = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE);
        if (done != 0 && (errno == EINVAL || errno == ENOSYS)) done = ::link(from.c_str(), path.c_str());
        if (done != 0) return tl::unexpected(errno == EEXIST ? already_there(path) : cannot_write(path, errno));
        named_.push_back(path);
        return {};
    }

    // The names themselves must reach the disk too.
    void keep() {
        kept_ = true;
        const int folder = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0) return;
        ::fsync(folder);
        ::close(folder);
    }

  private:
    fs::path folder_;
    std::vector<fs::path> waiting_, named_;
    bool kept_ = false;
};

}  // namespace

Result<void> write_new_files(const fs::path& folder, const std::vector<NewFile>& files) {
    std::error_code error;
    const fs::path where = folder.empty() ? fs::path(".") : folder;
    if (!fs::exists(where, error) && ::mkdir(where.c_str(), folder_as_usual) != 0)
        return tl::unexpected(Problem{where.string() + ": the folder cannot be made: " + std::strerror(errno),
                                      "check its name, and that you may write where it should be"});
    if (!fs::is_directory(where, error))
        return tl::unexpected(Problem{where.string() + " is not a folder", "name the folder that the case goes into"});
    for (const NewFile& file : files)
        if (is_there(where / file.name)) return tl::unexpected(already_there(where / file.name));
    Batch batch(where);
    for (const NewFile& file : files)
        if (auto done = batch.prepare(file); !done) return done;
    for (const NewFile& file : files)
        if (auto done = batch.name(file); !done) return done;
    batch.keep();
    return {};
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm day{};
    char text[16] = {};
    if (::localtime_r(&now, &day) == nullptr || std::strftime(text, sizeof text, "%Y-%m-%d", &day) == 0) return {};
    return text;
}

}  // namespace ntk
