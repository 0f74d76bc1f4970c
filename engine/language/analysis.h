#pragma once

#include <optional>
#include <vector>

#include "engine/language/cells.h"
#include "engine/language/expression.h"

namespace ntk {

// What an expression may read, itself or through a definition: the parts of the store, and which of the variables of
// its scope (by position). As long as none of them changes, neither does its answer.
struct Reads {
    Cells cells;
    std::vector<int> variables;  // sorted
};
Reads reads_of(const Expression& expression, const Schema& schema);

// The values of an enum fact of which at least one member of a root set must have one, or nothing when no such bound
// was proved.
using MemberBound = std::optional<Bits>;

// Proves, from the text alone, that a question can be answered yes (or a set can surely have a member) only if some
// member of the root set `root` has one of these values of the fact `field`: "any a in acts have (a.kind is share)"
// needs an act of the kind share. The fact
// must be one that is always known; then without such a member the answer is no (the set empty), not merely unknown.
// `variables` holds what has been proved of the set variables in scope, by position; those that are not there count as
// unproved.
struct BoundQuestion {
    int root = -1;
    int field = -1;
};
MemberBound bound_of(const Expression& expression, BoundQuestion asked, const std::vector<MemberBound>& variables);

}  // namespace ntk
