#include "game/tool/cohort_asked.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "engine/host/cohort_files.h"
#include "engine/host/pdf_writer.h"
#include "engine/host/source_file.h"
#include "engine/report/cohort_report.h"

namespace ntk::tool {

namespace fs = std::filesystem;

namespace {

constexpr int ok = 0;
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

void add_options(CLI::App& command, CohortAsked& asked) {
    command.add_option("--form", asked.forms, "A form to look for; without any, those of the library");
    command.add_option("--panel", asked.panel, "What practitioners judged: a cut, ratings of options (.yaml)");
    command.add_option("--seed", asked.seed, "The number from which all that is drawn follows")->capture_default_str();
    command.add_option("--report", asked.reports, "Write the figures here: .html, .pdf, .csv, .json or .txt");
}

int read_asked(const CohortAsked& asked, CohortRequest& request, std::ostream& err) {
    for (const std::string& report : asked.reports)
        if (!is_report_name(report)) {
            err << report << ": the name of a report ends in .html, .pdf, .csv, .json or .txt.\n";
            return usage;
        }
    request.seed = asked.seed;
    bool asked_well = true;
    for (const std::string& file : asked.forms.empty() ? shipped_forms() : asked.forms)
        asked_well &= read_file_of(file, err, [&](const Tree& tree, Diagnostics& diagnostics) {
            request.forms.push_back(read_assessment_form(tree, diagnostics));
        });
    if (!asked.panel.empty())
        asked_well &= read_file_of(asked.panel, err, [&](const Tree& tree, Diagnostics& diagnostics) {
            request.panel = read_panel(tree, diagnostics);
        });
    return asked_well ? ok : cannot_read;
}

int say_figures(const CohortFigures& figures, const CohortAsked& asked, std::ostream& out, std::ostream& err) {
    int worst = ok;
    for (const std::string& report : asked.reports)
        if (const auto written = report_bytes(figures, report).and_then([&](const auto& bytes) {
                return write_file_atomically(report, bytes);
            });
            !written) {
            err << written.error().message << ".\n";
            worst = cannot_read;
        }
    if (asked.reports.empty()) out << cohort_text(figures);
    return worst;
}

}  // namespace ntk::tool
