#include "tests/support/shipped_case.h"

#include <filesystem>
#include <stdexcept>

#include "engine/host/source_file.h"
#include "engine/scenario/reader.h"
#include "tests/support/rule_packs.h"

namespace ntk {

std::shared_ptr<const Scenario> shipped_scenario(const std::string& name) {
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(std::filesystem::path(NTK_ROOT) / "scenarios" / (name + ".yaml"), diagnostics);
    auto scenario = read_scenario(tree, diagnostics);
    if (!scenario || !diagnostics.empty()) throw std::runtime_error(diagnostics.render());
    return scenario;
}

Attempt begin(const std::shared_ptr<const Scenario>& scenario) {
    return begin_case(scenario, rule_book(scenario->packs, scenario->as_of), Proofs::written);
}

void play(Attempt& attempt, const std::string& line) {
    for (const char option : line)
        if (const std::string refusal = take(attempt, {std::string(1, option)}); !refusal.empty())
            throw std::runtime_error(line + ": " + refusal);
}

std::string line_of(const Attempt& attempt) { return way_text(attempt); }

}  // namespace ntk
