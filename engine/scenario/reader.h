#pragma once

#include <memory>

#include "engine/scenario/scenario.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// Reads and checks a scenario: names, places, routes, reachability, limits. Returns nothing when there is any error.
// `sha256` is the digest of the content (comments, notes and `expect` left out), taken over the Tree.
std::shared_ptr<const Scenario> read_scenario(const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
