#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ntk {

struct FieldRow;
struct FieldTable;

// What a value must look like, before anyone asks what it means. Readers and JSON Schema follow from the same shapes.
struct Shape {
    enum class Kind {
        any,      // read elsewhere
        text,     // one text; words, numbers and true or false count as such
        flag,     // true or false
        number,   // a whole number from `least` to `most`
        choice,   // one of `values`
        list,     // any number of `parts[0]`
        keyed,    // a mapping whose keys the author chooses, each with a value like `parts[0]`
        mapping,  // a mapping with the fields of a table
        either    // like one of `parts`
    };

    Kind kind = Kind::any;
    bool filled = false;   // text: must not be blank
    bool prose = false;    // text: words for people to read, which can be translated
    bool quoted = false;   // text: a number or a truth value will not do, as in data that programs write
    bool or_null = false;  // data that programs write: null may stand instead
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::size_t fewest = 0;   // list: at least so many
    std::size_t exactly = 0;  // list: how many there must be; 0 for any number
    std::string pattern;      // a text, or each key of `keyed`, must match this regular expression
    std::vector<std::string> values;
    std::vector<Shape> parts;
    std::vector<FieldRow> keys;               // keyed: what stands under keys that match a row's name
    const FieldTable& (*fields)() = nullptr;  // mapping
};

// One field of a mapping: its name, what it may hold, and one plain sentence about it for help.
struct FieldRow {
    std::string name;
    Shape shape;
    bool required = false;
    std::string says;
};

// The fields a mapping may have, in the order in which messages list them.
struct FieldTable {
    // Another table takes over when the mapping has this key, with this value if one is named.
    struct Instead {
        std::string key;
        std::string value;
        const FieldTable& (*table)() = nullptr;
    };

    std::string name;  // one word or more, unique: "scene"
    std::vector<FieldRow> rows;
    std::vector<Instead> instead = {};
    bool exactly_one = false;  // one field and no more, as an act is written

    const FieldRow* find(std::string_view key) const;
};

// Shapes in few words, for tables.
namespace shape {
inline constexpr bool needed = true;

Shape any();
Shape text();
Shape filled_text();
Shape prose(Shape text);  // words for people to read
Shape string();           // a text in quotes, as programs write it
Shape filled_string();
Shape matching(std::string pattern);  // a text
Shape id();                           // letters, digits, - and _
Shape date();                         // 2024-09-01
Shape version();                      // 1.0.2
Shape condition();
Shape flag();
Shape number(std::int64_t least, std::int64_t most);
Shape count();   // 0 or more
Shape digest();  // 64 hexadecimal digits
Shape choice(std::vector<std::string> values);
Shape list(Shape each);
Shape filled_list(Shape each);
Shape range(std::int64_t least, std::int64_t most);  // [least, most]
Shape one_or_more(Shape each);                       // one by itself, or a list
Shape keyed(Shape each, std::string pattern = {});
Shape keyed(std::vector<FieldRow> keys);
Shape mapping(const FieldTable& (*fields)());
Shape either(std::vector<Shape> parts);
Shape or_null(Shape shape);
}  // namespace shape

}  // namespace ntk
