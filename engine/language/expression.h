#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/schema.h"
#include "engine/language/store.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// Kleene's three values: what a practitioner may hold when a fact is not known.
enum class Tri : std::uint8_t { no, yes, unknown };

// A set known only within bounds: `sure` is certainly in it, `possible` contains everything that may be.
struct SetRange {
    Bits sure;
    Bits possible;
};

// An entity, enum value or number, or nothing when unknown.
struct Number {
    bool known = true;
    std::int64_t value = 0;
};

// A name bound while an expression is evaluated: a quantified entity, a parameter, or a `let` set.
struct Variable {
    std::string name;
    Type type;
    std::string says{};  // a set in words: "those asked for advice"; empty where nothing has said
};

// The values of the variables in scope, in the order of the Scope they were compiled with.
struct Frame {
    struct Slot {
        Number number;
        SetRange set;
    };
    std::vector<Slot> slots;
};

// One fact read while evaluating, for explanations: a field of an entity (key >= 0 for an indexed field).
struct FactRead {
    int field = -1;
    int entity = -1;
    int key = -1;
    friend auto operator<=>(const FactRead&, const FactRead&) = default;
};

// What an evaluation read and which conjuncts failed; collected only when asked for.
struct Trace {
    std::vector<FactRead> facts;      // in order of reading, without repeats
    std::vector<std::string> failed;  // source text of each top-level conjunct that was not true
};

class Definitions;
struct Code;  // the compiled form, private to the language

// A compiled, typed, total expression; cheap to copy.
class Expression {
  public:
    Expression() = default;
    explicit operator bool() const { return code_ != nullptr; }

    Type type() const;
    const std::string& source() const;
    bool reads_conduct() const;            // itself or through a definition
    std::vector<int> fields_read() const;  // field indices, sorted, through definitions too
    long cost() const;                     // quantifier domains at their limits times nodes

    // Each may be called only for a matching type(). `frame` must fit the scope the expression was compiled with.
    Tri test(const Store& store, Frame& frame, Trace* trace = nullptr) const;
    SetRange set(const Store& store, Frame& frame, Trace* trace = nullptr) const;
    // The same without asking about the members of `known`.
    SetRange set_except(const Store& store, Frame& frame, Bits known, Trace* trace = nullptr) const;
    Number number(const Store& store, Frame& frame, Trace* trace = nullptr) const;

  private:
    friend class Compiler;
    friend struct ExpressionAccess;
    std::shared_ptr<const Code> code_;
};

// What may be named while compiling.
struct Scope {
    const Schema* schema = nullptr;
    const Definitions* definitions = nullptr;  // may be null
    std::vector<Variable> variables;
};

// Compiles the text of `tree` (a scalar); `wanted` of base none accepts any type. Reports E1xx/E2xx/E3xx at the exact
// column and returns an empty Expression when anything is wrong. The definitions in scope must be finished; calling one
// that has a problem of its own gives an empty Expression without a further report.
Expression compile(const Tree& tree, const Scope& scope, Type wanted, Diagnostics& diagnostics);

// Whether a local name (a quantified name, a parameter, a `let`) is free: no word of the language, value of an enum,
// root or definition, and not among scope.variables. Reports E307.
bool check_local_name(std::string_view name, Place place, const Scope& scope, Diagnostics& diagnostics);

// A binder "d in dues where (d.kind is lead)": a name and the set it ranges over.
struct Binder {
    std::string name;
    Type element;       // entity
    Expression domain;  // entity_set
    explicit operator bool() const { return static_cast<bool>(domain); }
};
Binder compile_binder(const Tree& tree, const Scope& scope, Diagnostics& diagnostics);

// A parameter list item "p person": the name and the entity or enum type.
std::optional<Variable> read_parameter(const Tree& tree, const Schema& schema, Diagnostics& diagnostics);

// Named, typed, acyclic expressions that others may call: at_risk, hazard(p, i, r).
class Definitions {
  public:
    struct Definition {
        std::string name;
        std::vector<Variable> parameters;
        Type result;
        Expression body;
        Tree written;  // the body's text, for messages and the rule book
        Place place;
        std::string cite;
        std::string says;  // one plain sentence
    };

    // Adds or (with `replace`) replaces one; bodies are compiled by finish(), so order does not matter.
    void add(Definition definition, bool replace, Diagnostics& diagnostics);
    // Compiles every body; reports type errors, unknown names and cycles (E205, printing the cycle).
    void finish(const Schema& schema, Diagnostics& diagnostics);
    const Definition* find(std::string_view name) const;
    const std::vector<Definition>& all() const { return definitions_; }

  private:
    std::vector<Definition> definitions_;
};

// The type written in a pack: "yes or no" as `bool`, "set of item", "item", "harm", "count", "moment". Reports E306.
Type read_type(const Tree& tree, const Schema& schema, Diagnostics& diagnostics);

}  // namespace ntk
