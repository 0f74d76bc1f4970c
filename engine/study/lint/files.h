#pragma once

#include <string>
#include <string_view>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// What belongs beside a case: a plan of whole runs (W540) and the checklist for trainers (W541), by the names given.
void report_missing_plan(const Tree& scenario, const std::string& name, Diagnostics& diagnostics);
void report_missing_checklist(const Tree& scenario, const std::string& name, Diagnostics& diagnostics);

// The case that is offered instead must be there: W545.
void report_missing_swap(const Tree& scenario, const std::string& swap, Diagnostics& diagnostics);

// A checklist has a line for each of the 29 points, in order, answered yes, partly or no with a reason: W542.
void check_checklist(std::string_view text, int source, Diagnostics& diagnostics);

}  // namespace ntk
