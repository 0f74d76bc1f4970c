#include "game/desktop/state.h"

#include <algorithm>
#include <chrono>

#include "engine/text/said.h"
#include "game/desktop/assessor_room.h"

namespace ntk::desktop {

namespace {

// How long the window waits for work on the other thread before it shows that it is waiting: too short to be felt, and
// nearly everything is done by then.
constexpr std::chrono::milliseconds patience(40);

}  // namespace

Session* App::session() {
    const auto found = sessions.find(case_id);
    return found == sessions.end() ? nullptr : found->second.get();
}

const Page* App::page() {
    Session* now = session();
    return now != nullptr ? &now->page() : nullptr;
}

Sitting* App::sitting() {
    Session* now = where == Where::playing ? session() : nullptr;
    return now != nullptr ? now->sitting() : nullptr;
}

bool App::look_at_clock() {
    Sitting* now = sitting();
    if (now == nullptr || !now->look_at_clock()) return false;
    time_told.clear();
    return true;
}

const CaseCard* App::current_case() const {
    for (const CaseCard& each : options.cases) {
        if (each.id == case_id) return &each;
    }
    return by_hand.id == case_id ? &by_hand : nullptr;
}

std::string App::note_key() {
    const Page* now = page();
    return case_id + "\n" + (now != nullptr ? now->case_title : std::string());
}

void App::settle_on_page() {
    chosen.clear();
    confidence = -1;
    message.clear();
    saved_report.clear();
    changed_facts.clear();
    time_told.clear();
    form.clear();
    reviewing = false;
    room.deciding = room.talking = false;
    sheet = Sheet::none;
    hands.rewind("main");
    hands.focus_on("title", true);
}

bool App::has_place_in(const std::string& id) const {
    const auto found = sessions.find(id);
    return found != sessions.end() && found->second->page().kind != PageKind::closed;
}

bool App::can_carry_on(const CaseCard& card) const {
    return sessions.count(card.id) > 0 ? has_place_in(card.id) : card.resumable;
}

void App::read_on() { take_up(options.read_on()); }

void App::take_up(LibraryRead now) {
    library = std::move(now);
    if (!reading() && options.cases.size() < library.cases.size()) {
        std::vector<CaseCard> cards = library.cases;
        cards.insert(cards.begin(), options.cases.begin(), options.cases.end());  // files opened by hand meanwhile
        options.cases = std::move(cards);
    }
    if (!library.more) options.read_on = nullptr;
}

void App::start(const std::string& id, bool resume) {
    forget_opening();
    case_id = id;
    if (!resume || !has_place_in(id)) {
        if (!options.open) return;
        sessions.erase(id);  // it may hold the file in which the host keeps the place
        const CaseCard* card = current_case();
        open_now(card != nullptr ? card->title : id, nullptr, id, resume, options.open);
        return;
    }
    Opened known;
    known.session = nullptr;
    show_opened(std::move(known));
}

void App::open_file(const std::string& path) {
    if (where == Where::assessor) return assessor_dropped(*this, path);
    if (!options.card_of_file || !options.open || path.empty()) return;
    forget_opening();
    by_hand_path = std::string(path);
    open_now(
        by_hand_path.substr(by_hand_path.find_last_of('/') + 1),
        [read = options.card_of_file, file = by_hand_path] { return read(file); }, "", false, options.open);
}

// Reads and checks a case on the other thread: the file that `card` reads the card of, or else the one with an id.
void App::open_now(std::string what, std::function<CaseCard()> card, const std::string& id, bool resume,
                   Opener open_case) {
    struct Found {
        CaseCard card;
        Opened opened;
    };
    const Work::Job job = [this, card, id, resume, open_case = std::move(open_case)]() -> Work::Then {
        const auto found = std::make_shared<Found>();
        if (card) found->card = card();
        found->opened = open_case(card ? found->card.id : id, resume);
        return [this, found, by_file = static_cast<bool>(card)] {
            opening = 0;
            if (!by_file) return show_opened(std::move(found->opened));
            by_hand = found->card;
            case_id = by_hand.id;
            sessions.erase(case_id);
            show_opened(std::move(found->opened));
            if (where != Where::playing) return;
            // It can be opened now, so it joins the library; a newer version of it takes the place of an older one.
            auto& cases = options.cases;
            cases.erase(std::remove_if(cases.begin(), cases.end(),
                                       [this](const CaseCard& each) { return each.id == by_hand.id; }),
                        cases.end());
            cases.insert(cases.begin(), by_hand);
        };
    };
    if (!work) return job()();
    waiting_for = std::move(what);
    where = Where::waiting;
    settle_on_page();
    opening = work->start(job);
    work->finish(patience);
}

// Goes into the case that was opened, or back into one that is still open when there is nothing new; or shows what has
// to be mended first.
void App::show_opened(Opened opened) {
    problems.clear();
    if (opened.session) {
        sessions[case_id] = std::move(opened.session);
        drafts.clear();
        open = {"file-people", "file-items"};
        debrief_tab = "ending";
        const std::string notes = case_id + "\n";
        auto note = reflections.lower_bound(notes);
        while (note != reflections.end() && note->first.rfind(notes, 0) == 0) note = reflections.erase(note);
    } else if (session() == nullptr) {
        problems = std::move(opened.problems);
        open.clear();
        where = Where::problems;
        settle_on_page();
        return;
    }
    where = Where::playing;
    hands.rewind("file");
    settle_on_page();
    if (!opened.note.empty()) say(opened.note, Tone::accent);
    hidden_notice.clear();
    hear_notice();
}

void App::forget_opening() {
    if (opening != 0) work->drop(opening);
    opening = 0;
}

void App::hear_notice() {
    const Session* now = session();
    notice = now != nullptr ? now->notice() : "";
    if (notice.empty()) hidden_notice.clear();
}

void App::open_author(const std::string& path) {
    if (!options.author) return;
    author = AuthorRoom();
    author.desk = options.author(path);
    author.pane = author.desk->view().path.empty() ? "files" : "problems";
    where = Where::author;
    problems.clear();
    settle_on_page();
}

void App::show_pane(const std::string& pane) {
    author.pane = pane;
    message.clear();
    hands.rewind("main");
}

void App::to_library() {
    if (sitting() != nullptr) return;  // an assessment has no library behind it
    forget_opening();
    where = Where::library;
    settle_on_page();
}

void App::send(const Input& input) {
    Session* now = session();
    if (now == nullptr) return;
    if (saving != 0) return say("The report is still being saved. This will go on in a moment."_en, Tone::waiting);
    const PageKind before = page()->kind;
    const std::string refusal = now->apply(input);
    if (!refusal.empty()) {
        say(refusal, Tone::missed);
        return;
    }
    hear_notice();
    if (input.kind == Input::Kind::replay) {
        drafts.clear();
        debrief_tab = "ending";
    }
    settle_on_page();
    // A look back at one chair of a jigsaw is over when the learner goes on; the picture stays what it was.
    const PageKind shown = page()->kind;
    const auto& actions = page()->actions;
    const bool looking_back =
        shown == PageKind::debrief && std::find(actions.begin(), actions.end(), "continue") != actions.end();
    if (looking_back) debrief_tab = "ending";
    const bool learner_over = shown == PageKind::debrief && !looking_back && !page()->debrief.overall.id.empty();
    if (learner_over && group() == nullptr) save_report();  // a group's report is kept when it is asked for
    if (shown == PageKind::picture && before == PageKind::chair) save_report();
}

void App::save_report() { keep_report(options.save_report); }

void App::save_paper() { keep_report(options.save_paper); }

void App::keep_report(const decltype(DesktopOptions::save_report)& keep) {
    if (!keep || saving != 0) return;
    const Work::Job job = [this, save = keep, id = case_id, kept = sessions.at(case_id),
                           written = reflections[note_key()].text]() -> Work::Then {
        const Saved saved = save(id, *kept, written);
        return [this, saved] {
            saving = 0;
            saved_report = saved.path;
            if (saved.problem.empty())
                say(fill(saved.already ? "This report is already saved: {path}"_en : "The report is saved: {path}"_en,
                         {{"path", saved.path}}),
                    Tone::kept);
            else
                say(fill("The report could not be saved. {problem}"_en, {{"problem", saved.problem}}), Tone::missed);
        };
    };
    if (!work) return job()();
    say("The report is being saved."_en, Tone::waiting);
    saving = work->start(job);
    work->finish(patience);
}

void App::open_report() {
    const std::string problem = options.open_file(saved_report);
    if (!problem.empty())
        say(fill("The report could not be opened: {problem} It is here: {path}"_en,
                 {{"problem", problem}, {"path", saved_report}}),
            Tone::missed);
}

void App::simple(Input::Kind kind) {
    Input input;
    input.kind = kind;
    send(input);
}

void App::say(std::string text, Tone tone) {
    message = std::move(text);
    unanswered.clear();
    message_tone = tone;
}

void App::do_chosen() {
    if (chosen.empty()) {
        say("Choose one of the options first. Then press \"Do this\"."_en, Tone::missed);
        hands.focus_on("confirm", true);
        return;
    }
    Input input;
    input.kind = Input::Kind::choose;
    input.id = chosen;
    input.confidence = confidence;
    send(input);
}

void App::open_sheet(Sheet which) {
    if (sheet == Sheet::none) before_sheet = hands.focus();
    sheet = which;
    hands.rewind("sheet");
    hands.focus_on("sheet-title", false);
}

void App::close_sheet() {
    sheet = Sheet::none;
    hands.focus_on(before_sheet, false);
}

void App::escape() {
    if (sheet != Sheet::none) return close_sheet();
    if (where == Where::problems || where == Where::waiting || where == Where::author) return to_library();
    if (where == Where::library) return;
    if (where == Where::assessor) return assessor_back(*this);
    if (room.talking || (room.deciding && form.empty())) {
        room.talking ? room.talking = false : room.deciding = false;
        hands.focus_on("title", true);
        return;
    }
    if (reviewing) {
        reviewing = false;
        hands.rewind("main");
        hands.focus_on("title", true);
        return;
    }
    if (!form.empty()) {
        const std::string back_to = "form/" + form;
        form.clear();
        message.clear();
        hands.focus_on(back_to, true);
        return;
    }
    Session* now = session();
    if (now != nullptr && now->finished()) return to_library();
    open_sheet(Sheet::leave);
}

void App::toggle(const std::string& name) {
    if (open.erase(name) == 0) open.insert(name);
}

const std::string& App::what_if(const std::string& card, const VerdictView& verdict) {
    const auto known = changed_facts.find(card);
    if (known != changed_facts.end()) return known->second;
    const Session* now = session();
    return changed_facts[card] = now != nullptr ? now->what_if(verdict) : std::string();
}

Draft& App::draft(const ActForm& which) {
    const Page* now = page();
    const std::string key = (now ? now->case_title + "/" + now->id : "") + "/" + which.id;
    const auto found = drafts.find(key);
    if (found != drafts.end()) return found->second;
    Draft& fresh = drafts[key];
    for (const Field& field : which.fields) {
        if (field.kind == Field::Kind::text) {
            fresh.written[field.id].text = field.chosen.empty() ? "" : field.chosen.front();
        } else {
            fresh.chosen[field.id] = field.chosen;
        }
    }
    return fresh;
}

void App::set_text_size(int percent) {
    settings.text_percent = std::clamp(percent, 100, 300);
    change_settings();
}

void App::switch_voice() {
    settings.speak = !settings.speak;
    voice_problem.clear();
    change_settings();
}

void App::set_language(const std::string& language) {
    settings.language = language;
    options.kept_language.reset();
    change_settings();
    if (!options.set_language) return;
    LanguageSet now = options.set_language(language);
    if (!now.problem.empty()) settings_problem = std::move(now.problem);
    for (CaseCard& card : options.cases) {
        const auto found =
            std::find_if(now.cases.begin(), now.cases.end(), [&](const CaseCard& each) { return each.id == card.id; });
        if (found != now.cases.end()) card = std::move(*found);
    }
    filter = {};
}

void App::change_settings() {
    hands.choice_keys = settings.choice_keys;
    Settings kept = settings;
    if (room.usual_text != 0) kept.text_percent = room.usual_text;  // larger letters for a group are not for good
    if (options.kept_language) kept.language = *options.kept_language;
    if (options.save_settings) settings_problem = options.save_settings(kept);
}

}  // namespace ntk::desktop
