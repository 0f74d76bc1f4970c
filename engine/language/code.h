#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/language/cells.h"
#include "engine/language/expression.h"

namespace ntk {

// What one node of a compiled expression does. `a` to `d` are its operands: nodes, slots, fields or tables of Code.
enum class Op : std::uint8_t {
    // Yes, no or unknown.
    truth,               // a: 1 or 0
    truth_of,            // number a, 0 meaning no
    negation,            // not a
    conjunction,         // children a .. a+b
    disjunction,         // children a .. a+b
    any,                 // set a, question b, slot c
    all,                 // likewise
    none,                // likewise
    exists,              // set a
    same,                // numbers a and b are equal and neither is "none written"
    same_truth,          // questions a and b have the same answer
    less,                // numbers a < b; d = 1 when they are ordered values, where "none written" fails
    less_equal,          // likewise
    member,              // number a in set b
    overlaps,            // sets a and b
    known,               // field b of entity a, [c] when c >= 0
    known_entity,        // the entity a is known
    call_truth,          // callee a, arguments in children b .. b+c, slots from d
    variable_field_is,   // field b of the entity in slot a is the value c
    variable_field_has,  // set field b of the entity in slot a has what is in slot c; sort d
    // One number: an entity, a value of an enum, a count, a time.
    number,       // a
    variable,     // slot a
    single,       // the one entity of kind a
    root,         // root a; b = 1 when it is an entity
    field,        // field b of entity a
    keyed_field,  // field b of entity a for key c
    count,        // members of set a
    call_number,  // as call_truth
    // A set.
    constant_set,     // constants[a]
    list,             // numbers in children a .. a+b; sort d
    all_of,           // visible entities of kind a
    variable_set,     // slot a
    root_set,         // root a; sort d
    field_set,        // field b of entity a; sort d
    keyed_field_set,  // field b of entity a for key c; sort d
    where,            // members of set a for which b holds; slot c
    united,           // a union b
    without,          // a except b
    shared,           // a both b
    call_set,         // as call_truth
};

inline bool is_question(Op op) { return op <= Op::variable_field_has; }
inline bool is_number(Op op) { return op >= Op::number && op <= Op::call_number; }

struct CodeNode {
    Op op = Op::truth;
    int a = -1;
    int b = -1;
    int c = -1;
    int d = -1;
    std::uint64_t slots_read = 0;  // slots whose value it may depend on; the last bit stands for all from 63 on

    bool reads_slot(int slot) const { return ((slots_read >> (slot < 63 ? slot : 63)) & 1U) != 0; }
};

// What the members of a set may be: all values of an enum, or the visible entities of a kind.
struct Sort {
    Bits values;     // of an enum
    int kind = -1;   // of entities, otherwise -1
    int table = -1;  // the kind whose table they are kept in
};

// How much a compiled expression can ask of the evaluator, with definitions filled in.
struct CodeMeasure {
    long cost = 0;
    int depth = 0;
    int quantifiers = 0;  // nested within one another
};

// A compiled expression: nodes in a row that refer to one another by position, and what they need.
struct Code {
    std::vector<CodeNode> nodes;
    std::vector<int> children;
    std::vector<Bits> constants;
    std::vector<Sort> sorts;
    std::vector<std::shared_ptr<const Code>> callees;
    int root = -1;
    int slots = 0;  // of its own and of everything it calls

    struct Conjunct {
        int node = -1;
        std::string text;
    };
    std::vector<Conjunct> conjuncts;  // of the top level, for explanations

    Type type;
    std::string source;
    CodeMeasure measure;
    long members = 1;         // for a set, how many it may typically hold
    std::vector<int> fields;  // read here or in a definition, sorted
    bool conduct = false;

    int definition = -1;  // of its book, when this is its body and its answers can be remembered
    Cells reads;          // of a definition: the parts of a store it may read, also through others
};

// The parts of a store that it may read, itself or through a definition.
Cells cells_of(const Code& code, const Schema& schema);

}  // namespace ntk
