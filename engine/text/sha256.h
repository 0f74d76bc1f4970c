#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ntk {

// The SHA-256 digest of some bytes as 64 lower-case hexadecimal digits (FIPS 180-4).
std::string sha256(std::string_view bytes);

}  // namespace ntk
