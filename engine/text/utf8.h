#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ntk {

// One character read from UTF-8 text. Bytes that are not UTF-8 come out one at a time as U+FFFD, marked invalid.
struct Utf8Character {
    char32_t code = 0xFFFD;
    std::size_t bytes = 1;
    bool valid = false;
};

// Reads the character that begins at `offset`, which must lie inside the text (RFC 3629: no surrogates, no overlong
// forms).
Utf8Character read_utf8(std::string_view text, std::size_t offset);

// Adds a character to the end of a text; it must be a Unicode scalar value.
void append_utf8(std::string& text, char32_t code);

// How many visible ASCII characters and spaces follow one another from `offset` on: nearly all of an authored text.
inline std::size_t plain_run(std::string_view text, std::size_t offset) {
    std::size_t end = offset;
    while (end < text.size() && text[end] >= ' ' && text[end] <= '~') ++end;
    return end - offset;
}

// The offset of the first byte that is not part of UTF-8 text, or nothing when all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Control characters that no authored text needs: all of them except line feed and tab.
bool is_control(char32_t code);

// Characters that nobody sees and that change how the text around them reads: direction embeddings, overrides and
// isolates, line and paragraph separators, and a byte order mark in the middle. They can make a rule look like another.
bool is_hidden(char32_t code);

// The offset of the first control or hidden character, or nothing. Every Tree text and key is free of them.
std::optional<std::size_t> first_unwanted(std::string_view text);

// "U+001B", for messages.
std::string code_point_name(char32_t code);

// The text with everything invalid, control or hidden replaced by U+FFFD, safe to show on a terminal.
std::string printable(std::string_view text);

// How many characters a text has; every byte that does not continue a character counts as one.
std::size_t count_characters(std::string_view text);

}  // namespace ntk
