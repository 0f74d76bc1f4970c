#include "game/tool/paths.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/study/paths.h"
#include "game/tool/play_script.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int cannot_read = 3;

// The plan beside a scenario, when there is one.
std::filesystem::path plan_beside(const std::filesystem::path& scenario) {
    std::filesystem::path plan = scenario;
    plan.replace_extension(".plan.yaml");
    std::error_code error;
    return std::filesystem::is_regular_file(plan, error) ? plan : std::filesystem::path();
}

Way way_of_choices(const std::vector<ScriptedChoice>& choices) {
    Way way;
    for (const ScriptedChoice& choice : choices)
        way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
    return way;
}

}  // namespace

PathsCommand::PathsCommand(CLI::App& app) {
    command_ = app.add_subcommand("paths", "Study all ways through a case: what is reached, kept, broken and scored");
    command_->add_option("scenario", files_, "The scenario files")->required();
    command_->add_option("--budget", budget_, "Judge at most so many decisions for each case")
        ->check(CLI::Range(0, 1'000'000'000))
        ->capture_default_str();
    command_->add_option("--seed", seed_, "The number from which ways at random follow")->capture_default_str();
}

bool PathsCommand::chosen() const { return command_->parsed(); }

int PathsCommand::run(std::ostream& out, std::ostream& err) const {
    int worst = ok;
    for (const std::string& file : files_) worst = std::max(worst, study(file, out, err));
    return worst;
}

int PathsCommand::study(const std::string& file, std::ostream& out, std::ostream& err) const {
    Diagnostics diagnostics;
    const auto scenario = load_scenario(file, diagnostics);
    std::shared_ptr<const RuleBook> rules;
    RuleShelf shelf(product_root());
    if (scenario) rules = shelf.load(scenario->packs, scenario->as_of, diagnostics);
    Plan plan;
    if (const auto path = plan_beside(file); rules && !path.empty()) {
        const Tree tree = read_tree_file(path, diagnostics);
        if (!diagnostics.has_errors()) plan = read_plan(tree, diagnostics);
    }
    err << diagnostics.render();
    if (!rules || diagnostics.has_errors()) return cannot_read;

    PathsRequest request;
    request.budget = budget_;
    request.seed = seed_;
    for (const Plan::Run& run : plan.runs) {
        std::string problem;
        const auto choices = read_choices(run.choices, problem);
        if (problem.empty()) request.known.push_back(way_of_choices(choices));
    }
    const PathsReport report = study_paths(scenario, rules, request);
    out << paths_text(report, *scenario, *rules);
    bool failed = false;
    if (!plan.runs.empty()) out << "\nThe plan\n" << run_plan(plan, scenario, rules, failed);
    out.flush();
    return failed || has_findings(report, *scenario) ? findings : ok;
}

}  // namespace ntk::tool
