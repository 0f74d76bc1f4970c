#include "engine/language/analysis.h"

#include <algorithm>

#include "engine/language/code.h"
#include "engine/language/expression_access.h"

namespace ntk {

namespace {

const CodeNode& at(const Code& code, int node) { return code.nodes[static_cast<std::size_t>(node)]; }
int child(const Code& code, int i) { return code.children[static_cast<std::size_t>(i)]; }
const Code& callee(const Code& code, const CodeNode& node) { return *code.callees[static_cast<std::size_t>(node.a)]; }

class Reader {
  public:
    Reader(const Schema& schema, Cells& cells, std::vector<int>& variables)
        : schema_(schema), cells_(cells), variables_(variables) {}

    // `top` tells that slots are variables of the scope, not parameters of a definition.
    void read(const Code& code, bool top) {
        for (const CodeNode& node : code.nodes) read(code, node, top);
        for (const std::shared_ptr<const Code>& inner : code.callees) read(*inner, false);
    }

  private:
    void read(const Code& code, const CodeNode& node, bool top) {
        switch (node.op) {
            case Op::known:
            case Op::field:
            case Op::keyed_field: field(node.b); break;
            case Op::variable_field_is:
                field(node.b);
                variable(node.a, top);
                break;
            case Op::field_set:
            case Op::keyed_field_set:
                field(node.b);
                members(code, node);
                break;
            case Op::variable_field_has:
                field(node.b);
                members(code, node);
                variable(node.a, top);
                variable(node.c, top);
                break;
            case Op::variable:
            case Op::variable_set: variable(node.a, top); break;
            case Op::single:
            case Op::all_of: kind(node.a); break;
            case Op::root: root(node.a); break;
            case Op::root_set:
                root(node.a);
                members(code, node);
                break;
            case Op::list: members(code, node); break;
            default: break;
        }
    }

    void field(int index) { cells_.add(static_cast<std::size_t>(index)); }
    void kind(int index) { cells_.add(schema_.fields.size() + static_cast<std::size_t>(index)); }
    void root(int index) { cells_.add(schema_.fields.size() + schema_.kinds.size() + static_cast<std::size_t>(index)); }
    void members(const Code& code, const CodeNode& node) {  // only the visible ones are seen
        const Sort& sort = code.sorts[static_cast<std::size_t>(node.d)];
        if (sort.kind < 0) return;
        kind(sort.kind);
        kind(sort.table);
    }
    void variable(int slot, bool top) {
        if (top) variables_.push_back(slot);
    }

    const Schema& schema_;
    Cells& cells_;
    std::vector<int>& variables_;
};

// Of two bounds that both hold, the one that says more.
MemberBound tighter(MemberBound a, MemberBound b) {
    if (!a) return b;
    if (!b) return a;
    return b->count() < a->count() ? b : a;
}

// The bound on something that needs this or that.
MemberBound either(MemberBound a, MemberBound b) { return a && b ? MemberBound(*a | *b) : std::nullopt; }

class BoundProver {
  public:
    explicit BoundProver(BoundQuestion asked) : asked_(asked) {}

    // What a question needs to be answered yes, or a set to surely have a member.
    MemberBound of(const Code& code, int index, const std::vector<MemberBound>& sets) const {
        const CodeNode& node = at(code, index);
        switch (node.op) {
            case Op::conjunction: {
                MemberBound best;
                for (int i = 0; i < node.b; ++i) best = tighter(best, of(code, child(code, node.a + i), sets));
                return best;
            }
            case Op::disjunction: {
                MemberBound all = Bits{};
                for (int i = 0; i < node.b; ++i) all = either(all, of(code, child(code, node.a + i), sets));
                return all;
            }
            case Op::any:
            case Op::where: {
                if (MemberBound members = elements(code, node.a, sets)) return *members & values(code, node.b, node.c);
                return tighter(of(code, node.a, sets), of(code, node.b, sets));
            }
            case Op::exists: return of(code, node.a, sets);
            case Op::member: return of(code, node.b, sets);
            case Op::overlaps:
            case Op::shared: return tighter(of(code, node.a, sets), of(code, node.b, sets));
            case Op::united: return either(of(code, node.a, sets), of(code, node.b, sets));
            case Op::without: return of(code, node.a, sets);
            case Op::call_truth:
            case Op::call_set: {
                const Code& inner = callee(code, node);
                return of(inner, inner.root, arguments(code, node, sets));
            }
            case Op::variable_set:
            case Op::root_set: return elements(code, index, sets);
            default: return std::nullopt;
        }
    }

