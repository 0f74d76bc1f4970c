#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ntk {

// The order in which `count` options of one scene are shown: the author's own for seed 0, otherwise shuffled in a way
// that depends on the seed and the scene alone, so that a replay shows the same.
std::vector<std::size_t> shown_order(std::size_t count, std::int64_t seed, std::string_view scene);

}  // namespace ntk
