#include "game/desktop_library.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "engine/host/source_file.h"
#include "engine/play/attempt.h"
#include "engine/play/version.h"
#include "engine/report/report.h"
#include "engine/text/text_index.h"
#include "game/commands.h"
#include "game/desktop/app.h"
#include "game/desktop_settings.h"
#include "game/opening.h"

namespace ntk {

namespace {

// A player behind the window, whose place is kept after every input.
class KeptSession : public desktop::Session {
  public:
    explicit KeptSession(Seat seat) : seat_(std::move(seat)) {}
    const Page& page() const override { return seat_.player->page(); }
    bool finished() const override { return seat_.player->finished(); }
    const Player& player() const { return *seat_.player; }

    std::string apply(const Input& input) override {
        std::string refusal = seat_.player->apply(input);
        // What went wrong with a file must not stop the case; the library says so when the place is looked for.
        if (refusal.empty() && input.kind != Input::Kind::go_on) keep_place(seat_, *seat_.player);
        return refusal;
    }

  private:
    Seat seat_;
};

std::vector<desktop::Problem> problems_of(const Diagnostics& diagnostics) {
    std::vector<desktop::Problem> problems;
    for (const Diagnostic& found : diagnostics.all()) {
        desktop::Problem problem;
        problem.code = found.code;
        problem.warning = found.severity == Severity::warning;
        problem.place = diagnostics.source_name(found.place.source);
        if (found.place.line > 0) {
            problem.place +=
                ", line " + std::to_string(found.place.line) + ", column " + std::to_string(found.place.column);
            const TextIndex index(diagnostics.source_text(found.place.source));
            problem.excerpt = std::string(index.line(found.place.line)).substr(0, 200);
        }
        problem.message = found.message;
        problem.hint = found.hint;
        problems.push_back(std::move(problem));
    }
    return problems;
}

std::vector<std::string> split_words(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(", ", from), text.size());
        parts.push_back(text.substr(from, end - from));
        from = end + 2;
    }
    return parts;
}

// The picture that fits a card's words for where the learner works.
std::string setting_of(const CaseOnShelf& card) {
    std::string words = card.place + " " + card.role;
    for (char& c : words) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    for (const char* name :
         {"nursery", "school", "clinic", "surgery", "hospital", "police", "housing", "home", "office", "club"})
        if (words.find(name) != std::string::npos) return name;
    return "office";
}

desktop::CaseCard card_of(const CaseOnShelf& found, const std::filesystem::path& data) {
    desktop::CaseCard card;
    card.id = found.id;
    card.title = found.title;
    card.role = found.role;
    card.setting = setting_of(found);
    card.neglect = split_words(found.neglect);
    card.summary = found.blurb;
    if (found.minutes_most > 0)
        card.minutes = std::to_string(found.minutes_least) + " to " + std::to_string(found.minutes_most) + " minutes";
    if (!found.levels.empty()) {
        card.level = found.levels.size() == 1 ? "Level " : "Levels ";
        for (std::size_t i = 0; i < found.levels.size(); ++i) card.level += (i > 0 ? " to " : "") + found.levels[i];
    }
    card.content_note = found.content_note;
    card.resumable = !data.empty() && has_saved_attempt(data, found.id);
    return card;
}

desktop::Opened open_session(const std::filesystem::path& path, bool resume, RuleShelf& shelf) {
    desktop::Opened opened;
    Diagnostics diagnostics;
    const OpenedCase found = open_case(path, shelf, diagnostics);
    if (found) {
        Seat seat = take_seat(found, Mode::practice, 0, true, !resume, diagnostics);
        if (!seat.player && diagnostics.empty())
            opened.problems.push_back({"", false, path.string(), seat.note, "", ""});
        if (seat.player) opened.session = std::make_unique<KeptSession>(std::move(seat));
    }
    for (desktop::Problem& problem : problems_of(diagnostics)) opened.problems.push_back(std::move(problem));
    return opened;
}

desktop::Saved save_report(const std::string& id, const desktop::Session& session, const std::string& reflection) {
    const auto* kept = dynamic_cast<const KeptSession*>(&session);
    if (kept == nullptr || session.page().kind != PageKind::debrief) return {"", "There is nothing to report yet."};
    const std::string bytes = report_html(kept->player(), {}, reflection);
    const auto path =
        data_folder().and_then([&](const auto& folder) { return keep_report(folder, id, ".html", bytes); });
    if (!path) return {"", path.error().message + ". " + path.error().hint + "."};
    return {path->string(), ""};
}

}  // namespace

int run_desktop_library(const std::string& screenshot, const std::string& describe) {
    const std::filesystem::path root = product_root();
    const Shelf found = load_library(root / "scenarios");
    RuleShelf rules(root);
    std::map<std::string, std::filesystem::path> paths;
    desktop::DesktopOptions options;
    const std::filesystem::path data = data_folder().value_or(std::filesystem::path());
    for (const CaseOnShelf& one : found.cases) {
        options.cases.push_back(card_of(one, data));
        paths[one.id] = one.path;
    }
    options.open = [&](const std::string& id, bool resume) { return open_session(paths[id], resume, rules); };
    options.save_report = save_report;
    options.settings = load_settings();
    options.save_settings = save_settings;
    options.footer = "Who Needs to Know " + std::string(engine_version);
    options.font_folders = {(root / "assets" / "fonts").string()};
    options.screenshot = screenshot;
    options.hidden = !screenshot.empty();
    if (!describe.empty())
        options.describe = [&describe](const std::string& places) {
            static_cast<void>(write_file_atomically(describe, places));
        };
    return run_desktop(options);
}

}  // namespace ntk

#endif
