#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/play/attempt.h"

namespace ntk {

// A habit that answers without weighing the case; no case may be passed by one. `choose` names an option at a decision.
struct StrategyBot {
    std::string name;
    std::function<std::string(const Attempt&)> choose;
};

// Share all or nothing, take or leave the first, please the parent, ask for consent first, ask and wait, do nothing,
// and so on. Each reads only what an option does or says, never what is expected of it.
const std::vector<StrategyBot>& strategy_bots();

// Picks at random, the same for the same seed on every machine.
StrategyBot random_bot(std::uint64_t seed);

// A shipped scenario by its file name without ending; fails the test when it does not read without a finding.
std::shared_ptr<const Scenario> shipped_scenario(const std::string& name);

// The start of a case under the packs and date it names, at its first decision.
Attempt begin(const std::shared_ptr<const Scenario>& scenario);

// Plays on to the end.
void play(Attempt& attempt, const StrategyBot& bot);

// Plays these options, one letter each, and stops there at the next decision or the end.
void play(Attempt& attempt, const std::string& line);

// The options taken so far, one after another.
std::string line_of(const Attempt& attempt);

// Repeatable random numbers, the same with every standard library.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2'862'933'555'777'941'757U + 3'037'000'493U) {}
    // From 0 to `sides` - 1.
    std::size_t roll(std::size_t sides);

  private:
    std::uint64_t state_;
};

}  // namespace ntk
