#include <algorithm>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

std::string case_words(const AuthorView& view, const std::string& id) {
    for (const AuthorFile& file : view.cases)
        if (file.name == id) return file.title.empty() ? id : id + "  " + file.title;
    return fill("{id}, which is not there"_en, {{"id", id}});
}

Node case_row(App& app, const AuthorView& view, size_t list, size_t at) {
    const std::vector<std::string>& cases = view.lists[list].cases;
    const std::string id = "form/" + std::to_string(list + 1) + "/" + cases[at];
    Node line = row(8);
    Node words = paragraph(id, std::to_string(at + 1) + ". " + case_words(view, cases[at]));
    words.fill = true;
    words.min_width = 220;
    add(line, std::move(words));
    AuthorEdit change;
    change.list = list;
    change.at = at;
    change.value = cases[at];
    const auto offer = [&](const std::string& key, Icon icon, const std::string& label, const std::string& done) {
        Node button = quiet(id + key, icon, label, [&app, change, done] { carry_out(app, change, done); });
        button.name = label + ": " + change.value;
        button.text = label;
        add(line, std::move(button));
    };
    change.kind = AuthorEdit::Kind::move_case;
    change.by = -1;
    if (at > 0) offer("/up", Icon::none, "Move up"_en, "The case is moved."_en);
    change.by = 1;
    if (at + 1 < cases.size()) offer("/down", Icon::none, "Move down"_en, "The case is moved."_en);
    change.kind = AuthorEdit::Kind::remove_case;
    offer("/remove", Icon::cross, "Take out"_en, fill("{case} is taken out."_en, {{"case", change.value}}));
    return line;
}

void new_case_part(App& app, const AuthorView& view, size_t list, Node& into) {
    const std::string id = "form/" + std::to_string(list + 1) + "/new";
    const bool open = app.is_open(id);
    add(into, disclosure(id, Icon::tick, "Add a case"_en, open, [&app, id] { app.toggle(id); }));
    if (!open) return;
    Node all = group(id + "/all", "Cases that can be added"_en, 4);
    const auto named = [&](const std::string& name) {
        return std::any_of(view.lists.begin(), view.lists.end(), [&](const AuthorFormList& each) {
            return std::find(each.cases.begin(), each.cases.end(), name) != each.cases.end();
        });
    };
    for (const AuthorFile& file : view.cases) {
        if (named(file.name)) continue;
        AuthorEdit change;
        change.kind = AuthorEdit::Kind::add_case;
        change.list = list;
        change.value = file.name;
        add(all, quiet(id + "/" + file.name, Icon::none, case_words(view, file.name), [&app, change, id] {
                carry_out(app, change, fill("{case} is added."_en, {{"case", change.value}}));
                app.hands.focus_on(id, true);
            }));
    }
    if (all.children.empty()) add(all, muted(id + "/none", "Every case of the folder is in the form."_en));
    add(into, std::move(all));
}

}  // namespace

void author_form_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    add(into, muted("form/lead",
                    "Each change is written into the file at once, comments and layout kept; what is then wrong "
                    "with the form stands below."_en));
    for (size_t list = 0; list < view.lists.size(); ++list) {
        add(into, heading("form/" + std::to_string(list + 1), 2, view.lists[list].words));
        for (size_t at = 0; at < view.lists[list].cases.size(); ++at) add(into, case_row(app, view, list, at));
        new_case_part(app, view, list, into);
    }
    author_problem_parts(app, into);
}

}  // namespace ntk::desktop
