#pragma once

#ifndef NTK_NO_DESKTOP

#include <string>

namespace ntk {

// Opens the window on the library of cases. Returns the program's exit code. For tests: `screenshot` is where to write
// the first picture and end; `describe` is where to write what the window shows, and where, after every change; what it
// says to a screen reader goes beside it, with `.outline` at the end.
int run_desktop_library(const std::string& screenshot, const std::string& describe);

}  // namespace ntk

#endif
