#pragma once

#include <string>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// A finding that its author has allowed, and why.
struct AllowedFinding {
    Diagnostic finding;
    std::string because;
};

// Takes out every warning that a `lint: { allow: [W502], because: ... }` of the case, the scene or the option around it
// allows; a note at the top of the case holds for its plan and checklist too. A note that allows what is not found is
// reported (W549), unless `all_ran` is false. Errors are never taken out.
std::vector<AllowedFinding> take_allowed(const Tree& scenario, bool all_ran, Diagnostics& diagnostics);

}  // namespace ntk
