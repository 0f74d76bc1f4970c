#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/host/result.h"

namespace ntk {

// A name that tells nothing about anybody: a prefix and 32 hexadecimal digits, 128 bits from the system's source of
// chance. "p-" begins a learner's pseudonym, "s-" a session.
Result<std::string> random_id(std::string_view prefix);

// A number from 0 to 2^53 - 1 from the same source, to draw cases and shuffle options by.
Result<std::int64_t> random_seed();

// Whether a text is such a name: the prefix and 16 to 64 hexadecimal digits.
bool is_random_id(std::string_view text, std::string_view prefix);

}  // namespace ntk
