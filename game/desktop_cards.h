#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <string_view>

#include "engine/host/jigsaw_library.h"
#include "engine/host/library.h"
#include "game/desktop/session.h"

namespace ntk {

// A case of the shelf as a card of the window; `data` is where places are kept, or empty.
desktop::CaseCard card_of(const CaseOnShelf& found, const std::filesystem::path& data);

// What the id of a jigsaw's card begins with; no case has a full stop in its id.
inline constexpr std::string_view jigsaw_prefix = "jigsaw.";

// A jigsaw as a card, with the time and the content notes of all its chairs.
desktop::CaseCard card_of(const JigsawOnShelf& found, const std::filesystem::path& data);

}  // namespace ntk

#endif
