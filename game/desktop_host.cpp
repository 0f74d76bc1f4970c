#include "game/desktop_host.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "engine/host/pdf_writer.h"
#include "engine/host/program_words.h"
#include "engine/host/source_file.h"
#include "engine/play/version.h"
#include "engine/play/words.h"
#include "engine/report/jigsaw_report.h"
#include "engine/report/report.h"
#include "engine/text/said.h"
#include "game/assessor_desk.h"
#include "game/author_desk.h"
#include "game/desktop_cards.h"
#include "game/desktop_group.h"
#include "game/desktop_problems.h"
#include "game/desktop_settings.h"
#include "game/jigsaw_seats.h"
#include "game/opening.h"

namespace ntk {

namespace {

// Before the path of a file that was opened by hand, so that its id is never that of a case on the shelf.
constexpr std::string_view by_hand = "file:";

std::string by_hand_note() { return "This is a file you opened by hand. No place is kept in it."_en; }

// Every line with a capital letter: hints are written to follow other words.
std::string in_sentences(std::string words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool first = at == 0 || words[at - 1] == '\n';
        if (first && words[at] >= 'a' && words[at] <= 'z') words[at] = static_cast<char>(words[at] - 'a' + 'A');
    }
    return words;
}

// A player behind the window, whose place is kept after every input.
class KeptSession : public desktop::Session {
  public:
    explicit KeptSession(Seat seat) : seat_(std::move(seat)) {
        if (!seat_.file) notice_ = in_sentences(seat_.note);
    }
    const Page& page() const override { return seat_.player->page(); }
    bool finished() const override { return seat_.player->finished(); }
    const Player& player() const { return *seat_.player; }
    std::string what_if(const VerdictView& verdict) const override { return seat_.player->what_if(verdict); }

    std::string apply(const Input& input) override {
        std::string refusal = seat_.player->apply(input);
        // What went wrong with a file must not stop the case; the window shows it beside the page.
        if (refusal.empty() && input.kind != Input::Kind::go_on && seat_.file) {
            notice_ = in_sentences(keep_place(seat_, *seat_.player));
            if (!notice_.empty())
                notice_ += "\n" + "You can go on. What was not saved is lost when you close the window."_en;
        }
        return refusal;
    }

    std::string notice() const override { return notice_; }

  private:
    Seat seat_;
    std::string notice_;
};

// A jigsaw behind the window; the place on each chair is kept after every input.
class KeptJigsaw : public desktop::Session {
  public:
    explicit KeptJigsaw(JigsawSeats seats) : seats_(std::move(seats)) {
        if (seats_.files.empty()) notice_ = in_sentences(seats_.note);
    }
    const Page& page() const override { return seats_.player->page(); }
    bool finished() const override { return seats_.player->finished(); }
    const JigsawPlayer& player() const { return *seats_.player; }
    std::string what_if(const VerdictView& verdict) const override { return seats_.player->what_if(verdict); }
    std::string notice() const override { return notice_; }

    std::string apply(const Input& input) override {
        std::string refusal = seats_.player->apply(input);
        if (refusal.empty() && !seats_.files.empty()) {
            notice_ = in_sentences(keep_jigsaw_place(seats_));
            if (!notice_.empty())
                notice_ += "\n" + "You can go on. What was not saved is lost when you close the window."_en;
        }
        return refusal;
    }

