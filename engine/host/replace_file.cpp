#include "engine/host/replace_file.h"

#include <system_error>

#include "engine/host/source_file.h"

namespace ntk {

Result<void> replace_file(const std::filesystem::path& path, std::string_view bytes) {
    std::error_code problem;
    const std::filesystem::path file = std::filesystem::canonical(path, problem);
    const std::filesystem::file_status status = std::filesystem::status(path, problem);
    if (problem || !std::filesystem::is_regular_file(status))
        return tl::unexpected(Problem{path.string() + ": there is no file to replace", "check the spelling"});
    if (auto written = write_file_atomically(file, bytes); !written) return written;
    std::filesystem::permissions(file, status.permissions() & std::filesystem::perms::all, problem);
    if (problem)
        return tl::unexpected(Problem{path.string() + ": written, but only you can read it now: " + problem.message(),
                                      "set its permissions again"});
    return {};
}

}  // namespace ntk
