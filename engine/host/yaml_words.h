#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/host/yaml_layout.h"

namespace ntk {

// A text in single quotes put into double ones, where that changes nothing inside them; all else as it is.
std::string in_double_quotes(const std::string& written);

// A text, with or without quotes, as it can be written: in one line, or broken between words.
struct YamlWords {
    std::string one_line;             // empty: its lines cannot be joined
    std::string sign;                 // ">-" when it has to be folded to be broken
    std::vector<std::string> broken;  // what to put into lines with single spaces between; empty: cannot be broken
};
YamlWords yaml_words(const YamlLayout& text);

}  // namespace ntk
