#include "game/desktop/assessor_room.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

using Pane = AssessorRoom::Pane;

std::string title_of(const AssessorRoom& room) {
    switch (room.pane) {
        case Pane::start: return "Set and review assessments"_en;
        case Pane::make: return "Set a new assessment"_en;
        case Pane::sessions: return "Who has taken the assessment"_en;
        case Pane::carry: return "Gather, export and back up"_en;
        case Pane::result: return "One result"_en;
    }
    return "";
}

// The places in a store that is open.
void tabs(App& app, Node& into) {
    const Pane now = app.assessor.pane;
    if (now == Pane::start || now == Pane::make) return;
    Node line = row(4);
    const auto offer = [&](const std::string& id, Icon icon, const std::string& label, Pane pane) {
        add(line, tab("place/" + id, icon, label, now == pane, [&app, pane] {
                app.assessor.pane = pane;
                app.settle_on_page();
            }));
    };
    offer("sessions", Icon::people, "Sessions"_en, Pane::sessions);
    offer("carry", Icon::folder, "Gather, export and back up"_en, Pane::carry);
    if (!app.assessor.result.row.id.empty()) offer("result", Icon::document, "Result"_en, Pane::result);
    offer("start", Icon::home, "Another store"_en, Pane::start);
    add(into, std::move(line));
}

}  // namespace

void assessor_parts(App& app, Node& into) {
    const AssessorRoom& room = app.assessor;
    add(into, heading("title", 1, title_of(room)));
    tabs(app, into);
    if (room.asked != 0) add(into, status("asked", Icon::waiting, room.asked_what, Tone::waiting));
    if (room.pane != Pane::result) message_part(app, into);  // beside the decision there, where it stays in sight
    problem_cards(app, room.problems, into);
    switch (room.pane) {
        case Pane::start: assessor_start_parts(app, into); break;
        case Pane::make: assessor_make_parts(app, into); break;
        case Pane::sessions: assessor_list_parts(app, into); break;
        case Pane::carry: assessor_carry_parts(app, into); break;
        case Pane::result: assessor_result_parts(app, into); break;
    }
}

void assessor_start_parts(App& app, Node& into) {
    add(into, paragraph("lead",
                        "An assessment is a form of several cases, taken without feedback. What learners decide is "
                        "kept in one file, the store. The program only proposes a result; people decide."_en));
    Node open = card("open-store", "Open a store"_en);
    add(open, heading("open/title", 2, "Open a store"_en));
    const auto go = [&app] { assessor_open(app, assessor_box(app, "store").text); };
    add(open, line_box("store", "Where the store is"_en, assessor_box(app, "store"), go));
    add(open, muted("open/drop", "You can also drop the file on this window."_en));
    Node buttons = row(10);
    add(buttons, primary("open", "Open this store"_en, go));
    add(open, std::move(buttons));
    add(into, std::move(open));
    Node fresh = card("new-assessment", "Set a new assessment"_en);
    add(fresh, heading("new/title", 2, "Set a new assessment"_en));
    add(fresh, paragraph("new/lead", "Choose a form, say what it is for, and make the store in which it is kept."_en));
    Node make = row(10);
    add(make, secondary("new", Icon::pencil, "Choose a form"_en, [&app] { assessor_show_new(app); }));
    add(fresh, std::move(make));
    add(into, std::move(fresh));
}

}  // namespace ntk::desktop
