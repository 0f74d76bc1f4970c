#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

size_t errors_in(const AuthorView& view) {
    size_t errors = 0;
    for (const AuthorProblem& each : view.problems) errors += each.problem.warning ? 0U : 1U;
    return errors;
}

std::string problems_label(const AuthorView& view) {
    if (view.problems.empty()) return view.checked ? "Nothing to mend"_en : "Problems"_en;
    const size_t errors = errors_in(view);
    return errors > 0 ? number_of<"{n} mistake | {n} mistakes">(errors)
                      : number_of<"{n} piece of advice | {n} pieces of advice">(view.problems.size());
}

void tabs(App& app, const AuthorView& view, Node& into) {
    Node line = row(4);
    const auto offer = [&](const std::string& pane, Icon icon, const std::string& label) {
        add(line, tab("pane/" + pane, icon, label, app.author.pane == pane, [&app, pane] { app.show_pane(pane); }));
    };
    offer("files", Icon::folder, "Files"_en);
    offer("problems", errors_in(view) > 0 ? Icon::missed : Icon::kept, problems_label(view));
    if (view.form) offer("form", Icon::list, "Cases of the form"_en);
    if (app.view.narrow() && !view.form) offer("outline", Icon::list, "Outline"_en);
    if (view.playable) {
        offer("scene", Icon::play, "Scene"_en);
        offer("what-if", Icon::balance, "What if"_en);
        offer("coverage", Icon::book, "Coverage"_en);
    }
    if (!view.form) offer("map", Icon::map, "Map"_en);
    add(into, std::move(line));
}

}  // namespace

void author_files_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    add(into, heading("files/title", 2, "Cases in this folder"_en));
    add(into, muted("files/folder", view.folder));
    if (view.files.empty()) {
        add(into, status("files/none", Icon::info,
                         "There is no case in this folder yet. Make one with: needtoknow new case"_en, Tone::waiting));
        return;
    }
    Node cards = grid(300, 10);
    for (const AuthorFile& file : view.files) {
        const std::string title = file.title.empty() ? "It cannot be read yet"_en
                                  : file.form        ? fill("Form: {title}"_en, {{"title", file.title}})
                                                     : file.title;
        add(cards, radio("file/" + file.name, file.name, title, file.path == view.path, [&app, path = file.path] {
                app.author.desk->open(path);
                app.show_pane(app.author.desk->view().form ? "form" : "problems");
                app.hands.focus_on("title", true);
            }));
    }
    add(into, std::move(cards));
}

void go_to_scene(App& app, const std::string& id) {
    app.author.desk->show_scene(id);
    app.show_pane("scene");
    app.hands.focus_on("scene/title", true);
}

void author_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    const std::string title = view.path.empty()            ? "Write and check cases"_en
                              : view.form                  ? view.form_title
                              : view.outline.title.empty() ? view.name
                                                           : view.outline.title;
    add(into, heading("title", 1, title));
    if (view.path.empty()) {
        add(into, paragraph("lead",
                            "Choose a case. Then change it in any editor: what you see here follows each time you "
                            "save, and stays where you were."_en));
        message_part(app, into);
        author_files_parts(app, into);
        return;
    }
    Node facts = row(18);
    Node file = muted("file", view.name);
    file.icon = Icon::document;
    file.min_width = 1;
    add(facts, std::move(file));
    if (!view.checked) {
        Node waiting = muted("checking", "Checking ..."_en);
        waiting.icon = Icon::waiting;
        waiting.min_width = 1;
        add(facts, std::move(waiting));
    }
    add(into, std::move(facts));
    if (!view.older.empty()) add(into, status("older", Icon::clock, view.older, Tone::waiting));
    tabs(app, view, into);
    message_part(app, into);
    const std::string& pane = app.author.pane;
    const bool plays = view.playable;
    if (pane == "files")
        author_files_parts(app, into);
    else if (view.form && pane == "form")
        author_form_parts(app, into);
    else if (pane == "outline")
        author_outline_parts(app, into);
    else if (pane == "map")
        author_map_parts(app, into);
    else if (pane == "scene" && plays)
        author_scene_parts(app, into);
    else if (pane == "what-if" && plays)
        author_what_if_parts(app, into);
    else if (pane == "coverage" && plays)
        author_coverage_parts(app, into);
    else
        author_problem_parts(app, into);
}

}  // namespace ntk::desktop
