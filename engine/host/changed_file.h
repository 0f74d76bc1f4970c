#pragma once

#include <filesystem>
#include <string_view>

#include "engine/host/result.h"

namespace ntk {

// Puts `after` in the place of a file that reads `before`. A file that reads anything else has been changed by somebody
// meanwhile, and is left alone. A crash leaves the old file or the new one, whole; who may read it stays as it was, and
// where the path is a link, what it leads to is changed.
Result<void> change_file(const std::filesystem::path& path, std::string_view before, std::string_view after);

}  // namespace ntk
