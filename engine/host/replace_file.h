#pragma once

#include <filesystem>
#include <string_view>

#include "engine/host/result.h"

namespace ntk {

// Puts new bytes into a file that is there already, whole or not at all. Who may read it stays as it was, and a link
// stays a link: what it leads to is replaced.
Result<void> replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace ntk