  private:
    JigsawSeats seats_;
    std::string notice_;
};

desktop::Opened open_session(const std::filesystem::path& path, bool resume, bool keep, RuleShelf& shelf) {
    desktop::Opened opened;
    Diagnostics diagnostics;
    const OpenedCase found = open_case(path, shelf, diagnostics);
    if (found) {
        Seat seat = take_seat(found, Mode::practice, 0, keep, !resume, diagnostics);
        if (!seat.player && diagnostics.empty())
            opened.problems.push_back({"", false, path.string(), seat.note, "", "", ""});
        if (!keep) seat.note = by_hand_note();
        if (seat.player && seat.resumed) opened.note = seat.note;
        if (seat.player) opened.session = std::make_unique<KeptSession>(std::move(seat));
    }
    for (desktop::Problem& problem : problems_of(diagnostics)) opened.problems.push_back(std::move(problem));
    return opened;
}

desktop::Opened open_jigsaw(const std::filesystem::path& path, bool resume, bool keep, RuleShelf& shelf) {
    desktop::Opened opened;
    Diagnostics diagnostics;
    if (const LoadedJigsaw loaded = load_jigsaw(path, shelf, diagnostics)) {
        JigsawSeats seats = take_jigsaw_seats(loaded, keep, !resume, diagnostics);
        if (!seats.player && diagnostics.empty())
            opened.problems.push_back({"", false, path.string(), seats.note, "", "", ""});
        if (!keep) seats.note = by_hand_note();
        if (seats.player && seats.resumed) opened.note = seats.note;
        if (seats.player) opened.session = std::make_unique<KeptJigsaw>(std::move(seats));
    }
    for (desktop::Problem& problem : problems_of(diagnostics)) opened.problems.push_back(std::move(problem));
    return opened;
}

// The chair of a jigsaw whose part is looked back at; null when there is none.
const Player* chair_looked_back_at(const desktop::Session& session) {
    const auto* jigsaw = dynamic_cast<const KeptJigsaw*>(&session);
    return jigsaw == nullptr ? nullptr : jigsaw->player().looking_back_at();
}

// The report on the case whose debrief shows, or the picture of a jigsaw; empty when there is neither.
std::string report_of(const desktop::Session& session, const std::string& reflection) {
    if (const auto* kept = dynamic_cast<const KeptSession*>(&session))
        return session.page().kind == PageKind::debrief ? report_html(kept->player(), ReportAbout({}, reflection))
                                                        : std::string();
    if (const auto of_group = group_report_page(session, reflection)) return *of_group;
    if (const Player* chair = chair_looked_back_at(session)) return report_html(*chair, ReportAbout({}, reflection));
    const auto* jigsaw = dynamic_cast<const KeptJigsaw*>(&session);
    return jigsaw == nullptr || jigsaw->player().picture() == nullptr ? std::string()
                                                                      : jigsaw_report_html(jigsaw->player());
}

desktop::Saved keep_once(const std::string& id, const desktop::Session& session, const std::string& extension,
                           const std::string& bytes) {
    const Player* chair = chair_looked_back_at(session);
    const std::string of = chair != nullptr ? chair->attempt().scenario().id : id;
    const auto folder = data_folder();
    if (folder) {
        if (const auto before = kept_report(*folder, of, extension, bytes)) return {before->string(), "", true};
    }
    const auto path = folder.and_then([&](const auto& there) { return keep_report(there, of, extension, bytes); });
    if (!path) return {"", path.error().message + ". " + path.error().hint + "."};
    return {path->string(), ""};
}

std::string nothing_to_report() { return "There is nothing to report yet."_en; }

desktop::Saved save_report(const std::string& id, const desktop::Session& session, const std::string& reflection) {
    const std::string bytes = report_of(session, reflection);
    if (bytes.empty()) return {"", nothing_to_report()};
    return keep_once(id, session, ".html", bytes);
}

// The same report as paper; empty when there is none.
std::optional<ReportDocument> document_of(const desktop::Session& session, const std::string& reflection) {
    if (session.page().kind == PageKind::debrief) {
        if (auto of_group = group_report_document(session, reflection)) return of_group;
        const auto* kept = dynamic_cast<const KeptSession*>(&session);
        const Player* player = kept != nullptr ? &kept->player() : chair_looked_back_at(session);
        if (player != nullptr) return report_document(*player, ReportAbout({}, reflection));
    }
    const auto* jigsaw = dynamic_cast<const KeptJigsaw*>(&session);
    if (jigsaw == nullptr || jigsaw->player().picture() == nullptr) return std::nullopt;
    return jigsaw_report_document(jigsaw->player());
}

desktop::Saved save_paper(const std::string& id, const desktop::Session& session, const std::string& reflection) {
    const std::optional<ReportDocument> report = document_of(session, reflection);
    if (!report) return {"", nothing_to_report()};
    const Result<std::string> bytes = report_pdf(*report, report->title());
    if (!bytes) return {"", sentence(bytes.error().message) + ". " + sentence(bytes.error().hint) + "."};
    return keep_once(id, session, ".pdf", *bytes);
}

// Reads the library file by file, and then the rule packs, so that the first case opens without a wait as well.
class LibraryReader {
  public:
    LibraryReader(const std::filesystem::path& root, std::filesystem::path data, std::string language)
        : shelf_(root / "scenarios"),
          jigsaws_(root / "scenarios" / "jigsaws"),
          packs_(root / "assets" / "rulepacks"),
          data_(std::move(data)),
          language_(std::move(language)) {}

