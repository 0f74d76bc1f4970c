#include <algorithm>
#include <set>

#include "game/desktop/pictures.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

Node case_card(App& app, const CaseCard& shown) {
    const std::string id = "case/" + shown.id;
    Node whole = card(id, shown.title);
    whole.pad_x = 0;
    whole.pad_y = 0;
    whole.gap = 0;
    Node view = picture(id + "/picture", vignette_words(shown.setting), 92,
                        [setting = shown.setting](Painter& p, const Rect& at) {
                            const Rect inner{at.x + p.px(1), at.y + p.px(1), at.w - p.px(2), at.h - p.px(1)};
                            draw_vignette(p, inner, setting);
                            p.round_off(inner, p.px(7), p.colours().paper);
                        });
    add(whole, std::move(view));
    Node inside = column(8);
    inside.pad_x = 22;
    inside.pad_y = 18;
    add(inside, heading(id + "/title", 2, shown.title));
    Node role = note(id + "/role", Icon::person, "You are: " + shown.role, Tone::plain);
    role.type = Type::strong;
    add(inside, std::move(role));
    if (!shown.summary.empty()) add(inside, paragraph(id + "/summary", shown.summary));
    Node facts = row(18);
    if (!shown.minutes.empty()) {
        Node time = muted(id + "/minutes", shown.minutes);
        time.icon = Icon::clock;
        add(facts, std::move(time));
    }
    if (!shown.level.empty()) add(facts, muted(id + "/level", shown.level));
    if (!facts.children.empty()) add(inside, std::move(facts));
    if (!shown.neglect.empty()) {
        const std::string kinds = joined(shown.neglect);
        add(inside, muted(id + "/neglect", "Neglect: " + kinds));
    }
    if (!shown.content_note.empty()) {
        Node warning = muted(id + "/note", "Content: " + shown.content_note);
        warning.icon = Icon::care;
        add(inside, std::move(warning));
    }
    if (!shown.last_result.empty()) {
        Node last = note(id + "/last", Icon::kept, "Last time: " + shown.last_result, Tone::kept);
        add(inside, std::move(last));
    }
    add(whole, std::move(inside));

    Node buttons = row(10);
    buttons.pad_x = 22;
    buttons.pad_y = 18;
    buttons.at_bottom = true;
    const bool here = app.has_place_in(shown.id);
    const bool over = here && app.sessions.at(shown.id)->finished();
    const bool half_way = here || shown.resumable;
    if (half_way) {
        Node resume = primary(id + "/resume", (over ? "Back to the debrief: " : "Carry on: ") + shown.title,
                              [&app, key = shown.id] { app.start(key, true); });
        resume.text = over ? "Back to the debrief" : "Carry on";
        resume.min_height = 46;
        add(buttons, std::move(resume));
    }
    Press begin = [&app, key = shown.id] { app.start(key, false); };
    Node start = secondary(id + "/start", Icon::none, (half_way ? "Start again: " : "Start: ") + shown.title, begin);
    start.text = half_way ? "Start again" : "Start this case";
    start.name = start.text + ": " + shown.title;
    add(buttons, std::move(start));
    add(whole, std::move(buttons));
    return whole;
}

void filters(App& app, Node& into) {
    std::set<std::string> kinds;
    for (const CaseCard& each : app.options.cases) kinds.insert(each.neglect.begin(), each.neglect.end());
    if (app.options.cases.size() < 3 || kinds.size() < 2) return;
    std::string label =
        "Show: " + (app.neglect_filter.empty() ? std::string("all cases") : app.neglect_filter + " neglect");
    Node fold = disclosure("filter", Icon::filter, std::move(label), app.filters_open,
                           [&app] { app.filters_open = !app.filters_open; });
    fold.box = Box::secondary;
    fold.max_width = 420;
    add(into, std::move(fold));
    if (!app.filters_open) return;
    Node choices = group("filter/group", "Which kind of neglect?", 0);
    choices.flow = Flow::grid;
    choices.min_column = 240;
    choices.gap = 10;
    const auto choose = [&app](const std::string& which) { return [&app, which] { app.neglect_filter = which; }; };
    add(choices, radio("filter/all", "All cases", "", app.neglect_filter.empty(), choose("")));
    for (const std::string& kind : kinds) {
        add(choices, radio("filter/" + kind, kind, "", app.neglect_filter == kind, choose(kind)));
    }
    add(into, std::move(choices));
}

}  // namespace

void library_parts(App& app, Node& into) {
    into.gap = 20;
    add(into, heading("title", 1, "Who needs to know what, when, and how do you tell them?"));
    Node lead = paragraph("lead",
                          "Practise the decisions that share, or hold back, what could keep a child safe. Choose a "
                          "case. You can stop at any time, go back and try another way; nothing about you is kept.");
    lead.max_width = 760;
    add(into, std::move(lead));
    message_part(app, into);
    filters(app, into);
    Node cards = grid(360, 22);
    for (const CaseCard& each : app.options.cases) {
        const bool wanted = app.neglect_filter.empty() || std::find(each.neglect.begin(), each.neglect.end(),
                                                                    app.neglect_filter) != each.neglect.end();
        if (wanted) add(cards, case_card(app, each));
    }
    if (cards.children.empty()) {
        add(into,
            status("none", Icon::info, "No case was found. Put scenario files in the scenarios folder and start again.",
                   Tone::waiting));
    }
    add(into, std::move(cards));
    if (!app.options.footer.empty()) add(into, muted("footer", app.options.footer));
}

}  // namespace ntk::desktop
