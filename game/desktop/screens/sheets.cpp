#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

void words_parts(App&, const Page& page, Node& into) {
    add(into, heading("sheet-title", 1, "Glossary"));
    int n = 0;
    for (const Term& term : page.glossary) {
        const std::string id = "word/" + std::to_string(++n);
        Node entry = group(id, term.word, 0);
        add(entry, strong(id + "/word", term.word));
        add(entry, paragraph(id + "/meaning", term.meaning));
        add(into, std::move(entry));
    }
}

void advice_parts(App&, const Page& page, Node& into) {
    add(into, heading("sheet-title", 1, "Ask for advice"));
    add(into, paragraph("advice/lead", "You do not have to decide alone. These people can help you think it through:"));
    int n = 0;
    for (const std::string& each : page.advice) {
        Node who = note("advice/" + std::to_string(++n), Icon::person, each, Tone::accent);
        who.box = Box::chip;
        who.pad_x = 14;
        who.pad_y = 10;
        add(into, std::move(who));
    }
    add(into, muted("advice/how",
                    "Asking is a decision of its own. Where it can be made, it is among the options of the scene."));
}

void display_parts(App& app, Node& into) {
    add(into, heading("sheet-title", 1, "Text and colours"));
    add(into, heading("size/title", 2, "Size of the text"));
    add(into,
        status("size", Icon::none, "The text is at " + std::to_string(app.settings.text_percent) + "%.", Tone::accent));
    Node sizes = row(10);
    add(sizes, secondary("size/smaller", Icon::none, "Smaller",
                         [&app] { app.set_text_size(app.settings.text_percent - 25); }));
    add(sizes,
        secondary("size/larger", Icon::none, "Larger", [&app] { app.set_text_size(app.settings.text_percent + 25); }));
    add(sizes, secondary("size/normal", Icon::none, "100%", [&app] { app.set_text_size(100); }));
    add(into, std::move(sizes));
    add(into, muted("size/keys", "Keys: Ctrl and + or -, from 100% to 300%."));

    Node colours = group("theme", "Colours", 8);
    add(colours, heading("theme/title", 2, "Colours"));
    const std::pair<ThemeName, const char*> themes[] = {
        {ThemeName::light, "Light"}, {ThemeName::dark, "Dark"}, {ThemeName::high_contrast, "High contrast"}};
    for (const auto& [name, word] : themes) {
        add(colours, radio(std::string("theme/") + word, word, "", app.settings.theme == name, [&app, pick = name] {
                app.settings.theme = pick;
                app.change_settings();
            }));
    }
    add(into, std::move(colours));

    Node keys = group("keys", "Playing", 8);
    add(keys, heading("keys/title", 2, "Playing"));
    add(keys, check("keys/single", "Keys 1 to 9 choose an option", "Turn this off if you use speech or a switch.",
                    app.settings.single_keys, [&app] {
                        app.settings.single_keys = !app.settings.single_keys;
                        app.change_settings();
                    }));
    add(keys, check("keys/confidence", "Ask how sure I am at each decision", "To compare with the feedback afterwards.",
                    app.settings.ask_confidence, [&app] {
                        app.settings.ask_confidence = !app.settings.ask_confidence;
                        app.change_settings();
                    }));
    add(into, std::move(keys));
    add(into, muted("keys/help",
                    "Tab and the arrow keys move, Enter or Space presses, Escape goes back, Page Down reads on."));
}

void leave_parts(App& app, Node& into) {
    add(into, heading("sheet-title", 1, "Leave the case?"));
    add(into, paragraph("leave/lead",
                        "You can stop whenever you like, for any reason. If you leave for now, your place is kept, and "
                        "you can carry on from the list of all cases."));
    add(into, paragraph("leave/support",
                        "If this case touches something in your own life, talk to somebody you trust, your supervisor "
                        "or your own doctor."));
    add(into, primary("leave/now", "Leave for now", [&app] { app.to_library(); }));
    if (app.page() != nullptr && offers(*app.page(), "leave")) {
        add(into, secondary("leave/end", Icon::leave, "End the case; nothing is scored", [&app] {
                app.close_sheet();
                app.simple(Input::Kind::leave);
            }));
    }
    add(into, secondary("leave/stay", Icon::back, "Stay in the case", [&app] { app.close_sheet(); }));
}

void problem_parts(App& app, Node& into) {
    const CaseCard* shown = app.current_case();
    add(into, heading("title", 1, "This case cannot be played yet"));
    size_t errors = 0;
    for (const Problem& each : app.problems) errors += each.warning ? 0U : 1U;
    add(into, paragraph("lead", (shown ? "\"" + shown->title + "\" has " : std::string("The file has ")) +
                                    counted(errors, "mistake", "mistakes") +
                                    " to mend. Save the file and press \"Try again\"."));
    int n = 0;
    for (const Problem& each : app.problems) {
        const std::string id = "problem/" + std::to_string(++n);
        Node whole = edged(id, each.place, each.warning ? Tone::mended : Tone::missed);
        whole.gap = 6;
        Node top = row(14);
        Node code = strong(id + "/code", (each.warning ? "Advice " : "Mistake ") + each.code);
        code.icon = each.warning ? Icon::info : Icon::missed;
        code.tone = whole.tone;
        code.ink = Ink::toned;
        add(top, std::move(code));
        add(top, muted(id + "/place", each.place));
        add(whole, std::move(top));
        add(whole, strong(id + "/message", each.message));
        if (!each.excerpt.empty()) {
            Node line = paragraph(id + "/line", each.excerpt);
            line.box = Box::card;
            line.pad_x = 12;
            line.pad_y = 6;
            add(whole, std::move(line));
        }
        if (!each.hint.empty()) add(whole, note(id + "/hint", Icon::idea, each.hint, Tone::plain));
        add(into, std::move(whole));
    }
    Node buttons = row(12);
    add(buttons, primary("retry", "Try again", [&app] { app.start(app.case_id, false); }));
    add(buttons, secondary("library", Icon::home, "All cases", [&app] { app.to_library(); }));
    add(into, std::move(buttons));
}

}  // namespace ntk::desktop
