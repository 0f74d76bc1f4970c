#pragma once

#include <memory>
#include <vector>

#include "engine/language/cells.h"
#include "engine/language/expression.h"

namespace ntk {

// What the definitions of one rule book came to over one store: yes, no or unknown for up to two entities, and sets for
// up to one. It is worked out when first asked for and kept until something that the definition reads changes. Who owns
// the store tells it of every change (forget) before asking again. Evaluations that are traced never use it.
class Answers {
  public:
    Tri test(const Expression& expression, const Store& store, Frame& frame);
    // Of `members`, each standing in the slot `slot` in turn, those for whom the answer is yes.
    Bits those_with(const Expression& question, const Store& store, Frame& frame, int slot, Bits members);
    SetRange set(const Expression& expression, const Store& store, Frame& frame);
    SetRange set_except(const Expression& expression, const Store& store, Frame& frame, Bits known);
    Number number(const Expression& expression, const Store& store, Frame& frame);

    // Something has changed: whatever reads it is worked out again when next asked for.
    void forget(const Cells& changed);

  private:
    friend class Evaluator;
    struct Truths {  // for one entity of two (the row), by the other (the lane); or by the only one
        Bits worked_out, yes, unknown;
    };
    struct Table {  // of one definition
        const Code* code = nullptr;
        int first = 0;  // in truths_ or sets_
        int rows = 0;
        bool in_use = false;  // something has been worked out since it was last cleared
        Bits worked_out;      // of sets
    };

    Table& table(const Code& definition, int lane = 0);
    Truths& truths(const Code& definition, int lane, int row);
    SetRange& remembered(Table& table, int row);

    std::vector<Table> tables_;  // two for each definition, by its number: one by its second entity, one by its first
    std::vector<int> in_use_;
    std::vector<Truths> truths_;
    std::vector<SetRange> sets_;
};

}  // namespace ntk
