#pragma once

#include <cstddef>

namespace ntk::limits {

inline constexpr std::size_t file_bytes = 8u << 20;  // one authored file
inline constexpr int tree_depth = 32;
inline constexpr std::size_t tree_nodes = 200'000;
inline constexpr std::size_t expression_bytes = 2'000;
inline constexpr int expression_depth = 32;
inline constexpr int quantifier_depth = 4;           // with definitions inlined
inline constexpr long expression_cost = 1'000'000;   // quantifier domains times nodes
inline constexpr int definitions = 1'000;            // in one stack of rule packs
inline constexpr int entities = 128;                 // of one kind
inline constexpr int nodes = 2'000;                  // scenes in one scenario
inline constexpr int options = 12;                   // at one scene
inline constexpr std::size_t story_bytes = 1u << 20;  // one story brought in
inline constexpr std::size_t story_line_bytes = 4'000;

}  // namespace ntk::limits
