#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// A word, number or sign of an expression, and where it begins.
struct Token {
    enum class Kind : std::uint8_t { word, integer, duration, sign, end };
    Kind kind = Kind::end;
    std::string_view text;   // as written
    std::size_t begin = 0;   // offset into the expression
    std::int64_t value = 0;  // of an integer; minutes of a duration

    std::size_t finish() const { return begin + text.size(); }
};

// The largest number that may be written, so that no length of time overflows.
inline constexpr std::int64_t largest_number = 1'000'000;

// Splits an expression into tokens, the last of which is always the end. Reports E102 for a character and E106 for a
// number that the language does not have; `ok` tells whether there was none.
std::vector<Token> read_tokens(const Tree& tree, Diagnostics& diagnostics, bool& ok);

// Words such as `and` that can never name anything.
bool is_reserved(std::string_view word);

// Whether a text is one word of letters, digits and underscores that does not begin with a digit.
bool is_word(std::string_view text);

// The place of a byte of a scalar's text, exact for text written on one line or as a block that keeps its lines.
Place place_at(const Tree& tree, std::size_t offset);

}  // namespace ntk
