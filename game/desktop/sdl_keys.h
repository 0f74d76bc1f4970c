#pragma once

#include <SDL_events.h>

#include "game/desktop/screen_reader/key_stroke.h"

namespace ntk::desktop {

// A key of SDL as screen readers know it. Its symbol is 0 when it has none there.
KeyStroke stroke_of(const SDL_KeyboardEvent& key);

}  // namespace ntk::desktop
