#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ntk {

// The eight words of a digest under way, and the round constants of FIPS 180-4, 4.2.2.
using Sha256Words = std::array<std::uint32_t, 8>;
extern const std::array<std::uint32_t, 64> sha256_constants;

// Mixes whole blocks of 64 bytes into a digest with the processor's own instructions. Returns false, having done
// nothing, where it has none; the digest is the same either way, and some eight times as quick.
bool mix_with_instructions(Sha256Words& digest, const char* blocks, std::size_t count);

}  // namespace ntk
