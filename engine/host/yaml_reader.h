#pragma once

#include <string_view>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// Reads one authored YAML file into a Tree with exact places; the source must already be registered under `source`.
// Only the plain part of YAML is accepted: one document, a mapping at the top, unique text keys; no anchors, aliases,
// merge keys, tags or directives. Whatever has two readings is refused, because a safeguarding rule must have one.
// A value in quotes or in a text block is marked quoted; its place is the first character of its content. An empty
// value, ~ or null is Kind::missing. Reports everything it can find in one run and then returns a missing Tree.
Tree read_yaml(std::string_view text, int source, Diagnostics& diagnostics);

}  // namespace ntk
