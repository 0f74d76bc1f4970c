#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/host/result.h"
#include "engine/text/tree.h"

namespace ntk {

// One step from a value to one inside it: the key of a mapping, or the position in a list.
struct TreeStep {
    std::string key;  // empty: a position
    std::size_t index = 0;
    TreeStep(std::string name) : key(std::move(name)) {}
    TreeStep(const char* name) : key(name) {}
    TreeStep(std::size_t position) : index(position) {}
};
using TreePath = std::vector<TreeStep>;

// Small changes to the text of a YAML file. Everything outside the changed place stays as its author wrote it, comments
// and layout included. Each change is read back before it is returned: the result differs from what was there exactly
// as it was meant to, or the change is refused in words.

// A text in the place of a text, written as the one before it was: bare, in quotes or as a block.
Result<std::string> replace_text(std::string_view yaml, const TreePath& path, std::string_view words);

// A list or a mapping, written in one line ("[letter, log]"), in the place of any value.
Result<std::string> replace_value(std::string_view yaml, const TreePath& path, std::string_view flow);

// Two items of a list change places, each with the comments above it.
Result<std::string> swap_items(std::string_view yaml, const TreePath& list, std::size_t one, std::size_t other);

// An item, written in one line, at the end of a list; and one taken out.
Result<std::string> add_item(std::string_view yaml, const TreePath& list, std::string_view flow);
Result<std::string> remove_item(std::string_view yaml, const TreePath& list, std::size_t item);

// A key with its value, written in one line, at the end of a mapping.
Result<std::string> add_entry(std::string_view yaml, const TreePath& mapping, std::string_view key,
                              std::string_view flow);

// The value at the end of a path; null when there is none.
const Tree* find_value(const Tree& root, const TreePath& path);

// Whether two trees say the same, wherever they stand.
bool same_content(const Tree& one, const Tree& other);

}  // namespace ntk
