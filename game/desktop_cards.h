#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>

#include "engine/host/library.h"
#include "game/desktop/session.h"

namespace ntk {

// A case of the shelf as a card of the window; `data` is where places are kept, or empty.
desktop::CaseCard card_of(const CaseOnShelf& found, const std::filesystem::path& data);

}  // namespace ntk

#endif
