#pragma once

#include <optional>

namespace ntk {

// How easy a decision was: what those who met it scored there, as a share of what they could have. 1 is everything, 0
// nothing; below 0 when more was lost than earned. Missing when nobody met it or there was nothing to earn.
std::optional<double> facility(double scored, double offered);

}  // namespace ntk
