#pragma once

#include <optional>
#include <vector>

namespace ntk {

// The fewest people a figure that leaves the program may rest on.
inline constexpr int least_shown = 5;

// Counts as they may be shown: 1 to 4 are hidden, and so is the next smallest where the others and their sum would give
// a hidden one away. 0 is shown, except where it is that next smallest.
std::vector<std::optional<int>> shown_counts(const std::vector<int>& counts);

// Which groups of these sizes may be shown: those of five or more; and where those hidden hold fewer than five people
// in all, the smallest of the others is hidden with them, so that nobody is found by subtraction.
std::vector<bool> shown_groups(const std::vector<int>& sizes);

}  // namespace ntk
