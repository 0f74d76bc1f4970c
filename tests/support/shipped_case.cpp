#include "tests/support/shipped_case.h"

#include <filesystem>
#include <stdexcept>

#include "engine/host/source_file.h"
#include "engine/scenario/reader.h"
#include "engine/study/dice.h"
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

Attempt wander(const std::string& name, std::uint64_t seed, std::size_t decisions) {
    Attempt attempt = begin(shipped_scenario(name));
    Dice dice(seed);
    while (!attempt.ended() && attempt.decisions().size() < decisions) {
        const auto& options = attempt.node()->options;
        const std::string refusal = options.empty() ? attempt.compose(attempt.node()->composes.front().id, {})
                                                    : attempt.choose(options[dice.roll(options.size())].id);
        if (!refusal.empty()) throw std::runtime_error(name + ": " + refusal);
        attempt.settle();
    }
    return attempt;
}

std::string line_of(const Attempt& attempt) { return way_text(attempt); }

}  // namespace ntk
