#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/text/diagnostic.h"

namespace ntk {

// A YAML text without byte order mark, with line feeds as line ends and one at its end; lines and columns stay as the
// author sees them.
std::string prepare_yaml(std::string_view text);

// Looks at the characters and lines of a prepared text before any parser does: UTF-8, control and hidden characters,
// tabs in the indentation, document markers and directives. False when a parser could not make sense of the text.
bool scan_yaml(std::string_view text, int source, Diagnostics& diagnostics);

// The quotation mark that closes the one at `start`, or npos. The parser takes the end of the file for one.
std::size_t closing_quote(std::string_view text, std::size_t start);

// The first character of the | or > block whose sign stands at `start`.
std::size_t block_content(std::string_view text, std::size_t start);

// Where an unquoted value loses its end to a comment, as in "call desk #3 first". A comment proper has a space after
// the #. `value` is what the parser read at `start`.
std::optional<std::size_t> dropped_words(std::string_view text, std::size_t start, std::string_view value);

}  // namespace ntk
