#include <algorithm>
#include <map>
#include <tuple>

#include "engine/play/skip.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

// A language as its speakers call it; its code where that is not known here.
std::string own_name(const std::string& code) {
    static const std::map<std::string, std::string> names = {
        {"cy", "Cymraeg"},   {"fr", "Français"}, {"ga", "Gaeilge"},    {"gd", "Gàidhlig"},    {"pl", "Polski"},
        {"pt", "Português"}, {"ro", "Română"},   {"ar", "العربية"},    {"ur", "اردو"},        {"bn", "বাংলা"},
        {"es", "Español"},   {"lt", "Lietuvių"}, {"uk", "Українська"}, {"en-XA", "«Éñglísh»"}};
    const auto found = names.find(code);
    return found == names.end() ? code : found->second;
}

}  // namespace

void words_parts(App&, const Page& page, Node& into) {
    add(into, heading("sheet-title", 1, "Glossary"_en));
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
    add(into, heading("sheet-title", 1, "Ask for advice"_en));
    add(into,
        paragraph("advice/lead", "You do not have to decide alone. These people can help you think it through:"_en));
    int n = 0;
    for (const std::string& each : page.advice) {
        Node who = note("advice/" + std::to_string(++n), Icon::person, each, Tone::accent);
        who.box = Box::chip;
        who.pad_x = 14;
        who.pad_y = 10;
        add(into, std::move(who));
    }
    add(into, muted("advice/how",
                    "Asking is a decision of its own. Where it can be made, it is among the options of the scene."_en));
}

void display_parts(App& app, Node& into) {
    add(into, heading("sheet-title", 1, "Text and colours"_en));
    if (!app.settings_problem.empty())
        add(into, status("settings-problem", Icon::info, app.settings_problem, Tone::missed));
    add(into, heading("size/title", 2, "Size of the text"_en));
    add(into, status("size", Icon::none,
                     fill("The text is at {percent}%."_en, {{"percent", std::to_string(app.settings.text_percent)}}),
                     Tone::accent));
    Node sizes = row(10);
    add(sizes, secondary("size/smaller", Icon::none, "Smaller"_en,
                         [&app] { app.set_text_size(app.settings.text_percent - 25); }));
    add(sizes, secondary("size/larger", Icon::none, "Larger"_en,
                         [&app] { app.set_text_size(app.settings.text_percent + 25); }));
    add(sizes, secondary("size/normal", Icon::none, "100%", [&app] { app.set_text_size(100); }));
    add(into, std::move(sizes));
    add(into, muted("size/keys", "Keys: Ctrl and + or -, from 100% to 300%."_en));

    Node colours = group("theme", "Colours"_en, 8);
    add(colours, heading("theme/title", 2, "Colours"_en));
    const std::tuple<ThemeName, std::string, std::string> themes[] = {
        {ThemeName::light, "theme/Light", "Light"_en},
        {ThemeName::dark, "theme/Dark", "Dark"_en},
        {ThemeName::high_contrast, "theme/High contrast", "High contrast"_en}};
    for (const auto& [name, id, word] : themes) {
        add(colours, radio(id, word, "", app.settings.theme == name, [&app, pick = name] {
                app.settings.theme = pick;
                app.change_settings();
            }));
    }
    add(into, std::move(colours));

    Node keys = group("keys", "Keys that choose an option"_en, 8);
    add(keys, heading("keys/title", 2, "Keys that choose an option"_en));
    const std::tuple<ChoiceKeys, std::string, std::string> layouts[] = {
        {ChoiceKeys::digits, "1 to 9"_en, ""},
        {ChoiceKeys::letters, "A to I"_en, ""},
        {ChoiceKeys::home_row, "A S D F G H J K L", "The keys of the middle row, from the left."_en},
        {ChoiceKeys::control_digits, "Ctrl with 1 to 9"_en, "Nothing happens by one key alone."_en},
        {ChoiceKeys::off, "No keys"_en, "For speech input or a switch; Tab and Enter still choose."_en}};
    for (const auto& [layout, words, detail] : layouts) {
        add(keys, radio("keys/" + std::to_string(static_cast<int>(layout)), words, detail,
                        app.settings.choice_keys == layout, [&app, pick = layout] {
                            app.settings.choice_keys = pick;
                            app.change_settings();
                        }));
    }
    add(into, std::move(keys));

    if (!app.options.languages.empty()) {
        Node languages = group("language", "Language"_en, 8);
        add(languages, heading("language/title", 2, "Language"_en));
        add(languages,
            radio("language/en-GB", "English", "", app.settings.language.empty(), [&app] { app.set_language(""); }));
        for (const std::string& code : app.options.languages)
            add(languages, radio("language/" + code, own_name(code), "", app.settings.language == code,
                                 [&app, code] { app.set_language(code); }));
        add(languages, muted("language/help",
                             "Of the program's words and of the cases you open from now on, as far as they are "
                             "translated. Assessments are taken in English."_en));
        add(into, std::move(languages));
    }

    Node voice = group("voice-group", "Reading aloud"_en, 8);
    add(voice, heading("voice/title", 2, "Reading aloud"_en));
    if (!app.voice_problem.empty()) add(voice, status("voice/problem", Icon::info, app.voice_problem, Tone::missed));
    add(voice, check("voice/on", "Read aloud what I come to"_en,
                     "F7 switches it on or off, F8 reads the whole page, F9 stops. Leave it off if you use a screen "
                     "reader; that reads everything without it."_en,
                     app.settings.speak, [&app] { app.switch_voice(); }));
    add(into, std::move(voice));

    Node playing = group("playing", "Playing"_en, 8);
    add(playing, heading("playing/title", 2, "Playing"_en));
    add(playing, check("keys/confidence", "Ask how sure I am at each decision"_en,
                       "To compare with the feedback afterwards."_en, app.settings.ask_confidence, [&app] {
                           app.settings.ask_confidence = !app.settings.ask_confidence;
                           app.change_settings();
                       }));
    add(into, std::move(playing));
    add(into, muted("keys/help",
                    "Tab and the arrow keys move, Enter or Space presses, Escape goes back, Page Down reads on. "
                    "Ctrl+Enter presses the filled button of the page, such as Continue, from wherever you are. "
                    "Ctrl+C copies all that the page says."_en));
}

