#pragma once

#include <string>

#include "game/desktop/screen_reader/key_stroke.h"

namespace ntk::desktop {

// The keys the window listens to.
enum class Key {
    none,
    tab,
    enter,
    space,
    escape,
    left,
    right,
    up,
    down,
    page_up,
    page_down,
    home,
    end,
    backspace,
    erase,
    digit,
    letter,
    bigger,
    smaller,
    normal_size,
    voice,
    read_page,
    hush,
};

// One thing that happened at the keyboard, the pointer or the window, in the order it happened.
struct Event {
    enum class Kind {
        key,
        typed,
        move,
        press,
        release,
        wheel,
        resize,
        drop,
        quit,
        stroke,  // a key that is nothing to the window, only to screen readers
    };
    Kind kind = Kind::key;
    Key key = Key::none;
    char letter = 0;  // with Key::digit '1'..'9', with Key::letter 'a'..'z'
    bool shift = false, control = false, repeat = false;
    std::string text;    // typed; the path of a file that was dropped
    float x = 0, y = 0;  // window pixels
    float wheel = 0;     // notches, up is positive
    KeyStroke stroke;    // of a key, while a screen reader wants to know
};

}  // namespace ntk::desktop
