#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ntk {

struct YamlPart;

// One value of a YAML text together with how it is written, so that it can be laid out afresh. Only for texts that
// read_yaml takes: nothing is judged here.
struct YamlLayout {
    enum class Kind {
        nothing,       // a key or a dash without a value
        plain,         // a text without quotes
        quoted,        // a text in quotes
        block,         // a text under | or >
        flow_list,     // [a, b]
        flow_mapping,  // { a: b }
        as_written,    // a list or mapping in brackets that is better left alone, such as one with remarks inside
        list,          // one dash for each
        mapping        // one line for each key
    };

    Kind kind = Kind::nothing;
    std::vector<std::string> lines;  // plain, quoted, as_written: as they stand; block: its sign, then its lines
    std::vector<YamlPart> parts;     // of lists and mappings
    std::vector<std::string> after;  // remarks after the last part; an empty one is an empty line
    std::size_t column = 0;          // as_written: where its first line began
};

// One entry of a list or mapping.
struct YamlPart {
    std::vector<std::string> before;  // remarks in lines of their own; an empty one is an empty line
    std::string key;                  // as written; empty in lists
    std::string remark;               // after the value, or after the key when the value stands below it
    std::size_t remark_column = 0;    // where the author put it
    YamlLayout value;
};

// How a text is laid out; nothing when it holds something this does not know. `text` must have been prepared by
// prepare_yaml and read without a mistake by read_yaml.
std::optional<YamlLayout> read_yaml_layout(std::string_view text);

// A list or mapping in brackets from `start` on, and where it ends. Nothing when it never ends.
struct FlowLayout {
    YamlLayout layout;
    std::size_t end = 0;
};
std::optional<FlowLayout> read_flow_layout(std::string_view text, std::size_t start);

// Every remark, from # on, in the order in which they stand.
std::vector<std::string> remarks_of(const YamlLayout& layout);

}  // namespace ntk
