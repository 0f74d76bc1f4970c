#pragma once

#ifndef NTK_NO_DESKTOP

#include <string>
#include <string_view>

#include "engine/host/result.h"
#include "engine/scenario/scenario.h"
#include "engine/text/tree.h"
#include "game/desktop/author.h"

namespace ntk {

// What can be changed at a scene, as the file has it. Who and what acts can name comes from the last version of the
// case that could be played.
desktop::EditableScene editable_scene(const Tree& tree, const Scenario& scenario, const std::string& scene);

// The text of the file with one change made, or in words why it cannot be made.
Result<std::string> edited_text(std::string_view yaml, const Tree& tree, const Scenario& scenario,
                                const desktop::AuthorEdit& edit);

}  // namespace ntk

#endif
