#include <bit>
#include <utility>

#include "engine/language/evaluator.h"
#include "engine/language/three_values.h"

// A question asked of many at once: "any i in items have (...)" is worked out for all items together, as sets of those
// for whom the answer is yes or unknown. What does not depend on the item is worked out once.

namespace ntk {
namespace {

const CodeNode& at(const Code& code, int node) { return code.nodes[static_cast<std::size_t>(node)]; }
int child(const Code& code, int i) { return code.children[static_cast<std::size_t>(i)]; }

void note_answer(Evaluator::Lanes& lanes, int member, Tri answer) {
    if (answer == Tri::yes) lanes.yes.add(member);
    if (answer == Tri::unknown) lanes.unknown.add(member);
}

// Whether a node is a fact of what stands in one slot: read for many, it is a fact of each of them.
bool is_fact_of_slot(const Code& code, const CodeNode& node, Op fact) {
    return node.op == fact && at(code, node.a).op == Op::variable;
}

// Removes the lowest member and returns it; there must be one.
int take_first(Bits& set) {
    const unsigned w = set.words[0] != 0 ? 0 : 1;
    const int bit = std::countr_zero(set.words[w]);
    set.words[w] &= set.words[w] - 1;
    return static_cast<int>(w * 64U) + bit;
}

}  // namespace

Evaluator::Lanes Evaluator::lanes(const Code& code, int index, Slot* slots, int lane, Bits members) {
    const CodeNode& node = at(code, index);
    if (!node.reads_slot(lane)) {
        const Tri answer = question(code, index, slots);
        return {answer == Tri::yes ? members : Bits{}, answer == Tri::unknown ? members : Bits{}};
    }
    switch (node.op) {
        case Op::negation: {
            const Lanes inner = lanes(code, node.a, slots, lane, members);
            return {members - inner.yes - inner.unknown, inner.unknown};
        }
        case Op::conjunction: {
            Lanes so_far{members, {}};
            for (int i = 0; i < node.b; ++i) {
                const Bits open = so_far.yes | so_far.unknown;
                if (open.empty()) break;
                const Lanes next = lanes(code, child(code, node.a + i), slots, lane, open);
                so_far.unknown = (so_far.unknown & (next.yes | next.unknown)) | (so_far.yes & next.unknown);
                so_far.yes = so_far.yes & next.yes;
            }
            return so_far;
        }
        case Op::disjunction: {
            Lanes so_far;
            for (int i = 0; i < node.b; ++i) {
                const Bits open = members - so_far.yes;
                if (open.empty()) break;
                const Lanes next = lanes(code, child(code, node.a + i), slots, lane, open);
                so_far.yes = so_far.yes | next.yes;
                so_far.unknown = (so_far.unknown | next.unknown) - so_far.yes;
            }
            return so_far;
        }
        case Op::any:
        case Op::all:
        case Op::none:
            if (at(code, node.a).reads_slot(lane)) {
                // Over an empty set nobody is asked.
                const Bits some = perhaps_filled(code, node.a, lane, members);
                Lanes answers = each_lane(code, index, slots, lane, some);
                if (node.op != Op::any) answers.yes = answers.yes | (members - some);
                return answers;
            }
            return quantified_lanes(code, node, slots, lane, members);
        case Op::exists: return filled_lanes(code, index, slots, lane, perhaps_filled(code, node.a, lane, members));
        case Op::call_truth:
            if (const int parameter = lane_parameter(code, node, lane); parameter >= 0)
                return called_lanes(code, node, slots, parameter, members);
            break;
        default: return compared_lanes(code, node, slots, lane, members);
    }
    return each_lane(code, index, slots, lane, members);
}

// Those for whom a set may have members; the others are certainly without any. A fact of the lane itself is looked up
// at once, and of anything else it is not known here.
Bits Evaluator::perhaps_filled(const Code& code, int set, int lane, Bits members) const {
    const CodeNode& node = at(code, set);
    if (node.op == Op::without || node.op == Op::where || node.op == Op::shared)
        return perhaps_filled(code, node.a, lane, members);
    if (node.op != Op::field_set || at(code, node.a).op != Op::variable || at(code, node.a).a != lane) return members;
    const Bits seen = visible(sort_of(code, node), Bits{{~std::uint64_t{0}, ~std::uint64_t{0}}});
    Bits some;
    members.for_each([&](int member) {
        if (!store_.known(node.b, member) || !(store_.set(node.b, member) & seen).empty()) some.add(member);
    });
    return some;
}

Evaluator::Lanes Evaluator::filled_lanes(const Code& code, int index, Slot* slots, int lane, Bits members) {
    const CodeNode& fact = at(code, at(code, index).a);
    if (!is_fact_of_slot(code, fact, Op::field_set)) return each_lane(code, index, slots, lane, members);
    Lanes found;
    members.for_each([&](int member) {
        const SetRange range = read_set(sort_of(code, fact), fact.b, {true, member});
        note_answer(found, member, !range.sure.empty() ? Tri::yes : range.possible.empty() ? Tri::no : Tri::unknown);
    });
    return found;
}

// One after the other.
Evaluator::Lanes Evaluator::each_lane(const Code& code, int index, Slot* slots, int lane, Bits members) {
    Lanes lanes;
    members.for_each([&](int member) {
        slots[lane].number = {true, member};
        note_answer(lanes, member, question(code, index, slots));
    });
    return lanes;
}

// Comparisons, of which one side is worked out once where it does not depend on the lane.
Evaluator::Lanes Evaluator::compared_lanes(const Code& code, const CodeNode& node, Slot* slots, int lane,
                                           Bits members) {
    Lanes found;
    const auto for_each = [&](auto&& answer) {
        members.for_each([&](int member) {
            slots[lane].number = {true, member};
            note_answer(found, member, answer(member));
        });
        return found;
    };
    const auto fixed = [&](int side) { return !at(code, side).reads_slot(lane); };
    switch (node.op) {
        case Op::truth_of: {
            const CodeNode& fact = at(code, node.a);
            if (is_fact_of_slot(code, fact, Op::field))
                return for_each([&](int member) { return truth_of(read(fact.b, {true, member})); });
            return for_each([&](int) { return truth_of(number(code, node.a, slots)); });
        }
        case Op::variable_field_is:
            return for_each([&](int member) { return same(read(node.b, {true, member}), {true, node.c}, true); });
        case Op::variable_field_has:
            if (node.a != lane) {  // of one set, which of them are in it
                const SetRange set = read_set(sort_of(code, node), node.b, slots[node.a].number);
                return {members & set.sure, members & (set.possible - set.sure)};
            }
            return for_each([&](int member) {
                const Number wanted = node.c == lane ? Number{true, member} : slots[node.c].number;
                return ntk::member(wanted, read_set(sort_of(code, node), node.b, {true, member}));
            });
        case Op::member:
            if (fixed(node.b)) {
                const SetRange over = set(code, node.b, slots);
                if (at(code, node.a).op == Op::variable)
                    return {members & over.sure, members & (over.possible - over.sure)};
                return for_each([&](int) { return ntk::member(number(code, node.a, slots), over); });
            }
            if (fixed(node.a)) {
                const Number element = number(code, node.a, slots);
                return for_each([&](int) { return ntk::member(element, set(code, node.b, slots)); });
            }
            break;
        case Op::overlaps:
            for (const auto& [one, other] : {std::pair{node.a, node.b}, std::pair{node.b, node.a}}) {
                if (!fixed(one)) continue;
                const SetRange same_for_all = set(code, one, slots);
                if (same_for_all.possible.empty()) return {};
                const int varying = other;
                members = perhaps_filled(code, varying, lane, members);
                if (const CodeNode& fact = at(code, varying); is_fact_of_slot(code, fact, Op::field_set))
                    return for_each([&](int member) {
                        return ntk::overlaps(same_for_all, read_set(sort_of(code, fact), fact.b, {true, member}));
                    });
                return for_each([&](int) { return ntk::overlaps(same_for_all, set(code, varying, slots)); });
            }
            break;
        case Op::same:
            for (const auto& [one, other] : {std::pair{node.a, node.b}, std::pair{node.b, node.a}}) {
                if (!fixed(one)) continue;
                const Number same_for_all = number(code, one, slots);
                const int varying = other;
                const bool blank = node.d == 1;
                if (const CodeNode& fact = at(code, varying);
                    is_fact_of_slot(code, fact, Op::keyed_field) && at(code, fact.c).op == Op::variable) {
                    const Number& owner = slots[at(code, fact.a).a].number;
                    const Number& key = slots[at(code, fact.c).a].number;
                    return for_each([&](int) { return ntk::same(same_for_all, read(fact.b, owner, key), blank); });
                }
                return for_each([&](int) { return ntk::same(same_for_all, number(code, varying, slots), blank); });
            }
            break;
        default: break;
    }
    return for_each([&](int) { return question(code, node, slots); });
}

// Of those that "any d in dues have (d.current and ...)" is about, those for whom what it asks first is not answered
// no, where that is the same for all lanes. The others have no part in the answer.
Bits Evaluator::worth_asking(const Code& code, const CodeNode& loop, Slot* slots, int lane, Bits over) {
    const CodeNode& asked = at(code, loop.b);
    if (asked.op != Op::conjunction || loop.c >= 63) return over;
    for (int i = 0; i < asked.b && !over.empty(); ++i) {
        const int part = child(code, asked.a + i);
        if (at(code, part).reads_slot(lane)) break;
        const Lanes answers = lanes(code, part, slots, loop.c, over);
        over = answers.yes | answers.unknown;
    }
    return over;
}

// "any d in dues have (...)" asked of many, where the dues are the same for all of them.
Evaluator::Lanes Evaluator::quantified_lanes(const Code& code, const CodeNode& node, Slot* slots, int lane,
                                             Bits members) {
    // All of them: not any for whom it is not so.
    const bool contrary = node.op == Op::all;
    SetRange over = set(code, node.a, slots);
    if (!contrary) {
        over.possible = worth_asking(code, node, slots, lane, over.possible);
        over.sure = over.sure & over.possible;
    }
    const auto ask = [&](int one, Bits of) {
        slots[node.c].number = {true, one};
        Lanes answers = lanes(code, node.b, slots, lane, of);
        if (contrary) answers.yes = of - answers.yes - answers.unknown;
        return answers;
    };
    Lanes any;
    Bits open = members;
    for (Bits rest = over.sure; !rest.empty() && !open.empty();) {
        const Lanes answers = ask(take_first(rest), open);
        any.yes = any.yes | answers.yes;
        any.unknown = any.unknown | answers.unknown;
        open = open - answers.yes;
    }
    any.unknown = any.unknown - any.yes;
    open = open - any.unknown;
    for (Bits rest = over.possible - over.sure; !rest.empty() && !open.empty();) {
        const Lanes answers = ask(take_first(rest), open);
        const Bits perhaps = answers.yes | answers.unknown;
        any.unknown = any.unknown | perhaps;
        open = open - perhaps;
    }
    if (node.op == Op::any) return any;
    return {members - any.yes - any.unknown, any.unknown};
}

// Which argument of a call is the lane itself, when no other depends on it; otherwise -1.
int Evaluator::lane_parameter(const Code& code, const CodeNode& node, int lane) {
    int found = -1;
    for (int i = 0; i < node.c; ++i) {
        const CodeNode& argument = at(code, child(code, node.b + i));
        if (!argument.reads_slot(lane)) continue;
        if (found >= 0 || argument.op != Op::variable) return -1;
        found = i;
    }
    return found;
}

Evaluator::Lanes Evaluator::called_lanes(const Code& code, const CodeNode& node, Slot* slots, int parameter,
                                         Bits members) {
    slots[at(code, child(code, node.b + parameter)).a].number = {true, 0};  // filled in by lane
    const Code& callee = enter(code, node, slots);
    Slot* own = slots + node.d;
    const Slot* other = node.c == 2 ? own + (1 - parameter) : nullptr;
    if (answers_ == nullptr || callee.definition < 0 || (other != nullptr && !is_index(other->number)))
        return lanes(callee, callee.root, own, parameter, members);
    const int row = other == nullptr ? 0 : static_cast<int>(other->number.value);
    const Answers::Truths known = answers_->truths(callee, parameter, row);
    const Bits missing = members - known.worked_out;
    if (missing.empty()) return {known.yes & members, known.unknown & members};
    const Lanes fresh = lanes(callee, callee.root, own, parameter, missing);
    Answers::Truths& truths = answers_->truths(callee, parameter, row);
    truths.worked_out = truths.worked_out | missing;
    truths.yes = truths.yes | fresh.yes;
    truths.unknown = truths.unknown | fresh.unknown;
    return {truths.yes & members, truths.unknown & members};
}

}  // namespace ntk
