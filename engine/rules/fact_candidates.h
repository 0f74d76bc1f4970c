#pragma once

#include <vector>

#include "engine/casework/case_file.h"
#include "engine/rules/rule_book.h"
#include "engine/rules/verdict.h"

namespace ntk {

// One fact of the situation with another value than it has.
struct FactCandidate {
    Setting was, would_be;
    int member = -1;     // of a set: who or what comes in or goes out; -1: nobody at all
    int ease = 0;        // as ease_of_change
    int distance = 1;    // steps on an ordered list of values; 1 for all else
    bool shown = false;  // the verdict's own proof names the fact
    bool odd = false;    // need and harm would not go together (engine.md section 2.1)
};

// Every change of one fact that the verdict's norm may read, the likeliest first: facts of what is known by then, each
// with every other value of its own kind, sets with one member more or fewer. `written` has the facts as stated.
std::vector<FactCandidate> fact_candidates(const RuleBook& rules, const Norm& norm, const Verdict& verdict,
                                           const Store& written);

}  // namespace ntk
