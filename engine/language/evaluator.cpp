#include "engine/language/evaluator.h"

#include <bit>
#include <cassert>

#include "engine/language/three_values.h"

namespace ntk {
namespace {

const CodeNode& at(const Code& code, int node) { return code.nodes[static_cast<std::size_t>(node)]; }
int child(const Code& code, int i) { return code.children[static_cast<std::size_t>(i)]; }

// Calls f(index) for each member in rising order until it returns false.
template <class F>
void each(Bits set, F&& f) {
    for (unsigned w = 0; w < 2; ++w)
        for (std::uint64_t rest = set.words[w]; rest != 0; rest &= rest - 1)
            if (!f(static_cast<int>(w * 64U) + std::countr_zero(rest))) return;
}

}  // namespace

Evaluator::Evaluator(const Store& store, Trace* trace, Answers* answers)
    : store_(store), trace_(trace), answers_(answers) {
    if (trace_ != nullptr) noted_.emplace(trace_->facts.begin(), trace_->facts.end());
}

// A trace lists facts in the order in which they are read, so operands are read one after the other, left before right,
// and never as arguments of one call, whose order each compiler chooses for itself.
Tri Evaluator::question(const Code& code, const CodeNode& node, Slot* slots) {
    switch (node.op) {
        case Op::truth: return tri(node.a != 0);
        case Op::truth_of: return truth_of(number(code, node.a, slots));
        case Op::negation: return opposite(question(code, node.a, slots));
        case Op::conjunction:
        case Op::disjunction: return junction(code, node, slots);
        case Op::any: return any(code, node, slots);
        case Op::all: return all(code, node, slots);
        case Op::none: return opposite(any(code, node, slots));
        case Op::exists: {
            const SetRange range = set(code, node.a, slots);
            return !range.sure.empty() ? Tri::yes : range.possible.empty() ? Tri::no : Tri::unknown;
        }
        case Op::same: {
            const Number left = number(code, node.a, slots);
            return same(left, number(code, node.b, slots), node.d == 1);
        }
        case Op::same_truth: {
            const Tri left = question(code, node.a, slots);
            const Tri right = question(code, node.b, slots);
            return left == Tri::unknown || right == Tri::unknown ? Tri::unknown : tri(left == right);
        }
        case Op::less:
        case Op::less_equal: {
            const Number left = number(code, node.a, slots);
            return less(left, number(code, node.b, slots), node.d == 1, node.op == Op::less_equal);
        }
        case Op::member: {
            const Number one = number(code, node.a, slots);
            return member(one, set(code, node.b, slots));
        }
        case Op::overlaps: {
            const SetRange left = set(code, node.a, slots);
            return overlaps(left, set(code, node.b, slots));
        }
        case Op::known: return tri(is_known(code, node, slots));
        case Op::known_entity: return tri(number(code, node.a, slots).known);
        case Op::call_truth: return called_truth(code, node, slots);
        case Op::variable_field_is: return same(read(node.b, slots[node.a].number), {true, node.c}, true);
        case Op::variable_field_has:
            return member(slots[node.c].number, read_set(sort_of(code, node), node.b, slots[node.a].number));
        default: break;
    }
    assert(false);
    return Tri::unknown;
}

Number Evaluator::number(const Code& code, int index, Slot* slots) {
    const CodeNode& node = at(code, index);
    switch (node.op) {
        case Op::number: return {true, node.a};
        case Op::variable: return slots[node.a].number;
        case Op::single: return {store_.all(node.a).has(0), 0};
        case Op::root: {
            const std::int64_t value = store_.root_number(node.a);
            return {node.b == 0 || value >= 0, value};
        }
        case Op::field: return read(node.b, entity(code, node.a, slots));
        case Op::keyed_field: {
            const Number of = entity(code, node.a, slots);
            return read(node.b, of, entity(code, node.c, slots));
        }
        case Op::count: {
            const SetRange range = set(code, node.a, slots);
            return {range.sure == range.possible, range.sure.count()};
        }
        case Op::call_number: {
            const Code& callee = enter(code, node, slots);
            return number(callee, callee.root, slots + node.d);
        }
        default: break;
    }
    assert(false);
    return {false, 0};
}

SetRange Evaluator::set(const Code& code, int index, Slot* slots) {
    const CodeNode& node = at(code, index);
    switch (node.op) {
        case Op::constant_set: {
            const Bits values = code.constants[static_cast<std::size_t>(node.a)];
            return {values, values};
        }
        case Op::list: return list(code, node, slots);
        case Op::all_of: {
            const Bits entities = store_.all(node.a);
            return {entities, entities};
        }
        case Op::variable_set: return slots[node.a].set;
        case Op::root_set: {
            const Bits members = visible(sort_of(code, node), store_.root_set(node.a));
            return {members, members};
        }
        case Op::field_set: return read_set(sort_of(code, node), node.b, entity(code, node.a, slots));
        case Op::keyed_field_set: {
            const Number of = entity(code, node.a, slots);
            return read_set(sort_of(code, node), node.b, of, entity(code, node.c, slots));
        }
        case Op::where: return where(code, node, slots);
        case Op::united:
        case Op::without:
        case Op::shared: {
            const SetRange left = set(code, node.a, slots);
            const SetRange right = set(code, node.b, slots);
            if (node.op == Op::united) return {left.sure | right.sure, left.possible | right.possible};
            if (node.op == Op::shared) return {left.sure & right.sure, left.possible & right.possible};
            return {left.sure - right.possible, left.possible - right.sure};
        }
        case Op::call_set: return called_set(code, node, slots);
        default: break;
    }
    assert(false);
    return {};
}

Tri Evaluator::junction(const Code& code, const CodeNode& node, Slot* slots) {
    const Tri settles = node.op == Op::conjunction ? Tri::no : Tri::yes;
    Tri result = opposite(settles);
    for (int i = 0; i < node.b; ++i) {
        const Tri answer = question(code, child(code, node.a + i), slots);
        if (answer == settles) return settles;
        if (answer == Tri::unknown) result = Tri::unknown;
    }
    return result;
}

Tri Evaluator::any(const Code& code, const CodeNode& node, Slot* slots) {
    const SetRange over = set(code, node.a, slots);
    const Bits others = over.possible - over.sure;
    if (!one_by_one(node)) {
        const Lanes sure = lanes_of(code, node, slots, over.sure);
        if (!sure.yes.empty()) return Tri::yes;
        if (!sure.unknown.empty()) return Tri::unknown;
        const Lanes perhaps = lanes_of(code, node, slots, others);
        return (perhaps.yes | perhaps.unknown).empty() ? Tri::no : Tri::unknown;
    }
    Tri result = Tri::no;
    each(over.sure, [&](int i) {
        slots[node.c].number = {true, i};
        const Tri answer = question(code, node.b, slots);
        if (answer != Tri::no) result = answer;
        return answer != Tri::yes;
    });
    if (result != Tri::no) return result;
    // Those who may or may not belong to the set can make the answer uncertain, and nothing more.
    each(others, [&](int i) {
        slots[node.c].number = {true, i};
        if (question(code, node.b, slots) != Tri::no) result = Tri::unknown;
        return result == Tri::no;
    });
    return result;
}

Tri Evaluator::all(const Code& code, const CodeNode& node, Slot* slots) {
    const SetRange over = set(code, node.a, slots);
    const Bits others = over.possible - over.sure;
    if (!one_by_one(node)) {
        const Lanes sure = lanes_of(code, node, slots, over.sure);
        if (!(over.sure - sure.yes - sure.unknown).empty()) return Tri::no;
        if (!sure.unknown.empty()) return Tri::unknown;
        return (others - lanes_of(code, node, slots, others).yes).empty() ? Tri::yes : Tri::unknown;
    }
    Tri result = Tri::yes;
    each(over.sure, [&](int i) {
        slots[node.c].number = {true, i};
        const Tri answer = question(code, node.b, slots);
        if (answer != Tri::yes) result = answer;
        return answer != Tri::no;
    });
    if (result != Tri::yes) return result;
    each(others, [&](int i) {
        slots[node.c].number = {true, i};
        if (question(code, node.b, slots) != Tri::yes) result = Tri::unknown;
        return result == Tri::yes;
    });
    return result;
}

SetRange Evaluator::set_except(const Code& code, Slot* slots, Bits known) {
    const CodeNode& root = at(code, code.root);
    if (root.op == Op::where) return where(code, root, slots, known);
    const SetRange whole = set(code, code.root, slots);
    return {whole.sure - known, whole.possible - known};
}

SetRange Evaluator::where(const Code& code, const CodeNode& node, Slot* slots, Bits known) {
    const SetRange over = set(code, node.a, slots);
    const Bits asked = over.possible - known;
    const Lanes answers =
        one_by_one(node) ? each_lane(code, node.b, slots, node.c, asked) : lanes_of(code, node, slots, asked);
    return {answers.yes & over.sure, answers.yes | answers.unknown};
}

SetRange Evaluator::list(const Code& code, const CodeNode& node, Slot* slots) {
    SetRange range;
    for (int i = 0; i < node.b; ++i) {
        const Number member = number(code, child(code, node.a + i), slots);
        if (!member.known) {
            range.possible = range.possible | anything(sort_of(code, node)).possible;
        } else if (member.value >= 0) {
            range.sure.add(static_cast<int>(member.value));
            range.possible.add(static_cast<int>(member.value));
        }
    }
    return range;
}

const Code& Evaluator::enter(const Code& code, const CodeNode& node, Slot* slots) {
    Slot* own = slots + node.d;
    for (int i = 0; i < node.c; ++i) {
        const int argument = child(code, node.b + i);
        const Op op = at(code, argument).op;
        if (is_question(op)) {
            const Tri answer = question(code, argument, slots);
            own[i].number = {answer != Tri::unknown, answer == Tri::yes ? 1 : 0};
        } else if (is_number(op)) {
            own[i].number = number(code, argument, slots);
        } else {
            own[i].set = set(code, argument, slots);
        }
    }
    return *code.callees[static_cast<std::size_t>(node.a)];
}

// Whether all arguments of a definition are known entities, under which its answer can be remembered.
bool Evaluator::are_entities(const Slot* arguments, int count) {
    for (int i = 0; i < count; ++i)
        if (!is_index(arguments[i].number)) return false;
    return true;
}

Tri Evaluator::called_truth(const Code& code, const CodeNode& node, Slot* slots) {
    const Code& callee = enter(code, node, slots);
    Slot* own = slots + node.d;
    if (answers_ == nullptr || callee.definition < 0 || !are_entities(own, node.c))
        return question(callee, callee.root, own);
    const int row = node.c == 2 ? static_cast<int>(own[0].number.value) : 0;
    const int column = node.c == 0 ? 0 : static_cast<int>(own[node.c - 1].number.value);
    const Answers::Truths known = answers_->truths(callee, node.c - 1, row);
    if (known.worked_out.has(column))
        return known.yes.has(column) ? Tri::yes : known.unknown.has(column) ? Tri::unknown : Tri::no;
    const Tri answer = question(callee, callee.root, own);
    Answers::Truths& truths = answers_->truths(callee, node.c - 1, row);
    truths.worked_out.add(column);
    if (answer == Tri::yes) truths.yes.add(column);
    if (answer == Tri::unknown) truths.unknown.add(column);
    return answer;
}

SetRange Evaluator::called_set(const Code& code, const CodeNode& node, Slot* slots) {
    const Code& callee = enter(code, node, slots);
    Slot* own = slots + node.d;
    if (answers_ == nullptr || callee.definition < 0 || !are_entities(own, node.c))
        return set(callee, callee.root, own);
    const int row = node.c == 0 ? 0 : static_cast<int>(own[0].number.value);
    if (const Answers::Table& known = answers_->table(callee); known.worked_out.has(row))
        return answers_->sets_[static_cast<std::size_t>(known.first + row)];
    const SetRange answer = set(callee, callee.root, own);
    Answers::Table& table = answers_->table(callee);
    answers_->remembered(table, row) = answer;
    table.worked_out.add(row);
    return answer;
}

Tri Evaluator::explained(const Code& code, Slot* slots) {
    const CodeNode& root = at(code, code.root);
    if (root.op == Op::call_truth && root.c == 0) return explained(enter(code, root, slots), slots + root.d);
    Tri result = Tri::yes;
    for (const Code::Conjunct& conjunct : code.conjuncts) {
        const Tri answer = question(code, conjunct.node, slots);
        if (answer != Tri::yes) trace_->failed.push_back(conjunct.text);
        if (answer == Tri::no || result == Tri::no)
            result = Tri::no;
        else if (answer == Tri::unknown)
            result = Tri::unknown;
    }
    return result;
}

}  // namespace ntk
