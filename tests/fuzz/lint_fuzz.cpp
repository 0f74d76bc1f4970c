#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/host/library.h"
#include "engine/host/yaml_reader.h"
#include "engine/study/lint/check_case.h"

namespace {

// The parts of an input: a case, then its plan and its checklist, each after a line of its own that says "#next".
std::string part_of(const std::string& input, int number) {
    static const std::string mark = "\n#next\n";
    std::size_t start = 0;
    while (number-- > 0) {
        const std::size_t found = input.find(mark, start);
        if (found == std::string::npos) return {};
        start = found + mark.size();
    }
    return input.substr(start, input.find(mark, start) - start);
}

}  // namespace

// Whatever stands in a case, its plan and its checklist, checking it ends, every finding points into one of them or
// into a pack, and what is allowed is a warning.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static ntk::RuleShelf shelf(ntk::product_root());
    const std::string input(reinterpret_cast<const char*>(data), size);
    const std::string text = part_of(input, 0);
    const std::string plan_text = part_of(input, 1);
    const std::string checklist = part_of(input, 2);
    ntk::Diagnostics diagnostics;
    const ntk::Tree tree = ntk::read_yaml(text, diagnostics.add_source("case.yaml", text), diagnostics);
    const ntk::Tree plan = ntk::read_yaml(plan_text, diagnostics.add_source("case.plan.yaml", plan_text), diagnostics);
    ntk::BesideCase beside;
    if (plan_text.size() < 300) beside.plan = &plan;  // every run of it plays the case, which takes its time
    beside.checklist = &checklist;
    beside.checklist_source = diagnostics.add_source("case.checklist.md", checklist);
    beside.has_case = [](const std::string& id) { return id.size() % 2 == 0; };
    const auto allowed = ntk::check_case(
        tree, beside,
        [](const ntk::Scenario& scenario, ntk::Diagnostics& found) { return shelf.load_for(scenario, found); },
        diagnostics);
    for (const ntk::AllowedFinding& one : allowed)
        if (one.finding.severity == ntk::Severity::error) std::abort();
    for (const ntk::Diagnostic& one : diagnostics.all())
        if (one.place.source < 0 || one.place.source >= diagnostics.sources() || one.place.line < 0) std::abort();
    diagnostics.render();
    return 0;
}
