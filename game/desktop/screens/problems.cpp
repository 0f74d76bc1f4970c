#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

constexpr size_t most_shown = 60;  // beyond that, mending the first ones comes first
constexpr size_t unfolded = 3;

Node problem_card(App& app, const Problem& shown, size_t number) {
    const std::string id = "problem/" + std::to_string(number);
    const bool open = app.is_open(id) != (number <= unfolded);  // the first ones begin unfolded
    Node whole = edged(id, shown.place, shown.warning ? Tone::mended : Tone::missed);
    whole.gap = 6;
    Node top = row(14);
    Node code = strong(id + "/code", shown.code.empty() ? "In the way"_en
                                                        : fill(shown.warning ? "Advice {code}"_en : "Mistake {code}"_en,
                                                               {{"code", shown.code}}));
    code.icon = shown.warning ? Icon::info : Icon::missed;
    code.tone = whole.tone;
    code.ink = Ink::toned;
    add(top, std::move(code));
    add(top, muted(id + "/place", shown.place));
    add(whole, std::move(top));
    add(whole, disclosure(id + "/message", Icon::none, shown.message, open, [&app, id] { app.toggle(id); }));
    if (!open) return whole;
    if (!shown.excerpt.empty()) {
        Node line = paragraph(id + "/line", shown.excerpt);
        line.box = Box::card;
        line.pad_x = 12;
        line.pad_y = 6;
        add(whole, std::move(line));
    }
    if (!shown.hint.empty()) add(whole, note(id + "/hint", Icon::idea, shown.hint, Tone::plain));
    if (!shown.jump.empty()) {
        Node copy = quiet(id + "/copy", Icon::document, "Copy the place"_en, [&app, jump = shown.jump] {
            if (app.hands.clipboard.write) app.hands.clipboard.write(jump);
            app.say(fill("Copied: {place}"_en, {{"place", jump}}), Tone::kept);
        });
        copy.name = fill("Copy the place: {place}"_en, {{"place", shown.jump}});
        add(whole, std::move(copy));
    }
    return whole;
}

}  // namespace

void problem_cards(App& app, const std::vector<Problem>& problems, Node& into) {
    size_t number = 0;
    for (const Problem& each : problems) {
        if (++number > most_shown) break;
        add(into, problem_card(app, each, number));
    }
    if (problems.size() > most_shown) {
        add(into, muted("problem/more", number_of<"And {n} more. Mend these first; the others may go with them.">(
                                            problems.size() - most_shown)));
    }
}

void problem_parts(App& app, Node& into) {
    const CaseCard* shown = app.current_case();
    add(into, heading("title", 1, "This case cannot be played yet"_en));
    size_t errors = 0;
    for (const Problem& each : app.problems) errors += each.warning ? 0U : 1U;
    add(into,
        paragraph(
            "lead",
            shown ? fill(number_of<"\"{title}\" has {n} mistake to mend. Save the file and press \"Try again\". | "
                                   "\"{title}\" has {n} mistakes to mend. Save the file and press \"Try again\".">(
                             errors),
                         {{"title", shown->title}})
                  : number_of<"The file has {n} mistake to mend. Save the file and press \"Try again\". | "
                              "The file has {n} mistakes to mend. Save the file and press \"Try again\".">(errors)));
    message_part(app, into);
    problem_cards(app, app.problems, into);
    Node buttons = row(12);
    add(buttons, primary("retry", "Try again"_en, [&app] {
            app.case_id == app.by_hand.id ? app.open_file(app.by_hand_path) : app.start(app.case_id, false);
        }));
    add(buttons, secondary("library", Icon::home, "All cases"_en, [&app] { app.to_library(); }));
    add(into, std::move(buttons));
}

}  // namespace ntk::desktop
