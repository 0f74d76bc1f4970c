#include "engine/study/statistics/small_cells.h"

#include <cstddef>

namespace ntk {

namespace {

// The position of the smallest value among those still shown that is above `above`; missing when none is.
std::optional<std::size_t> smallest_shown(const std::vector<int>& values, const std::vector<bool>& shown, int above) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (shown[i] && values[i] > above && (!found || values[i] < values[*found])) found = i;
    return found;
}

}  // namespace

std::vector<std::optional<int>> shown_counts(const std::vector<int>& counts) {
    std::vector<bool> shown;
    int hidden = 0;
    for (const int count : counts) {
        shown.push_back(count == 0 || count >= least_shown);
        hidden += shown.back() ? 0 : 1;
    }
    if (hidden == 1) {
        auto other = smallest_shown(counts, shown, 0);
        if (!other) other = smallest_shown(counts, shown, -1);
        if (other) shown[*other] = false;
    }
    std::vector<std::optional<int>> found;
    for (std::size_t i = 0; i < counts.size(); ++i) found.push_back(shown[i] ? std::optional(counts[i]) : std::nullopt);
    return found;
}

std::vector<bool> shown_groups(const std::vector<int>& sizes) {
    std::vector<bool> shown;
    int hidden = 0;
    for (const int size : sizes) {
        shown.push_back(size >= least_shown);
        hidden += shown.back() ? 0 : size;
    }
    if (hidden > 0 && hidden < least_shown)
        if (const auto other = smallest_shown(sizes, shown, 0)) shown[*other] = false;
    return shown;
}

}  // namespace ntk
