#include <iostream>

#include "engine/host/program_words.h"
#include "engine/host/source_file.h"
#include "engine/play/log.h"
#include "engine/report/jigsaw_report.h"
#include "engine/text/said.h"
#include "game/commands.h"
#include "game/desktop_library.h"
#include "game/jigsaw_seats.h"
#include "game/terminal/terminal.h"

namespace ntk {

namespace {

int write_reports(const JigsawPlayer& player, const JigsawRequest& request) {
    int code = exit_ok;
    for (const std::string& path : request.reports)
        if (const std::string problem = write_jigsaw_report(player, path); !problem.empty()) {
            std::cerr << problem << "\n";
            code = exit_findings;
        }
    return code;
}

// A jigsaw as the terminal plays it.
class JigsawStage : public terminal::Stage {
  public:
    JigsawStage(JigsawSeats& seats, const JigsawRequest& request) : seats_(seats), request_(request) {}
    const Page& page() const override { return seats_.player->page(); }
    std::string apply(const Input& input) override { return seats_.player->apply(input); }
    bool finished() const override { return seats_.player->finished(); }
    std::string log() const override { return seats_.player->players()[seats_.player->chair()].log(); }
    std::string what_if(const VerdictView& verdict) const override { return seats_.player->what_if(verdict); }
    void over() override {
        code = write_reports(*seats_.player, request_);
        if (!request_.keep_nothing) keep_reports();
    }

    int code = exit_ok;

  private:
    void keep_reports() {
        const std::string& id = seats_.player->jigsaw().id;
        const std::string json = jigsaw_report_json(*seats_.player).pretty() + "\n";
        for (const char* extension : {".json", ".html"}) {
            const std::string bytes = extension == std::string(".json") ? json : jigsaw_report_html(*seats_.player);
            const auto kept = data_folder().and_then(
                [&](const auto& folder) { return keep_report(folder, "jigsaw." + id, extension, bytes); });
            if (kept)
                std::cout << fill("The picture is kept in {place}"_en, {{"place", kept->string()}}) << "\n";
            else
                std::cerr << kept.error().message << ".\n" << kept.error().hint << ".\n";
        }
    }

    JigsawSeats& seats_;
    const JigsawRequest& request_;
};

int play_chairs(const JigsawRequest& request, const LoadedJigsaw& loaded) {
    Diagnostics diagnostics;
    JigsawSeats seats = take_jigsaw_seats(loaded, !request.keep_nothing, request.afresh, diagnostics);
    if (!diagnostics.empty()) std::cerr << diagnostics.render();
    if (!seats.player) {
        std::cerr << seats.note << "\nStart again with --new; that drops the place kept for it.\n";
        return exit_cannot_read;
    }
    if (!seats.note.empty()) std::cout << seats.note << "\n";
    terminal::TerminalOptions options;
    options.width = request.width;
    const auto keep = [&] {
        if (const std::string problem = keep_jigsaw_place(seats); !problem.empty()) std::cerr << problem << "\n";
    };
    if (!seats.files.empty()) {
        options.resume_with = "needtoknow jigsaw " + request.jigsaw;
        options.keep = [&](const std::string&) { keep(); };
        keep();
    }
    JigsawStage stage(seats, request);
    terminal::play(stage, std::cin, std::cout, options);
    return stage.code;
}

// Puts each log to the chair it was played on. Says what does not fit, and then returns false.
bool sort_logs(const JigsawRequest& request, const Jigsaw& jigsaw, std::vector<std::string>& logs,
               std::vector<std::string>& names) {
    bool good = true;
    logs.assign(jigsaw.chairs.size(), {});
    names.assign(jigsaw.chairs.size(), {});
    for (const std::string& file : request.logs) {
        const auto log = read_file(file);
        if (!log) {
            std::cerr << log.error().message << "\n";
            return false;
        }
        const std::string id = scenario_of_log(*log);
        std::size_t chair = 0;
        while (chair < jigsaw.chairs.size() && jigsaw.chairs[chair].scenario->id != id) ++chair;
        if (chair == jigsaw.chairs.size()) {
            std::cerr << file << ": this is no decision log of a chair of this jigsaw.\n";
            good = false;
        } else if (!names[chair].empty()) {
            std::cerr << file << ": " << names[chair] << " is from the same chair.\n";
            good = false;
        } else {
            logs[chair] = *log;
            names[chair] = file;
        }
    }
    for (std::size_t i = 0; good && i < names.size(); ++i)
        if (names[i].empty()) {
            std::cerr << "There is no log from this chair: " << jigsaw.chairs[i].who << " (case "
                      << jigsaw.chairs[i].scenario->id << ").\n";
            good = false;
        }
    return good;
}

// The picture from logs that were played elsewhere; each is checked by making its choices again.
int show_picture(const JigsawRequest& request, const LoadedJigsaw& loaded) {
    std::vector<std::string> logs, names;
    if (!sort_logs(request, *loaded.jigsaw, logs, names)) return exit_findings;
    Diagnostics diagnostics;
    std::vector<Player> players;
    bool finished = true;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        auto player =
            Player::resume(loaded.jigsaw->chairs[i].scenario, loaded.rules[i], logs[i], names[i], diagnostics);
        if (!player) continue;
        if (player->page().kind != PageKind::debrief) {
            std::cerr << fill("{log}: this part is not finished."_en, {{"log", names[i]}}) << "\n";
            finished = false;
        }
        players.push_back(std::move(*player));
    }
    std::cerr << diagnostics.render();
    if (players.size() != logs.size() || !finished) return exit_findings;
    const JigsawPlayer jigsaw(loaded.jigsaw, std::move(players), loaded.planned);
    if (request.reports.empty()) std::cout << jigsaw_report_text(jigsaw);
    return write_reports(jigsaw, request);
}

}  // namespace

int jigsaw_command(const JigsawRequest& request) {
    std::ios::sync_with_stdio(false);
    Diagnostics diagnostics;
#ifndef NTK_NO_DESKTOP
    const bool by_lines =
        request.terminal || request.keep_nothing || !request.reports.empty() || !request.logs.empty() || !has_screen();
    if (!by_lines && read_jigsaw_card(request.jigsaw, diagnostics)) {
        LibraryRequest window;
        window.jigsaw = request.jigsaw;
        window.afresh = request.afresh;
        window.describe = request.describe;
        window.language = request.language;
        return run_desktop_library(window);
    }
    diagnostics = Diagnostics();
#endif
    speak(product_root(), request.language, diagnostics);
    if (diagnostics.has_errors()) {
        std::cerr << diagnostics.render();
        return exit_cannot_read;
    }
    RuleShelf shelf(product_root());
    const LoadedJigsaw loaded = load_jigsaw(request.jigsaw, shelf, diagnostics);
    if (!diagnostics.empty()) std::cerr << diagnostics.render();
    if (!loaded) return exit_cannot_read;
    return request.logs.empty() ? play_chairs(request, loaded) : show_picture(request, loaded);
}

}  // namespace ntk
