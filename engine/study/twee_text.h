#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ntk {

// A link as it is written: [[words]], [[words|target]], [[words->target]] or [[target<-words]].
struct LinkWritten {
    std::string words, target;
    std::size_t offset = 0;  // in the line
};

// One line of a passage, taken apart.
struct LineRead {
    std::string words;  // without macros, tags and links that stand by themselves
    std::vector<LinkWritten> links;
    std::vector<std::pair<std::size_t, std::string>> left_out;  // offset, and what it is
    std::vector<std::size_t> broken;                            // offsets of links that are not closed or lead nowhere
};

// Takes a line apart. Macros written (name: ...) are those of Harlowe, so they are looked for in its stories alone:
// elsewhere they are words in brackets.
LineRead read_twee_line(std::string_view line, bool harlowe);

// The text without blanks at its ends, and with one where there were several.
std::string single_spaced(std::string_view text);

}  // namespace ntk
