#include "engine/language/worlds.h"

#include <algorithm>
#include <optional>

#include "engine/language/code.h"
#include "engine/language/expression_access.h"

namespace ntk {

namespace {

constexpr std::size_t most_worlds = 128;

const CodeNode& at(const Code& code, int node) { return code.nodes[static_cast<std::size_t>(node)]; }
int child(const Code& code, int i) { return code.children[static_cast<std::size_t>(i)]; }
const Code& callee(const Code& code, const CodeNode& node) { return *code.callees[static_cast<std::size_t>(node.a)]; }

const std::vector<World>& anything() {
    static const std::vector<World> one = {World{}};
    return one;
}

World atom(std::string path, Bits values) { return {{std::move(path), values}}; }

// Names of the slots of one expression: its variables, then what its quantifiers range over.
using Slots = std::vector<std::string>;

class Worldmaker {
  public:
    explicit Worldmaker(const Schema& schema) : schema_(schema) {}

    std::vector<World> of(const Code& code, int index, bool yes, Slots& slots) const {
        const CodeNode& node = at(code, index);
        switch (node.op) {
            case Op::truth: return anything();  // a switch, such as a definition that a date turns on
            case Op::negation: return of(code, node.a, !yes, slots);
            case Op::conjunction: return junction(code, node, yes, yes, slots);
            case Op::disjunction: return junction(code, node, yes, !yes, slots);
            case Op::truth_of: return {atom(path(code, node.a, slots), Bits::of(yes ? 1 : 0))};
            case Op::same: return compared(code, node.a, node.b, yes, slots);
            case Op::variable_field_is:
                return {atom(name(slots, node.a) + "." + field(node.b), restricted(node.b, Bits::of(node.c), yes))};
            case Op::less:
            case Op::less_equal: return ordered(code, node, yes, slots);
            case Op::member: {
                const CodeNode& left = at(code, node.a);
                const CodeNode& right = at(code, node.b);
                if (right.op == Op::constant_set && left.op == Op::field) {
                    const Bits values = code.constants[static_cast<std::size_t>(right.a)];
                    return {atom(path(code, node.a, slots), restricted(left.b, values, yes))};
                }
                break;
            }
            case Op::call_truth: {
                const Code& inner = callee(code, node);
                Slots own = arguments(code, node, slots);
                return of(inner, inner.root, yes, own);
            }
            case Op::any:
            case Op::all:
            case Op::none: {
                // "none" is "not any"; an "any" over what can never hold is never so.
                const bool some = (node.op == Op::any && yes) || (node.op == Op::none && !yes);
                Slots inside = with(slots, node.c, "each " + path(code, node.a, slots));
                if (some && of(code, node.b, true, inside).empty()) return {};
                const std::string written = path(code, node.a, slots) + ": " + question_path(code, node.b, inside);
                const bool positive = node.op == Op::none ? !yes : yes;
                return {atom((node.op == Op::all ? "all " : "any ") + written, Bits::of(positive ? 1 : 0))};
            }
            default: break;
        }
        return {atom(question_path(code, index, slots), Bits::of(yes ? 1 : 0))};
    }

    // A number or a set as a name that is the same wherever it is the same thing.
    std::string path(const Code& code, int index, Slots& slots) const {
        const CodeNode& node = at(code, index);
        switch (node.op) {
            case Op::number: return std::to_string(node.a);
            case Op::variable:
            case Op::variable_set: return name(slots, node.a);
            case Op::single:
            case Op::all_of: return schema_.kinds[static_cast<std::size_t>(node.a)].name;
            case Op::root:
            case Op::root_set: return "root " + std::to_string(node.a);
            case Op::field:
            case Op::field_set: return path(code, node.a, slots) + "." + field(node.b);
            case Op::keyed_field:
            case Op::keyed_field_set:
                return path(code, node.a, slots) + "." + field(node.b) + "[" + path(code, node.c, slots) + "]";
            case Op::call_number:
            case Op::call_set: {
                const Code& inner = callee(code, node);
                Slots own = arguments(code, node, slots);
                return path(inner, inner.root, own);
            }
            case Op::where: {
                Slots inside = with(slots, node.c, "each " + path(code, node.a, slots));
                return "(" + path(code, node.a, slots) + " where " + question_path(code, node.b, inside) + ")";
            }
            case Op::constant_set: {
                const Bits values = code.constants[static_cast<std::size_t>(node.a)];
                return "values " + std::to_string(values.words[0]) + "/" + std::to_string(values.words[1]);
            }
            case Op::list: {
                std::string text = "[";
                for (int i = 0; i < node.b; ++i) text += path(code, child(code, node.a + i), slots) + ",";
                return text + "]";
            }
            case Op::united:
            case Op::without:
            case Op::shared:
                return "(" + path(code, node.a, slots) + " " + std::to_string(static_cast<int>(node.op)) + " " +
                       path(code, node.b, slots) + ")";
            case Op::count: return "count " + path(code, node.a, slots);
            default: return question_path(code, index, slots);
        }
    }

