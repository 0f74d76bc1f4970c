#include <algorithm>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

// The pages of the assessment itself have ids of their own; those of its cases have the ids of scenes.
bool is_page(const Page& page, const char* which) { return page.id == std::string("assessment/") + which; }

// Under which name everything is kept, and what it is good for.
void pseudonym_card(App& app, Node& into) {
    Sitting& sitting = *app.sitting();
    Node whole = tinted("pseudonym", "Your pseudonym"_en, Tone::accent);
    whole.gap = 6;
    Node label = strong("pseudonym/label", "Your pseudonym: write it down"_en);
    label.icon = Icon::pencil;
    label.tone = Tone::accent;
    label.ink = Ink::toned;
    add(whole, std::move(label));
    add(whole, strong("pseudonym/itself", sitting.pseudonym()));
    add(whole,
        paragraph("pseudonym/use",
                  sitting.handed_in()
                      ? "With it you can ask for your result, for a copy of what is kept, and for it to be erased."_en
                      : "To go on later, open the assessment again, press \"I have begun before\" and type it. "
                        "Nobody can look it up for you in the results."_en));
    add(whole, quiet("pseudonym/copy", Icon::document, "Copy the pseudonym"_en, [&app] {
            if (app.hands.clipboard.write) app.hands.clipboard.write(app.sitting()->pseudonym());
            app.say("The pseudonym is copied."_en, Tone::kept);
        }));
    add(into, std::move(whole));
}

void take_up(App& app, const std::string& pseudonym) {
    const std::string refusal = app.sitting()->take_up(pseudonym);
    if (!refusal.empty()) {
        app.say(refusal, Tone::missed);
        app.hands.focus_on("before/pseudonym", true);
        return;
    }
    app.pseudonym = {};
    app.settle_on_page();
    app.say("This goes on where you left the assessment."_en, Tone::accent);
}

// For somebody who has a pseudonym already.
void begun_before(App& app, Node& into) {
    const bool open = app.is_open("before");
    add(into, disclosure("before", Icon::again, "I have begun before"_en, open, [&app] { app.toggle("before"); }));
    if (!open) return;
    Node whole = group("before/group", "Go on with your pseudonym"_en, 8);
    app.pseudonym.most = 200;
    add(whole, text_box("before/pseudonym", "Your pseudonym"_en, app.pseudonym));
    add(whole, secondary("before/go", Icon::arrow_right, "Go on where I was"_en,
                         [&app] { take_up(app, std::string(app.pseudonym.text)); }));
    add(into, std::move(whole));
}

void choose(App& app, const std::string& id) {
    Input input;
    input.kind = Input::Kind::choose;
    input.id = id;
    app.send(input);
}

void come_back(App& app) {
    const std::string refusal = app.sitting()->come_back();
    if (!refusal.empty()) return app.say(refusal, Tone::missed);
    app.settle_on_page();
}

// The answers of a page as buttons, the first one foremost, as the page has them.
void answers(App& app, const Page& page, Node& into) {
    Node buttons = page.choices.size() > 2 ? column(10) : row(12);
    bool first = true;
    for (const Choice& each : page.choices) {
        const std::string id = "answer/" + each.id;
        const auto press = [&app, pick = each.id] { choose(app, pick); };
        add(buttons, first ? primary(id, each.label, press) : secondary(id, Icon::none, each.label, press));
        first = false;
    }
    if (offers(page, "continue")) {
        const bool case_begins = page.id == "briefing";
        add(buttons,
            primary("continue", case_begins ? "Begin"_en : "Continue"_en, [&app] { app.simple(Input::Kind::go_on); }));
    }
    if (page.kind == PageKind::closed) {
        if (!app.sitting()->handed_in())
            add(buttons, primary("come-back", app.sitting()->begun() ? "Go on now"_en : "Back to the notice"_en,
                                 [&app] { come_back(app); }));
        const Press close = [&app] { app.quit = true; };
        add(buttons, app.sitting()->handed_in() ? primary("close", "Close the window"_en, close)
                                                : secondary("close", Icon::leave, "Close the window"_en, close));
    }
    if (buttons.children.empty()) return;
    // What is agreed to is read to its end first; a case begins from anywhere in its briefing.
    page.id == "briefing" ? add_foot(into, std::move(buttons)) : add(into, std::move(buttons));
}

void time_buttons(App& app, const std::string& prefix, Node& into) {
    add(into, secondary(prefix + "/more", Icon::clock, "More time"_en,
                        [&app] { app.time_told = app.sitting()->more_time(); }));
    add(into, secondary(prefix + "/off", Icon::none, "No limit"_en, [&app] {
            app.time_told = app.sitting()->lift_limit();
            if (app.sheet == Sheet::none) app.hands.focus_on("title", false);
        }));
}

}  // namespace

void sitting_parts(App& app, const Page& page, Node& into) {
    meta_line(page, into);
    add(into, heading("title", 1, page.title));
    story(page.blocks, "text", into);
    const bool left = is_page(page, "left") && app.sitting()->begun();
    const bool notice = is_page(page, "notice");
    if (left || notice || is_page(page, "between") || is_page(page, "done")) pseudonym_card(app, into);
    message_part(app, into);
    answers(app, page, into);
    if (notice) begun_before(app, into);
}

void sitting_leave_parts(App& app, Node& into) {
    add(into, heading("sheet-title", 1, "Leave now?"_en));
    if (app.sitting()->begun()) {
        add(into,
            paragraph("leave/lead",
                      "You can stop whenever you like, for any reason. Every decision you made is kept, and so is "
                      "your place."_en));
        pseudonym_card(app, into);
        add(into, paragraph("leave/support",
                            "If this case touches something in your own life, talk to somebody you trust, your "
                            "supervisor or your own doctor."_en));
    } else {
        add(into, paragraph("leave/lead", "You have not begun. If you leave now, nothing is kept about you."_en));
    }
    add(into, primary("leave/now", app.sitting()->begun() ? "Leave: my place is kept"_en : "Leave: nothing is kept"_en,
                      [&app] {
                          app.close_sheet();
                          app.simple(Input::Kind::leave);
                      }));
    add(into, secondary("leave/stay", Icon::back, "Stay"_en, [&app] { app.close_sheet(); }));
}

void sitting_time_parts(App& app, Node& into) {
    add(into, heading("sheet-title", 1, "Time"_en));
    const std::string& told = app.time_told;
    const std::string left = app.sitting()->time();
    if (!told.empty())
        add(into, status("time/told", Icon::clock, told, Tone::accent));
    else
        add(into, paragraph("time/left", left));
    add(into, paragraph("time/lead",
                        "When the time is over nothing is taken away. You can have more as often as you like, or do "
                        "without a limit; you need not say why, and it is not part of your result."_en));
    if (!left.empty()) time_buttons(app, "time", into);
}

Node sitting_time_strip(App& app) {
    Node strip = row(12);
    Sitting* sitting = app.sitting();
    if (sitting == nullptr || app.session()->finished()) return strip;
    const std::string left = sitting->time();
    if (app.time_told.empty() && !sitting->time_is_short()) return strip;
    strip.box = Box::bar;
    strip.pad_x = app.view.tight() ? 6.0F : 28.0F;
    strip.pad_y = 8;
    Node words = status("strip/words", Icon::clock, app.time_told.empty() ? left : app.time_told, Tone::accent);
    words.fill = true;
    words.min_width = std::min(420.0F, app.view.width - 24);
    add(strip, std::move(words));
    if (!left.empty()) time_buttons(app, "strip", strip);
    return strip;
}

}  // namespace ntk::desktop
