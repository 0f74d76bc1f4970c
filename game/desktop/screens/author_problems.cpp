#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

constexpr size_t most_shown = 60;  // beyond that, mending the first ones comes first

// The lines of the file round a place; the one it is about is marked.
void lines_part(App& app, const std::string& id, int line, Node& into) {
    Node lines = group(id, fill("The file round line {n}"_en, {{"n", std::to_string(line)}}), 0);
    lines.box = Box::card;
    lines.pad_x = 12;
    lines.pad_y = 8;
    for (const auto& [number, words] : app.author.desk->lines_near(line)) {
        const std::string shown = std::to_string(number) + "   " + words;
        Node each = number == line ? strong(id + "/" + std::to_string(number), shown)
                                   : muted(id + "/" + std::to_string(number), shown);
        if (number == line) each.icon = Icon::right;
        add(lines, std::move(each));
    }
    add(into, std::move(lines));
}

Node problem_row(App& app, const AuthorProblem& shown, size_t number) {
    const std::string id = "problem/" + std::to_string(number);
    const Problem& problem = shown.problem;
    const bool open = app.is_open(id);
    Node whole = edged(id, problem.place, problem.warning ? Tone::mended : Tone::missed);
    whole.gap = 4;
    Node top = row(14);
    Node code = strong(id + "/code",
                       fill(problem.warning ? "Advice {code}"_en : "Mistake {code}"_en, {{"code", problem.code}}));
    code.icon = problem.warning ? Icon::info : Icon::missed;
    code.tone = whole.tone;
    code.ink = Ink::toned;
    add(top, std::move(code));
    add(top, muted(id + "/place", shown.scene.empty() ? problem.place
                                                      : fill("{place}, scene {scene}"_en,
                                                             {{"place", problem.place}, {"scene", shown.scene}})));
    add(whole, std::move(top));
    add(whole, disclosure(id + "/message", Icon::none, problem.message, open, [&app, id] { app.toggle(id); }));
    if (!problem.hint.empty()) add(whole, note(id + "/hint", Icon::idea, problem.hint, Tone::plain));
    if (!open) return whole;
    if (shown.line > 0 && !shown.beside) {
        lines_part(app, id + "/lines", shown.line, whole);
    } else if (!problem.excerpt.empty()) {
        add(whole, muted(id + "/line", problem.excerpt));
    }
    Node go = row(8);
    const AuthorView& view = app.author.desk->view();
    if (!shown.scene.empty() && view.playable) {
        Node show = quiet(id + "/show", Icon::play, fill("Show scene {scene}"_en, {{"scene", shown.scene}}),
                          [&app, scene = shown.scene] { go_to_scene(app, scene); });
        show.name += ": " + problem.place;
        add(go, std::move(show));
    }
    if (!problem.jump.empty()) {
        Node copy = quiet(id + "/copy", Icon::document, "Copy the place"_en, [&app, jump = problem.jump] {
            if (app.hands.clipboard.write) app.hands.clipboard.write(jump);
            app.say(fill("Copied: {place}"_en, {{"place", jump}}), Tone::kept);
        });
        copy.name = fill("Copy the place: {place}"_en, {{"place", problem.place}});
        add(go, std::move(copy));
    }
    add(whole, std::move(go));
    return whole;
}

}  // namespace

void author_problem_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    add(into, heading("problems/title", 2, "What to mend"_en));
    if (view.problems.empty()) {
        add(into, view.checked ? status("problems/none", Icon::kept, "Nothing was found to mend."_en, Tone::kept)
                               : status("problems/none", Icon::waiting,
                                        view.form ? "The form is being checked."_en : "The case is being checked."_en,
                                        Tone::waiting));
        return;
    }
    add(into, muted("problems/lead",
                    view.form ? "Press one to see the place in the file. Mistakes come first: they keep the form from "
                                "being used."_en
                              : "Press one to see the place in the file. Mistakes come first: they keep the case from "
                                "being played."_en));
    size_t number = 0;
    for (const AuthorProblem& each : view.problems) {
        if (++number > most_shown) break;
        add(into, problem_row(app, each, number));
    }
    if (view.problems.size() > most_shown)
        add(into,
            muted("problems/more",
                  number_of<"And {n} more. Mend these first; the others may go with them. | And {n} more. Mend these "
                            "first; the others may go with them.">(view.problems.size() - most_shown)));
}

}  // namespace ntk::desktop
