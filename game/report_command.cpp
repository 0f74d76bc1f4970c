#include <iostream>

#include "engine/host/source_file.h"
#include "engine/play/log.h"
#include "engine/report/report.h"
#include "game/commands.h"
#include "game/opening.h"

namespace ntk {

int report_command(const ReportRequest& request) {
    const auto log = read_file(request.log);
    if (!log) {
        std::cerr << log.error().message << "\n";
        return exit_cannot_read;
    }
    std::filesystem::path path = request.scenario;
    if (path.empty()) path = find_scenario(product_root(), scenario_of_log(*log));
    if (path.empty()) {
        std::cerr << request.log << ": the case this log belongs to is not here. Name its file with --scenario.\n";
        return exit_cannot_read;
    }
    Diagnostics diagnostics;
    RuleShelf shelf(product_root());
    const OpenedCase opened = open_case(path, shelf, diagnostics);
    if (!opened) {
        std::cerr << diagnostics.render();
        return exit_cannot_read;
    }
    const auto player = Player::resume(opened.scenario, opened.rules, *log, request.log, diagnostics);
    std::cerr << diagnostics.render();
    if (!player) return exit_findings;
    if (player->page().kind != PageKind::debrief) {
        std::cerr << request.log << ": the case is not finished; there is nothing to report yet.\n";
        return exit_findings;
    }
    ReportAbout about(request.learner);
    if (!request.form.empty())
        if (const std::string problem = name_form(request.form, *opened.scenario, about.form); !problem.empty()) {
            std::cerr << problem << "\n";
            return exit_cannot_read;
        }
    int code = exit_ok;
    for (const std::string& report : request.reports)
        if (const std::string problem = write_report(*player, report, about); !problem.empty()) {
            std::cerr << problem << "\n";
            code = exit_findings;
        }
    if (request.reports.empty()) std::cout << report_text(*player, about);
    return code;
}

}  // namespace ntk
