#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

void changes_part(App& app, const AuthorView& view, Node& into) {
    add(into, heading("changes/title", 2, "What is otherwise here"_en));
    if (view.changes.empty()) add(into, muted("changes/none", "Nothing: the scene stands as the file has it."_en));
    for (const AuthorChange& each : view.changes) {
        Node line = row(10);
        Node words = note("change/" + each.id, Icon::pencil, each.words, Tone::accent);
        words.fill = true;
        words.min_width = 200;
        add(line, std::move(words));
        Node undo = quiet("undo/" + each.id, Icon::back, "Take back"_en,
                          [&app, id = each.id] { app.author.desk->undo_change(id); });
        undo.name = fill("Take back: {what}"_en, {{"what", each.words}});
        add(line, std::move(undo));
        add(into, std::move(line));
    }
    Node buttons = row(10);
    add(buttons, secondary("change-fact", Icon::pencil, "Change a fact"_en, [&app] {
            app.author.subject.clear();
            app.author.fact.clear();
            app.open_sheet(Sheet::author_fact);
        }));
    if (view.changes.size() > 1)
        add(buttons,
            secondary("undo-all", Icon::back, "Take all back"_en, [&app] { app.author.desk->undo_change(""); }));
    add(into, std::move(buttons));
}

void meters_part(App& app, const AuthorView& view, Node& into) {
    if (view.meters.empty()) return;
    add(into, heading("meters/title", 2, "Meters"_en));
    add(into, muted("meters/lead", "They steer the story and its endings, and no verdict."_en));
    Node all = grid(250, 8);
    for (const AuthorView::Meter& meter : view.meters) {
        Node line = row(6);
        Node words =
            paragraph("meter/" + meter.name, fill(meter.changed ? "{meter}: {n}, changed"_en : "{meter}: {n}"_en,
                                                  {{"meter", meter.name}, {"n", std::to_string(meter.value)}}));
        words.fill = true;
        words.min_width = 110;
        add(line, std::move(words));
        for (const int by : {-1, 1}) {
            Node step =
                quiet("meter/" + meter.name + (by < 0 ? "/less" : "/more"), Icon::none, by < 0 ? "-1" : "+1",
                      [&app, name = meter.name, to = meter.value + by] { app.author.desk->set_meter(name, to); });
            step.name = fill(by < 0 ? "{meter} one less"_en : "{meter} one more"_en, {{"meter", meter.name}});
            step.text = by < 0 ? "-1" : "+1";
            add(line, std::move(step));
        }
        add(all, std::move(line));
    }
    add(into, std::move(all));
}

void flip_lines(const std::vector<VerdictFlip>& flips, const std::string& id, Node& into) {
    int n = 0;
    for (const VerdictFlip& flip : flips)
        add(into, note(id + "/" + std::to_string(++n), Icon::balance,
                       fill("Option {id}, {rule}: {before}, then {after}"_en, {{"id", flip.option},
                                                                               {"rule", flip.norm + " " + flip.title},
                                                                               {"before", flip.before},
                                                                               {"after", flip.after}}),
                       Tone::plain));
}

void flip_table_part(App& app, const AuthorView& view, Node& into) {
    if (view.options.rows.empty()) return;
    add(into, heading("flips/title", 2, "One fact at a time"_en));
    add(into, muted("flips/lead",
                    "Each fact that a verdict here looks at, and every fact of the case, set otherwise: "
                    "what would come out differently?"_en));
    if (view.flips_tried < view.flips_to_try)
        add(into, status("flips/working", Icon::waiting,
                         fill("Tried {n} of {all}."_en,
                              {{"n", std::to_string(view.flips_tried)}, {"all", std::to_string(view.flips_to_try)}}),
                         Tone::waiting));
    else
        add(into,
            muted("flips/tried",
                  fill(number_of<"{n} change turns a verdict, of {all} tried. | {n} changes turn a verdict, of {all} "
                                 "tried.">(view.flip_table.size()),
                       {{"all", std::to_string(view.flips_to_try)}})));
    for (const FactFlip& each : view.flip_table) {
        const std::string id = "flip/" + each.id;
        const bool open = app.is_open(id);
        add(into, disclosure(id, Icon::balance,
                             each.words + " (" + number_of<"{n} verdict | {n} verdicts">(each.flips.size()) + ")", open,
                             [&app, id] { app.toggle(id); }));
        if (!open) continue;
        Node lines = column(4);
        lines.box = Box::quote;
        lines.tone = Tone::accent;
        lines.pad_x = 16;
        flip_lines(each.flips, id, lines);
        add(into, std::move(lines));
    }
}

void fact_values(App& app, const SettableFact& fact, Node& into) {
    Node values = group("values", fact.name, 6);
    for (size_t i = 0; i < fact.values.size(); ++i) {
        const FactValue& value = fact.values[i];
        const std::string id = "value/" + std::to_string(i + 1);
        Press set = [&app, path = fact.path, i] { app.author.desk->set_fact(path, i); };
        add(values, fact.list ? check(id, value.words, "", value.now, std::move(set))
                              : radio(id, value.words, "", value.now, std::move(set)));
    }
    add(into, std::move(values));
}

}  // namespace

void author_what_if_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    Node scene = paragraph(
        "what-if/scene", fill("At scene {scene}"_en,
                              {{"scene", view.page.title.empty() ? view.scene : view.scene + ", " + view.page.title}}));
    scene.type = Type::strong;
    add(into, std::move(scene));
    if (!view.stuck.empty()) {
        add(into, status("stuck", Icon::info, view.stuck, Tone::waiting));
        return;
    }
    changes_part(app, view, into);
    if (!view.changes.empty() && !view.options.rows.empty()) {
        add(into, heading("together/title", 2, "What all of this turns"_en));
        if (view.flips.empty()) add(into, muted("together/none", "No verdict on any option here."_en));
        flip_lines(view.flips, "together", into);
    }
    flip_table_part(app, view, into);
    meters_part(app, view, into);
}

void author_fact_sheet(App& app, Node& into) {
    add(into, heading("sheet-title", 1, "Change a fact"_en));
    add(into,
        muted("fact/lead",
              fill("As if it had come to light on arriving at scene {scene}. Nothing is written into the file."_en,
                   {{"scene", app.author.desk->view().scene}})));
    for (const FactSubject& subject : app.author.desk->facts()) {
        const bool open = app.author.subject == subject.id;
        add(into, disclosure("subject/" + subject.id, Icon::person, subject.name, open, [&app, id = subject.id, open] {
                app.author.subject = open ? "" : id;
                app.author.fact.clear();
            }));
        if (!open) continue;
        for (const SettableFact& fact : subject.facts) {
            const bool shown = app.author.fact == fact.path;
            add(into, disclosure("fact/" + fact.path, Icon::pencil, fact.name + ": " + fact.now, shown,
                                 [&app, path = fact.path, shown] { app.author.fact = shown ? "" : path; }));
            if (shown) fact_values(app, fact, into);
        }
    }
}

}  // namespace ntk::desktop
