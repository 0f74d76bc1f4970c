#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// A decision, or an option of one: case and scene, and the option's id.
struct RatedThing {
    std::string case_id, node, option;
    friend auto operator<=>(const RatedThing&, const RatedThing&) = default;
};

// What a panel of practitioners judged without knowing what the engine says.
struct Panel {
    std::string id, title;
    std::vector<std::string> judges;                // of the cut, in the order of their first appearance
    std::map<RatedThing, std::vector<double>> cut;  // the share (0 to 1) of the points at a decision that somebody just
                                                    // good enough would get, one for each of `judges`
    std::map<RatedThing, std::vector<int>> options;  // bands: 0 harmful, 1 falls short, 2 sound; one for each who rated
};

// Reads a panel's file. Reports E1xx for its shape, E735 for a judge of the cut who left a decision out and E736 for a
// panel that rated nothing.
Panel read_panel(const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
