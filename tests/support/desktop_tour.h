#pragma once

#include <functional>
#include <string>

#include "tests/support/desktop_driver.h"

namespace ntk::desktop {

// What the tour of all screens does at each of them.
using AtScreen = std::function<void(Driver&, const std::string&)>;

// Goes through every screen of fixture_options() by the words on its buttons. Throws when a button is not there.
void tour(Driver& window, const AtScreen& at);

}  // namespace ntk::desktop
