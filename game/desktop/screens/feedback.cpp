#include <map>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

struct Look {
    Tone tone;
    Icon icon;
};

Look look_of(const std::string& state) {
    if (state == "kept") return {Tone::kept, Icon::kept};
    if (state == "breached" || state == "missed") return {Tone::missed, Icon::missed};
    if (state == "repaired") return {Tone::mended, Icon::mend};
    if (state == "excused") return {Tone::mended, Icon::info};
    if (state == "contested") return {Tone::contested, Icon::balance};
    return {Tone::waiting, Icon::waiting};
}

void list_of(const std::string& id, const std::string& label, const std::vector<std::string>& lines, Node& into) {
    if (lines.empty()) return;
    add(into, strong(id, label));
    int n = 0;
    for (const std::string& line : lines) {
        Node entry = paragraph(id + "/" + std::to_string(++n), line);
        entry.box = Box::quote;
        entry.pad_x = 16;
        add(into, std::move(entry));
    }
}

void labelled(const std::string& id, Icon icon, const std::string& label, const std::string& text, Node& into) {
    if (text.empty()) return;
    Node block = column(0);
    Node name = strong(id + "/label", label);
    name.icon = icon;
    name.ink = Ink::muted;
    add(block, std::move(name));
    add(block, paragraph(id, text));
    add(into, std::move(block));
}

Node verdict_card(App& app, const VerdictView& verdict, const std::string& id, int level) {
    const Look look = look_of(verdict.state);
    Node whole = edged(id, verdict.title + ": " + verdict.word, look.tone);
    Node top = row(12);
    Node state = strong(id + "/word", verdict.word + (verdict.credit.empty() ? "" : " (" + verdict.credit + ")"));
    state.icon = look.icon;
    state.tone = look.tone;
    state.ink = Ink::toned;
    add(top, std::move(state));
    std::string source;
    for (const std::string& each : verdict.headings) source += (source.empty() ? "" : " \xC2\xB7 ") + each;
    if (!source.empty()) add(top, muted(id + "/headings", source));
    if (verdict.critical) {
        Node critical = strong(id + "/critical", "Matters most"_en);
        critical.icon = Icon::flag;
        critical.tone = look.tone;
        critical.ink = Ink::toned;
        add(top, std::move(critical));
    }
    add(whole, std::move(top));
    add(whole, heading(id + "/title", level, verdict.title));
    whole.children.back().type = Type::strong;
    whole.children.back().before = 0;
    if (!verdict.because.empty()) add(whole, paragraph(id + "/because", verdict.because));
    labelled(id + "/better", Icon::idea, "What would have kept it"_en, verdict.better, whole);
    labelled(id + "/repair", Icon::mend, "You can still put it right"_en, verdict.repair, whole);
    if (app.page() != nullptr && offers(*app.page(), "what_if")) {
        const std::string asked = id + "/what-if";
        const bool open = app.is_open(asked);
        Node fold = disclosure(asked, Icon::again, fill("Change one fact: {rule}"_en, {{"rule", verdict.title}}), open,
                               [&app, asked] { app.toggle(asked); });
        fold.text = "Change one fact"_en;
        fold.max_width = 260;
        add(whole, std::move(fold));
        if (open) {
            Node told = paragraph(asked + "/told", app.what_if(asked, verdict));
            told.box = Box::quote;
            told.tone = Tone::accent;
            told.pad_x = 16;
            add(whole, std::move(told));
        }
    }
    const bool has_more = !verdict.facts.empty() || !verdict.excuses.empty() || !verdict.citations.empty();
    if (has_more) {
        const bool open = app.is_open(id);
        Node fold = disclosure(id + "/more", Icon::list, fill("Facts and source: {rule}"_en, {{"rule", verdict.title}}),
                               open, [&app, id] { app.toggle(id); });
        fold.text = "Facts and source"_en;
        fold.max_width = 260;
        add(whole, std::move(fold));
        if (open) {
            list_of(id + "/facts", "What this looked at"_en, verdict.facts, whole);
            list_of(id + "/excuses", "Exceptions that were tried"_en, verdict.excuses, whole);
            list_of(id + "/sources", "Where the rule comes from"_en, verdict.citations, whole);
        }
    }
    return whole;
}

}  // namespace

void verdict_cards(App& app, const std::vector<VerdictView>& verdicts, const std::string& prefix, int level,
                   Node& into) {
    std::map<std::string, int> met;  // a rule can speak more than once on a decision
    for (const VerdictView& each : verdicts) {
        const int again = met[each.norm]++;
        add(into, verdict_card(app, each, prefix + each.norm + (again > 0 ? "/" + std::to_string(again) : ""), level));
    }
}

void feedback_parts(App& app, const Page& page, Node& into) {
    const FeedbackView& told = page.feedback;
    meta_line(page, into);
    Node title = heading("title", 1, told.headline.empty() ? page.title : told.headline);
    for (const VerdictView& each : told.verdicts) {
        title.description += (title.description.empty() ? "" : "; ") + each.word + ": " + each.title;
    }
    add(into, std::move(title));
    story(page.blocks, "text", into);
    if (!told.tempting.empty()) {
        bool fell_short = false;
        for (const VerdictView& each : told.verdicts) fell_short |= each.state == "breached" || each.state == "missed";
        Node why = column(2);
        Node label = strong("tempting/label", fell_short ? "Why it tempts"_en : "About this choice"_en);
        label.ink = Ink::muted;
        add(why, std::move(label));
        add(why, paragraph("tempting", told.tempting));
        add(into, std::move(why));
    }
    verdict_cards(app, told.verdicts, page.id + "/", 2, into);
    if (!told.aloud.empty()) {
        Node say = group("aloud/group", "Words you could use"_en, 4);
        Node label = strong("aloud/label", "Words you could use"_en);
        label.icon = Icon::speech;
        label.tone = Tone::accent;
        label.ink = Ink::toned;
        add(say, std::move(label));
        Node words = paragraph("aloud", told.aloud);
        words.type = Type::italic;
        words.box = Box::quote;
        words.tone = Tone::accent;
        words.pad_x = 20;
        words.pad_y = 4;
        add(say, std::move(words));
        add(into, std::move(say));
    }
    foot_message(app, into);
    Node buttons = row(12);
    add(buttons, primary("continue", "Continue"_en, [&app] { app.simple(Input::Kind::go_on); }));
    if (offers(page, "back")) {
        add(buttons, secondary("back", Icon::back, "Try the other way"_en, [&app] { app.simple(Input::Kind::back); }));
    }
    add_foot(into, std::move(buttons));
}

}  // namespace ntk::desktop