    desktop::LibraryRead read_on(std::map<std::string, std::filesystem::path>& paths) {
        desktop::LibraryRead now;
        const bool read_a_case = !stopped_ && shelf_.next();
        if (!read_a_case && next_pack_ < std::size(base_packs)) {
            Diagnostics diagnostics;  // they are checked when a case is opened; this only leaves them in the cache
            static_cast<void>(read_tree_file(packs_ / base_packs[next_pack_++], diagnostics));
        }
        now.read = shelf_.read();
        now.files = stopped_ ? now.read : shelf_.files();
        now.more = now.read < now.files || next_pack_ < std::size(base_packs);
        if (now.read < now.files) return now;
        if (cards_.empty()) {
            for (const CaseOnShelf& one : shelf_.shelf().cases) {
                cards_.push_back(card_of(one, data_));
                cards_.back().resumable = !data_.empty() && has_saved_attempt(data_, place_of_case(one.id, language_));
                paths[one.id] = one.path;
            }
            std::vector<std::string> problems;  // one that cannot be read is left out; `check` says what is wrong
            for (const JigsawOnShelf& one : load_jigsaw_shelf(jigsaws_, problems)) {
                desktop::CaseCard card = card_of(one, data_);
                // One that was named when the program was started has its card already.
                if (paths.emplace(card.id, one.path).second) cards_.push_back(std::move(card));
            }
        }
        now.cases = cards_;
        for (const std::filesystem::path& each : shelf_.shelf().unread) now.unread.push_back(each.string());
        return now;
    }

    // The cards again, in the words of another language; none while they are being read.
    std::vector<desktop::CaseCard> cards_in(const std::string& language) {
        language_ = language;
        if (shelf_.read() < shelf_.files()) return {};
        for (desktop::CaseCard& card : cards_)
            for (const CaseOnShelf& one : shelf_.shelf().cases) {
                if (one.id != card.id) continue;
                card = card_of(one, data_);
                card.resumable = !data_.empty() && has_saved_attempt(data_, place_of_case(one.id, language_));
            }
        return cards_;
    }

    // Leaves the rest unread; from any thread.
    void stop() { stopped_ = true; }

  private:
    static constexpr const char* base_packs[] = {"england-2024.yaml", "plymouth.yaml"};
    ShelfReader shelf_;
    std::filesystem::path jigsaws_, packs_, data_;
    std::string language_;
    std::vector<desktop::CaseCard> cards_;
    std::size_t next_pack_ = 0;
    std::atomic<bool> stopped_ = false;
};

}  // namespace

struct DesktopHost::State {
    State(std::filesystem::path where, std::string in) : root(std::move(where)), rules(root, std::move(in)) {}

    std::filesystem::path root;
    std::filesystem::path data = data_folder().value_or(std::filesystem::path());
    RuleShelf rules;
    std::string language = rules.language();  // wanted for the next case that is opened
    std::mutex guard;                         // of `language`: cases are opened on another thread

    // The rules in the language that is wanted.
    RuleShelf& shelf() {
        const std::lock_guard lock(guard);
        if (rules.language() != language) rules = RuleShelf(root, language);
        return rules;
    }

