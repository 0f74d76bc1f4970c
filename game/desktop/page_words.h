#pragma once

#include <string>

#include "game/desktop/semantic.h"

namespace ntk::desktop {

// Every word that a screen shows, a line for each part in reading order, to be copied to another program.
std::string page_words(const SemNode& root);

}  // namespace ntk::desktop
