#include "game/desktop/state.h"

#include <algorithm>

namespace ntk::desktop {

Session* App::session() {
    const auto found = sessions.find(case_id);
    return found == sessions.end() ? nullptr : found->second.get();
}

const Page* App::page() {
    Session* now = session();
    return now != nullptr ? &now->page() : nullptr;
}

const CaseCard* App::current_case() const {
    for (const CaseCard& each : options.cases) {
        if (each.id == case_id) return &each;
    }
    return by_hand.id == case_id ? &by_hand : nullptr;
}

void App::settle_on_page() {
    chosen.clear();
    confidence = -1;
    message.clear();
    form.clear();
    reviewing = false;
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

void App::read_on() {
    library = options.read_on();
    if (!reading() && options.cases.size() < library.cases.size()) {
        std::vector<CaseCard> cards = library.cases;
        cards.insert(cards.begin(), options.cases.begin(), options.cases.end());  // files opened by hand meanwhile
        options.cases = std::move(cards);
    }
    if (!library.more) options.read_on = nullptr;
}

void App::start(const std::string& id, bool resume) {
    case_id = id;
    problems.clear();
    std::string first;
    if (!resume || !has_place_in(id)) {
        if (!options.open) return;
        sessions.erase(id);  // it may hold the file in which the host keeps the place
        Opened opened = options.open(id, resume);
        if (!opened.session) {
            problems = std::move(opened.problems);
            open.clear();
            where = Where::problems;
            settle_on_page();
            return;
        }
        sessions[id] = std::move(opened.session);
        first = std::move(opened.note);
        drafts.clear();
        open = {"file-people", "file-items"};
        debrief_tab = "ending";
        reflections.erase(id);
    }
    where = Where::playing;
    hands.rewind("file");
    settle_on_page();
    if (!first.empty()) say(first, Tone::accent);
    hidden_notice.clear();
    hear_notice();
}

void App::open_file(const std::string& path) {
    if (!options.card_of_file || path.empty()) return;
    by_hand_path = std::string(path);
    by_hand = options.card_of_file(by_hand_path);
    start(by_hand.id, false);
    if (where != Where::playing) return;
    // It can be opened now, so it joins the library; a newer version of it takes the place of an older one.
    auto& cases = options.cases;
    cases.erase(std::remove_if(cases.begin(), cases.end(), [&](const CaseCard& each) { return each.id == by_hand.id; }),
                cases.end());
    cases.insert(cases.begin(), by_hand);
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
    where = Where::library;
    settle_on_page();
}

void App::send(const Input& input) {
    Session* now = session();
    if (now == nullptr) return;
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
    if (page()->kind == PageKind::debrief && !page()->debrief.overall.id.empty()) save_report();
}

void App::save_report() {
    if (!options.save_report) return;
    const Saved saved = options.save_report(case_id, *session(), reflections[case_id].text);
    if (saved.problem.empty())
        say("The report is saved: " + saved.path, Tone::kept);
    else
        say("The report could not be saved. " + saved.problem, Tone::missed);
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
    if (where == Where::problems || where == Where::author) return to_library();
    if (where == Where::library) return;
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

Draft& App::draft(const ActForm& which) {
    const Page* now = page();
    const std::string key = (now ? now->id : "") + "/" + which.id;
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

void App::change_settings() {
    hands.choice_keys = settings.choice_keys;
    if (options.save_settings) settings_problem = options.save_settings(settings);
}

}  // namespace ntk::desktop
