#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/play/attempt.h"
#include "engine/study/bots.h"

namespace ntk {

// A shipped scenario by its file name without ending; fails the test when it does not read without a finding.
std::shared_ptr<const Scenario> shipped_scenario(const std::string& name);

// The start of a case under the packs and date it names, at its first decision.
Attempt begin(const std::shared_ptr<const Scenario>& scenario);

// Plays these options, one letter each, and stops there at the next decision or the end.
void play(Attempt& attempt, const std::string& line);

// A shipped case, gone through with options drawn by lot, for so many decisions or to its end.
Attempt wander(const std::string& name, std::uint64_t seed, std::size_t decisions);

// The options taken so far, one after another.
std::string line_of(const Attempt& attempt);

}  // namespace ntk
