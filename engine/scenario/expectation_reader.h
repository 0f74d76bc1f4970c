#pragma once

#include <vector>

#include "engine/scenario/draft.h"
#include "engine/text/tree.h"

namespace ntk {

// Reads `expect` in its two forms: "{ DA.2: breached }", or a list of "{ norm: DA.1, is: breached 1/2, when: [C4] }".
// Reports E622. Whether the norms exist is for those to check who have the rules.
std::vector<Expectation> read_expectations(const Tree& tree, Draft& draft);

}  // namespace ntk
