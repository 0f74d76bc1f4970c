#pragma once

#ifndef NTK_NO_DESKTOP

#include <string>

namespace ntk {

// Opens the window on the library of cases. Returns the program's exit code.
int run_desktop_library(const std::string& screenshot);

}  // namespace ntk

#endif
