#pragma once

#include <memory>
#include <vector>

#include "engine/study/survey.h"
#include "engine/study/way.h"

namespace ntk {

// How hard to look for the best and the worst line.
struct LineSearch {
    int width = 12;      // ways kept side by side
    int rounds = 4;      // times a finished line is gone over for something better
    bool worst = false;  // look for the most lost instead of the least
};

// A finished way with the least lost that was found, or the most. It is found by trying, so it is a way that exists and
// not a proof that there is none better; a way on which everything is kept cannot be bettered. `known` are ways to
// begin with, such as an author's own best answers.
Attempt find_line(const Attempt& start, const std::vector<Way>& known, const LineSearch& search);

}  // namespace ntk
