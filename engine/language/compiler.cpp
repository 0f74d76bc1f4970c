#include "engine/language/compiler.h"

#include <algorithm>
#include <utility>

#include "engine/language/lexer.h"
#include "engine/text/limits.h"

namespace ntk {
namespace {

using Kind = Ast::Kind;
using Base = Type::Base;

constexpr int deepest = 256;  // of one expression with definitions filled in

// What to write instead when a yes or no is wanted.
std::string advice_on(Type found) {
    if (found.is_set()) return "ask whether it has members with exists(...)";
    if (found.base == Base::enumeration) return "compare it with a value, using 'is'";
    return {};
}

long sum(long a, long b) { return std::min(most_cost, a + b); }
long product(long a, long b) {
    return static_cast<long>(std::min<std::int64_t>(most_cost, std::int64_t{a} * std::int64_t{b}));
}

}  // namespace

Compiler::Compiler(const Tree& tree, const Syntax& syntax, const Scope& scope, Diagnostics& diagnostics)
    : tree_(tree), syntax_(syntax), scope_(scope), diagnostics_(diagnostics), code_(std::make_shared<Code>()) {
    for (const Variable& variable : scope.variables) {
        locals_.push_back({variable.name, variable.type, next_slot_});
        ++next_slot_;
    }
    code_->slots = next_slot_;
}

Expression Compiler::expression(Type wanted) {
    const Ast& ast = syntax_.at(syntax_.root);
    Part whole;
    if (ast.kind == Kind::conjunction) {
        whole = junction(ast);
    } else {
        const bool is_set = wanted.is_set();
        whole = part(ast, is_set || wanted.base == Base::enumeration ? wanted : Type{});
        if (whole.type.base == Base::boolean) code_->conjuncts.push_back({whole.node, written(ast)});
    }
    return finish(whole, wanted);
}

Expression Compiler::definition(Type wanted, int number) {
    Expression body = expression(wanted);
    if (!body) return body;
    const auto numbered = std::make_shared<Code>(*body.code_);
    numbered->definition = number;
    numbered->reads = cells_of(*numbered, schema());
    body.code_ = numbered;
    return body;
}

Expression Compiler::binder(Type& element) {
    const Ast& ast = syntax_.at(syntax_.root);
    const Part domain = comprehension(ast);
    if (domain.type.base == Base::enum_set)
        report("E210", ast.begin, "expected a set of people, items or the like, found " + named(domain.type));
    if (domain.type.base != Base::none) element = element_of(domain.type);
    return finish(domain, {});
}

Expression Compiler::finish(const Part& whole, Type wanted) {
    const Ast& ast = syntax_.at(syntax_.root);
    if (whole.type.base != Base::none && wanted.base != Base::none && !comparable(whole.type, wanted)) {
        report("E201", ast.begin, "expected " + named(wanted) + ", found " + named(whole.type),
               wanted.base == Base::boolean ? advice_on(whole.type) : "");
    }
    if (failed_ || whole.type.base == Base::none) return {};

    const CodeMeasure& needs = measure(whole.node);
    if (needs.quantifiers > limits::quantifier_depth)
        report("E123", ast.begin,
               "sets are searched " + std::to_string(needs.quantifiers) +
                   " deep, counting the definitions it calls; the limit is " +
                   std::to_string(limits::quantifier_depth));
    else if (needs.depth > deepest)
        report("E125", ast.begin, "too deeply nested, counting the definitions it calls");
    else if (needs.cost > limits::expression_cost)
        report("E124", ast.begin, "this could take too many steps, counting the definitions it calls",
               "search fewer sets inside one another");
    if (failed_) return {};

    note_slots();
    code_->root = whole.node;
    code_->type = whole.type;
    code_->source = tree_.text;
    code_->measure = needs;
    code_->members = whole.members;
    std::sort(code_->fields.begin(), code_->fields.end());
    code_->fields.erase(std::unique(code_->fields.begin(), code_->fields.end()), code_->fields.end());
    Expression compiled;
    compiled.code_ = std::move(code_);
    return compiled;
}

// Tells for each node whose values it depends on; parts stand before what they are parts of.
void Compiler::note_slots() {
    const auto bit = [](int slot) { return std::uint64_t{1} << std::min(slot, 63); };
    for (CodeNode& node : code_->nodes) {
        const auto of = [&](int part) { return code_->nodes[static_cast<std::size_t>(part)].slots_read; };
        const auto of_children = [&](int first, int count) {
            std::uint64_t all = 0;
            for (int i = first; i < first + count; ++i) all |= of(code_->children[static_cast<std::size_t>(i)]);
            return all;
        };
        switch (node.op) {
            case Op::truth:
            case Op::number:
            case Op::single:
            case Op::root:
            case Op::constant_set:
            case Op::all_of:
            case Op::root_set: break;
            case Op::variable:
            case Op::variable_set:
            case Op::variable_field_is: node.slots_read = bit(node.a); break;
            case Op::variable_field_has: node.slots_read = bit(node.a) | bit(node.c); break;
            case Op::truth_of:
            case Op::negation:
            case Op::exists:
            case Op::known_entity:
            case Op::field:
            case Op::field_set:
            case Op::count: node.slots_read = of(node.a); break;
            case Op::same:
            case Op::same_truth:
            case Op::less:
            case Op::less_equal:
            case Op::member:
            case Op::overlaps:
            case Op::united:
            case Op::without:
            case Op::shared: node.slots_read = of(node.a) | of(node.b); break;
            case Op::known: node.slots_read = of(node.a) | (node.c < 0 ? 0 : of(node.c)); break;
            case Op::keyed_field:
            case Op::keyed_field_set: node.slots_read = of(node.a) | of(node.c); break;
            case Op::any:
            case Op::all:
            case Op::none:
            case Op::where:
                node.slots_read = of(node.a) | (of(node.b) & (node.c < 63 ? ~bit(node.c) : ~std::uint64_t{0}));
                break;
            case Op::conjunction:
            case Op::disjunction:
            case Op::list: node.slots_read = of_children(node.a, node.b); break;
            case Op::call_truth:
            case Op::call_number:
            case Op::call_set: node.slots_read = of_children(node.b, node.c); break;
        }
    }
}

Compiler::Part Compiler::part(const Ast& ast, Type expected) {
    switch (ast.kind) {
        case Kind::disjunction:
        case Kind::conjunction: return junction(ast);
        case Kind::negation: return negation(ast);
        case Kind::any:
        case Kind::all:
        case Kind::none: return quantifier(ast);
        case Kind::comparison: return comparison(ast);
        case Kind::comprehension: return comprehension(ast);
        case Kind::united:
        case Kind::without:
        case Kind::shared: return joined_sets(ast, expected);
        case Kind::exists:
        case Kind::count: return exists_or_count(ast);
        case Kind::known: return known(ast);
        case Kind::call: return call(ast, ast.name);
        case Kind::list: return list(ast, expected);
        case Kind::name: return name(ast, expected);
        case Kind::field: return field(ast, nullptr);
        case Kind::index: return field(syntax_.part(ast, 0), &syntax_.part(ast, 1));
        case Kind::integer: return {emit({Op::number, static_cast<int>(ast.value)}, {}), {Base::integer, -1}, true};
        case Kind::duration: return {emit({Op::number, static_cast<int>(ast.value)}, {}), {Base::duration, -1}, true};
        case Kind::truth: return {emit({Op::truth, static_cast<int>(ast.value)}, {}), {Base::boolean, -1}, true};
    }
    return {};
}

Compiler::Part Compiler::question(const Ast& ast) {
    const Part found = part(ast, {});
    if (found.type.base == Base::none || found.type.base == Base::boolean) return found;
    return report("E201", ast.begin, "expected yes or no, found " + named(found.type), advice_on(found.type));
}

Compiler::Part Compiler::junction(const Ast& ast) {
    const bool both = ast.kind == Kind::conjunction;
    std::vector<int> nodes;
    bool sound = true;
    for (std::size_t i = 0; i < ast.parts.size(); ++i) {
        const Ast& operand = syntax_.part(ast, i);
        const Part found = question(operand);
        sound = sound && found.type.base != Base::none;
        if (found.literal)
            report("E207", operand.begin,
                   "'" + written(operand) + "' decides nothing next to '" + (both ? "and" : "or") + "'",
                   "leave it out");
        nodes.push_back(found.node);
        if (both && sound && &ast == &syntax_.at(syntax_.root))
            code_->conjuncts.push_back({found.node, written(operand)});
    }
    if (!sound) return {};
    return {emit_children(both ? Op::conjunction : Op::disjunction, nodes), {Base::boolean, -1}};
}

Compiler::Part Compiler::negation(const Ast& ast) {
    const Part found = question(syntax_.part(ast, 0));
    if (found.type.base == Base::none) return {};
    if (found.literal) return {emit({Op::truth, 1 - node(found).a}, {}), found.type, true};
    return {emit({Op::negation, found.node}, {found.node}), found.type};
}

int Compiler::emit(CodeNode node, std::initializer_list<int> parts) {
    CodeMeasure needs{1, 1, 0};
    for (const int part : parts) {
        const CodeMeasure& inner = measure(part);
        needs.cost = sum(needs.cost, inner.cost);
        needs.depth = std::max(needs.depth, inner.depth + 1);
        needs.quantifiers = std::max(needs.quantifiers, inner.quantifiers);
    }
    code_->nodes.push_back(node);
    measures_.push_back(needs);
    return static_cast<int>(code_->nodes.size()) - 1;
}

int Compiler::emit_loop(CodeNode node, int source, int body, long members) {
    const int emitted = emit(node, {source, body});
    CodeMeasure& needs = measure(emitted);
    needs.cost = sum(1 + measure(source).cost, product(members, measure(body).cost));
    needs.quantifiers = std::max(measure(source).quantifiers, measure(body).quantifiers + 1);
    return emitted;
}

int Compiler::emit_children(Op op, const std::vector<int>& parts) {
    const int first = static_cast<int>(code_->children.size());
    code_->children.insert(code_->children.end(), parts.begin(), parts.end());
    const int emitted = emit({op, first, static_cast<int>(parts.size())}, {});
    CodeMeasure needs{1, 1, 0};
    for (const int part : parts) {
        needs.cost = sum(needs.cost, measure(part).cost);
        needs.depth = std::max(needs.depth, measure(part).depth + 1);
        needs.quantifiers = std::max(needs.quantifiers, measure(part).quantifiers);
    }
    measure(emitted) = needs;
    return emitted;
}

bool Compiler::comparable(Type a, Type b) const {
    if (a == b) return true;
    const bool entities = a.base == b.base && (a.base == Base::entity || a.base == Base::entity_set);
    return entities && schema().table_of(a.of) == schema().table_of(b.of);
}

int Compiler::declare(std::string_view name, std::size_t offset, Type type) {
    if (!check_local_name(name, place_at(tree_, offset), scope_, diagnostics_)) {
        failed_ = true;
    } else if (local(name) != nullptr) {
        report("E307", offset, "'" + std::string(name) + "' is in use here already", "choose another name");
    }
    locals_.push_back({name, type, next_slot_});
    use_slot(next_slot_);
    return next_slot_++;
}

void Compiler::retire() {
    locals_.pop_back();
    --next_slot_;
}

void Compiler::use_slot(int slot) { code_->slots = std::max(code_->slots, slot + 1); }

std::string Compiler::named(Type type) const { return schema().type_name(type); }

std::string Compiler::written(const Ast& ast) const { return tree_.text.substr(ast.begin, ast.end - ast.begin); }

Compiler::Part Compiler::report(std::string_view code, std::size_t offset, std::string message, std::string hint) {
    diagnostics_.report(code, place_at(tree_, offset), std::move(message), std::move(hint));
    failed_ = true;
    return {};
}

}  // namespace ntk
