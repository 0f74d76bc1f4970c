#pragma once

#include <string>

#include "game/desktop/semantic.h"

namespace ntk::desktop {

// One part of the screen as it is read out: "Do this, button. You chose: ...".
std::string spoken(const SemNode& node);

// The whole screen in reading order.
std::string spoken_page(const SemNode& root);

// Finds what should be read out when the screen has changed.
class Narrator {
  public:
    // What is new since the last call: what has the keyboard now, how it has changed, what has been typed, and anything
    // said meanwhile. Empty when there is nothing to say.
    std::string news(const SemNode& root);

    // Forgets what was said: the next call says what has the keyboard.
    void begin_again() { before_ = {}; }

  private:
    SemNode before_;  // what had the keyboard, without its children
    std::string page_;
    std::string said_;  // what stood in status lines
};

}  // namespace ntk::desktop
