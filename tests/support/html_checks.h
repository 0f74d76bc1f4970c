#pragma once

#include <string>

namespace ntk {

// Every tag of a page is closed by its own name, and nothing is left open; otherwise what is wrong.
std::string unbalanced(const std::string& html);

// What every report as a page must keep to: well formed, in a named language, tables with heads for rows and columns,
// headings that skip no level, one of them the first, and nothing loaded or run. Empty, or one line for each fault.
std::string page_faults(const std::string& html);

}  // namespace ntk
