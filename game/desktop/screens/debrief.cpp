#include <map>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

void tabs(App& app, Node& into) {
    struct Entry {
        const char* id;
        Icon icon;
        std::string word;
    };
    const Entry entries[] = {{"ending", Icon::child, "The ending"_en},
                             {"scores", Icon::balance, "Scores"_en},
                             {"decisions", Icon::list, "Decisions"_en},
                             {"map", Icon::map, "Map"_en},
                             {"reflect", Icon::pencil, "Reflect"_en}};
    Node line = row(8);
    line.role = Role::group;
    line.id = "tabs";
    line.name = "Parts of the debrief"_en;
    for (const Entry& each : entries) {
        add(line, tab(std::string("tab/") + each.id, each.icon, each.word, app.debrief_tab == each.id,
                      [&app, id = each.id] { app.debrief_tab = id; }));
    }
    add(into, std::move(line));
    add(into, rule());
}

void events(const std::vector<EventView>& all, const std::string& prefix, Node& into) {
    int n = 0;
    for (const EventView& each : all) {
        const std::string id = prefix + std::to_string(++n);
        Node entry = column(0);
        entry.box = Box::quote;
        entry.tone = Tone::accent;
        entry.pad_x = 18;
        entry.pad_y = 2;
        if (!each.when.empty()) add(entry, muted(id + "/when", each.when));
        add(entry, paragraph(id, each.text));
        add(into, std::move(entry));
    }
}

void ending(const DebriefView& told, Node& into) {
    if (!told.ending_text.empty()) add(into, paragraph("ending/text", told.ending_text));
    if (!told.childs_week.empty()) {
        add(into, heading("week/title", 2, "The child's week"_en));
        add(into, paragraph("week/text", told.childs_week));
    }
    if (!told.childs_days.empty()) {
        add(into, heading("days/title", 2, "How it was at each point"_en));
        events(told.childs_days, "day/", into);
    }
    const bool early = told.overall.percent < 0;  // the scores are a heading of their own, unless there are none
    if (early && !told.summary.empty()) add(into, note("summary/text", Icon::info, told.summary, Tone::accent));
}

void lines(const std::string& id, const std::string& title, const std::vector<ScoreLine>& all, Node& into) {
    if (all.empty()) return;
    Node whole = card(id, title);
    whole.gap = 14;
    add(whole, heading(id + "/title", 2, title));
    for (const ScoreLine& each : all) {
        const std::string chances = each.opportunities > 0
                                        ? number_of<"{n} chance | {n} chances">(static_cast<size_t>(each.opportunities))
                                        : "";
        add(whole, bar(id + "/" + each.id, each.label, each.score + (chances.empty() ? "" : ", " + chances),
                       each.percent, ""));
    }
    add(into, std::move(whole));
}

void scores(const DebriefView& told, Node& into) {
    Node whole = card("overall", "Overall"_en);
    add(whole, heading("overall/title", 2, "Overall"_en));
    add(whole, bar("overall/bar", told.overall.label.empty() ? "Overall"_en : told.overall.label, told.overall.score,
                   told.overall.percent, ""));
    if (!told.summary.empty()) add(whole, paragraph("overall/summary", told.summary));
    add(into, std::move(whole));
    if (!told.criticals.empty()) {
        Node matters = tinted("criticals", "What matters most"_en, Tone::missed);
        add(matters, heading("criticals/title", 2, "What matters most"_en));
        int n = 0;
        for (const std::string& each : told.criticals) {
            add(matters, note("criticals/" + std::to_string(++n), Icon::flag, each, Tone::missed));
        }
        add(into, std::move(matters));
    }
    if (!told.balance.empty()) {
        Node lean = tinted("balance", "Your balance"_en, Tone::mended);
        add(lean, heading("balance/title", 2, "Your balance between sharing and holding back"_en));
        add(lean, note("balance/text", Icon::balance, told.balance, Tone::mended));
        add(into, std::move(lean));
    }
    lines("strands", "Protect, privacy, process"_en, told.strands, into);
    lines("rules", "The seven golden rules"_en, told.rules, into);
    lines("points", "The nine local points"_en, told.points, into);
}

