#include "game/tool/paths.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "engine/study/paths.h"
#include "game/tool/record_plan.h"
#include "game/tool/study_case.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int cannot_read = 3;

}  // namespace

PathsCommand::PathsCommand(CLI::App& app) {
    command_ = app.add_subcommand("paths", "Study all ways through a case: what is reached, kept, broken and scored");
    command_->add_option("scenario", files_, "The scenario files")->required();
    command_->add_option("--budget", budget_, "Judge at most so many decisions for each case")
        ->check(CLI::Range(0, 1'000'000'000))
        ->capture_default_str();
    command_->add_flag("--record", record_, "Bring the plan beside each scenario up to date, and show what changed");
    command_->add_option("--seed", seed_, "The number from which ways at random follow")->capture_default_str();
}

bool PathsCommand::chosen() const { return command_->parsed(); }

int PathsCommand::run(std::ostream& out, std::ostream& err) const {
    int worst = ok;
    for (std::size_t i = 0; i < files_.size(); ++i) {
        if (i > 0) out << "\n";
        worst = std::max(worst, study(files_[i], out, err));
    }
    return worst;
}

int PathsCommand::study(const std::string& file, std::ostream& out, std::ostream& err) const {
    const StudyCase found = read_study_case(file, err);
    if (!found) return cannot_read;
    if (record_) {
        if (found.plan_path.empty()) {
            err << "There is no plan beside " << file << ".\n";
            return cannot_read;
        }
        bool failed = false;
        out << record_plan_file(found.plan_path.string(), found.scenario, found.rules, failed);
        return failed ? findings : ok;
    }
    PathsRequest request;
    request.budget = budget_;
    request.seed = seed_;
    request.known = ways_of(found.plan);
    const PathsReport report = study_paths(found.scenario, found.rules, request);
    out << paths_text(report, *found.scenario);
    bool failed = false;
    if (!found.plan.runs.empty()) out << "\nThe plan\n" << run_plan(found.plan, found.scenario, found.rules, failed);
    out.flush();
    return failed || has_findings(report, *found.scenario) ? findings : ok;
}

}  // namespace ntk::tool
