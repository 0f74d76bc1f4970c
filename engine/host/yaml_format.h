#pragma once

#include <string>
#include <string_view>

#include "engine/host/yaml_layout.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// The widest line that a formatted file has, as far as its words can be broken.
inline constexpr std::size_t formatted_width = 120;

// A YAML text as `needtoknow fmt` writes it: two spaces for each level, one empty line at most, lists and mappings in
// brackets on one line where they fit, long texts folded. Remarks, the order of keys, texts under | and > and what is
// in quotes stay. Proved before it is returned: the text reads as the same Tree, with the same remarks, and formatting
// it again changes nothing. Returns nothing when the text does not read (reported) or cannot be proved; then `why` says
// which.
struct FormattedYaml {
    std::string text;  // empty: refused
    std::string why;   // why a text that reads was refused
};
FormattedYaml format_yaml(std::string_view text, int source, Diagnostics& diagnostics);

// The layout as text, without any proof.
std::string print_yaml(const YamlLayout& layout);

}  // namespace ntk
