#include <algorithm>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

struct StateLook {
    Tone tone;
    Icon icon;
};

StateLook look_of_state(const std::string& state) {
    if (state == "kept") return {Tone::kept, Icon::kept};
    if (state == "breached" || state == "missed") return {Tone::missed, Icon::missed};
    if (state == "repaired" || state == "excused") return {Tone::mended, Icon::mend};
    if (state == "contested") return {Tone::contested, Icon::balance};
    return {Tone::waiting, Icon::waiting};
}

std::string scene_words(const AuthorView& view, const std::string& id) {
    const OutlineScene* scene = view.outline.scene(id);
    return scene == nullptr || scene->title.empty() ? id : id + ", " + scene->title;
}

void way_parts(App& app, const AuthorView& view, Node& into) {
    const bool open = app.is_open("way");
    const std::string taken = view.way < view.ways.size() ? view.ways[view.way].words : "Step by step"_en;
    Node line = row(10);
    Node fold =
        disclosure("way", Icon::map,
                   fill(view.choices.empty() ? "Come to by: {way} (the start)"_en : "Come to by: {way} ({choices})"_en,
                        {{"way", taken}, {"choices", view.choices}}),
                   open, [&app] { app.toggle("way"); });
    fold.box = Box::secondary;
    add(line, std::move(fold));
    add(line, secondary("edit", Icon::pencil, "Change this scene"_en, [&app] {
            app.author.editing.clear();
            app.author.written.clear();
            app.message.clear();
            app.open_sheet(Sheet::author_edit);
        }));
    add(into, std::move(line));
    if (!open) return;
    Node ways = group("ways", "Ways that lead here"_en, 6);
    for (size_t i = 0; i < view.ways.size(); ++i)
        add(ways, radio("way/" + std::to_string(i + 1), view.ways[i].words,
                        view.ways[i].choices.empty() ? "The start"_en : view.ways[i].choices, view.way == i,
                        [&app, i] { app.author.desk->take_way(i); }));
    add(ways,
        muted("way/help", "For any other way, begin at an earlier scene and press \"Go on\" under an option."_en));
    add(into, std::move(ways));
}

void verdict_line(App& app, const VerdictView& verdict, const std::string& id, Node& into) {
    const StateLook look = look_of_state(verdict.state);
    const bool open = app.is_open(id);
    const std::string credit = verdict.credit.empty() ? "" : " (" + verdict.credit + ")";
    Node line = disclosure(id, look.icon, verdict.word + credit + ": " + verdict.norm + ", " + verdict.title, open,
                           [&app, id] { app.toggle(id); });
    line.tone = look.tone;
    line.pad_x = 6;
    add(into, std::move(line));
    if (!open) return;
    Node why = column(4);
    why.box = Box::quote;
    why.tone = look.tone;
    why.pad_x = 14;
    add(why, paragraph(id + "/because", verdict.because.empty() ? "No reason is given."_en : verdict.because));
    int n = 0;
    for (const std::string& fact : verdict.facts) add(why, muted(id + "/fact" + std::to_string(++n), fact));
    for (const std::string& excuse : verdict.excuses) add(why, muted(id + "/excuse" + std::to_string(++n), excuse));
    if (!verdict.better.empty()) add(why, note(id + "/better", Icon::idea, verdict.better, Tone::plain));
    add(into, std::move(why));
}

// The options that do something in the same words. What most of them do, such as the record that follows by itself, is
// told once for all.
std::vector<std::string> doing(const OptionTable& table, const std::string& act) {
    std::vector<std::string> ids;
    for (const OptionRow& row : table.rows)
        if (std::find(row.acts.begin(), row.acts.end(), act) != row.acts.end()) ids.push_back(row.id);
    return ids;
}

bool done_by_most(const OptionTable& table, const std::string& act) {
    const size_t count = doing(table, act).size();
    return count > 1 && 2 * count > table.rows.size();
}

void usual_acts(const OptionTable& table, Node& into) {
    std::vector<std::string> told;
    for (const OptionRow& row : table.rows)
        for (const std::string& act : row.acts) {
            if (!done_by_most(table, act) || std::find(told.begin(), told.end(), act) != told.end()) continue;
            std::string who;
            for (const std::string& id : doing(table, act)) who += (who.empty() ? "" : ", ") + id;
            told.push_back(act);
            add(into, note("usual/" + std::to_string(told.size()), Icon::right,
                           fill("Options {ids} also: {act}"_en, {{"ids", who}, {"act", act}}), Tone::plain));
        }
}

// Rules that are kept, folded to one line: what falls short is what an author looks for.
void kept_part(App& app, const std::vector<std::string>& kept, const std::string& id, const std::string& label,
               Node& into) {
    if (kept.empty()) return;
    const bool open = app.is_open(id);
    Node fold = disclosure(id, Icon::kept, label + ": " + number_of<"{n} rule | {n} rules">(kept.size()), open,
                           [&app, id] { app.toggle(id); });
    fold.tone = Tone::kept;
    fold.type = Type::body;
    fold.pad_x = 6;
    add(into, std::move(fold));
    int n = 0;
    for (const std::string& each : kept)
        if (open) add(into, muted(id + "/" + std::to_string(++n), each));
}

