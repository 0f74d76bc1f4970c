#include "engine/host/changed_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "engine/host/source_file.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

bool write_all_of(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

// Writes everything under a passing name, with the rights of the file it is for.
bool prepare(std::string& temporary, std::string_view bytes, mode_t rights) {
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) {
        temporary.clear();
        return false;
    }
    const bool written =
        write_all_of(descriptor, bytes) && ::fchmod(descriptor, rights & 07777) == 0 && ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && written;
}

}  // namespace

Result<void> change_file(const fs::path& path, std::string_view before, std::string_view after) {
    std::error_code error;
    const fs::path file = fs::canonical(path, error);
    struct stat status {};
    if (error || ::stat(file.c_str(), &status) != 0)
        return tl::unexpected(Problem{path.string() + " is no longer there", "save it again in your editor"});
    std::string temporary = file.string() + ".XXXXXX";
    const bool prepared = prepare(temporary, after, status.st_mode);
    const int failed = errno;
    const auto leave = [&](Problem problem) -> Result<void> {
        if (!temporary.empty()) ::unlink(temporary.c_str());
        return tl::unexpected(std::move(problem));
    };
    const auto unwritten = [&](int why) {
        return leave({path.string() + ": the file cannot be written: " + std::strerror(why),
                      "check that you may write to it and to its folder, and that there is room"});
    };
    if (!prepared) return unwritten(failed);
    // As late as can be: what somebody saves while this is being written must not be lost.
    const auto now = read_file(file);
    if (!now || sha256(*now) != sha256(std::string(before)))
        return leave({path.string() + " has been changed by another program meanwhile, so nothing was written",
                      "look at it again, and then make the change once more"});
    if (std::rename(temporary.c_str(), file.c_str()) != 0) return unwritten(errno);
    return {};
}

}  // namespace ntk
