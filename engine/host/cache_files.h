#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ntk {

// Small files under $XDG_CACHE_HOME/needtoknow/<kind>, each named by a digest of what it was made from. A cache only
// ever saves time: what is missing is made again.

// What was kept under a key, or nothing. Whoever keeps something adds a checksum to notice damage.
std::optional<std::string> recall_bytes(std::string_view kind, const std::string& key);

// Keeps bytes under a key; failing to write them is no problem.
void keep_bytes(std::string_view kind, const std::string& key, std::string_view bytes);

// FNV-1a, 64 bits: against bytes lost or damaged by accident. Whoever can write to the cache on purpose could change
// the files themselves.
std::string fnv_checksum(std::string_view bytes);

}  // namespace ntk
