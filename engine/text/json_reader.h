#pragma once

#include <string_view>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// Reads strict JSON (RFC 8259) into a Tree with exact places; the source must already be registered under `source`.
// Strings become quoted scalars; numbers, true and false plain scalars; null is refused, as are duplicate keys and
// anything over the limits of engine/text/limits.h. Reports what is wrong and then returns a missing Tree.
Tree read_json(std::string_view text, int source, Diagnostics& diagnostics);

}  // namespace ntk
