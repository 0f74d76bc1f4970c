#pragma once

#include <string_view>

namespace ntk {

// The version of the engine that logs and reports name: what it says may change between versions.
inline constexpr std::string_view engine_version = "0.1.0";

// The version of the decision log's own format.
inline constexpr int log_version = 2;

}  // namespace ntk
