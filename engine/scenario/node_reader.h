#pragma once

#include "engine/scenario/draft.h"
#include "engine/text/fields.h"

namespace ntk {

// Reads the scenes, in the author's order. Entities, defaults, meters, flags and the glossary must be read already.
void read_nodes(const std::vector<const TreeEntry*>& nodes, Draft& draft);

// Pieces that scenes share with the rest of the file.

// "{ safety: -2 }"; reports E608 for a meter that is not declared.
std::vector<MeterChange> read_meters(Fields& fields, Draft& draft);

// Where an option or a scene leads: one scene, "end", or a list of routes whose last has no condition.
std::vector<Route> read_routes(Fields& fields, int from, Draft& draft);

// Conditions on the way taken: "promised", "C4" or "not C4". With `flags` false only scenes may be named.
std::vector<std::string> read_way(Fields& fields, bool flags, Draft& draft);

}  // namespace ntk
