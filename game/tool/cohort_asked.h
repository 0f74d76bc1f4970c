#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "engine/study/cohort/cohort.h"
#include "engine/study/cohort/figures.h"

namespace CLI {
class App;
}

namespace ntk::tool {

// What is asked of the results of many learners, from wherever they come, and where the answer goes.
struct CohortAsked {
    std::vector<std::string> forms, reports;
    std::string panel;
    std::uint64_t seed = 1;
};

// Adds the options to a command; both must outlive it.
void add_options(CLI::App& command, CohortAsked& asked);

// Reads the forms and the panel into a request, and looks at the names of the reports. Returns 0; 2 for a name that no
// report has; 3 when a file cannot be used.
int read_asked(const CohortAsked& asked, CohortRequest& request, std::ostream& err);

// Writes the figures to the files asked for, or as text where none is. Returns 0, or 3 when one cannot be written.
int say_figures(const CohortFigures& figures, const CohortAsked& asked, std::ostream& out, std::ostream& err);

}  // namespace ntk::tool
