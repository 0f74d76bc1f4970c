#pragma once

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// A made-up form that holds conditions as rule packs do, so that what the condition language refuses has examples:
//   conditions:
//     define: { risky: { of: [p person], is: bool, as: "p.unsafe_to_tell" } }
//     also: ...      definitions of a second pack
//     replace: ...   definitions that take the place of earlier ones
//     many: 1001     so many definitions
//     chain: 200     so many definitions, each calling the one before
//     for_each: "d in dues"
//     when: "risky(child)"
// It uses the vocabulary of real packs.
void read_condition_form(const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
