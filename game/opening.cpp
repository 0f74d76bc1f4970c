#include "game/opening.h"

#include <algorithm>
#include <utility>

#include "engine/host/pdf_writer.h"
#include "engine/host/source_file.h"
#include "engine/report/report.h"
#include "engine/report/sealed_report.h"
#include "engine/rules/score.h"
#include "engine/scenario/assessment_form.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

std::string words(const Problem& problem) {
    return problem.message + (problem.hint.empty() ? "." : ".\n" + problem.hint + ".");
}

}  // namespace

std::string place_of_case(const std::string& id, const std::string& language) {
    return language.empty() ? id : id + "--" + language;
}

OpenedCase open_case(const std::filesystem::path& path, RuleShelf& shelf, Diagnostics& diagnostics) {
    OpenedCase opened;
    opened.scenario = load_scenario(path, diagnostics, shelf.language());
    if (!opened.scenario) return opened;
    opened.rules = shelf.load_for(*opened.scenario, diagnostics);
    opened.language = shelf.language();
    return opened;
}

Seat take_seat(const OpenedCase& opened, Mode mode, std::int64_t seed, bool keep, bool afresh,
               Diagnostics& diagnostics) {
    Seat seat;
    const auto begin = [&] { seat.player.emplace(opened.scenario, opened.rules, mode, seed); };
    if (keep) {
        auto file = data_folder().and_then([&](const auto& folder) {
            return AttemptFile::open(folder, place_of_case(opened.scenario->id, opened.language));
        });
        if (file)
            seat.file.emplace(std::move(*file));
        else
            seat.note = "Your place will not be kept."_en + " " + words(file.error());
    }
    if (!seat.file) {
        begin();
        return seat;
    }
    if (afresh) {
        if (auto gone = seat.file->discard(); !gone) seat.note = words(gone.error());
        begin();
        return seat;
    }
    const auto log = seat.file->read();
    if (!log) {
        seat.note = "The place kept for this case cannot be read."_en + " " + words(log.error());
        return seat;
    }
    if (log->empty()) {
        begin();
        return seat;
    }
    seat.player = Player::resume(opened.scenario, opened.rules, *log, seat.file->path().string(), diagnostics);
    seat.resumed = seat.player.has_value();
    if (!seat.player)
        seat.note = "The place kept for this case cannot be taken up."_en;
    else if (seat.player->mode() != mode)
        seat.note = seat.player->mode() == Mode::assessment ? "This goes on with the assessment you began."_en
                                                            : "This goes on with the practice you began."_en;
    else
        seat.note = "This goes on where you left the case."_en;
    return seat;
}

std::string keep_place(const Seat& seat, const Player& player) {
    if (!seat.file) return {};
    const bool over = player.page().kind == PageKind::debrief;
    const auto done = over ? seat.file->discard() : seat.file->save(player.log());
    return done ? std::string() : "Your place could not be kept."_en + " " + words(done.error());
}

Result<std::string> paper_report(const Player& player, const ReportAbout& about) {
    const ReportDocument report = report_document(player, about);
    return report_pdf(report, report.title() + (about.learner.empty() ? "" : ", " + about.learner));
}

std::string name_form(const std::filesystem::path& path, const Scenario& scenario, FormNamed& form) {
    const auto bytes = read_file(path);
    if (!bytes) return words(bytes.error());
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(path, diagnostics);
    if (diagnostics.has_errors()) return diagnostics.render();
    const AssessmentForm read = read_assessment_form(tree, diagnostics);
    if (diagnostics.has_errors()) return diagnostics.render();
    if (std::find(read.cases.begin(), read.cases.end(), scenario.id) == read.cases.end())
        return path.string() + ": the case " + scenario.id + " is not in this form.";
    form = {read.id, read.title, read.version, sha256(*bytes)};
    return {};
}

std::string write_report(const Player& player, const std::filesystem::path& path, const ReportAbout& about) {
    const std::string extension = path.extension().string();
    std::string bytes;
    if (extension == ".json")
        bytes = report_file(player, about);
    else if (extension == ".html" || extension == ".htm")
        bytes = report_html(player, about);
    else if (extension == ".jsonl")
        bytes = player.log();
    else if (extension == ".txt")
        bytes = report_text(player, about);
    else if (extension == ".csv")
        bytes = report_csv(player, about);
    else if (extension == ".pdf") {
        auto paper = paper_report(player, about);
        if (!paper) return words(paper.error());
        bytes = std::move(*paper);
    } else
        return path.string() +
               ": the name of a report ends in .html, .pdf, .json, .csv, .txt or .jsonl (the decision log).";
    const auto written = write_file_atomically(path, bytes);
    return written ? std::string() : words(written.error());
}

}  // namespace ntk