  private:
    // A bound on every member of a set that is a part of the root set.
    MemberBound elements(const Code& code, int index, const std::vector<MemberBound>& sets) const {
        const CodeNode& node = at(code, index);
        switch (node.op) {
            case Op::root_set: return node.a == asked_.root ? MemberBound(Bits::first(128)) : std::nullopt;
            case Op::variable_set: {
                const auto slot = static_cast<std::size_t>(node.a);
                return slot < sets.size() ? sets[slot] : std::nullopt;
            }
            case Op::where:
                if (MemberBound members = elements(code, node.a, sets)) return *members & values(code, node.b, node.c);
                return std::nullopt;
            case Op::without: return elements(code, node.a, sets);
            case Op::shared: return tighter(elements(code, node.a, sets), elements(code, node.b, sets));
            case Op::united: return either(elements(code, node.a, sets), elements(code, node.b, sets));
            default: return std::nullopt;
        }
    }

    // The values of the fact that the entity in `slot` may have if the question is answered yes.
    Bits values(const Code& code, int index, int slot) const {
        const CodeNode& node = at(code, index);
        const auto is_fact = [&](int operand) {
            const CodeNode& left = at(code, operand);
            return left.op == Op::field && left.b == asked_.field && at(code, left.a).op == Op::variable &&
                   at(code, left.a).a == slot;
        };
        Bits open = Bits::first(128);
        switch (node.op) {
            case Op::conjunction:
                for (int i = 0; i < node.b; ++i) open = open & values(code, child(code, node.a + i), slot);
                return open;
            case Op::disjunction: {
                Bits all;
                for (int i = 0; i < node.b; ++i) all = all | values(code, child(code, node.a + i), slot);
                return all;
            }
            case Op::same:
                for (const auto& [fact, value] : {std::pair{node.a, node.b}, std::pair{node.b, node.a}})
                    if (is_fact(fact) && at(code, value).op == Op::number) return Bits::of(at(code, value).a);
                return open;
            case Op::variable_field_is: return node.a == slot && node.b == asked_.field ? Bits::of(node.c) : open;
            case Op::member:
                if (is_fact(node.a) && at(code, node.b).op == Op::constant_set)
                    return code.constants[static_cast<std::size_t>(at(code, node.b).a)];
                return open;
            case Op::call_truth: {
                const Code& inner = callee(code, node);
                for (int i = 0; i < node.c; ++i) {
                    const CodeNode& argument = at(code, child(code, node.b + i));
                    if (argument.op == Op::variable && argument.a == slot) open = open & values(inner, inner.root, i);
                }
                return open;
            }
            default: return open;
        }
    }

    std::vector<MemberBound> arguments(const Code& code, const CodeNode& node,
                                       const std::vector<MemberBound>& sets) const {
        std::vector<MemberBound> given;
        for (int i = 0; i < node.c; ++i) {
            const int argument = child(code, node.b + i);
            const bool is_set = !is_question(at(code, argument).op) && !is_number(at(code, argument).op);
            given.push_back(is_set ? elements(code, argument, sets) : std::nullopt);
        }
        return given;
    }

    BoundQuestion asked_;
};

}  // namespace

Cells cells_of(const Code& code, const Schema& schema) {
    Cells cells;
    std::vector<int> variables;
    Reader(schema, cells, variables).read(code, true);
    return cells;
}

Reads reads_of(const Expression& expression, const Schema& schema) {
    Reads reads;
    const Code* code = ExpressionAccess::code(expression);
    if (code == nullptr) return reads;
    Reader(schema, reads.cells, reads.variables).read(*code, true);
    std::sort(reads.variables.begin(), reads.variables.end());
    reads.variables.erase(std::unique(reads.variables.begin(), reads.variables.end()), reads.variables.end());
    return reads;
}

MemberBound bound_of(const Expression& expression, BoundQuestion asked, const std::vector<MemberBound>& variables) {
    const Code* code = ExpressionAccess::code(expression);
    return code == nullptr ? std::nullopt : BoundProver(asked).of(*code, code->root, variables);
}

}  // namespace ntk
