#pragma once

#include <string>
#include <vector>

#include "engine/play/page.h"
#include "game/desktop/semantic.h"
#include "game/desktop/session.h"

namespace ntk::desktop {

// What an author would have written, in the language that is made up: a page, and what stands on the shelf.
void make_up(Page& page);
void make_up(DesktopOptions& options);
std::string made_up(const std::string& text);

// Whether a name is another one in the language that is made up.
bool same_when_made_up(const std::string& en, const std::string& shown);

// Words of the tree that are in no language but English: those with a vowel that has no accent, each with where it
// stands. What is written in boxes belongs to whoever wrote it,
// and names
// of publishers, files and rules are names.
std::vector<std::string> plain_english(const SemNode& root);

}  // namespace ntk::desktop
