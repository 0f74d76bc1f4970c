#include <algorithm>

#include "engine/language/compiler.h"
#include "engine/language/lexer.h"
#include "engine/text/fields.h"

namespace ntk {
namespace {

using Base = Type::Base;

// A fact such as the items of a duty holds far fewer than a large case holds in all.
constexpr long typical_of_fact = 6;

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

// The enums that have a value: "harm", "consent or harm".
std::string enums_with(const Schema& schema, std::string_view value) {
    std::string names;
    for (std::size_t e = 0; e < schema.enums.size(); ++e)
        if (schema.value_named(static_cast<int>(e), value) >= 0)
            names += (names.empty() ? "" : " or ") + schema.enums[e].name;
    return names;
}

bool is_root(const Schema& schema, std::string_view name) {
    const bool of_kind = std::any_of(schema.kinds.begin(), schema.kinds.end(), [&](const KindInfo& kind) {
        return kind.single ? kind.name == name : kind.plural == name;
    });
    return of_kind || schema.root_named(name) >= 0;
}

bool is_contextual(std::string_view word) {
    return word == "any" || word == "all" || word == "none" || word == "exists" || word == "count" || word == "known";
}

}  // namespace

std::string counted(std::size_t number, std::string_view noun) {
    return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string name_owner(std::string_view name, const Schema& schema) {
    if (is_reserved(name)) return "a word of the language";
    if (const std::string enums = enums_with(schema, name); !enums.empty()) return "a value of " + enums;
    if (is_root(schema, name)) return "a word of the vocabulary";
    if (is_contextual(name)) return "a word of the language";
    return {};
}

bool check_local_name(std::string_view name, Place place, const Scope& scope, Diagnostics& diagnostics) {
    std::string owner = name_owner(name, *scope.schema);
    if (owner.empty() && scope.definitions != nullptr && scope.definitions->find(name) != nullptr)
        owner = "a definition";
    for (const Variable& variable : scope.variables)
        if (owner.empty() && variable.name == name) owner = "in use here already";
    if (owner.empty()) return true;
    diagnostics.report("E307", place, quoted(name) + " is " + owner, "choose another name");
    return false;
}

Compiler::Part Compiler::name(const Ast& ast, Type expected) {
    if (const Local* found = local(ast.name)) {
        const Type type = found->type;
        if (type.base == Base::none) return {};
        if (type.is_set()) return {emit({Op::variable_set, found->slot}, {}), type, false, typical(type)};
        const int read = emit({Op::variable, found->slot}, {});
        return {type.base == Base::boolean ? emit({Op::truth_of, read}, {read}) : read, type};
    }
    // A value that is wanted here wins over a root of the same name, such as `decision`.
    if (expected.base == Base::enumeration && schema().value_named(expected.of, ast.name) >= 0)
        return value(ast, expected);
    if (scope_.definitions != nullptr)
        if (const auto* definition = scope_.definitions->find(ast.name);
            definition != nullptr && definition->parameters.empty())
            return call(ast, ast.name);
    if (is_root(schema(), ast.name)) return root(ast.name);
    return value(ast, expected);
}

const Compiler::Local* Compiler::local(std::string_view name) const {
    const auto found = std::find_if(locals_.rbegin(), locals_.rend(), [&](const Local& l) { return l.name == name; });
    return found == locals_.rend() ? nullptr : &*found;
}

Compiler::Part Compiler::root(std::string_view name) {
    for (std::size_t k = 0; k < schema().kinds.size(); ++k) {
        const KindInfo& kind = schema().kinds[k];
        const int index = static_cast<int>(k);
        if (kind.single && kind.name == name) return {emit({Op::single, index}, {}), {Base::entity, index}};
        if (!kind.single && kind.plural == name) {
            code_->conduct = code_->conduct || kind.conduct;
            return {emit({Op::all_of, index}, {}), {Base::entity_set, index}, false, kind.typical};
        }
    }
    const int index = schema().root_named(name);
    const Schema::Root& root = schema().roots[static_cast<std::size_t>(index)];
    code_->conduct = code_->conduct || root.conduct;
    if (root.type.is_set())
        return {emit({Op::root_set, index, -1, -1, sort_of(root.type)}, {}), root.type, false, typical(root.type)};
    const int read = emit({Op::root, index, root.type.base == Base::entity ? 1 : 0}, {});
    return {root.type.base == Base::boolean ? emit({Op::truth_of, read}, {read}) : read, root.type};
}

Compiler::Part Compiler::value(const Ast& ast, Type expected) {
    if (expected.is_set()) expected = element_of(expected);
    if (expected.base == Base::enumeration) {
        const int index = schema().value_named(expected.of, ast.name);
        if (index < 0) return wrong_value(ast, expected.of);
        return {emit({Op::number, index}, {}), expected, true};
    }
    const std::string enums = enums_with(schema(), ast.name);
    if (enums.empty()) return unknown_name(ast);
    if (expected.base != Base::none)
        return report("E305", ast.begin,
                      quoted(ast.name) + " is a value of " + enums + ", but this should be " + named(expected));
    return report("E305", ast.begin,
                  quoted(ast.name) + " is a value of " + enums + ", but nothing here says of which fact",
                  "compare it with a fact, using 'is'");
}

Compiler::Part Compiler::wrong_value(const Ast& ast, int enum_index) {
    const EnumInfo& info = schema().enums[static_cast<std::size_t>(enum_index)];
    std::string hint = did_you_mean(ast.name, info.values);
    const std::string elsewhere = enums_with(schema(), ast.name);
    if (hint.empty() && !elsewhere.empty()) hint = "it is a value of " + elsewhere;
    if (hint.empty()) hint = did_you_mean(ast.name, names_in_scope());
    return report("E304", ast.begin, quoted(ast.name) + " is not a value of " + info.name, std::move(hint));
}

Compiler::Part Compiler::unknown_name(const Ast& ast) {
    // It may be a definition that has been left without its arguments.
    if (scope_.definitions != nullptr && scope_.definitions->find(ast.name) != nullptr) return call(ast, ast.name);
    std::string hint = did_you_mean(ast.name, names_in_scope());
    if (const int kind = schema().kind_named(ast.name); kind >= 0)
        hint = "all of them are " + quoted(schema().kinds[static_cast<std::size_t>(kind)].plural);
    return report("E301", ast.begin, "unknown name " + quoted(ast.name), std::move(hint));
}

std::vector<std::string> Compiler::names_in_scope() const {
    std::vector<std::string> names;
    for (const Local& l : locals_) names.emplace_back(l.name);
    if (scope_.definitions != nullptr)
        for (const auto& definition : scope_.definitions->all()) names.push_back(definition.name);
    for (const KindInfo& kind : schema().kinds) names.push_back(kind.single ? kind.name : kind.plural);
    for (const Schema::Root& root : schema().roots) names.push_back(root.name);
    return names;
}

bool Compiler::may_be_value(const Ast& ast) const {
    if (ast.kind == Ast::Kind::list)
        return std::all_of(ast.parts.begin(), ast.parts.end(),
                           [&](int part) { return may_be_value(syntax_.at(part)); });
    if (ast.kind != Ast::Kind::name || local(ast.name) != nullptr) return false;
    if (!enums_with(schema(), ast.name).empty()) return true;
    const bool defined = scope_.definitions != nullptr && scope_.definitions->find(ast.name) != nullptr;
    return !defined && !is_root(schema(), ast.name);  // perhaps a misspelt value
}

Compiler::Part Compiler::call(const Ast& ast, std::string_view name) {
    const Definitions::Definition* definition =
        scope_.definitions == nullptr ? nullptr : scope_.definitions->find(name);
    if (definition == nullptr) {
        std::vector<std::string> names;
        if (scope_.definitions != nullptr)
            for (const auto& other : scope_.definitions->all()) names.push_back(other.name);
        std::string hint = did_you_mean(name, names);
        if (name == "any" || name == "all" || name == "none") hint = "write for example: any i in items have (...)";
        return report("E303", ast.begin, "there is no definition " + quoted(name), std::move(hint));
    }
    const std::vector<Variable>& parameters = definition->parameters;
    const std::size_t given = ast.kind == Ast::Kind::call ? ast.parts.size() : 0;
    if (given != parameters.size()) {
        std::string form;
        for (const Variable& p : parameters) form += (form.empty() ? "" : ", ") + p.name;
        return report(
            "E209", ast.begin,
            quoted(name) + " takes " + counted(parameters.size(), "argument") + ", found " + std::to_string(given),
            parameters.empty() ? "" : "write " + std::string(name) + "(" + form + ")");
    }

    // Each argument is worked out into its slot before the next one, which may use the slots after it.
    const int base = next_slot_;
    CodeMeasure needs{1, 1, 0};
    std::vector<int> arguments;
    bool sound = true;
    for (std::size_t i = 0; i < given; ++i) {
        const Ast& written_argument = syntax_.part(ast, i);
        Part argument = part(written_argument, parameters[i].type);
        if (argument.type.base != Base::none && !comparable(argument.type, parameters[i].type))
            argument = report("E201", written_argument.begin,
                              "expected " + named(parameters[i].type) + " for " + quoted(parameters[i].name) + " of " +
                                  quoted(name) + ", found " + named(argument.type));
        sound = sound && argument.type.base != Base::none;
        if (sound) {
            arguments.push_back(argument.node);
            const CodeMeasure& inner = measure(argument.node);
            needs.cost = std::min(needs.cost + inner.cost, most_cost);
            needs.depth = std::max(needs.depth, inner.depth + 1);
            needs.quantifiers = std::max(needs.quantifiers, inner.quantifiers);
        }
        use_slot(next_slot_++);
    }
    next_slot_ = base;
    if (!sound) return {};
    return filled_in(*definition, arguments, base, needs);
}

Compiler::Part Compiler::filled_in(const Definitions::Definition& definition, const std::vector<int>& arguments,
                                   int base, CodeMeasure needs) {
    const std::shared_ptr<const Code> body = definition.body.code_;
    if (body == nullptr) {  // has a problem of its own, reported where it is written
        failed_ = true;
        return {};
    }
    auto callee = std::find(code_->callees.begin(), code_->callees.end(), body);
    if (callee == code_->callees.end()) callee = code_->callees.insert(callee, body);
    code_->slots = std::max(code_->slots, base + body->slots);
    code_->conduct = code_->conduct || body->conduct;
    code_->fields.insert(code_->fields.end(), body->fields.begin(), body->fields.end());

    const Type type = definition.result;
    const Op op = type.is_set() ? Op::call_set : type.base == Base::boolean ? Op::call_truth : Op::call_number;
    const int first = static_cast<int>(code_->children.size());
    code_->children.insert(code_->children.end(), arguments.begin(), arguments.end());
    const int index = static_cast<int>(callee - code_->callees.begin());
    const int node = emit({op, index, first, static_cast<int>(arguments.size()), base}, {});
    needs.cost = std::min(needs.cost + body->measure.cost, most_cost);
    needs.depth = std::max(needs.depth, body->measure.depth + 1);
    needs.quantifiers = std::max(needs.quantifiers, body->measure.quantifiers);
    measure(node) = needs;
    return {node, type, false, body->members};
}

Compiler::Part Compiler::field(const Ast& ast, const Ast* key_ast) {
    if (ast.kind != Ast::Kind::field) {
        part(ast, {});
        return report("E203", ast.begin, quoted(written(ast)) + " takes nothing in square brackets");
    }
    const Part owner = part(syntax_.part(ast, 0), {});
    if (owner.type.base == Base::none) return {};
    if (owner.type.is_set())
        return report("E202", ast.name_at,
                      quoted(written(syntax_.part(ast, 0))) + " is a set, which has no facts of its own",
                      "ask about its members, for example: any x in " + written(syntax_.part(ast, 0)) + " have (...)");
    if (owner.type.base != Base::entity)
        return report("E202", ast.name_at,
                      quoted(written(syntax_.part(ast, 0))) + " is " + named(owner.type) + ", which has no facts");

    const int field = schema().field_named(owner.type.of, ast.name);
    if (field < 0) {
        std::vector<std::string> names;
        for (const FieldInfo& info : schema().fields)
            if (schema().table_of(info.kind) == schema().table_of(owner.type.of)) names.push_back(info.name);
        return report("E302", ast.name_at, named(owner.type) + " has no fact " + quoted(ast.name),
                      did_you_mean(ast.name, names));
    }
    if (refuse_unclear_field(ast, owner.type.of, field)) return {};
    const FieldInfo& info = schema().fields[static_cast<std::size_t>(field)];
    if (info.index < 0 && key_ast != nullptr)
        return report("E203", key_ast->begin, quoted(ast.name) + " takes nothing in square brackets");
    if (info.index < 0) return read_field(owner, field, -1);

    const Type key_type{Base::entity, info.index};
    if (key_ast == nullptr)
        return report("E203", ast.name_at, quoted(ast.name) + " is kept for each " + named(key_type),
                      "write " + std::string(ast.name) + "[...] with the " + named(key_type) + " in the brackets");
    const Part key = part(*key_ast, key_type);
    if (key.type.base == Base::none) return {};
    if (!comparable(key.type, key_type))
        return report("E201", key_ast->begin,
                      "expected " + named(key_type) + " in the brackets, found " + named(key.type));
    return read_field(owner, field, key.node);
}

// Person and agency may both have a fact of one name; for a party it would not be clear which is meant.
bool Compiler::refuse_unclear_field(const Ast& ast, int kind, int field) {
    const int first = schema().fields[static_cast<std::size_t>(field)].kind;
    if (schema().kinds[static_cast<std::size_t>(first)].parent != kind) return false;
    for (const FieldInfo& other : schema().fields) {
        if (other.name != ast.name || other.kind == first ||
            schema().kinds[static_cast<std::size_t>(other.kind)].parent != kind)
            continue;
        report("E302", ast.name_at,
               quoted(ast.name) + " is a fact of both " + named({Base::entity, first}) + " and " +
                   named({Base::entity, other.kind}),
               "ask about one of them only");
        return true;
    }
    return false;
}

Compiler::Part Compiler::read_field(const Part& owner, int field, int key) {
    const FieldInfo& info = schema().fields[static_cast<std::size_t>(field)];
    code_->fields.push_back(field);
    code_->conduct = code_->conduct || info.conduct;
    CodeNode node{
        info.type.is_set() ? (key < 0 ? Op::field_set : Op::keyed_field_set) : (key < 0 ? Op::field : Op::keyed_field),
        owner.node, field, key};
    if (info.type.is_set()) node.d = sort_of(info.type);
    const int read = key < 0 ? emit(node, {owner.node}) : emit(node, {owner.node, key});
    if (info.type.is_set()) return {read, info.type, false, std::min(typical_of_fact, typical(info.type))};
    return {info.type.base == Base::boolean ? emit({Op::truth_of, read}, {read}) : read, info.type};
}

}  // namespace ntk
