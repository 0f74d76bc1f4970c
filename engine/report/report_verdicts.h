#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/study/cohort/case_result.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// Reads one decision of a report with its verdicts; nothing for one that was skipped by choice. Faults are reported;
// what is read stands for the rest.
std::optional<DecisionResult> read_decision_result(const Tree& tree, std::int64_t sequence, Diagnostics& diagnostics);

// Whether a text is so many lower-case hexadecimal digits.
bool is_hex(std::string_view text, std::size_t least, std::size_t most);

}  // namespace ntk
