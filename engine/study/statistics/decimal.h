#pragma once

#include <optional>
#include <string>

namespace ntk {

// A figure as it is printed: so many digits after the point, halves away from zero, never "-0". The same text on every
// machine, since it is written digit by digit from a whole number and no locale has a part in it. What is no number, or
// is beyond a million million, is printed as nothing.
std::string decimal(double value, int digits);

// The same for a figure that may be missing; then empty.
std::string decimal(const std::optional<double>& value, int digits);

}  // namespace ntk
