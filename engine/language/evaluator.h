#pragma once

#include <optional>
#include <set>

#include "engine/language/answers.h"
#include "engine/language/code.h"

namespace ntk {

// Works out compiled expressions over one store. It allocates nothing unless reads are traced. How single facts are
// read is in reads.cpp.
class Evaluator {
  public:
    using Slot = Frame::Slot;

    Evaluator(const Store& store, Trace* trace, Answers* answers = nullptr);

    // Each takes a node of the matching sort and the slots of its expression.
    Tri question(const Code& code, int node, Slot* slots) {
        return question(code, code.nodes[static_cast<std::size_t>(node)], slots);
    }
    Number number(const Code& code, int node, Slot* slots);
    SetRange set(const Code& code, int node, Slot* slots);

    // The set that a whole expression stands for, without the members of `known`.
    SetRange set_except(const Code& code, Slot* slots, Bits known);

    // For which members of a set a question is answered yes or unknown; for the others the answer is no.
    struct Lanes {
        Bits yes, unknown;
    };

    // A whole question asked of each of `members`, standing in the slot `lane` in turn.
    Lanes asked_of(const Code& code, Slot* slots, int lane, Bits members) {
        if (members.empty()) return {};
        return lane < 63 ? lanes(code, code.root, slots, lane, members)
                         : each_lane(code, code.root, slots, lane, members);
    }

    // The whole expression, noting in the trace every top-level conjunct that is not true.
    Tri explained(const Code& code, Slot* slots);

  private:
    Tri question(const Code& code, const CodeNode& node, Slot* slots);
    Tri junction(const Code& code, const CodeNode& node, Slot* slots);
    Tri any(const Code& code, const CodeNode& node, Slot* slots);
    Tri all(const Code& code, const CodeNode& node, Slot* slots);
    SetRange where(const Code& code, const CodeNode& node, Slot* slots, Bits known = {});
    SetRange list(const Code& code, const CodeNode& node, Slot* slots);
    const Code& enter(const Code& code, const CodeNode& node, Slot* slots);  // fills in the arguments of a call
    // Reads are traced in the order in which one would make them, stopping as soon as the answer is clear.
    bool one_by_one(const CodeNode& loop) const { return trace_ != nullptr || loop.c >= 63; }

    // lanes.cpp: a question asked of all `members` at once, each of which stands in the slot `lane` in turn.
    Lanes lanes_of(const Code& code, const CodeNode& loop, Slot* slots, Bits members) {
        return members.empty() ? Lanes{} : lanes(code, loop.b, slots, loop.c, members);
    }
    Lanes lanes(const Code& code, int node, Slot* slots, int lane, Bits members);
    Lanes each_lane(const Code& code, int node, Slot* slots, int lane, Bits members);
    Lanes filled_lanes(const Code& code, int index, Slot* slots, int lane, Bits members);
    Lanes compared_lanes(const Code& code, const CodeNode& node, Slot* slots, int lane, Bits members);
    Lanes quantified_lanes(const Code& code, const CodeNode& node, Slot* slots, int lane, Bits members);
    Lanes called_lanes(const Code& code, const CodeNode& node, Slot* slots, int parameter, Bits members);
    Bits perhaps_filled(const Code& code, int set, int lane, Bits members) const;
    Bits worth_asking(const Code& code, const CodeNode& loop, Slot* slots, int lane, Bits over);
    static int lane_parameter(const Code& code, const CodeNode& node, int lane);

    Tri called_truth(const Code& code, const CodeNode& node, Slot* slots);
    SetRange called_set(const Code& code, const CodeNode& node, Slot* slots);
    bool is_known(const Code& code, const CodeNode& node, Slot* slots);
    Number read(int field, Number entity) {
        if (!is_entity(entity)) return {false, 0};
        const int owner = static_cast<int>(entity.value);
        if (trace_ != nullptr) note(field, owner);
        return {store_.known(field, owner), store_.number(field, owner)};
    }
    Number read(int field, Number entity, Number key);
    SetRange read_set(const Sort& sort, int field, Number entity) {
        if (!is_entity(entity)) return anything(sort);
        const int owner = static_cast<int>(entity.value);
        if (trace_ != nullptr) note(field, owner);
        if (!store_.known(field, owner)) return anything(sort);
        const Bits members = visible(sort, store_.set(field, owner));
        return {members, members};
    }
    SetRange read_set(const Sort& sort, int field, Number entity, Number key);
    Number entity(const Code& code, int node, Slot* slots) {  // a number that is mostly just a variable
        const CodeNode& owner = code.nodes[static_cast<std::size_t>(node)];
        return owner.op == Op::variable ? slots[owner.a].number : number(code, node, slots);
    }
    SetRange anything(const Sort& sort) const { return {{}, sort.kind < 0 ? sort.values : store_.all(sort.kind)}; }
    Bits visible(const Sort& sort, Bits set) const { return sort.kind < 0 ? set : set & store_.all(sort.table); }
    // Not so for an empty place, such as the request of an act that answers none.
    static bool is_entity(Number entity) { return entity.known && entity.value >= 0; }
    static bool is_index(Number value) { return value.known && value.value >= 0 && value.value < 128; }
    static const Sort& sort_of(const Code& code, const CodeNode& node) {
        return code.sorts[static_cast<std::size_t>(node.d)];
    }
    static bool are_entities(const Slot* arguments, int count);
    void note(int field, int entity, int key = -1);

    const Store& store_;
    Trace* trace_;
    Answers* answers_;                         // what definitions came to; null: they are worked out each time
    std::optional<std::set<FactRead>> noted_;  // what the trace holds, when there is one
};

}  // namespace ntk
