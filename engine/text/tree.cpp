#include "engine/text/tree.h"

#include <algorithm>

namespace ntk {

const Tree* Tree::find(std::string_view key) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const TreeEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

}  // namespace ntk
