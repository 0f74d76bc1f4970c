#include "engine/study/statistics/option_table.h"

#include <algorithm>
#include <numeric>

namespace ntk {

std::vector<int> thirds_of(const std::vector<double>& rest) {
    const std::size_t n = rest.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] < rest[b]; });
    std::vector<int> thirds(n, 0);
    for (std::size_t first = 0; first < n;) {
        std::size_t end = first;
        while (end < n && rest[order[end]] == rest[order[first]]) ++end;
        // Twice the middle of places first + 1 ... end, less a half each, against thirds of 2n: whole numbers only.
        const std::size_t middle = first + end;
        const int third = 3 * middle < 2 * n ? 0 : 3 * middle <= 4 * n ? 1 : 2;
        for (std::size_t i = first; i < end; ++i) thirds[order[i]] = third;
        first = end;
    }
    return thirds;
}

std::vector<OptionCount> option_table(const std::vector<std::size_t>& picked, const std::vector<int>& thirds,
                                      std::size_t options) {
    std::vector<OptionCount> table(options);
    for (std::size_t i = 0; i < std::min(picked.size(), thirds.size()); ++i)
        if (picked[i] < options && thirds[i] >= 0 && thirds[i] < 3)
            ++table[picked[i]].picked[static_cast<std::size_t>(thirds[i])];
    return table;
}

}  // namespace ntk
