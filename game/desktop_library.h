#pragma once

#ifndef NTK_NO_DESKTOP

#include "game/commands.h"
#include "game/desktop/session.h"

namespace ntk {

// Opens the window on the library of cases, or in author mode. Returns the program's exit code. For tests: `screenshot`
// is where to write the first picture and end; `describe` is where to write what the window shows, and where, after
// every change; what it says to a screen reader goes beside it, with `.outline` at the end.
int run_desktop_library(const LibraryRequest& request);

// Opens the window on what `options` holds, with what tests want of it and with whom it can speak to.
int run_desktop_as_asked(desktop::DesktopOptions options, const LibraryRequest& request);

}  // namespace ntk

#endif
