#include "game/tool/study_case.h"

#include <ostream>

#include "engine/host/library.h"
#include "engine/host/source_file.h"

namespace ntk::tool {

namespace {

// The plan beside a scenario, when there is one.
std::filesystem::path plan_beside(const std::filesystem::path& scenario) {
    std::filesystem::path plan = scenario;
    plan.replace_extension(".plan.yaml");
    std::error_code error;
    return std::filesystem::is_regular_file(plan, error) ? plan : std::filesystem::path();
}

}  // namespace

StudyCase read_study_case(const std::string& file, std::ostream& err) {
    StudyCase found;
    Diagnostics diagnostics;
    found.scenario = load_scenario(file, diagnostics);
    RuleShelf shelf(product_root());
    if (found.scenario) found.rules = shelf.load_for(*found.scenario, diagnostics);
    found.plan_path = plan_beside(file);
    if (found.rules && !found.plan_path.empty()) {
        const Tree tree = read_tree_file(found.plan_path, diagnostics);
        if (!diagnostics.has_errors()) found.plan = read_plan(tree, diagnostics);
    }
    err << diagnostics.render();
    return diagnostics.has_errors() ? StudyCase() : found;
}

std::vector<Way> ways_of(const Plan& plan) {
    std::vector<Way> ways;
    for (const Plan::Run& run : plan.runs) {
        std::string problem;
        Way way;
        for (const ScriptedChoice& choice : read_choices(run.choices, problem))
            way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        if (problem.empty()) ways.push_back(std::move(way));
    }
    return ways;
}

}  // namespace ntk::tool