    desktop::LanguageSet speak_in(const std::string& wanted, bool cards_too) {
        Diagnostics diagnostics;
        speak(root, wanted, diagnostics);
        {
            const std::lock_guard lock(guard);
            language = wanted;
        }
        desktop::LanguageSet now;
        if (diagnostics.has_errors()) now.problem = diagnostics.render();
        if (cards_too) now.cases = reader.cards_in(wanted);
        return now;
    }
    RuleShelf first_language{root};  // for jigsaws, which are not translated
    LibraryReader reader{root, data, rules.language()};
    std::map<std::string, std::filesystem::path> paths;
};

DesktopHost::DesktopHost(std::filesystem::path root, std::string language)
    : state_(std::make_shared<State>(std::move(root), std::move(language))) {
    static_cast<void>(state_->speak_in(state_->language, false));  // what does not read is marked, and said in Settings
}
DesktopHost::~DesktopHost() = default;

desktop::CaseCard DesktopHost::take_jigsaw(const std::filesystem::path& path) {
    Diagnostics diagnostics;  // they are shown when it is opened
    JigsawOnShelf found = read_jigsaw_card(path, diagnostics).value_or(JigsawOnShelf());
    if (found.title.empty()) found.title = path.filename().string();
    desktop::CaseCard card = card_of(found, state_->data);
    state_->paths[card.id] = path;
    return card;
}

desktop::DesktopOptions DesktopHost::options() {
    desktop::DesktopOptions options;
    const std::shared_ptr<State> s = state_;
    options.read_on = [s] { return s->reader.read_on(s->paths); };
    options.stop_reading = [s] { s->reader.stop(); };
    options.open = [s](const std::string& id, bool resume) {
        if (id.rfind(by_hand, 0) == 0) {
            const std::string path = id.substr(by_hand.size());
            Diagnostics diagnostics;  // they are shown by what opens it
            return read_jigsaw_card(path, diagnostics) ? open_jigsaw(path, false, false, s->first_language)
                                                       : open_session(path, false, false, s->shelf());
        }
        if (id.rfind(jigsaw_prefix, 0) == 0) return open_jigsaw(s->paths[id], resume, true, s->first_language);
        return open_session(s->paths[id], resume, true, s->shelf());
    };
    options.open_group = [s](const std::string& id) {
        const bool file = id.rfind(by_hand, 0) == 0;
        return open_group_session(file ? std::filesystem::path(id.substr(by_hand.size())) : s->paths[id], s->shelf());
    };
    options.card_of_file = [](const std::string& path) {
        Diagnostics diagnostics;  // they are shown when it is opened
        desktop::CaseCard card;
        if (const auto found = read_card(path, diagnostics))
            card = card_of(*found, {});
        else if (const auto jigsaw = read_jigsaw_card(path, diagnostics))
            card = card_of(*jigsaw, {});
        card.id = std::string(by_hand) + path;
        if (card.title.empty()) card.title = std::filesystem::path(path).filename().string();
        return card;
    };
    options.save_report = save_report;
    options.save_paper = save_paper;
    options.author = [s](const std::string& path) {
        return open_author_desk(path.empty() ? s->root / "scenarios" : std::filesystem::path(path), s->root);
    };
    options.assessor = [s] { return open_assessor_desk(s->root); };
    options.settings = load_settings();
    if (options.settings.language != s->language)
        options.kept_language = std::exchange(options.settings.language, s->language);
    options.languages = program_languages(s->root);
    if (!s->language.empty() &&
        std::find(options.languages.begin(), options.languages.end(), s->language) == options.languages.end())
        options.languages.push_back(s->language);
    options.set_language = [s](const std::string& language) { return s->speak_in(language, true); };
    options.save_settings = save_settings;
    options.footer = fill("Who Needs to Know {version}"_en, {{"version", engine_version}});
    options.font_folders = {(s->root / "assets" / "fonts").string()};
    return options;
}

}  // namespace ntk

#endif
