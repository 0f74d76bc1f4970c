#pragma once

#ifndef NTK_NO_DESKTOP

#include <memory>
#include <string>

#include "game/assessment_seat.h"
#include "game/commands.h"
#include "game/desktop/session.h"

namespace ntk {

// An assessment for the window to begin with: it shows nothing else, no library and no author mode.
desktop::DesktopOptions assessment_options(std::shared_ptr<AssessmentSeat> seat);

// Takes an assessment in a window until it is closed; then says on standard output how to go on, if there is anything
// left. Returns the program's exit code. `store` is its path as it was given.
int run_desktop_assessment(std::shared_ptr<AssessmentSeat> seat, const std::string& store,
                           const LibraryRequest& window);

}  // namespace ntk

#endif
