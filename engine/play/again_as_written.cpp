#include "engine/play/again_as_written.h"

#include "engine/play/attempt.h"
#include "engine/text/said.h"

namespace ntk {

std::optional<Player> again_as_written(const Player& player) {
    if (!other_words_were_used()) return std::nullopt;
    const Attempt& attempt = player.attempt();
    Diagnostics none;  // a log that has just been written can be read
    return Player::resume(attempt.scenario_ptr(), attempt.judge().rules(), player.log(), "log", none);
}

}  // namespace ntk
