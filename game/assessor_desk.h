#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <memory>

#include "game/desktop/assessor.h"

namespace ntk {

// Assessments behind the window. `root` holds scenarios/ and assets/; `old_packs` may name a folder with rule packs of
// other versions.
std::shared_ptr<desktop::AssessorDesk> open_assessor_desk(const std::filesystem::path& root,
                                                          const std::filesystem::path& old_packs = {});

}  // namespace ntk

#endif
