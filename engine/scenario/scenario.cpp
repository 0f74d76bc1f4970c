#include "engine/scenario/scenario.h"

#include <algorithm>

namespace ntk {

const Node* Scenario::node(const std::string& wanted) const {
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == wanted; });
    return found == nodes.end() ? nullptr : &*found;
}

}  // namespace ntk
