#include "engine/host/changed_file.h"

#include <sys/stat.h>

#include <string>

#include "engine/host/source_file.h"

namespace ntk {

Result<void> change_file(const std::filesystem::path& path, std::string_view before, std::string_view after) {
    std::error_code error;
    const std::filesystem::path file = std::filesystem::canonical(path, error);
    struct stat status {};
    if (error || ::stat(file.c_str(), &status) != 0)
        return tl::unexpected(Problem{path.string() + " is no longer there", "save it again in your editor"});
    return write_file_atomically(file, after, status.st_mode & 07777, [&]() -> Result<void> {
        const auto now = read_file(file);
        if (now && *now == before) return {};
        return tl::unexpected(
            Problem{path.string() + " has been changed by another program meanwhile, so nothing was written",
                    "look at it again, and then make the change once more"});
    });
}

}  // namespace ntk
