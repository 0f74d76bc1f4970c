#include <cstdint>
#include <string_view>

#include "engine/report/report_reader.h"
#include "engine/study/cohort/figures.h"
#include "engine/text/json_reader.h"

// Whatever a report says, reading it and counting it ends, and every figure is worked out from what was accepted.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ntk;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("input", std::string(text));
    const Tree tree = read_json(text, source, diagnostics);
    if (diagnostics.has_errors()) return 0;
    const auto result = read_report(tree, diagnostics);
    if (!result) return 0;
    CohortRequest request;
    request.each_nameless = true;
    Cohort cohort(request);
    CaseResult again = *result;
    again.learner.clear();
    for (int i = 0; i < 6; ++i) cohort.add(again, i % 2 == 0 ? "a" : "b");
    cohort_figures(cohort);
    return 0;
}
