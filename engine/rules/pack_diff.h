#pragma once

#include <string>
#include <vector>

#include "engine/rules/rule_book.h"

namespace ntk {

// One thing that differs between two stacks of packs.
struct RuleChange {
    enum class Kind { added, removed, changed };
    Kind kind = Kind::changed;
    std::string what;   // "norm GR3.1", "definition basis_fits", "duty harm now", "zone CZ1", "heading DA", "pass rule"
    std::string title;  // of a norm; says of a definition; may be empty
    std::string field;  // changed only: which part of it
    std::string before;  // changed only
    std::string after;   // changed only
};

// What differs between two stacks, norms first, in the order of the second stack and then what is gone. Conditions are
// compared as written; the same condition over a changed definition shows as a change of that definition.
std::vector<RuleChange> compare_rules(const RuleBook& before, const RuleBook& after);

// The differences as lines. `rules diff`.
std::string diff_text(const RuleBook& before, const RuleBook& after);

}  // namespace ntk
