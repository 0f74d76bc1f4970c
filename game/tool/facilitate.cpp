#include "game/tool/facilitate.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "engine/host/pdf_writer.h"
#include "engine/host/source_file.h"
#include "engine/report/group_pack.h"
#include "game/tool/study_case.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int cannot_read = 3;

// Writes the pack in the form that the file's name asks for. Returns an empty string, or what went wrong in words.
std::string write_pack(const ReportDocument& pack, const std::filesystem::path& path) {
    const auto problem = [](const Problem& what) { return what.message + ".\n" + what.hint + "."; };
    const std::string extension = path.extension().string();
    std::string bytes;
    if (extension == ".html" || extension == ".htm")
        bytes = document_html(pack);
    else if (extension == ".txt")
        bytes = document_text(pack);
    else if (extension == ".pdf") {
        auto paper = report_pdf(pack, pack.title());
        if (!paper) return problem(paper.error());
        bytes = std::move(*paper);
    } else
        return path.string() + ": the name of a pack ends in .html, .pdf or .txt.";
    const auto written = write_file_atomically(path, bytes);
    return written ? std::string() : problem(written.error());
}

}  // namespace

FacilitateCommand::FacilitateCommand(CLI::App& app) {
    command_ = app.add_subcommand(
        "facilitate", "The facilitator's pack of a case, for running it with a group: to read through or to print");
    command_->add_option("scenario", file_, "The scenario file")->required();
    command_->add_option("--report", reports_, "Write the pack here: .html, .pdf or .txt; without it, text is shown");
}

bool FacilitateCommand::chosen() const { return command_->parsed(); }

int FacilitateCommand::run(std::ostream& out, std::ostream& err) const {
    const StudyCase found = read_study_case(file_, err);
    if (!found) return cannot_read;
    const ReportDocument pack = group_pack(found.scenario, found.rules, ways_of(found.plan));
    if (reports_.empty()) {
        out << document_text(pack);
        return ok;
    }
    int code = ok;
    for (const std::string& file : reports_) {
        if (const std::string problem = write_pack(pack, file); !problem.empty()) {
            err << problem << "\n";
            code = cannot_read;
        } else {
            out << "The facilitator's pack is in " << file << ".\n";
        }
    }
    return code;
}

}  // namespace ntk::tool
