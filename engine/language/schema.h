#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ntk {

// A named list of values; ordered when "harm >= likely" makes sense. Value -1 stands for "none written".
struct EnumInfo {
    std::string name;
    std::vector<std::string> values;
    bool ordered = false;
};

// The type of a field or an expression.
struct Type {
    enum class Base : std::uint8_t {
        none,         // an error already reported
        boolean,
        integer,      // a count
        moment,       // minutes since the case began (or until: compared only with other moments)
        duration,     // a literal length of time in minutes
        symbol,       // an interned name such as an area; compared with `is` only
        enumeration,  // of = enum index
        entity,       // of = kind index
        enum_set,     // of = enum index
        entity_set,   // of = kind index
    };
    Base base = Base::none;
    int of = -1;

    bool is_set() const { return base == Base::enum_set || base == Base::entity_set; }
    bool is_number() const { return base != Base::none && !is_set(); }  // held as one integer
    friend bool operator==(const Type&, const Type&) = default;
};

// A class of entities. Kinds with a parent share its table: person and agency are both kept as party.
struct KindInfo {
    std::string name;    // "item"
    std::string plural;  // the root that lists all visible ones: "items"; empty when there is no such root
    int parent = -1;     // kind index, or -1
    bool single = false;  // a root of one entity, named `name`: case, learner
    bool conduct = false;  // its entities are what the learner did: merely counting them is about conduct
    int typical = 12;     // how many a large case holds; bounds the cost of expressions before any case is seen
};

// One fact about an entity. `index` makes it a table: item.use[agency].
struct FieldInfo {
    int kind = -1;
    std::string name;
    Type type;
    int index = -1;        // kind index of the key, or -1
    bool conduct = false;  // follows from what the learner did: a norm whose trigger reads it can only deduct
    bool situation = true;  // may be stated by a scenario
    std::string meaning;   // one plain sentence, for help and the rule book
};

// The vocabulary that expressions may use. Built once by engine/casework/vocabulary.
struct Schema {
    std::vector<EnumInfo> enums;
    std::vector<KindInfo> kinds;
    std::vector<FieldInfo> fields;

    // Roots beyond the plurals and singles, e.g. "child" or "acts": a store slot holding a set or an entity.
    struct Root {
        std::string name;
        Type type;
        bool conduct = false;
    };
    std::vector<Root> roots;

    int enum_named(std::string_view name) const;                  // -1 when absent, as below
    int kind_named(std::string_view name) const;
    int root_named(std::string_view name) const;
    int table_of(int kind) const;                                 // the kind whose table holds entities of `kind`
    // A field of `kind`, looked up in the kind itself, its parent and (for a parent) its children.
    int field_named(int kind, std::string_view name) const;
    int value_named(int enum_index, std::string_view name) const;
    std::string type_name(Type type) const;                       // "set of item", "harm", "yes or no"
};

}  // namespace ntk
