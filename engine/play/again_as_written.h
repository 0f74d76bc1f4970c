#pragma once

#include <optional>

#include "engine/play/player.h"

namespace ntk {

// The player again, by making every choice of its log once more, so that all it says is in the words as they are
// written. To be asked while an AsWritten lives (text/said.h), for data that must come out the same in every language:
// verdicts are put into words when they fall. Nothing when no other words were ever in use, for then it says so
// already.
std::optional<Player> again_as_written(const Player& player);

}  // namespace ntk
