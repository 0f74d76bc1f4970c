#pragma once

#include "engine/scenario/draft.h"

namespace ntk {

// Every scene can be met and every scene leads to the end: E605 and E607.
void check_reach(Draft& draft);

// On no way does the clock run backwards: E612. The first scene needs a fixed time (E611).
void check_clock(Draft& draft);

// Nothing is used at a scene that no way there has brought to light (E616), and what is hidden is revealed (E614).
void check_knowledge(Draft& draft);

}  // namespace ntk
