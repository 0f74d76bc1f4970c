#pragma once

#include <string>

namespace ntk::desktop {

// A key as screen readers know it, in the numbers of X11. They hear of each before the window does, and may keep it.
struct KeyStroke {
    bool pressed = false;
    unsigned symbol = 0;     // keysym
    unsigned code = 0;       // keycode: that of Linux, and 8
    unsigned modifiers = 0;  // mask of those that were held: Shift 1, Caps Lock 2, Control 4, Alt 8, Num Lock 16
    unsigned time = 0;       // milliseconds
    std::string text;        // what it types, or the name of its symbol: "a", "Return"
};

}  // namespace ntk::desktop
