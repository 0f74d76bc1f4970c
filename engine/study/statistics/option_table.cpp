#include "engine/study/statistics/option_table.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace ntk {

std::vector<int> thirds_of(const std::vector<double>& rest) {
    std::vector<CountedFigure> each;
    for (const double value : rest) each.push_back({value, 1});
    return thirds_of_counted(each);
}

std::vector<int> thirds_of_counted(const std::vector<CountedFigure>& rest) {
    std::vector<std::size_t> order(rest.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rest[a].value < rest[b].value; });
    std::int64_t n = 0;
    for (const CountedFigure& one : rest) n += one.count;
    std::vector<int> thirds(rest.size(), 0);
    std::int64_t below = 0;
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        std::int64_t people = below;
        for (; end < order.size() && rest[order[end]].value == rest[order[first]].value; ++end)
            people += rest[order[end]].count;
        // Twice the middle of places below + 1 ... people, less a half each, against thirds of 2n: whole numbers only.
        const std::int64_t middle = below + people;
        const int third = 3 * middle < 2 * n ? 0 : 3 * middle <= 4 * n ? 1 : 2;
        for (std::size_t i = first; i < end; ++i) thirds[order[i]] = third;
        first = end;
        below = people;
    }
    return thirds;
}

std::vector<OptionCount> option_table(const std::vector<std::size_t>& picked, const std::vector<int>& thirds,
                                      std::size_t options) {
    return option_table(picked, thirds, std::vector<CountedFigure>(picked.size(), CountedFigure{0, 1}), options);
}

std::vector<OptionCount> option_table(const std::vector<std::size_t>& picked, const std::vector<int>& thirds,
                                      const std::vector<CountedFigure>& people, std::size_t options) {
    std::vector<OptionCount> table(options);
    for (std::size_t i = 0; i < std::min({picked.size(), thirds.size(), people.size()}); ++i)
        if (picked[i] < options && thirds[i] >= 0 && thirds[i] < 3)
            table[picked[i]].picked[static_cast<std::size_t>(thirds[i])] += people[i].count;
    return table;
}

}  // namespace ntk
