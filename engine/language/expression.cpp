#include "engine/language/expression.h"

#include <cassert>

#include "engine/language/compiler.h"
#include "engine/language/evaluator.h"
#include "engine/language/expression_access.h"
#include "engine/language/lexer.h"
#include "engine/text/fields.h"

namespace ntk {
namespace {

Evaluator::Slot* slots_for(const Code& code, Frame& frame) {
    if (frame.slots.size() < static_cast<std::size_t>(code.slots))
        frame.slots.resize(static_cast<std::size_t>(code.slots));
    return frame.slots.data();
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

// A type by the words an author uses for it, or base none.
Type type_named(std::string_view words, const Schema& schema) {
    using Base = Type::Base;
    if (words == "bool" || words == "yes or no") return {Base::boolean, -1};
    if (words == "count") return {Base::integer, -1};
    if (words == "moment") return {Base::moment, -1};
    if (words == "length of time") return {Base::duration, -1};
    if (words == "name") return {Base::symbol, -1};
    const bool set = words.starts_with("set of ");
    const std::string_view element = set ? trimmed(words.substr(7)) : words;
    if (const int kind = schema.kind_named(element); kind >= 0) return {set ? Base::entity_set : Base::entity, kind};
    if (const int index = schema.enum_named(element); index >= 0)
        return {set ? Base::enum_set : Base::enumeration, index};
    return {};
}

Type read_type_at(const Tree& tree, std::size_t offset, const Schema& schema, Diagnostics& diagnostics) {
    const std::string_view words = trimmed(std::string_view(tree.text).substr(offset));
    const Type type = tree.kind == Tree::Kind::scalar ? type_named(words, schema) : Type{};
    if (type.base != Type::Base::none) return type;
    std::vector<std::string> known = {"bool", "count", "moment"};
    for (const KindInfo& kind : schema.kinds) known.push_back(kind.name);
    for (const EnumInfo& info : schema.enums) known.push_back(info.name);
    const bool set = words.starts_with("set of ");
    std::string hint = did_you_mean(set ? trimmed(words.substr(7)) : words, known);
    if (hint.empty())
        hint = "a type is bool, count, moment, a kind such as item, a list of values, or 'set of' one of these";
    diagnostics.report("E306", place_at(tree, tree.text.find(words, offset)),
                       words.empty() ? "expected the name of a type" : "there is no type '" + std::string(words) + "'",
                       std::move(hint));
    return {};
}

}  // namespace

Type Expression::type() const { return code_ == nullptr ? Type{} : code_->type; }

const std::string& Expression::source() const {
    static const std::string nothing;
    return code_ == nullptr ? nothing : code_->source;
}

bool Expression::reads_conduct() const { return code_ != nullptr && code_->conduct; }

std::vector<int> Expression::fields_read() const { return code_ == nullptr ? std::vector<int>{} : code_->fields; }

long Expression::cost() const { return code_ == nullptr ? 0 : code_->measure.cost; }

Tri Expression::test(const Store& store, Frame& frame, Trace* trace) const {
    assert(type().base == Type::Base::boolean);
    Evaluator evaluator(store, trace);
    Frame::Slot* slots = slots_for(*code_, frame);
    return trace == nullptr ? evaluator.question(*code_, code_->root, slots) : evaluator.explained(*code_, slots);
}

SetRange Expression::set(const Store& store, Frame& frame, Trace* trace) const {
    assert(type().is_set());
    return Evaluator(store, trace).set(*code_, code_->root, slots_for(*code_, frame));
}

SetRange Expression::set_except(const Store& store, Frame& frame, Bits known, Trace* trace) const {
    assert(type().is_set());
    return Evaluator(store, trace).set_except(*code_, slots_for(*code_, frame), known);
}

Number Expression::number(const Store& store, Frame& frame, Trace* trace) const {
    assert(type().is_number() && type().base != Type::Base::boolean);
    return Evaluator(store, trace).number(*code_, code_->root, slots_for(*code_, frame));
}

Tri Answers::test(const Expression& expression, const Store& store, Frame& frame) {
    assert(expression.type().base == Type::Base::boolean);
    const Code& code = *ExpressionAccess::code(expression);
    return Evaluator(store, nullptr, this).question(code, code.root, slots_for(code, frame));
}

Bits Answers::those_with(const Expression& question, const Store& store, Frame& frame, int slot, Bits members) {
    assert(question.type().base == Type::Base::boolean);
    const Code& code = *ExpressionAccess::code(question);
    return Evaluator(store, nullptr, this).asked_of(code, slots_for(code, frame), slot, members).yes;
}

SetRange Answers::set(const Expression& expression, const Store& store, Frame& frame) {
    assert(expression.type().is_set());
    const Code& code = *ExpressionAccess::code(expression);
    return Evaluator(store, nullptr, this).set(code, code.root, slots_for(code, frame));
}

SetRange Answers::set_except(const Expression& expression, const Store& store, Frame& frame, Bits known) {
    assert(expression.type().is_set());
    const Code& code = *ExpressionAccess::code(expression);
    return Evaluator(store, nullptr, this).set_except(code, slots_for(code, frame), known);
}

Number Answers::number(const Expression& expression, const Store& store, Frame& frame) {
    assert(expression.type().is_number() && expression.type().base != Type::Base::boolean);
    const Code& code = *ExpressionAccess::code(expression);
    return Evaluator(store, nullptr, this).number(code, code.root, slots_for(code, frame));
}

Expression compile(const Tree& tree, const Scope& scope, Type wanted, Diagnostics& diagnostics) {
    const std::optional<Syntax> syntax = parse_expression(tree, diagnostics);
    if (!syntax) return {};
    return Compiler(tree, *syntax, scope, diagnostics).expression(wanted);
}

Binder compile_binder(const Tree& tree, const Scope& scope, Diagnostics& diagnostics) {
    const std::optional<Syntax> syntax = parse_binder(tree, diagnostics);
    if (!syntax) return {};
    Binder binder;
    binder.name = syntax->at(syntax->root).name;
    binder.domain = Compiler(tree, *syntax, scope, diagnostics).binder(binder.element);
    return binder;
}

std::optional<Variable> read_parameter(const Tree& tree, const Schema& schema, Diagnostics& diagnostics) {
    const std::string_view text = tree.text;
    const std::size_t begin = text.find_first_not_of(' ');
    const std::size_t end = begin == std::string_view::npos ? begin : text.find(' ', begin);
    if (tree.kind != Tree::Kind::scalar || end == std::string_view::npos || !is_word(text.substr(begin, end - begin))) {
        diagnostics.report("E127", tree.place, "expected a name and its type", "for example: p person");
        return std::nullopt;
    }
    Variable parameter;
    parameter.name = text.substr(begin, end - begin);
    Scope scope;
    scope.schema = &schema;
    const bool free = check_local_name(parameter.name, place_at(tree, begin), scope, diagnostics);
    parameter.type = read_type_at(tree, end, schema, diagnostics);
    if (!free || parameter.type.base == Type::Base::none) return std::nullopt;
    return parameter;
}

Type read_type(const Tree& tree, const Schema& schema, Diagnostics& diagnostics) {
    return read_type_at(tree, 0, schema, diagnostics);
}

}  // namespace ntk
