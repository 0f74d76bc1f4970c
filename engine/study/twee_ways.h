#pragma once

#include "engine/study/twee.h"

namespace ntk {

// Marks the passages that the start leads to, and reports those of them from which no end can be come to (E667). A
// passage without links is an end.
void check_story_ways(TweeStory& story, Diagnostics& diagnostics);

}  // namespace ntk
