#include "game/desktop/assessor_room.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

// A form to choose, with what it holds, its proof and its cases.
Node form_card(App& app, const AssessorForm& form, size_t number) {
    const std::string id = "form/" + std::to_string(number);
    Node whole = card(id, form.title);
    whole.pad_x = 14;
    whole.pad_y = 12;
    Node choose = radio(id + "/choose", form.title, form.holds, app.assessor.form == form.path,
                        [&app, path = form.path, key = id + "/choose"] {
                            app.assessor.form = path;
                            app.hands.focus_on(key, true);
                        });
    choose.enabled = form.problems.empty();
    add(whole, std::move(choose));
    if (!form.proof.empty())
        add(whole, note(id + "/proof", form.sound ? Icon::kept : Icon::missed, form.proof,
                        form.sound ? Tone::kept : Tone::missed));
    if (!form.status.empty())
        add(whole,
            note(id + "/status", Icon::info, fill("Status: {status}."_en, {{"status", form.status}}), Tone::waiting));
    for (size_t i = 0; i < form.problems.size() && i < 3; ++i)
        add(whole, note(id + "/problem/" + std::to_string(i + 1), Icon::missed,
                        form.problems[i].place + ": " + form.problems[i].message, Tone::missed));
    if (form.cases.empty()) return whole;
    const bool open = app.is_open(id);
    Node fold = disclosure(id + "/cases", Icon::list, fill("Cases of {form}"_en, {{"form", form.title}}), open,
                           [&app, id] { app.toggle(id); });
    add(whole, std::move(fold));
    if (!open) return whole;
    for (size_t i = 0; i < form.cases.size(); ++i)
        add(whole, muted(id + "/case/" + std::to_string(i + 1), std::to_string(i + 1) + ". " + form.cases[i]));
    return whole;
}

void time_part(App& app, Node& into) {
    AssessorRoom& room = app.assessor;
    Node all = group("time", "Time limit"_en, 6);
    const auto choice = [&](const std::string& id, const std::string& label, const std::string& detail, bool limited) {
        add(all, radio(id, label, detail, room.limited == limited, [&app, limited, id] {
                app.assessor.limited = limited;
                app.hands.focus_on(id, true);
            }));
    };
    choice("time/none", "No time limit"_en, "This is what we advise: speed says nothing about safeguarding."_en, false);
    choice("time/limit", "A time limit"_en,
           "Each learner can have ten times as long, no limit, or more time whenever it runs short."_en, true);
    add(into, std::move(all));
    if (room.limited) {
        Node minutes = line_box("limit", "Minutes for the whole assessment"_en, assessor_box(app, "limit"));
        minutes.max_width = 360;
        add(into, std::move(minutes));
    }
}

}  // namespace

void assessor_make_parts(App& app, Node& into) {
    AssessorRoom& room = app.assessor;
    add(into, heading("forms/title", 2, "1. The form"_en));
    Node cards = grid(350, 14);
    for (size_t i = 0; i < room.forms.size(); ++i) add(cards, form_card(app, room.forms[i], i + 1));
    if (room.forms_read && room.forms.empty())
        add(into, status("forms/none", Icon::info, "There is no form in scenarios/forms."_en, Tone::waiting));
    add(into, std::move(cards));
    add(into, heading("notice/title", 2, "2. What learners read before they begin"_en));
    add(into, muted("notice/lead",
                    "The privacy notice says this, how long records are kept, and what can be asked "
                    "for."_en));
    const auto box = [&](const std::string& id, const std::string& label) {
        Node written = line_box(id, label, assessor_box(app, id));
        written.max_width = measure;
        add(into, std::move(written));
    };
    box("purpose", "What the assessment is for"_en);
    box("contact", "Whom to ask about it"_en);
    box("keep-days", "For how many days records are kept"_en);
    add(into, heading("time/title", 2, "3. Time"_en));
    time_part(app, into);
    add(into, heading("store/title", 2, "4. The store"_en));
    add(into,
        muted("store/lead", "One file, readable by you alone. It is not enciphered: put it on a disk that is."_en));
    box("new-store", "Where to make it (a file name)"_en);
    Node buttons = row(10);
    add(buttons, primary("make", "Set the assessment"_en, [&app] { assessor_make(app); }));
    add(buttons, secondary("back", Icon::back, "Back"_en, [&app] { assessor_back(app); }));
    add(into, std::move(buttons));
}

}  // namespace ntk::desktop
