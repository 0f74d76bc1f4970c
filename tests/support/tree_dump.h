#pragma once

#include <string>

#include "engine/text/tree.h"

namespace ntk {

// A tree as text, one value to a line with its place: 'plain', "quoted", missing, list, mapping.
std::string dump(const Tree& tree);

}  // namespace ntk