  private:
    std::string field(int index) const { return schema_.fields[static_cast<std::size_t>(index)].name; }

    static std::string name(const Slots& slots, int slot) {
        const auto index = static_cast<std::size_t>(slot);
        return index < slots.size() && !slots[index].empty() ? slots[index] : "slot " + std::to_string(slot);
    }

    static Slots with(Slots slots, int slot, std::string name) {
        const auto index = static_cast<std::size_t>(slot);
        while (std::find(slots.begin(), slots.end(), name) != slots.end()) name += "'";  // another one of the same set
        if (slots.size() <= index) slots.resize(index + 1);
        slots[index] = std::move(name);
        return slots;
    }

    Slots arguments(const Code& code, const CodeNode& node, Slots& slots) const {
        Slots given;
        for (int i = 0; i < node.c; ++i) given.push_back(path(code, child(code, node.b + i), slots));
        return given;
    }

    // The values of a field, or all the others when `yes` is false; -1 ("none written") is never among them.
    Bits restricted(int field, Bits values, bool yes) const {
        const Type type = schema_.fields[static_cast<std::size_t>(field)].type;
        if (yes) return values;
        const Bits all =
            type.base == Type::Base::enumeration
                ? Bits::first(static_cast<int>(schema_.enums[static_cast<std::size_t>(type.of)].values.size()))
                : Bits::first(127);
        Bits rest = all - values;
        rest.add(127);  // something unwritten is none of the values
        return rest;
    }

    std::vector<World> compared(const Code& code, int left, int right, bool yes, Slots& slots) const {
        for (const auto& [fact, value] : {std::pair{left, right}, std::pair{right, left}}) {
            const CodeNode& of = at(code, fact);
            const CodeNode& is = at(code, value);
            const bool plain = of.op == Op::field || of.op == Op::keyed_field;
            if (plain && is.op == Op::number && is.a >= 0 && is.a < 127)
                return {atom(path(code, fact, slots), restricted(of.b, Bits::of(is.a), yes))};
        }
        std::string a = path(code, left, slots);
        std::string b = path(code, right, slots);
        if (b < a) std::swap(a, b);
        return {atom(a + " = " + b, Bits::of(yes ? 1 : 0))};
    }

    std::vector<World> ordered(const Code& code, const CodeNode& node, bool yes, Slots& slots) const {
        const CodeNode& left = at(code, node.a);
        const CodeNode& right = at(code, node.b);
        const bool value_right = left.op == Op::field && right.op == Op::number;
        const bool value_left = right.op == Op::field && left.op == Op::number;
        const int fact = value_right ? left.b : value_left ? right.b : -1;
        if (fact >= 0 && schema_.fields[static_cast<std::size_t>(fact)].type.base == Type::Base::enumeration) {
            const auto& info =
                schema_.enums[static_cast<std::size_t>(schema_.fields[static_cast<std::size_t>(fact)].type.of)];
            Bits values;
            for (int v = 0; v < static_cast<int>(info.values.size()); ++v) {
                const int a = value_right ? v : left.a;
                const int b = value_right ? right.a : v;
                if (node.op == Op::less ? a < b : a <= b) values.add(v);
            }
            return {atom(path(code, value_right ? node.a : node.b, slots), restricted(fact, values, yes))};
        }
        return {atom(path(code, node.a, slots) + (node.op == Op::less ? " < " : " <= ") + path(code, node.b, slots),
                     Bits::of(yes ? 1 : 0))};
    }

