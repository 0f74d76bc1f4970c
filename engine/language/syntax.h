#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// One part of an expression as written, before its names mean anything.
struct Ast {
    enum class Kind : std::uint8_t {
        disjunction,    // parts joined by `or`
        conjunction,    // parts joined by `and`
        negation,       // the part
        any,            // name ranges over part 0; part 1 is the question
        all,            // likewise
        none,           // likewise
        comparison,     // part 0, operation, part 1
        comprehension,  // name ranges over part 0; part 1, when there, is the condition
        united,         // part 0 union part 1
        without,        // part 0 except part 1
        shared,         // part 0 both part 1
        exists,         // the set
        count,          // the set
        known,          // the path
        call,           // name and arguments
        list,           // its members
        name,           // a bare word
        field,          // part 0 and the name of one of its facts
        index,          // part 0 [ part 1 ]
        integer,        // value
        duration,       // value, in minutes
        truth,          // value 1 or 0
    };
    enum class Operation : std::uint8_t {
        none,
        is,
        is_not,
        less,
        less_equal,
        greater,
        greater_equal,
        in,
        has,
        overlaps
    };

    Kind kind = Kind::name;
    Operation operation = Operation::none;
    std::size_t begin = 0;  // offsets of its first byte and of the byte after its last
    std::size_t end = 0;
    std::string_view name;  // lies in the text of the tree
    std::size_t name_at = 0;
    std::int64_t value = 0;
    std::vector<int> parts;
};

// An expression as written. It refers to the text of the tree it was read from.
struct Syntax {
    std::vector<Ast> nodes;
    int root = -1;

    const Ast& at(int node) const { return nodes[static_cast<std::size_t>(node)]; }
    const Ast& part(const Ast& ast, std::size_t i) const { return at(ast.parts[i]); }
};

// Reads the text of a scalar as an expression (engine.md section 9). Reports the first thing wrong, E101 to E109, and
// then returns nothing. No accepted expression is nested deeper than the limit, so later stages may recurse over it.
std::optional<Syntax> parse_expression(const Tree& tree, Diagnostics& diagnostics);

// Reads "d in dues where (...)": the root is a comprehension. Reports E126 when it begins otherwise.
std::optional<Syntax> parse_binder(const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
