#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/study/way.h"

namespace ntk {

// A habit that answers without weighing the case; no case may be passed by one. `choose` answers the decision at which
// an attempt stands. It reads only what an option does or says, never what is expected of it.
struct StrategyBot {
    std::string name;
    std::function<Move(const Attempt&)> choose;
};

// The habits every case must withstand: share all; share nothing, with each excuse the case has on offer; do nothing;
// consent first; ask and wait; always tell social care; please the parent; the longest or shortest words; always the
// first, second, third or last.
std::vector<StrategyBot> strategy_bots(const Scenario& scenario);

// Picks at random, the same for the same seed on every machine.
StrategyBot random_bot(std::uint64_t seed);

// Plays on to the end.
void play(Attempt& attempt, const StrategyBot& bot);

}  // namespace ntk
