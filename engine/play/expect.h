#pragma once

#include <string>
#include <vector>

#include "engine/play/attempt.h"

namespace ntk {

// Where the engine's verdict is not the one the author meant.
struct Unexpected {
    std::string node, option, norm;
    std::string expected;  // "breached 1/2"
    std::string found;     // "kept", or "nothing"
};

// Compares the verdicts that the decision after `before` brought with what the chosen option expects. `after` has gone
// on to the next decision or the end. Of a norm that was judged more than once, for several duties, one fitting verdict
// is enough. Expectations that only hold on some routes are compared where their `when` holds.
std::vector<Unexpected> compare_expectations(const Attempt& before, const Attempt& after);

// The same for a caller that has all verdicts of `after` at hand.
std::vector<Unexpected> compare_expectations(const Attempt& before, const Attempt& after,
                                             const std::vector<Verdict>& verdicts);

}  // namespace ntk
