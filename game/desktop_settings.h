#pragma once

#ifndef NTK_NO_DESKTOP

#include "game/desktop/session.h"

namespace ntk {

// How the learner last wanted to see the window, from $XDG_CONFIG_HOME/needtoknow/settings.json; the usual settings
// when there is no such file or it cannot be read. It stays on the device and goes into no report.
desktop::Settings load_settings();

// Keeps the settings. Returns an empty string, or in words for the screen why they will not be there next time.
std::string save_settings(const desktop::Settings& settings);

}  // namespace ntk

#endif
