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
    return nullptr;
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

void App::start(const std::string& id, bool resume) {
    case_id = id;
    problems.clear();
    if (!resume || !has_place_in(id)) {
        if (!options.open) return;
        sessions.erase(id);  // it may hold the file in which the host keeps the place
        Opened opened = options.open(id, resume);
        if (!opened.session) {
            problems = std::move(opened.problems);
            where = Where::problems;
            settle_on_page();
            return;
        }
        sessions[id] = std::move(opened.session);
        drafts.clear();
        open = {"file-people", "file-items"};
        debrief_tab = "ending";
        reflections.erase(id);
    }
    where = Where::playing;
    hands.rewind("file");
    settle_on_page();
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
    if (where == Where::problems) return to_library();
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
    hands.single_keys = settings.single_keys;
    if (options.save_settings) options.save_settings(settings);
}

}  // namespace ntk::desktop
