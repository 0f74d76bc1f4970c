#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/text/tree.h"

namespace ntk {

// Reading YAML strictly costs far more than anything else at the start, so a file that read without a finding is kept
// as a Tree in $XDG_CACHE_HOME/needtoknow/trees under the digest of its text. The cache only ever saves time: an entry
// that is missing, cut short, altered or of another version is passed over, and failing to write one is no problem.

// The kind under which whole files are kept; parts of them are kept under kinds of their own.
inline constexpr std::string_view whole_trees = "trees";

// The Tree of a text that has been read before; its places point into `source`.
std::optional<Tree> recall_tree(std::string_view text, int source, std::string_view kind = whole_trees);

// Keeps the Tree of a text that read without a finding.
void remember_tree(std::string_view text, const Tree& tree, std::string_view kind = whole_trees);

// The stored form, for tests: bytes and back. unpack refuses anything that pack could not have written.
std::string pack_tree(const Tree& tree);
std::optional<Tree> unpack_tree(std::string_view bytes, int source);

}  // namespace ntk
