#pragma once

#include "engine/play/attempt.h"
#include "engine/rules/fact_flip.h"

namespace ntk {

// An attempt as a way already gone: the scenes it came to and what was done there, as far as it has got.
PastCase past_of(const Attempt& attempt);

// The smallest change of facts that would have made a verdict on this attempt come out otherwise, in words for a
// learner: as it was, what if, and what the verdict would be; or honestly that no such change was found. `decision` is
// the one that the verdict belongs to.
std::string what_if_words(const FactFlip& flip);

}  // namespace ntk
