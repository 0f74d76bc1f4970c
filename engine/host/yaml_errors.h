#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ntk {

// What the reader knew when the parser gave up.
struct YamlFailure {
    std::string_view problem;                 // as libyaml 0.2 words it
    std::size_t offset = 0;                   // where it gave up
    std::size_t context = 0;                  // where what it was reading began
    bool after_braces = false;                // all of the file so far was in one pair of braces
    std::optional<std::size_t> open_bracket;  // the innermost [ or { not yet closed

    // The last text in quotes: its first and last quotation mark.
    std::size_t quote_start = 0;
    std::size_t quote_end = 0;
};

// The same failure as an author can act on it.
struct YamlExplanation {
    std::string code;
    std::size_t offset = 0;
    std::string message;
    std::string hint;
};

// Says what is wrong where the parser gave up. The parser has one sentence ("illegal map value") for several quite
// different slips; the text around the spot tells them apart.
YamlExplanation explain_yaml_failure(std::string_view text, const YamlFailure& failure);

}  // namespace ntk
