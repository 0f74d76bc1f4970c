#pragma once

#include <optional>
#include <string_view>

#include "engine/text/text_index.h"
#include "engine/text/tree.h"

namespace ntk {

// A part of a text: bytes [begin, end).
struct TextSpan {
    std::size_t begin = 0, end = 0;
};

// Finds where the values of a YAML text that has been read stand in it. The parser tells where a value begins; where it
// ends is found here. Nothing is returned where a value is written in a way that is not known.
class YamlSpans {
  public:
    // `text` is prepared (prepare_yaml), and the trees asked about were read from it.
    explicit YamlSpans(std::string_view text) : text_(text), index_(text) {}

    // A value with its quotes, brackets or block sign.
    std::optional<TextSpan> value(const Tree& tree) const;

    // The lines of an item of a block list, from its dash, or the comments right above it, to the end of its last line.
    std::optional<TextSpan> item_lines(const Tree& item) const;

    bool in_brackets(const Tree& tree) const;     // a list or mapping written [..] or {..}
    bool is_block_text(std::size_t begin) const;  // a | or > block begins here

    std::size_t offset(const Place& place) const;
    std::size_t line_start(std::size_t at) const;
    std::size_t line_end(std::size_t at) const;   // of its new line sign
    std::size_t indent_of(std::size_t at) const;  // spaces before the first word of its line

  private:
    std::optional<TextSpan> scalar(const Tree& tree) const;
    std::optional<TextSpan> block_text(std::size_t content) const;
    std::optional<TextSpan> bare_text(std::size_t begin, std::string_view value) const;
    std::optional<TextSpan> brackets(std::size_t begin) const;

    std::string_view text_;
    TextIndex index_;
};

}  // namespace ntk
