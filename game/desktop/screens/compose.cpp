#include <algorithm>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

bool answered(const Draft& draft, const Field& field) {
    if (field.kind == Field::Kind::text) {
        const auto found = draft.written.find(field.id);
        return found != draft.written.end() && !found->second.text.empty();
    }
    const auto found = draft.chosen.find(field.id);
    return found != draft.chosen.end() && !found->second.empty();
}

// Checks that what must be answered is, and shows the summary; or says which question is left and goes there.
void look_it_over(App& app, const ActForm& form) {
    const Draft& draft = app.draft(form);
    for (const Field& field : form.fields) {
        if (field.optional || answered(draft, field)) continue;
        app.say("This question still needs an answer before you can go on."_en, Tone::missed);
        app.unanswered = field.id;
        const std::string first = field.answers.empty() ? "" : "/" + field.answers.front().id;
        app.hands.focus_on("field/" + field.id + first, true);
        return;
    }
    app.message.clear();
    app.reviewing = true;
    app.hands.rewind("main");
    app.hands.focus_on("title", true);
}

void send(App& app, const ActForm& form) {
    const Draft& draft = app.draft(form);
    Input input;
    input.kind = Input::Kind::compose;
    input.id = form.id;
    input.confidence = app.confidence;
    for (const Field& field : form.fields) {
        if (field.kind == Field::Kind::text) {
            const auto found = draft.written.find(field.id);
            if (found != draft.written.end() && !found->second.text.empty()) {
                input.answers[field.id] = {found->second.text};
            }
        } else {
            const auto found = draft.chosen.find(field.id);
            if (found != draft.chosen.end()) input.answers[field.id] = found->second;
        }
    }
    app.send(input);
}

void question(App& app, const ActForm& form, const Field& field, int number, Node& into) {
    const std::string id = "field/" + field.id;
    Draft& draft = app.draft(form);
    if (number > 1) add(into, space(4));
    Node whole = group(id + "/group", field.question, 8);
    add(whole, heading(id + "/title", 2, std::to_string(number) + ". " + field.question));
    std::string help = field.help;
    if (field.kind == Field::Kind::pick_many) help += std::string(help.empty() ? "" : " ") + "Tick all that apply."_en;
    if (field.kind == Field::Kind::text && field.optional)
        help += std::string(help.empty() ? "" : " ") + "You may leave it empty."_en;
    if (!help.empty()) add(whole, muted(id + "/help", help));
    if (app.unanswered == field.id && !answered(draft, field)) message_part(app, whole);
    if (field.kind == Field::Kind::text) {
        add(whole, text_box(id, field.question, draft.written[field.id]));
        whole.children.back().children.front().text.clear();  // the question is already the heading
    }
    for (const Field::Answer& answer : field.answers) {
        std::vector<std::string>& chosen = draft.chosen[field.id];
        const bool on = contains(chosen, answer.id);
        const std::string key = id + "/" + answer.id;
        if (field.kind == Field::Kind::pick_many) {
            add(whole, check(key, answer.label, answer.detail, on, [&chosen, pick = answer.id] {
                    const auto at = std::find(chosen.begin(), chosen.end(), pick);
                    at == chosen.end() ? chosen.push_back(pick) : static_cast<void>(chosen.erase(at));
                }));
        } else {
            add(whole, radio(key, answer.label, answer.detail, on, [&chosen, pick = answer.id] { chosen = {pick}; }));
        }
    }
    add(into, std::move(whole));
}

}  // namespace

void compose_parts(App& app, const Page& page, const ActForm& form, Node& into) {
    meta_line(page, into);
    add(into, heading("title", 1, form.title));
    add(into, muted("how", number_of<"{n} question. You will see it all together before anything is sent. | "
                                     "{n} questions. You will see it all together before anything is sent.">(
                               form.fields.size())));
    int number = 0;
    for (const Field& field : form.fields) question(app, form, field, ++number, into);
    if (app.unanswered.empty()) foot_message(app, into);
    Node buttons = row(12);
    add(buttons, primary("look", "Look it over"_en, [&app, &form] { look_it_over(app, form); }));
    add(buttons, secondary("to-scene", Icon::back, "Back to the scene"_en, [&app] { app.escape(); }));
    add_foot(into, std::move(buttons));
}

void review_parts(App& app, const Page& page, const ActForm& form, Node& into) {
    meta_line(page, into);
    add(into, heading("title", 1, "Is this what you mean to do?"_en));
    const Draft& draft = app.draft(form);
    Node sheet = card("review", "What you have put together"_en);
    sheet.gap = 6;
    bool first = true;
    for (const Field& field : form.fields) {
        const std::string id = "review/" + field.id;
        if (!first) {
            add(sheet, space(3));
            add(sheet, rule());
            add(sheet, space(3));
        }
        first = false;
        add(sheet, heading(id, 2, field.question));
        sheet.children.back().type = Type::strong;
        sheet.children.back().before = 0;
        if (!answered(draft, field)) {
            add(sheet, muted(id + "/none", "Nothing"_en));
            continue;
        }
        if (field.kind == Field::Kind::text) {
            add(sheet, paragraph(id + "/text", draft.written.at(field.id).text));
            continue;
        }
        for (const Field::Answer& answer : field.answers) {
            if (!contains(draft.chosen.at(field.id), answer.id)) continue;
            add(sheet, note(id + "/" + answer.id, Icon::tick, answer.label, Tone::accent));
        }
    }
    add(into, std::move(sheet));
    foot_message(app, into);
    Node buttons = row(12);
    add(buttons, primary("send", form.send.empty() ? "Send it"_en : form.send, [&app, &form] { send(app, form); }));
    add(buttons, secondary("change", Icon::pencil, "Change something"_en, [&app] { app.escape(); }));
    add_foot(into, std::move(buttons));
}

}  // namespace ntk::desktop
