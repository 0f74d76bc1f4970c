#include <algorithm>

#include "engine/language/compiler.h"

namespace ntk {
namespace {

using Kind = Ast::Kind;
using Base = Type::Base;

}  // namespace

Type element_of(Type set) {
    if (set.base == Base::entity_set) return {Base::entity, set.of};
    if (set.base == Base::enum_set) return {Base::enumeration, set.of};
    return {};
}

Compiler::Part Compiler::set(const Ast& ast, Type expected) {
    const Part found = part(ast, expected);
    if (found.type.base == Base::none || found.type.is_set()) return found;
    const bool membership = ast.kind == Kind::comparison && ast.operation == Ast::Operation::in;
    return report("E210", ast.begin, "expected a set, found " + named(found.type),
                  membership ? "without 'where', write only the set after 'in'" : "");
}

Compiler::Part Compiler::quantifier(const Ast& ast) {
    const Part over = set(syntax_.part(ast, 0));
    const int slot = declare(ast.name, ast.name_at, element_of(over.type));
    const Part asked = question(syntax_.part(ast, 1));
    retire();
    if (over.type.base == Base::none || asked.type.base == Base::none) return {};
    const Op op = ast.kind == Kind::any ? Op::any : ast.kind == Kind::all ? Op::all : Op::none;
    return {emit_loop({op, over.node, asked.node, slot}, over.node, asked.node, over.members), {Base::boolean, -1}};
}

Compiler::Part Compiler::comprehension(const Ast& ast) {
    const Part over = set(syntax_.part(ast, 0));
    const int slot = declare(ast.name, ast.name_at, element_of(over.type));
    const Part asked = ast.parts.size() > 1 ? question(syntax_.part(ast, 1)) : Part{};
    retire();
    if (ast.parts.size() == 1) return over;
    if (over.type.base == Base::none || asked.type.base == Base::none) return {};
    const int node = emit_loop({Op::where, over.node, asked.node, slot}, over.node, asked.node, over.members);
    return {node, over.type, false, over.members};
}

Compiler::Part Compiler::joined_sets(const Ast& ast, Type expected) {
    const Ast& first = syntax_.part(ast, 0);
    const Ast& second = syntax_.part(ast, 1);
    // Bare values take their type from the other side.
    const bool second_first = may_be_value(first) && !may_be_value(second);
    Part left;
    Part right;
    if (second_first) {
        right = set(second, expected);
        left = set(first, right.type);
    } else {
        left = set(first, expected);
        right = set(second, left.type);
    }
    if (left.type.base == Base::none || right.type.base == Base::none) return {};
    if (!comparable(left.type, right.type))
        return report("E204", ast.begin, named(left.type) + " and " + named(right.type) + " cannot be joined");
    Part whole;
    whole.type = left.type;
    whole.members = left.members;
    const std::initializer_list<int> parts = {left.node, right.node};
    if (ast.kind == Kind::united) {
        // People and agencies together are parties.
        if (left.type != right.type) whole.type.of = schema().table_of(left.type.of);
        whole.members = std::min(left.members + right.members, most_cost);
        whole.node = emit({Op::united, left.node, right.node}, parts);
    } else {
        if (ast.kind == Kind::shared) whole.members = std::min(left.members, right.members);
        whole.node = emit({ast.kind == Kind::shared ? Op::shared : Op::without, left.node, right.node}, parts);
    }
    return whole;
}

Compiler::Part Compiler::exists_or_count(const Ast& ast) {
    const Part over = set(syntax_.part(ast, 0));
    if (over.type.base == Base::none) return {};
    if (ast.kind == Kind::exists) return {emit({Op::exists, over.node}, {over.node}), {Base::boolean, -1}};
    return {emit({Op::count, over.node}, {over.node}), {Base::integer, -1}};
}

Compiler::Part Compiler::known(const Ast& ast) {
    const Part found = part(syntax_.part(ast, 0), {});
    if (found.type.base == Base::none) return {};
    const CodeNode read = node(found);
    CodeNode asked{Op::known, read.a, read.b};
    switch (read.op) {
        case Op::truth_of: {
            const CodeNode field = code_->nodes[static_cast<std::size_t>(read.a)];
            if (field.op != Op::field && field.op != Op::keyed_field) break;
            asked = {Op::known, field.a, field.b, field.op == Op::keyed_field ? field.c : -1};
            return {emit(asked, {found.node}), {Base::boolean, -1}};
        }
        case Op::field:
        case Op::field_set: return {emit(asked, {found.node}), {Base::boolean, -1}};
        case Op::keyed_field:
        case Op::keyed_field_set: asked.c = read.c; return {emit(asked, {found.node}), {Base::boolean, -1}};
        case Op::root:
            if (read.b == 1) return {emit({Op::known_entity, found.node}, {found.node}), {Base::boolean, -1}};
            break;
        default: break;
    }
    return report("E211", ast.begin, "known(...) asks about a fact, such as known(case.harm)");
}

Compiler::Part Compiler::list(const Ast& ast, Type expected) {
    Type element = expected.is_set() ? element_of(expected) : Type{};
    // Without an expectation the first member that is not a bare value tells what the bare ones are.
    std::vector<Part> members(ast.parts.size());
    bool sound = true;
    for (const bool bare : {false, true}) {
        if (!sound) return {};
        for (std::size_t i = 0; i < ast.parts.size(); ++i) {
            if (may_be_value(syntax_.part(ast, i)) != bare) continue;
            members[i] = part(syntax_.part(ast, i), element);
            if (element.base == Base::none) element = members[i].type;
            sound = sound && members[i].type.base != Base::none;
        }
    }
    if (!sound) return {};
    bool literal = true;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Part& member = members[i];
        if (member.type.base != Base::enumeration && member.type.base != Base::entity) {
            report("E211", syntax_.part(ast, i).begin, "a list cannot hold a " + named(member.type));
            sound = false;
        } else if (!comparable(member.type, element)) {
            report("E211", syntax_.part(ast, i).begin,
                   "this list holds " + named(element) + ", but '" + written(syntax_.part(ast, i)) + "' is " +
                       named(member.type));
            sound = false;
        } else if (member.type != element) {
            element.of = schema().table_of(element.of);
        }
        literal = literal && member.literal;
    }
    if (!sound) return {};
    Part whole;
    whole.type = {element.base == Base::entity ? Base::entity_set : Base::enum_set, element.of};
    whole.literal = literal;
    whole.members = static_cast<long>(members.size());
    std::vector<int> nodes;
    Bits values;
    for (const Part& member : members) {
        nodes.push_back(member.node);
        if (literal) values.add(node(member).a);
    }
    if (literal) {
        code_->constants.push_back(values);
        whole.node = emit({Op::constant_set, static_cast<int>(code_->constants.size()) - 1}, {});
    } else {
        whole.node = emit_children(Op::list, nodes);
        code_->nodes[static_cast<std::size_t>(whole.node)].d = sort_of(whole.type);
    }
    return whole;
}

int Compiler::sort_of(Type type) {
    Sort sort;
    if (type.base == Base::entity_set) {
        sort.kind = type.of;
        sort.table = schema().table_of(type.of);
    } else {
        sort.values = Bits::first(static_cast<int>(schema().enums[static_cast<std::size_t>(type.of)].values.size()));
    }
    code_->sorts.push_back(sort);
    return static_cast<int>(code_->sorts.size()) - 1;
}

long Compiler::typical(Type set) const {
    if (set.base == Base::entity_set) return schema().kinds[static_cast<std::size_t>(set.of)].typical;
    return static_cast<long>(schema().enums[static_cast<std::size_t>(set.of)].values.size());
}

}  // namespace ntk
