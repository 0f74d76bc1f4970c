#include "game/tool/cohort.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "engine/host/cohort_files.h"
#include "game/tool/progress.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int usage = 2;
constexpr int cannot_read = 3;

}  // namespace

CohortCommand::CohortCommand(CLI::App& app) {
    command_ = app.add_subcommand("cohort", "What the results of many learners say about cases, forms and groups");
    command_->add_option("results", paths_, "Reports (.json), decision logs (.jsonl), and folders of them")->required();
    add_options(*command_, asked_);
    auto* before = command_->add_option("--before", before_, "Growth: the group of the first time");
    auto* after = command_->add_option("--after", after_, "Growth: the group of the second time");
    before->needs(after);
    after->needs(before);
    command_->add_option("--mode", mode_, "Only practice or only assessment")
        ->check(CLI::IsMember({"practice", "assessment"}));
    command_->add_flag("--each-nameless", each_nameless_,
                       "Reports without a pseudonym are different people, even where they are alike");
}

bool CohortCommand::chosen() const { return command_->parsed(); }

int CohortCommand::run(std::ostream& out, std::ostream& err) const {
    CohortRequest request;
    request.before = before_;
    request.after = after_;
    request.mode = mode_;
    request.each_nameless = each_nameless_;
    if (const int problem = read_asked(asked_, request, err); problem != ok) return problem;

    const auto files = result_files(paths_);
    if (!files) {
        err << files.error().message << ".\n";
        return cannot_read;
    }
    Cohort cohort(std::move(request));
    ResultReader reader(product_root());
    int worst = ok;
    ProgressBar bar(err, "Reading results", static_cast<std::int64_t>(files->size()), is_watched(err));
    for (const ResultFile& file : *files) {
        bar.step();
        Diagnostics diagnostics;
        std::string problem;
        const auto result = reader.read(file.path, diagnostics, problem);
        if (!result || !diagnostics.empty()) bar.clear();
        err << diagnostics.render();
        if (!problem.empty()) err << problem << ".\n";
        if (result)
            cohort.add(*result, file.group);
        else
            worst = findings;
    }
    bar.clear();
    if (cohort.count_of(Taken::counted) == 0) {
        err << "There are no finished results here.\n";
        return cannot_read;
    }
    const auto is_group = [&](const std::string& name) {
        return std::any_of(cohort.groups().begin(), cohort.groups().end(),
                           [&](const Cohort::GroupSeen& group) { return group.name == name; });
    };
    for (const std::string& name : {before_, after_})
        if (!name.empty() && !is_group(name)) {
            err << "There is no group '" << name << "': groups are the folders that results lie in.\n";
            return usage;
        }
    for (const std::string& id : cohort.case_ids())
        if (const auto scenario = reader.scenario(id)) cohort.know_options(*scenario);

    return std::max(worst, say_figures(cohort_figures(cohort), asked_, out, err));
}

}  // namespace ntk::tool
