#pragma once

#include "engine/text/fields.h"

namespace ntk {

// Reads `lint: { allow: [W502], because: ... }` of a case, a scene or an option: an author keeps what a lint would warn
// about, and says why. Only lints can be allowed (W5xx); reports E628. What is allowed changes nothing in the case.
void read_lint_note(Fields& fields, Diagnostics& diagnostics);

// Whether an entry of an authored file is such a note.
bool is_lint_note(const TreeEntry& entry);

}  // namespace ntk
