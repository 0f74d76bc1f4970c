#pragma once

#ifndef NTK_NO_DESKTOP

#include <vector>

#include "engine/text/diagnostic.h"
#include "game/desktop/session.h"

namespace ntk {

// A finding as the window shows it, with the line it is about.
desktop::Problem problem_of(const Diagnostics& diagnostics, const Diagnostic& found);

// All findings in order of place.
std::vector<desktop::Problem> problems_of(const Diagnostics& diagnostics);

}  // namespace ntk

#endif
