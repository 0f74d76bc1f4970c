#include "engine/host/file_stamps.h"

namespace ntk {

namespace fs = std::filesystem;

std::string stamps_of(const std::set<fs::path>& folders) {
    std::string stamps;
    std::error_code error;
    for (const fs::path& folder : folders)
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
            const auto written = entry->last_write_time(error).time_since_epoch().count();
            const bool plain = entry->is_regular_file(error);
            stamps += entry->path().string() + " " + std::to_string(written) + " " +
                      (plain ? std::to_string(entry->file_size(error)) : "-") + "\n";
        }
    return stamps;
}

}  // namespace ntk
