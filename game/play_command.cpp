#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "engine/host/program_words.h"
#include "engine/host/source_file.h"
#include "engine/play/attempt.h"
#include "engine/report/report.h"
#include "engine/rules/score.h"
#include "engine/text/said.h"
#include "game/commands.h"
#include "game/opening.h"
#include "game/terminal/terminal.h"
#include "game/tool/play_script.h"
#include "game/tool/record_plan.h"

namespace ntk {

namespace {

// Says what is wrong with a file; nothing more can be done with it.
int cannot_read(const Diagnostics& diagnostics) {
    std::cerr << diagnostics.render();
    return exit_cannot_read;
}

Mode mode_of(const PlayRequest& request) { return request.mode == "assessment" ? Mode::assessment : Mode::practice; }

// What its reports say besides the attempt. A form that cannot be read was refused before the first scene.
ReportAbout about_of(const PlayRequest& request, const Scenario& scenario) {
    ReportAbout about(request.learner);
    if (!request.form.empty()) static_cast<void>(name_form(request.form, scenario, about.form));
    return about;
}

bool write_reports(const Player& player, const PlayRequest& request) {
    bool good = true;
    const ReportAbout about = about_of(request, player.attempt().scenario());
    for (const std::string& path : request.reports)
        if (const std::string problem = write_report(player, path, about); !problem.empty()) {
            std::cerr << problem << "\n";
            good = false;
        }
    return good;
}

int play_scripted(const PlayRequest& request, const OpenedCase& opened) {
    std::string problem;
    const auto choices = tool::read_choices(request.choices, problem);
    if (!problem.empty()) {
        std::cerr << "--choices: " << problem << ".\n";
        return exit_usage;
    }
    const std::int64_t seed = request.seed < 0 ? 0 : request.seed;
    const auto run = tool::run_script(opened.scenario, opened.rules, mode_of(request), seed, choices);
    if (request.json)
        std::cout << report_json(*run.player, about_of(request, *opened.scenario)).pretty() << "\n";
    else
        std::cout << tool::run_text(run);
    bool good = write_reports(*run.player, request);
    if (!run.problem.empty()) {
        std::cerr << "The run stopped: " << run.problem << ".\n";
        good = false;
    }
    if (request.expect)
        for (const std::string& line : run.unexpected) {
            std::cerr << line << "\n";
            good = false;
        }
    return good ? exit_ok : exit_findings;
}

int play_plan(const PlayRequest& request) {
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(request.plan, diagnostics);
    if (diagnostics.has_errors()) return cannot_read(diagnostics);
    const tool::Plan plan = tool::read_plan(tree, diagnostics);
    if (diagnostics.has_errors()) return cannot_read(diagnostics);
    std::filesystem::path path = request.scenario;
    if (path.empty()) path = std::filesystem::path(request.plan).parent_path() / (plan.scenario + ".yaml");
    RuleShelf shelf(product_root());
    const OpenedCase opened = open_case(path, shelf, diagnostics);
    if (!opened) return cannot_read(diagnostics);
    bool failed = false;
    if (request.record)
        std::cout << tool::record_plan_file(request.plan, opened.scenario, opened.rules, failed);
    else
        std::cout << tool::run_plan(plan, opened.scenario, opened.rules, failed);
    return failed ? exit_findings : exit_ok;
}

// Whether headings may be made bold: on a terminal that shows it, unless the learner has asked for none.
bool shows_bold() {
    const char* no_colour = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    if (no_colour != nullptr && *no_colour != '\0') return false;
    return ::isatty(STDOUT_FILENO) == 1 && term != nullptr && std::string(term) != "dumb";
}

// The scored report of a finished case is kept, and of an assessment its decision log as well. None of them says who
// played, unless the learner gave a pseudonym.
void keep_reports(const Player& player, const PlayRequest& request) {
    if (request.keep_nothing || player.score_card() == nullptr) return;
    const std::string id = player.attempt().scenario().id;
    const ReportAbout about = about_of(request, player.attempt().scenario());
    for (const char* extension : {".json", ".html", ".jsonl"}) {
        const std::string kind = extension;
        if (kind == ".jsonl" && player.mode() != Mode::assessment) continue;
        const std::string bytes = kind == ".json"   ? report_json(player, about).pretty() + "\n"
                                  : kind == ".html" ? report_html(player, about)
                                                    : player.log();
        const auto kept =
            data_folder().and_then([&](const auto& folder) { return keep_report(folder, id, extension, bytes); });
        if (kept)
            std::cout << fill("The report is kept in {place}"_en, {{"place", kept->string()}}) << "\n";
        else
            std::cerr << kept.error().message << ".\n" << kept.error().hint << ".\n";
    }
}

int play_by_lines(const PlayRequest& request, const OpenedCase& opened) {
    Diagnostics diagnostics;
    const std::int64_t seed = request.seed < 0 ? 0 : request.seed;
    Seat seat = take_seat(opened, mode_of(request), seed, !request.keep_nothing, request.afresh, diagnostics);
    if (!diagnostics.empty()) std::cerr << diagnostics.render();
    if (!seat.player) {
        std::cerr << seat.note << "\nStart again with --new; that drops the place kept for it.\n";
        return exit_cannot_read;
    }
    if (!seat.note.empty()) std::cout << seat.note << "\n";

    terminal::TerminalOptions options;
    options.width = request.width;
    options.bold = shows_bold();
    options.ask_confidence = request.confidence;
    if (seat.file) {
        options.resume_with = "needtoknow play " + request.scenario;
        options.keep = [&](const std::string&) {
            if (const std::string problem = keep_place(seat, *seat.player); !problem.empty())
                std::cerr << problem << "\n";
        };
    }
    bool good = true;
    options.finished = [&](const Player& player) {
        keep_reports(player, request);
        good = write_reports(player, request) && good;
    };
    // The place is kept from the first page on, so that leaving at once loses nothing either.
    if (seat.file && !seat.resumed) options.keep(seat.player->log());
    terminal::play(*seat.player, std::cin, std::cout, options);
    return good ? exit_ok : exit_findings;
}

}  // namespace

int play_command(const PlayRequest& request) {
    std::ios::sync_with_stdio(false);
    if (!request.plan.empty()) return play_plan(request);
    Diagnostics diagnostics;
    speak(product_root(), request.language, diagnostics);
    if (diagnostics.has_errors()) return cannot_read(diagnostics);
    RuleShelf shelf(product_root(), request.language);
    const OpenedCase opened = open_case(request.scenario, shelf, diagnostics);
    if (!opened) return cannot_read(diagnostics);
    FormNamed form;
    if (!request.form.empty())
        if (const std::string problem = name_form(request.form, *opened.scenario, form); !problem.empty()) {
            std::cerr << problem << "\n";
            return exit_cannot_read;
        }
    return request.choices.empty() ? play_by_lines(request, opened) : play_scripted(request, opened);
}

}  // namespace ntk