Node option_card(App& app, const AuthorView& view, const OptionRow& option) {
    const std::string id = "option/" + option.id;
    Node whole = card(id, fill("Option {id}"_en, {{"id", option.id}}));
    whole.gap = 6;
    add(whole, heading(id + "/title", 3,
                       option.form ? fill("Form {id}. {says}"_en, {{"id", option.id}, {"says", option.say}})
                                   : option.id + ". " + option.say));
    if (!option.problem.empty()) {
        add(whole,
            status(id + "/problem", Icon::info,
                   option.form ? fill("As it stands at first it cannot be sent: {why}"_en, {{"why", option.problem}})
                               : option.problem,
                   Tone::waiting));
        return whole;
    }
    int n = 0;
    for (const std::string& act : option.acts) {
        if (done_by_most(view.options, act)) continue;
        Node line = muted(id + "/act" + std::to_string(++n), act);
        line.icon = Icon::right;
        add(whole, std::move(line));
    }
    if (n == 0) add(whole, muted(id + "/no-act", "Nothing beside what is listed below the options."_en));
    n = 0;
    std::vector<std::string> kept;
    for (const VerdictView& each : option.verdicts) {
        ++n;
        if (each.state == "kept")
            kept.push_back(each.norm + ", " + each.title);
        else
            verdict_line(app, each, id + "/" + std::to_string(n), whole);
    }
    if (option.verdicts.size() == kept.size())
        add(whole, note(id + "/clean", Icon::kept, "Nothing falls short here."_en, Tone::kept));
    kept_part(app, kept, id + "/kept", fill("Kept by option {id}"_en, {{"id", option.id}}), whole);
    n = 0;
    for (const Unexpected& each : option.unexpected)
        add(whole, status(id + "/unexpected" + std::to_string(++n), Icon::question,
                          fill("{rule}: the file expects {expected}, and the rules say {found}."_en,
                               {{"rule", each.norm}, {"expected", each.expected}, {"found", each.found}}),
                          Tone::contested));
    for (const VerdictFlip& flip : view.flips)
        if (flip.option == option.id)
            add(whole, note(id + "/flip/" + flip.norm, Icon::balance,
                            fill("Changed: {rule} {before}, now {after}"_en,
                                 {{"rule", flip.norm}, {"before", flip.before}, {"after", flip.after}}),
                            Tone::accent));
    std::string leads = option.leads_to != "end"
                            ? fill("To {scene}"_en, {{"scene", scene_words(view, option.leads_to)}})
                        : option.ending.empty() ? "To the end"_en
                                                : fill("To the end: {ending}"_en, {{"ending", option.ending}});
    for (const std::string& meter : option.meters) leads += ", " + meter;
    Node foot = row(8);
    foot.at_bottom = true;
    Node where = muted(id + "/leads", leads);
    where.fill = true;
    where.min_width = 160;
    add(foot, std::move(where));
    if (option.leads_to != "end") {
        Node go = quiet(id + "/go", Icon::arrow_right, "Go on"_en, [&app, key = option.id] {
            app.author.desk->follow(key);
            app.hands.rewind("main");
            app.hands.focus_on("scene/title", true);
        });
        go.name = fill("Go on by option {id}"_en, {{"id", option.id}});
        go.text = "Go on"_en;
        add(foot, std::move(go));
    }
    add(whole, std::move(foot));
    return whole;
}

}  // namespace

void author_scene_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    Node title = heading("scene/title", 2, scene_words(view, view.scene));
    title.takes_focus = true;
    add(into, std::move(title));
    way_parts(app, view, into);
    if (!view.stuck.empty()) {
        add(into, status("stuck", Icon::info, view.stuck, Tone::waiting));
        return;
    }
    if (!view.changes.empty()) {
        Node changed = tinted("changed", "What is otherwise than in the file"_en, Tone::accent);
        for (const AuthorChange& each : view.changes) add(changed, paragraph("changed/" + each.id, each.words));
        add(into, std::move(changed));
    }
    Node story_column = column(12);
    story_column.max_width = measure;
    if (!view.page.when.empty()) {
        Node when = muted("when", view.page.when);
        when.icon = Icon::calendar;
        add(story_column, std::move(when));
    }
    story(view.page.blocks, "text", story_column);
    add(into, std::move(story_column));
    if (view.options.rows.empty()) {
        Node go = row(10);
        add(go, secondary("go-on", Icon::arrow_right, "Go on"_en, [&app] {
                app.author.desk->follow("");
                app.hands.rewind("main");
                app.hands.focus_on("scene/title", true);
            }));
        add(into, std::move(go));
        return;
    }
    add(into, heading("options/title", 2, "The options side by side"_en));
    add(into, muted("options/lead", "What each does, and the verdicts it would bring here and now."_en));
    Node cards = grid(340, 14);
    for (const OptionRow& option : view.options.rows) add(cards, option_card(app, view, option));
    add(into, std::move(cards));
    usual_acts(view.options, into);
    kept_part(app, view.options.kept_by_all, "kept-by-all", "Kept by every option here"_en, into);
}

}  // namespace ntk::desktop
