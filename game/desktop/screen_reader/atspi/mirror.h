#pragma once

#include "game/desktop/screen_reader/link.h"

namespace ntk::desktop::atspi {

// Makes the objects on the bus say what `news` says, and tells screen readers what has changed and nothing else.
void mirror(ReaderNews news);

// From now on somebody is there to hear: says that the window has the keyboard, if it has, and what in it.
void settle();

}  // namespace ntk::desktop::atspi
