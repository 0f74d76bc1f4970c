#pragma once

#include <memory>
#include <utility>

#include "game/assessment_seat.h"
#include "game/desktop_assessment.h"

namespace ntk::desktop {

// The window of a sitting as tests want it: our fonts, settings as they come, and none of them kept.
inline DesktopOptions sitting_options(std::shared_ptr<AssessmentSeat> seat) {
    DesktopOptions options = assessment_options(std::move(seat));
    options.font_folders = {NTK_ROOT "/assets/fonts"};
    options.settings = {};
    options.save_settings = nullptr;
    return options;
}

}  // namespace ntk::desktop
