#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace ntk {

// A good file changed as the fuzzer says, so that it gets beyond what a reader checks first. Each change is three bytes
// of place, one that says how long it is and whether the file ends there, and the bytes to be written.
inline std::string patched(std::string file, std::string_view changes) {
    while (changes.size() >= 4 && !file.empty()) {
        std::size_t place = 0;
        for (std::size_t i = 0; i < 3; ++i) place = place << 8U | static_cast<unsigned char>(changes[i]);
        const auto how = static_cast<unsigned char>(changes[3]);
        changes.remove_prefix(4);
        place %= file.size();
        if (how >= 0xF8U) {
            file.resize(place);
            continue;
        }
        const std::size_t length = std::min({static_cast<std::size_t>(how % 16U), changes.size(), file.size() - place});
        file.replace(place, length, changes.substr(0, length));
        changes.remove_prefix(length);
    }
    return file;
}

}  // namespace ntk
