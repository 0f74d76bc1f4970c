#include "game/tool/cohort.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "engine/host/cohort_files.h"
#include "engine/host/pdf_writer.h"
#include "engine/host/source_file.h"
#include "engine/report/cohort_report.h"
#include "game/tool/progress.h"

namespace ntk::tool {

namespace fs = std::filesystem;

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int usage = 2;
constexpr int cannot_read = 3;

// The forms of the library, by name.
std::vector<std::string> shipped_forms() {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator entry(product_root() / "scenarios" / "forms", error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".yaml") files.push_back(entry->path().string());
    std::sort(files.begin(), files.end());
    return files;
}

// Reads an authored file of the question itself; false when it cannot be used.
template <class Read>
bool read_file_of(const std::string& path, std::ostream& err, Read read) {
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(path, diagnostics);
    if (!diagnostics.has_errors()) read(tree, diagnostics);
    err << diagnostics.render();
    return !diagnostics.has_errors();
}

Result<std::string> report_bytes(const CohortFigures& figures, const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".json") return cohort_json(figures).pretty() + "\n";
    if (extension == ".csv") return cohort_csv(figures);
    if (extension == ".html" || extension == ".htm") return cohort_html(figures);
    if (extension == ".pdf") return report_pdf(cohort_document(figures));
    return extension == ".txt" ? cohort_text(figures) : std::string();
}

bool is_report_name(const std::string& name) {
    const std::string extension = fs::path(name).extension().string();
    return extension == ".json" || extension == ".csv" || extension == ".html" || extension == ".htm" ||
           extension == ".pdf" || extension == ".txt";
}

}  // namespace

CohortCommand::CohortCommand(CLI::App& app) {
    command_ = app.add_subcommand("cohort", "What the results of many learners say about cases, forms and groups");
    command_->add_option("results", paths_, "Reports (.json), decision logs (.jsonl), and folders of them")->required();
    command_->add_option("--form", forms_, "A form to look for; without any, those of the library");
    command_->add_option("--panel", panel_, "What practitioners judged: a cut, ratings of options (.yaml)");
    auto* before = command_->add_option("--before", before_, "Growth: the group of the first time");
    auto* after = command_->add_option("--after", after_, "Growth: the group of the second time");
    before->needs(after);
    after->needs(before);
    command_->add_option("--mode", mode_, "Only practice or only assessment")
        ->check(CLI::IsMember({"practice", "assessment"}));
    command_->add_flag("--each-nameless", each_nameless_,
                       "Reports without a pseudonym are different people, even where they are alike");
    command_->add_option("--seed", seed_, "The number from which all that is drawn follows")->capture_default_str();
    command_->add_option("--report", reports_, "Write the figures here: .html, .pdf, .csv, .json or .txt");
}

bool CohortCommand::chosen() const { return command_->parsed(); }

int CohortCommand::run(std::ostream& out, std::ostream& err) const {
    for (const std::string& report : reports_)
        if (!is_report_name(report)) {
            err << report << ": the name of a report ends in .html, .pdf, .csv, .json or .txt.\n";
            return usage;
        }
    CohortRequest request;
    request.before = before_;
    request.after = after_;
    request.mode = mode_;
    request.each_nameless = each_nameless_;
    request.seed = seed_;
    bool asked_well = true;
    for (const std::string& file : forms_.empty() ? shipped_forms() : forms_)
        asked_well &= read_file_of(file, err, [&](const Tree& tree, Diagnostics& diagnostics) {
            request.forms.push_back(read_assessment_form(tree, diagnostics));
        });
    if (!panel_.empty())
        asked_well &= read_file_of(panel_, err, [&](const Tree& tree, Diagnostics& diagnostics) {
            request.panel = read_panel(tree, diagnostics);
        });
    if (!asked_well) return cannot_read;

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

    const CohortFigures figures = cohort_figures(cohort);
    for (const std::string& report : reports_)
        if (const auto written = report_bytes(figures, report).and_then([&](const auto& bytes) {
                return write_file_atomically(report, bytes);
            });
            !written) {
            err << written.error().message << ".\n";
            worst = cannot_read;
        }
    if (reports_.empty()) out << cohort_text(figures);
    return worst;
}

}  // namespace ntk::tool
