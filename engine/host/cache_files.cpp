#include "engine/host/cache_files.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/host/source_file.h"

namespace ntk {

namespace fs = std::filesystem;

namespace {

fs::path cache_folder(std::string_view kind) {
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/')
        return fs::path(cache) / "needtoknow" / kind;
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return fs::path(home) / ".cache" / "needtoknow" / kind;
    return {};
}

}  // namespace

std::string fnv_checksum(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    std::string out;
    for (unsigned shift = 0; shift < 64; shift += 8) out += static_cast<char>((hash >> shift) & 0xFFU);
    return out;
}

std::optional<std::string> recall_bytes(std::string_view kind, const std::string& key) {
    const fs::path folder = cache_folder(kind);
    if (folder.empty()) return std::nullopt;
    std::ifstream file(folder / key, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream read;
    read << file.rdbuf();
    return read.str();
}

void keep_bytes(std::string_view kind, const std::string& key, std::string_view bytes) {
    const fs::path folder = cache_folder(kind);
    if (folder.empty()) return;
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    if (ignored) return;
    static_cast<void>(write_file_atomically(folder / key, bytes));
}

}  // namespace ntk
