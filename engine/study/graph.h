#pragma once

#include <string>

#include "engine/scenario/scenario.h"

namespace ntk {

// The map of a case in three forms. Each shows every scene, what can be done there and where it leads, in an order in
// which a scene stands before those it leads to.

// For Graphviz. Boxes are decisions, rounded boxes what happens in between, a double line is the end; an arrow carries
// the option and, where it is taken only sometimes, its condition.
std::string graph_dot(const Scenario& scenario);

// For Mermaid, as pages on the web draw it.
std::string graph_mermaid(const Scenario& scenario);

// As headed text, for reading aloud and for searching: under each scene where it is come to from, and each way on.
std::string graph_text(const Scenario& scenario);

}  // namespace ntk
