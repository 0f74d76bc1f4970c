#pragma once

#ifndef NTK_NO_DESKTOP

#include "game/desktop/session.h"

namespace ntk {

// How the learner last wanted to see the window, from $XDG_CONFIG_HOME/needtoknow/settings.json; the usual settings
// when there is no such file or it cannot be read. It stays on the device and goes into no report.
desktop::Settings load_settings();

// Keeps the settings; there is nobody to tell when that fails, and nothing is lost by it.
void save_settings(const desktop::Settings& settings);

}  // namespace ntk

#endif
