#pragma once

#ifndef NTK_NO_DESKTOP

#include <string>
#include <string_view>
#include <vector>

#include "engine/host/result.h"
#include "engine/host/yaml_edit.h"
#include "engine/scenario/scenario.h"
#include "game/desktop/author.h"

namespace ntk {

// Where an option or a scene leads, as the file has it; nothing when it is not written as routes are.
std::vector<desktop::EditableRoute> editable_routes(const Tree& leads_on);

// The text of the file with a route of what stands at `place` changed, added or taken out, or in words why not.
Result<std::string> edited_route(std::string_view yaml, const Tree& tree, const Scenario& scenario,
                                 const desktop::AuthorEdit& edit, const TreePath& place);

// Why a text cannot stand as a condition, in one or more sentences; empty when it can.
std::string condition_fault(const Scenario& scenario, const std::string& condition);

}  // namespace ntk

#endif
