#include <algorithm>

#include "engine/language/compiler.h"

namespace ntk {
namespace {

using Base = Type::Base;
using Kind = Ast::Kind;
using Operation = Ast::Operation;

Type set_of(Type element) {
    if (element.base == Base::entity) return {Base::entity_set, element.of};
    if (element.base == Base::enumeration) return {Base::enum_set, element.of};
    return {};
}

// Types of which one value may stand for "nothing written".
bool may_be_blank(Type type) {
    return type.base == Base::enumeration || type.base == Base::entity || type.base == Base::symbol;
}

bool holds(Operation operation, std::int64_t left, std::int64_t right) {
    switch (operation) {
        case Operation::is: return left == right;
        case Operation::is_not: return left != right;
        case Operation::less: return left < right;
        case Operation::less_equal: return left <= right;
        case Operation::greater: return left > right;
        case Operation::greater_equal: return left >= right;
        default: return false;
    }
}

bool is_order(Operation operation) {
    return operation == Operation::less || operation == Operation::less_equal || operation == Operation::greater ||
           operation == Operation::greater_equal;
}

// Whether comparing something that may be anything from `least` to `greatest` with `fixed` has but one answer.
std::optional<bool> decided(Operation operation, std::int64_t least, std::int64_t greatest, std::int64_t fixed) {
    if (!is_order(operation)) return std::nullopt;
    const bool low = holds(operation, least, fixed);
    return low == holds(operation, greatest, fixed) ? std::optional(low) : std::nullopt;
}

Operation mirrored(Operation operation) {
    switch (operation) {
        case Operation::less: return Operation::greater;
        case Operation::less_equal: return Operation::greater_equal;
        case Operation::greater: return Operation::less;
        case Operation::greater_equal: return Operation::less_equal;
        default: return operation;
    }
}

}  // namespace

Compiler::Part Compiler::comparison(const Ast& ast) {
    const bool has = ast.operation == Operation::has;
    const bool member = has || ast.operation == Operation::in;
    // For membership the element comes first, however it is written.
    const Ast& first = syntax_.part(ast, has ? 1 : 0);
    const Ast& second = syntax_.part(ast, has ? 0 : 1);
    Part left;
    Part right;
    // Bare values take their type from the other side.
    if (may_be_value(first) && !may_be_value(second)) {
        right = part(second, {});
        if (right.type.base == Base::none) return {};  // what a bare value means depends on it
        left = part(first, member ? element_of(right.type) : right.type);
    } else {
        left = part(first, {});
        if (left.type.base == Base::none && may_be_value(second)) return {};
        right = part(second, member ? set_of(left.type) : left.type);
    }
    if (left.type.base == Base::none || right.type.base == Base::none) return {};
    if (member) return membership(ast, left, right);
    if (ast.operation == Operation::overlaps) return overlap(ast, left, right);
    return is_order(ast.operation) ? ordered(ast, left, right) : same(ast, left, right);
}

Compiler::Part Compiler::same(const Ast& ast, const Part& left, const Part& right) {
    if (left.type.is_set() || right.type.is_set())
        return report("E208", ast.begin, "a set cannot be compared with 'is'",
                      "write 'has' for one member, or 'overlaps' for at least one in common");
    if (!comparable(left.type, right.type))
        return report("E204", ast.begin, named(left.type) + " cannot be compared with " + named(right.type));
    if (refuse_foregone(ast, left, right)) return {};

    int result = -1;
    const bool number = left.type.base != Base::boolean;
    const CodeNode& a = node(left);
    const CodeNode& b = node(right);
    if (number && a.op == Op::field && b.op == Op::number &&
        code_->nodes[static_cast<std::size_t>(a.a)].op == Op::variable) {
        const int slot = code_->nodes[static_cast<std::size_t>(a.a)].a;
        result = emit({Op::variable_field_is, slot, a.b, b.a}, {left.node, right.node});
    } else {
        CodeNode compare{number ? Op::same : Op::same_truth, left.node, right.node};
        compare.d = may_be_blank(left.type) ? 1 : 0;
        result = emit(compare, {left.node, right.node});
    }
    if (ast.operation == Operation::is_not) result = emit({Op::negation, result}, {result});
    return {result, {Base::boolean, -1}};
}

Compiler::Part Compiler::ordered(const Ast& ast, const Part& left, const Part& right) {
    if (!comparable(left.type, right.type))
        return report("E204", ast.begin, named(left.type) + " cannot be compared with " + named(right.type));
    const Base base = left.type.base;
    const bool values = base == Base::enumeration && schema().enums[static_cast<std::size_t>(left.type.of)].ordered;
    if (!values && base != Base::integer && base != Base::moment && base != Base::duration)
        return report("E206", ast.begin, "nothing says which " + named(left.type) + " is less than another",
                      left.type.is_set() ? "compare how many they are with count(...)" : "use 'is' or 'in'");
    if (refuse_foregone(ast, left, right)) return {};

    const bool swap = ast.operation == Operation::greater || ast.operation == Operation::greater_equal;
    const bool strict = ast.operation == Operation::less || ast.operation == Operation::greater;
    CodeNode compare{strict ? Op::less : Op::less_equal, swap ? right.node : left.node, swap ? left.node : right.node};
    compare.d = values ? 1 : 0;
    return {emit(compare, {left.node, right.node}), {Base::boolean, -1}};
}

Compiler::Part Compiler::membership(const Ast& ast, const Part& element, const Part& over) {
    const std::string word = ast.operation == Operation::has ? "'has'" : "'in'";
    if (!over.type.is_set())
        return report("E210", ast.begin, word + " needs a set, found " + named(over.type),
                      over.literal ? "" : "use 'is'");
    if (element.type.is_set())
        return report("E204", ast.begin, word + " asks about one member, found " + named(element.type),
                      "write 'overlaps' for at least one in common");
    if (!comparable(element.type, element_of(over.type)))
        return report("E204", ast.begin, named(over.type) + " cannot hold " + named(element.type));
    if (refuse_foregone(ast, element, over)) return {};

    const CodeNode& set = node(over);
    const CodeNode& one = node(element);
    if (set.op == Op::field_set && one.op == Op::variable &&
        code_->nodes[static_cast<std::size_t>(set.a)].op == Op::variable) {
        const int slot = code_->nodes[static_cast<std::size_t>(set.a)].a;
        return {emit({Op::variable_field_has, slot, set.b, one.a, set.d}, {element.node, over.node}),
                {Base::boolean, -1}};
    }
    return {emit({Op::member, element.node, over.node}, {element.node, over.node}), {Base::boolean, -1}};
}

Compiler::Part Compiler::overlap(const Ast& ast, const Part& left, const Part& right) {
    if (!left.type.is_set() || !right.type.is_set())
        return report("E210", ast.begin,
                      "'overlaps' needs two sets, found " + named(left.type) + " and " + named(right.type),
                      "write 'has' to ask about one member");
    if (!comparable(left.type, right.type))
        return report("E204", ast.begin, named(left.type) + " cannot be compared with " + named(right.type));
    if (refuse_foregone(ast, left, right)) return {};
    return {emit({Op::overlaps, left.node, right.node}, {left.node, right.node}), {Base::boolean, -1}};
}

bool Compiler::refuse_foregone(const Ast& ast, const Part& left, const Part& right) {
    const std::optional<bool> answer = foregone(ast, left, right);
    if (!answer) return false;
    report("E207", ast.begin, "'" + written(ast) + "' is always " + (*answer ? "true" : "false"));
    return true;
}

std::optional<bool> Compiler::foregone(const Ast& ast, const Part& left, const Part& right) const {
    const Operation operation = ast.operation;
    const CodeNode& a = node(left);
    const CodeNode& b = node(right);
    if (operation == Operation::in || operation == Operation::has || operation == Operation::overlaps) {
        if (!right.literal) return std::nullopt;
        const Bits set = code_->constants[static_cast<std::size_t>(b.a)];
        const std::size_t values = schema().enums[static_cast<std::size_t>(right.type.of)].values.size();
        if (left.literal && left.type.is_set()) return !(code_->constants[static_cast<std::size_t>(a.a)] & set).empty();
        if (left.literal) return set.has(a.a);
        const bool every = static_cast<std::size_t>(set.count()) == values;
        return every && operation != Operation::overlaps ? std::optional(true) : std::nullopt;
    }
    if (left.literal && right.literal) return holds(operation, a.a, b.a);
    if (same_words(syntax_.part(ast, 0), syntax_.part(ast, 1))) return holds(operation, 0, 0);

    std::int64_t greatest = 0;
    if (left.type.base == Base::enumeration)
        greatest = static_cast<std::int64_t>(schema().enums[static_cast<std::size_t>(left.type.of)].values.size()) - 1;
    else if (a.op == Op::count || b.op == Op::count)
        greatest = 128;
    else
        return std::nullopt;
    if (right.literal) return decided(operation, 0, greatest, b.a);
    if (left.literal) return decided(mirrored(operation), 0, greatest, a.a);
    return std::nullopt;
}

bool Compiler::same_words(const Ast& a, const Ast& b) const {
    if (a.kind != b.kind || a.operation != b.operation || a.name != b.name || a.value != b.value ||
        a.parts.size() != b.parts.size())
        return false;
    for (std::size_t i = 0; i < a.parts.size(); ++i)
        if (!same_words(syntax_.part(a, i), syntax_.part(b, i))) return false;
    return true;
}

}  // namespace ntk
