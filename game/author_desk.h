#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <memory>

#include "game/desktop/author.h"

namespace ntk {

// A folder of cases, or one case, to work on in the window. `root` holds assets/ with the rule packs. Cases are read
// when they are opened and again whenever a file changes.
std::unique_ptr<desktop::AuthorDesk> open_author_desk(const std::filesystem::path& folder_or_file,
                                                      const std::filesystem::path& root);

}  // namespace ntk

#endif
