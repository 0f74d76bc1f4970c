#pragma once

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// Checks tests/support/clean-case.yaml with some of it changed, as the examples of lints in tests/bad are written:
//
//   over: clean-case
//   nodes: { D1: { options: [ { id: a, say: ... } ] } }   # laid over the case: mappings and options by id, the rest
//   whole plan: none                                            # or the runs that stand in for those of its plan
//   checklist: none                                       # or its text
void check_changed_case(const Tree& change, Diagnostics& diagnostics);

}  // namespace ntk
