#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/code.h"
#include "engine/language/syntax.h"
#include "engine/text/limits.h"

namespace ntk {

// Gives every part of an expression a type and turns it into Code. It goes on after a problem so that one run finds
// them all; a part with a problem has type none, about which nothing more is said. Names are resolved in names.cpp,
// comparisons in comparisons.cpp, all else in compiler.cpp.
class Compiler {
  public:
    Compiler(const Tree& tree, const Syntax& syntax, const Scope& scope, Diagnostics& diagnostics);

    // The whole expression; `wanted` of base none accepts any type. Returns an empty Expression after any problem.
    Expression expression(Type wanted);
    // The same for the body of a definition, whose answers can be remembered under its number.
    Expression definition(Type wanted, int number);
    // The set of a binder, which must hold entities; reports a name that is taken.
    Expression binder(Type& element);

  private:
    // What is known of a part once it is compiled.
    struct Part {
        int node = -1;
        Type type;
        bool literal = false;  // the same in every case: a number, a length of time, a bare value, or a list of these
        long members = 1;      // for a set, how many it may typically hold
    };
    struct Local {
        std::string_view name;
        Type type;
        int slot = -1;
    };

    // compiler.cpp
    Part part(const Ast& ast, Type expected);
    Part question(const Ast& ast);  // must be yes or no
    Part junction(const Ast& ast);
    Part negation(const Ast& ast);
    Expression finish(const Part& whole, Type wanted);
    void note_slots();

    // sets.cpp
    Part set(const Ast& ast, Type expected = {});  // must be a set
    Part quantifier(const Ast& ast);
    Part comprehension(const Ast& ast);
    Part joined_sets(const Ast& ast, Type expected);
    Part exists_or_count(const Ast& ast);
    Part known(const Ast& ast);
    Part list(const Ast& ast, Type expected);
    int sort_of(Type set);
    long typical(Type set) const;

    // names.cpp
    Part name(const Ast& ast, Type expected);
    Part root(std::string_view name);
    Part value(const Ast& ast, Type expected);
    Part wrong_value(const Ast& ast, int enum_index);
    Part unknown_name(const Ast& ast);
    std::vector<std::string> names_in_scope() const;
    Part call(const Ast& ast, std::string_view name);
    Part filled_in(const Definitions::Definition& definition, const std::vector<int>& arguments, int base,
                   CodeMeasure needs);
    Part field(const Ast& ast, const Ast* key_ast);
    Part read_field(const Part& owner, int field, int key);
    bool refuse_unclear_field(const Ast& ast, int kind, int field);
    const Local* local(std::string_view name) const;
    bool may_be_value(const Ast& ast) const;  // a bare value, or a list of nothing else

    // comparisons.cpp
    Part comparison(const Ast& ast);
    Part same(const Ast& ast, const Part& left, const Part& right);
    Part ordered(const Ast& ast, const Part& left, const Part& right);
    Part membership(const Ast& ast, const Part& element, const Part& over);
    Part overlap(const Ast& ast, const Part& left, const Part& right);
    bool refuse_foregone(const Ast& ast, const Part& left, const Part& right);
    std::optional<bool> foregone(const Ast& ast, const Part& left, const Part& right) const;
    bool same_words(const Ast& a, const Ast& b) const;
    const CodeNode& node(const Part& part) const { return code_->nodes[static_cast<std::size_t>(part.node)]; }
    std::string written(const Ast& ast) const;  // as in the source

    // compiler.cpp, helpers
    int emit(CodeNode node, std::initializer_list<int> parts);
    int emit_loop(CodeNode node, int source, int body, long members);
    int emit_children(Op op, const std::vector<int>& parts);
    bool comparable(Type a, Type b) const;
    int declare(std::string_view name, std::size_t offset, Type type);  // a local; returns its slot
    void retire();
    void use_slot(int slot);
    CodeMeasure& measure(int node) { return measures_[static_cast<std::size_t>(node)]; }
    std::string named(Type type) const;  // for messages
    Part report(std::string_view code, std::size_t offset, std::string message, std::string hint = {});
    const Schema& schema() const { return *scope_.schema; }

    const Tree& tree_;
    const Syntax& syntax_;
    const Scope& scope_;
    Diagnostics& diagnostics_;
    std::shared_ptr<Code> code_;
    std::vector<CodeMeasure> measures_;  // by node
    std::vector<Local> locals_;
    int next_slot_ = 0;
    bool failed_ = false;
};

// Costs stop growing here, far above the limit and far below overflow.
inline constexpr long most_cost = limits::expression_cost * 1000;

// The type of one member of a set; none for none.
Type element_of(Type set);

// Who already owns a name: "a value of harm", "a word of the vocabulary"; empty when it is free.
std::string name_owner(std::string_view name, const Schema& schema);

// "1 argument", "3 arguments".
std::string counted(std::size_t number, std::string_view noun);

}  // namespace ntk
