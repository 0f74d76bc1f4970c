#pragma once

#include <string>
#include <string_view>

#include "engine/text/tree.h"

namespace ntk {

// The text of one field of a sealed file; empty when it is missing, or no text.
inline std::string sealed_field(const Tree& tree, std::string_view key) {
    const Tree* found = tree.find(key);
    return found == nullptr || found->kind != Tree::Kind::scalar ? std::string() : found->text;
}

// Whether this is a SHA-256 as we write it: 64 digits of hexadecimal, in small letters.
inline bool is_digest(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace ntk
