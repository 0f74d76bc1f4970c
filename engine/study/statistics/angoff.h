#pragma once

#include <optional>
#include <vector>

#include "engine/study/statistics/alpha.h"

namespace ntk {

// A cut set by judges (modified Angoff): the sum over decisions of the mean share that a just good enough practitioner
// would score there.
struct AngoffCut {
    double cut = 0;               // in the units of the most that each decision gives
    std::optional<double> error;  // sd of the judges' own sums / sqrt(judges) (MacCann and Stanley 2004); needs two
    std::vector<double> judges;   // the sum of each judge
};

// `ratings`: a row for each judge, a share (0 to 1) for each decision; `most`: what each decision gives. Missing
// without judges or decisions, or where a judge has left a decision out. Ratings made before the judges talked to each
// other: afterwards they agree more than they know, and the error comes out too small.
std::optional<AngoffCut> angoff_cut(const ScoreTable& ratings, const std::vector<double>& most);

}  // namespace ntk
