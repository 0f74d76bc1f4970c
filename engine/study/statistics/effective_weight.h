#pragma once

#include <optional>
#include <vector>

namespace ntk {

// How much each part really decides about the total, in percent of all parts: 100 * sqrt(cov(part, total)) over the sum
// of these roots. A part whose covariance with the total is below 0 works against it: it has no weight (missing), and
// the others are shared out without it. All are missing where nothing varies with the total.
std::vector<std::optional<double>> effective_weights(const std::vector<double>& covariances_with_total);

}  // namespace ntk
