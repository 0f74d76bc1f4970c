#include "game/desktop/screens/group.h"

namespace ntk::desktop {

namespace {

void pause(App& app) {
    app.room.talking = true;
    app.hands.rewind("main");
    app.hands.focus_on("title", true);
}

}  // namespace

std::string votes_in_words(int count) { return number_of<"{n} vote | {n} votes">(static_cast<size_t>(count)); }

void vote_bars(App& app, int decision, Node& into) {
    const std::vector<VoteLine> lines = app.group()->vote_lines(decision);
    int total = 0;
    for (const VoteLine& line : lines) total += line.votes;
    if (total == 0) return;
    Node whole = group("votes", "How the group voted"_en, 12);
    add(whole, heading("votes/title", 2, "How the group voted"_en));
    for (const VoteLine& line : lines) {
        const std::string label = line.number > 0 ? std::to_string(line.number) + ". " + line.label : line.label;
        add(whole, bar("votes/" + line.id, label,
                       fill("{n} of {all}"_en, {{"n", std::to_string(line.votes)}, {"all", std::to_string(total)}}),
                       line.votes * 100 / total, line.taken ? "This is what the group did."_en : ""));
    }
    add(into, std::move(whole));
}

void group_buttons(App& app, const Page& page, Node& into) {
    Node line = row(12);
    add(line, secondary("pause", Icon::pause, "Pause and talk"_en, [&app] { pause(app); }));
    if (offers(page, "back") && page.kind == PageKind::scene)
        add(line, quiet("back", Icon::back, "Go back one decision"_en, [&app] { app.simple(Input::Kind::back); }));
    if (!app.session()->finished())
        add(line,
            quiet("skip", Icon::arrow_right, "Jump to the debrief"_en, [&app] { app.simple(Input::Kind::skip); }));
    add_foot(into, std::move(line));
}

void group_talk_parts(App& app, Node& into) {
    const GroupTalk talk = app.group()->talk();
    into.gap = 26;
    Node where = muted("where", talk.title);
    where.icon = Icon::pause;
    add(into, std::move(where));
    add(into, heading("title", 1, "Pause and talk"_en));
    if (!talk.divided.empty()) {
        Node divided = tinted("divided", "Practitioners are divided here"_en, Tone::contested);
        Node title = heading("divided/title", 2, "Practitioners are divided here"_en);
        title.icon = Icon::balance;
        add(divided, std::move(title));
        add(divided, paragraph("divided/text", talk.divided));
        add(into, std::move(divided));
    }
    int n = 0;
    for (const std::string& question : talk.questions) {
        Node large = paragraph("question/" + std::to_string(++n), question);
        large.type = n == 1 ? Type::title : Type::section;
        large.box = Box::quote;
        large.tone = Tone::accent;
        large.pad_x = 24;
        large.pad_y = 6;
        add(into, std::move(large));
    }
    if (const int decision = app.group()->decision(); decision >= 0) vote_bars(app, decision, into);
    Node buttons = row(12);
    add(buttons, primary("go-on", "Back to the case"_en, [&app] {
            app.room.talking = false;
            app.hands.focus_on("title", true);
        }));
    add_foot(into, std::move(buttons));
}

bool group_parts(App& app, const Page& page, Node& into) {
    if (app.room.talking) {
        group_talk_parts(app, into);
        return true;
    }
    if (!app.form.empty()) return false;
    switch (page.kind) {
        case PageKind::scene:
            app.room.deciding ? group_decide_parts(app, page, into) : group_vote_parts(app, page, into);
            return true;
        case PageKind::feedback: group_feedback_parts(app, page, into); return true;
        case PageKind::briefing: briefing_parts(app, page, into); break;
        case PageKind::consequence: consequence_parts(app, page, into); break;
        case PageKind::debrief: debrief_parts(app, page, into); break;
        default: return false;
    }
    group_buttons(app, page, into);
    return true;
}

}  // namespace ntk::desktop
