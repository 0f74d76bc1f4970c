#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/place.h"

namespace ntk {

struct TreeEntry;

// What an author wrote, free of its file format: a scalar, a list or a mapping that knows its place.
struct Tree {
    enum class Kind { missing, scalar, list, mapping };

    Kind kind = Kind::missing;  // missing: a key without a value
    std::string text;           // scalars only
    bool quoted = false;        // written in quotes or as a text block: always text, never a number or true/false
    Place place;                // first character of the content
    std::vector<Tree> items;    // lists only
    std::vector<TreeEntry> entries;  // mappings only, in the author's order; keys are unique

    const Tree* find(std::string_view key) const;  // null when the mapping has no such key
};

struct TreeEntry {
    std::string key;
    Place key_place;
    Tree value;
};

}  // namespace ntk
