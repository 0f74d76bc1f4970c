#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "engine/study/statistics/moments.h"

namespace ntk {

// The third of all people each belongs to by their score on the rest: 0 lowest, 1 middle, 2 highest. Who has the same
// score is in the same third, by the middle of the places they share; so the thirds may differ in size.
std::vector<int> thirds_of(const std::vector<double>& rest);
std::vector<int> thirds_of_counted(const std::vector<CountedFigure>& rest);  // each value for as many people

// How often one option was picked, by thirds.
struct OptionCount {
    std::array<int, 3> picked = {};
    int all() const { return picked[0] + picked[1] + picked[2]; }
};

// Counts by option (an index below `options`) and third. Indices outside are left out.
std::vector<OptionCount> option_table(const std::vector<std::size_t>& picked, const std::vector<int>& thirds,
                                      std::size_t options);
std::vector<OptionCount> option_table(const std::vector<std::size_t>& picked, const std::vector<int>& thirds,
                                      const std::vector<CountedFigure>& people, std::size_t options);

}  // namespace ntk
