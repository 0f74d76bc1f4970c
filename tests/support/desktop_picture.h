#pragma once

#include <string>
#include <vector>

#include "game/desktop/app.h"

namespace ntk::desktop {

// Writes what the window shows as a PNG. False when it could not.
bool write_png(Desktop& desktop, const std::string& path);

// Looks at the pixels behind and in every line of words in sight: the colour met most often is taken for the paper, and
// the one that stands out most from it for the letters. Returns, in words, each line whose contrast is less than
// WCAG 2.2 asks (4.5, and 3 for titles). Nothing is known of the theme, so this also finds words over the wrong paper.
std::vector<std::string> faint_words(Desktop& desktop);

}  // namespace ntk::desktop