    std::string question_path(const Code& code, int index, Slots& slots) const {
        const CodeNode& node = at(code, index);
        std::string text = "(" + std::to_string(static_cast<int>(node.op));
        const auto operand = [&](int i) {
            const Op op = at(code, i).op;
            text += " " + (is_question(op) ? question_path(code, i, slots) : path(code, i, slots));
        };
        switch (node.op) {
            case Op::conjunction:
            case Op::disjunction:
                for (int i = 0; i < node.b; ++i) operand(child(code, node.a + i));
                break;
            case Op::negation:
            case Op::truth_of:
            case Op::exists:
            case Op::known_entity: operand(node.a); break;
            case Op::any:
            case Op::all:
            case Op::none: {
                text += " " + path(code, node.a, slots);
                Slots inside = with(slots, node.c, "each " + path(code, node.a, slots));
                text += " " + question_path(code, node.b, inside);
                break;
            }
            case Op::call_truth: {
                const Code& inner = callee(code, node);
                Slots own = arguments(code, node, slots);
                return question_path(inner, inner.root, own);
            }
            case Op::known: text += " " + path(code, node.a, slots) + "." + field(node.b); break;
            case Op::variable_field_is:
                text += " " + name(slots, node.a) + "." + field(node.b) + " " + std::to_string(node.c);
                break;
            case Op::variable_field_has:
                text += " " + name(slots, node.a) + "." + field(node.b) + " " + name(slots, node.c);
                break;
            case Op::truth: text += " " + std::to_string(node.a); break;
            default:
                operand(node.a);
                operand(node.b);
                break;
        }
        return text + ")";
    }

    // `all`: every operand is wanted; otherwise any one of them.
    std::vector<World> junction(const Code& code, const CodeNode& node, bool yes, bool all, Slots& slots) const {
        std::vector<World> worlds = all ? anything() : std::vector<World>{};
        for (int i = 0; i < node.b; ++i) {
            const std::vector<World> part = of(code, child(code, node.a + i), yes, slots);
            if (all)
                worlds = together(worlds, part);
            else
                worlds.insert(worlds.end(), part.begin(), part.end());
            if (worlds.size() > most_worlds) return anything();
        }
        return worlds;
    }

    const Schema& schema_;
};

std::vector<World> worlds_of_one(const Wanted& wanted, const Schema& schema) {
    if (wanted.question == nullptr || !*wanted.question) return anything();
    const Code& code = *ExpressionAccess::code(*wanted.question);
    Slots slots = wanted.names;
    return Worldmaker(schema).of(code, code.root, wanted.yes, slots);
}

}  // namespace

std::vector<World> together(const std::vector<World>& a, const std::vector<World>& b) {
    std::vector<World> both;
    for (const World& left : a)
        for (const World& right : b) {
            World merged = left;
            bool possible = true;
            for (const auto& [path, values] : right) {
                const auto [place, added] = merged.emplace(path, values);
                if (!added) place->second = place->second & values;
                possible = possible && !place->second.empty();
            }
            if (possible) both.push_back(std::move(merged));
            if (both.size() > most_worlds) return anything();
        }
    return both;
}

std::vector<World> worlds_of(const std::vector<Wanted>& wanted, const Schema& schema) {
    std::vector<World> worlds = anything();
    for (const Wanted& one : wanted) worlds = together(worlds, worlds_of_one(one, schema));
    return worlds;
}

bool never_together(const std::vector<Wanted>& wanted, const Wanted* domain, const std::string& element,
                    const Schema& schema) {
    std::vector<World> worlds = worlds_of(wanted, schema);
    if (domain == nullptr || domain->question == nullptr || !*domain->question) return worlds.empty();
    const Code& code = *ExpressionAccess::code(*domain->question);
    const CodeNode& root = at(code, code.root);
    if (root.op != Op::where) return worlds.empty();
    Slots slots = domain->names;
    const auto slot = static_cast<std::size_t>(root.c);
    if (slots.size() <= slot) slots.resize(slot + 1);
    slots[slot] = element;
    return together(worlds, Worldmaker(schema).of(code, root.b, true, slots)).empty();
}

OfOneAct of_one_act(const Wanted& question, const Schema& schema) {
    OfOneAct result;
    if (question.question == nullptr || !*question.question) return result;
    const Code& code = *ExpressionAccess::code(*question.question);
    const CodeNode& root = at(code, code.root);
    if (root.op != Op::any) return result;
    const CodeNode& over = at(code, root.a);
    const int act = schema.kind_named("act");
    const bool acts = (over.op == Op::root_set && code.sorts[static_cast<std::size_t>(over.d)].kind == act) ||
                      (over.op == Op::all_of && over.a == act);
    if (!acts) return result;
    result.asked = true;
    Slots slots = question.names;
    const auto slot = static_cast<std::size_t>(root.c);
    if (slots.size() <= slot) slots.resize(slot + 1);
    slots[slot] = "the act";
    const Worldmaker maker(schema);
    result.worlds = maker.of(code, root.b, true, slots);
    result.contrary = maker.of(code, root.b, false, slots);
    return result;
}

}  // namespace ntk
