#pragma once

#include <set>

#include "engine/language/code.h"

namespace ntk {

// Works out compiled expressions over one store. It allocates nothing unless reads are traced. How single facts are
// read is in reads.cpp.
class Evaluator {
  public:
    using Slot = Frame::Slot;

    Evaluator(const Store& store, Trace* trace);

    // Each takes a node of the matching sort and the slots of its expression.
    Tri question(const Code& code, int node, Slot* slots);
    Number number(const Code& code, int node, Slot* slots);
    SetRange set(const Code& code, int node, Slot* slots);

    // The set that a whole expression stands for, without the members of `known`.
    SetRange set_except(const Code& code, Slot* slots, Bits known);

    // The whole expression, noting in the trace every top-level conjunct that is not true.
    Tri explained(const Code& code, Slot* slots);

  private:
    Tri junction(const Code& code, const CodeNode& node, Slot* slots);
    Tri any(const Code& code, const CodeNode& node, Slot* slots);
    Tri all(const Code& code, const CodeNode& node, Slot* slots);
    SetRange where(const Code& code, const CodeNode& node, Slot* slots, Bits known = {});
    SetRange list(const Code& code, const CodeNode& node, Slot* slots);
    const Code& enter(const Code& code, const CodeNode& node, Slot* slots);  // fills in the arguments of a call
    bool is_known(const Code& code, const CodeNode& node, Slot* slots);
    Number read(int field, Number entity);
    Number read(int field, Number entity, Number key);
    SetRange read_set(const Sort& sort, int field, Number entity);
    SetRange read_set(const Sort& sort, int field, Number entity, Number key);
    SetRange anything(const Sort& sort) const { return {{}, sort.kind < 0 ? sort.values : store_.all(sort.kind)}; }
    Bits visible(const Sort& sort, Bits set) const { return sort.kind < 0 ? set : set & store_.all(sort.table); }
    void note(int field, int entity, int key = -1);

    const Store& store_;
    Trace* trace_;
    std::set<FactRead> noted_;  // what the trace holds
};

}  // namespace ntk
