#pragma once

#ifndef NTK_NO_DESKTOP

#include <string>
#include <string_view>

#include "engine/host/result.h"
#include "engine/text/tree.h"
#include "game/desktop/author.h"

namespace ntk {

// The text of a form's file with a case moved, added or taken out, or in words why it cannot be done.
Result<std::string> edited_form(std::string_view yaml, const Tree& tree, const desktop::AuthorEdit& edit);

}  // namespace ntk

#endif
