#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

void look_back_buttons(App& app, const Page& page, Node& into) {
    for (const Choice& each : page.choices)
        add(into, secondary(each.id, Icon::book, each.label, [&app, id = each.id] {
                Input input;
                input.kind = Input::Kind::choose;
                input.id = id;
                app.send(input);
            }));
}

void piece_card(const PieceView& piece, Node& into) {
    const std::string id = "piece/" + piece.id;
    Node whole = edged(id, piece.word + ": " + piece.says, piece.arrived ? Tone::kept : Tone::waiting);
    whole.gap = 6;
    Node word = strong(id + "/word", piece.word);
    word.icon = piece.arrived ? Icon::kept : Icon::waiting;
    word.tone = whole.tone;
    word.ink = Ink::toned;
    add(whole, std::move(word));
    add(whole, paragraph(id + "/says", piece.says));
    int n = 0;
    for (const std::string& line : piece.lines) {
        Node said = muted(id + "/" + std::to_string(++n), line);
        said.icon = Icon::person;
        add(whole, std::move(said));
    }
    if (!piece.planned.empty()) add(whole, note(id + "/planned", Icon::idea, piece.planned, Tone::plain));
    add(into, std::move(whole));
}

void fuller(const PictureView& view, Node& into) {
    if (view.fuller.empty()) return;
    add(into, heading("fuller/title", 2, "With more pieces it could see"_en));
    int n = 0;
    for (const SightView& sight : view.fuller) {
        const std::string id = "fuller/" + std::to_string(++n);
        Node whole = column(2);
        whole.box = Box::quote;
        whole.tone = Tone::waiting;
        whole.pad_x = 18;
        whole.pad_y = 2;
        add(whole, paragraph(id, sight.says));
        add(whole, muted(id + "/missing", sight.missing));
        add(into, std::move(whole));
    }
}

void planned(const PictureView& view, Node& into) {
    if (view.planned.empty()) return;
    Node whole = card("planned", "Had every chair sent what it should"_en);
    add(whole, heading("planned/title", 2, "Had every chair sent what it should"_en));
    add(whole, paragraph("planned/count", view.planned));
    add(whole,
        paragraph("planned/sees", view.planned_sees == view.sees ? "It would see the same."_en : view.planned_sees));
    add(into, std::move(whole));
}

}  // namespace

void chair_parts(App& app, const Page& page, Node& into) {
    add(into, heading("title", 1, page.title));
    story(page.blocks, "text", into);
    foot_message(app, into);
    Node buttons = row(12);
    add(buttons, primary("continue", page.step < page.steps ? "Take this chair"_en : "See the picture"_en,
                         [&app] { app.simple(Input::Kind::go_on); }));
    look_back_buttons(app, page, buttons);
    add_foot(into, std::move(buttons));
}

void picture_parts(App& app, const Page& page, Node& into) {
    const PictureView& view = page.picture;
    add(into, heading("title", 1, page.title));
    Node sees = tinted("sees", view.summary, Tone::accent);
    add(sees, strong("sees/count", view.summary));
    add(sees, paragraph("sees/text", view.sees));
    add(into, std::move(sees));
    fuller(view, into);
    planned(view, into);
    add(into, heading("pieces/title", 2, "The pieces"_en));
    for (const PieceView& piece : view.pieces) piece_card(piece, into);
    add(into, heading("chairs/title", 2, "The chairs"_en));
    int n = 0;
    for (const ChairView& chair : view.chairs)
        add(into, note("chair/" + std::to_string(++n), Icon::person, chair.who + ": " + chair.part, Tone::plain));
    if (!view.questions.empty()) add(into, heading("questions/title", 2, "To talk about"_en));
    n = 0;
    for (const std::string& question : view.questions)
        add(into, note("question/" + std::to_string(++n), Icon::speech, question, Tone::accent));
    message_part(app, into);
    add(into, rule());
    Node buttons = row(12);
    if (app.options.save_report) {
        Node keep = primary("save", "Save the picture"_en, [&app] {
            app.save_report();
            app.hands.focus_on("save", true);
        });
        keep.icon = Icon::save;
        add(buttons, std::move(keep));
    }
    if (app.options.save_paper)
        add(buttons, secondary("paper", Icon::document, "Save as PDF"_en, [&app] {
                app.save_paper();
                app.hands.focus_on("paper", true);
            }));
    look_back_buttons(app, page, buttons);
    if (offers(page, "replay"))
        add(buttons,
            secondary("replay", Icon::again, "Play every chair again"_en, [&app] { app.simple(Input::Kind::replay); }));
    add(buttons, secondary("library", Icon::home, "All cases"_en, [&app] { app.to_library(); }));
    add(into, std::move(buttons));
    if (!view.versions.empty()) add(into, muted("versions", view.versions));
}

}  // namespace ntk::desktop