void leave_parts(App& app, Node& into) {
    if (app.sitting() != nullptr) return sitting_leave_parts(app, into);
    add(into, heading("sheet-title", 1, "Leave the case?"_en));
    add(into, paragraph("leave/lead",
                        "You can stop whenever you like, for any reason. If you leave for now, your place is kept, and "
                        "you can carry on from the list of all cases."_en));
    add(into, paragraph("leave/support",
                        "If this case touches something in your own life, talk to somebody you trust, your supervisor "
                        "or your own doctor."_en));
    add(into, primary("leave/now", "Leave for now"_en, [&app] { app.to_library(); }));
    if (app.page() != nullptr && offers(*app.page(), "leave")) {
        add(into, secondary("leave/end", Icon::leave, "End the case; nothing is scored"_en, [&app] {
                app.close_sheet();
                app.simple(Input::Kind::leave);
            }));
    }
    add(into, secondary("leave/stay", Icon::back, "Stay in the case"_en, [&app] { app.close_sheet(); }));
}

void skip_scene_parts(App& app, Node& into) {
    add(into, heading("sheet-title", 1, "Skip this scene?"_en));
    add(into, paragraph("skip/lead", skip_promise()));
    add(into, primary("skip/now", "Yes, skip this scene"_en, [&app] {
            app.close_sheet();
            app.room.deciding = false;
            app.simple(Input::Kind::skip_scene);
        }));
    add(into, secondary("skip/stay", Icon::back, "Stay in this scene"_en, [&app] { app.close_sheet(); }));
}

}  // namespace ntk::desktop
