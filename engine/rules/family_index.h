#pragma once

#include "engine/language/analysis.h"

namespace ntk {

struct Family;
struct DutyRule;

// What the parts of a family read, worked out once when the rules are loaded. The bench looks at a part again only when
// something it reads has changed, and at a prohibition only when an act of a kind it is about was done.
struct FamilyIndex {
    Cells opening;    // whether it binds anything new
    Cells trigger;    // whether it is in force
    Cells moment;     // whether the moment to judge it has come
    Cells asked;      // how much of it was done, and what excuses it
    Cells forbidden;  // whether what it forbids was done, and what excuses that
    Cells mending;    // whether a breach has been mended
    MemberBound acts_of_moment, acts_forbidden;  // kinds of act; nothing proved: any
    std::vector<MemberBound> acts_of_lets;       // by let: without such an act it is empty
    bool lets_in_trigger = false;
};

FamilyIndex index_of(const Family& family);

// What may open a new duty under this rule.
Cells reads_of(const DutyRule& rule);

}  // namespace ntk
