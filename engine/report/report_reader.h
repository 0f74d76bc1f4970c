#pragma once

#include <optional>

#include "engine/study/cohort/case_result.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// Reads a report on one attempt (assets/schema/report-1.schema.json) for what a cohort asks of it. Every field is
// checked, also those whose words are not kept, and the sums are worked out again. Reports E1xx for the shape, E730 for
// something else than a report, E731 for a value that no report holds, E732 for a name where a pseudonym belongs, E733
// for sums that do not add up, E734 for decisions out of order, and W730 for an attempt that was not finished. Returns
// nothing after an error.
std::optional<CaseResult> read_report(const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