void decisions(App& app, const DebriefView& told, Node& into) {
    int n = 0;
    for (const DecisionView& each : told.decisions) {
        const std::string id = "decision/" + std::to_string(++n);
        Node whole = card(id, each.title);
        add(whole, heading(id + "/title", 2, std::to_string(n) + ". " + each.title));
        if (!each.when.empty()) {
            Node when = muted(id + "/when", each.when);
            when.icon = Icon::calendar;
            add(whole, std::move(when));
        }
        Node chosen =
            note(id + "/chosen", Icon::arrow_right,
                 each.skipped ? each.chosen : fill("You chose: {what}"_en, {{"what", each.chosen}}), Tone::accent);
        add(whole, std::move(chosen));
        std::map<std::string, size_t> counts;
        for (const VerdictView& verdict : each.verdicts) ++counts[verdict.word];
        std::string tally;
        for (const auto& [word, count] : counts) {
            tally += (tally.empty() ? "" : " · ") + word + ": " + std::to_string(count);
        }
        if (!tally.empty()) add(whole, muted(id + "/tally", tally));
        const bool open = app.is_open(id);
        if (!each.verdicts.empty()) {
            Node fold =
                disclosure(id + "/fold", Icon::list,
                           fill(number_of<"{n} verdict on decision {number} | {n} verdicts on decision {number}">(
                                    each.verdicts.size()),
                                {{"number", std::to_string(n)}}),
                           open, [&app, id] { app.toggle(id); });
            fold.max_width = 340;
            add(whole, std::move(fold));
        }
        if (open) {
            verdict_cards(app, each.verdicts, id + "/", 3, whole);
        }
        add(into, std::move(whole));
    }
}

void reflect(App& app, const DebriefView& told, Node& into) {
    if (!told.objectives.empty()) {
        add(into, heading("objectives/title", 2, "What this case is for"_en));
        int n = 0;
        for (const std::string& each : told.objectives) {
            add(into, note("objective/" + std::to_string(++n), Icon::flag, each, Tone::accent));
        }
    }
    if (!told.questions.empty()) {
        add(into, heading("questions/title", 2, "To think or talk about"_en));
        int n = 0;
        for (const std::string& each : told.questions) {
            add(into, note("question/" + std::to_string(++n), Icon::speech, each, Tone::accent));
        }
    }
    add(into, heading("note/title", 2, "Your note"_en));
    add(into,
        muted("note/help", "It goes into the report you save, and nowhere else. Name no real child or family."_en));
    add(into, text_box("note", "What will you do differently next week?"_en, app.reflections[app.note_key()]));
}

void save(App& app) {
    app.save_report();
    app.hands.focus_on("save", true);
}

}  // namespace

void debrief_parts(App& app, const Page& page, Node& into) {
    const DebriefView& told = page.debrief;
    Node over = muted("over", "How it ended"_en);
    over.icon = Icon::book;
    add(into, std::move(over));
    add(into, heading("title", 1, told.ending_title.empty() ? page.title : told.ending_title));
    story(page.blocks, "text", into);
    tabs(app, into);
    if (app.debrief_tab == "ending") ending(told, into);
    if (app.debrief_tab == "scores") scores(told, into);
    if (app.debrief_tab == "decisions") decisions(app, told, into);
    if (app.debrief_tab == "map") add(into, path_map(told.map));
    if (app.debrief_tab == "reflect") reflect(app, told, into);
    Node again = row(12);
    if (offers(page, "replay")) {
        add(again, secondary("replay", Icon::again, "Play it again"_en, [&app] { app.simple(Input::Kind::replay); }));
    }
    if (offers(page, "back")) {
        add(again,
            secondary("back", Icon::back, "Try the last decision again"_en, [&app] { app.simple(Input::Kind::back); }));
    }
    add(into, rule());
    if (!again.children.empty()) add(into, std::move(again));
    if (!told.versions.empty()) add(into, muted("versions", told.versions));
    foot_message(app, into);
    Node buttons = row(12);
    const bool goes_on = offers(page, "continue");  // a look back at one chair of a jigsaw
    if (goes_on) add(buttons, primary("continue", "Continue"_en, [&app] { app.simple(Input::Kind::go_on); }));
    if (app.options.save_report) {
        Node keep = goes_on ? secondary("save", Icon::save, "Save the report"_en, [&app] { save(app); })
                            : primary("save", "Save the report"_en, [&app] { save(app); });
        keep.icon = Icon::save;
        add(buttons, std::move(keep));
    }
    if (app.options.save_paper) {
        add(buttons, secondary("paper", Icon::document, "Save as PDF"_en, [&app] {
                app.save_paper();
                app.hands.focus_on("paper", true);
            }));
    }
    add(buttons, secondary("library", Icon::home, "All cases"_en, [&app] { app.to_library(); }));
    add_foot(into, std::move(buttons));
}

}  // namespace ntk::desktop
