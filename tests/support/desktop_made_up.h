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

// The same where cases and rules are not translated: what their files say is left out of it first.
std::vector<std::string> plain_english(const SemNode& root, const std::vector<std::string>& written);

// What the authors of these files wrote for people, as far as one can tell: texts of several words, and names; and
// other texts that are not the program's.
std::vector<std::string> written_in(const std::vector<std::string>& files, std::vector<std::string> others = {});

}  // namespace ntk::desktop
