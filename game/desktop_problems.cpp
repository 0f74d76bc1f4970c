#include "game/desktop_problems.h"

#ifndef NTK_NO_DESKTOP

#include <string>

#include "engine/text/said.h"
#include "engine/text/text_index.h"

namespace ntk {

desktop::Problem problem_of(const Diagnostics& diagnostics, const Diagnostic& found) {
    desktop::Problem problem;
    problem.code = found.code;
    problem.warning = found.severity == Severity::warning;
    problem.place = diagnostics.source_name(found.place.source);
    if (found.place.line > 0) {
        problem.place =
            fill("{file}, line {line}, column {column}"_en, {{"file", problem.place},
                                                             {"line", std::to_string(found.place.line)},
                                                             {"column", std::to_string(found.place.column)}});
        problem.jump = diagnostics.source_name(found.place.source) + ":" + std::to_string(found.place.line) + ":" +
                       std::to_string(found.place.column);
        const TextIndex index(diagnostics.source_text(found.place.source));
        problem.excerpt = std::string(index.line(found.place.line)).substr(0, 200);
    }
    problem.message = found.message;
    problem.hint = found.hint;
    return problem;
}

std::vector<desktop::Problem> problems_of(const Diagnostics& diagnostics) {
    std::vector<desktop::Problem> problems;
    for (const Diagnostic& found : diagnostics.in_order()) problems.push_back(problem_of(diagnostics, found));
    return problems;
}

}  // namespace ntk

#endif
