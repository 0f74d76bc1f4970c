#include "game/desktop/assessor_room.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

void notes_part(const AssessorResult& result, Node& into) {
    Node title = heading("notes/title", 2, "What assessors have decided"_en);
    title.takes_focus = true;
    add(into, std::move(title));
    if (result.notes.empty()) add(into, muted("notes/none", "Nobody has decided yet."_en));
    int n = 0;
    for (const AssessorNote& each : result.notes) {
        const std::string id = "note/" + std::to_string(++n);
        Node whole = column(2);
        whole.box = Box::quote;
        whole.tone = Tone::accent;
        whole.pad_x = 16;
        add(whole, strong(id, each.decision));
        add(whole, muted(id + "/who", each.who + ", " + each.when));
        add(whole, paragraph(id + "/why", each.reason));
        if (each.sound)
            add(whole, muted(id + "/seal", each.seal));
        else
            add(whole, strong(id + "/seal", each.seal));
        add(into, std::move(whole));
    }
}

}  // namespace

void assessor_decide_parts(App& app, Node& into) {
    AssessorRoom& room = app.assessor;
    const AssessorResult& result = room.result;
    add(into, heading("decide/title", 2, "Your decision"_en));
    message_part(app, into);
    add(into, muted("decide/lead",
                    "It is noted beside what the engine proposes, with your name and the day. Nothing is written over, "
                    "and what was noted cannot be taken out: a correction is one more note."_en));
    Node choices = group("decide", "What you decide"_en, 4);
    for (const auto& choice : result.choices) {
        const std::string id = "decide/" + choice.first;
        add(choices, radio(id, choice.second, "", room.decision == choice.first, [&app, what = choice.first, id] {
                app.assessor.decision = what;
                app.hands.focus_on(id, true);
            }));
    }
    add(into, std::move(choices));
    add(into, line_box("assessor", "Who decides (name or initials)"_en, assessor_box(app, "assessor")));
    add(into, text_box("reason", "Why, in words that the learner may read"_en, assessor_box(app, "reason")));
    add(into,
        line_box("key-file", "Your key file, to seal it with (may stay empty)"_en, assessor_box(app, "key-file")));
    if (TextEdit& passphrase = assessor_box(app, "passphrase"); !assessor_box(app, "key-file").text.empty()) {
        passphrase.hidden = true;
        add(into, line_box("passphrase", "The passphrase of your key (shown as dots)"_en, passphrase,
                           [&app] { assessor_decide(app); }));
    }
    Node buttons = row(10);
    add(buttons, primary("decide/go", "Note this decision"_en, [&app] { assessor_decide(app); }));
    add(into, std::move(buttons));
    notes_part(result, into);
}

}  // namespace ntk::desktop
