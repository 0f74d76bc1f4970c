#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/text/place.h"

namespace ntk {

// Turns byte offsets of a text into lines and columns as an author counts them, and back. Both count from 1; columns
// count characters. Lookups stay quick when an 8 MiB file is one single line. The text must outlive the index.
class TextIndex {
  public:
    explicit TextIndex(std::string_view text);

    // The line and column of a byte; offsets past the end give the end.
    Place place(std::size_t offset, int source) const;

    int lines() const { return static_cast<int>(starts_.size()); }
    std::string_view line(int line) const;  // without its line end; empty when there is no such line
    int columns(int line) const;            // how many characters the line has

    // The part of a line from one column up to, but not including, another.
    std::string_view part(int line, int from, int to) const;

    // The first byte of a character, counted from 0 in the whole text; past the end, the end.
    std::size_t offset_of_character(std::size_t number) const;

  private:
    std::size_t characters_before(std::size_t offset) const;

    std::string_view text_;
    std::vector<std::size_t> starts_;  // offset of the first byte of each line
    std::vector<std::size_t> counts_;  // characters before each block of bytes
};

}  // namespace ntk
