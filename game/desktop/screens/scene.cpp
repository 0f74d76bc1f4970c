#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

// Choosing an option a second time moves on to the button, so that Enter, Enter, Enter is enough, yet never surprises.
void choose(App& app, const std::string& id) {
    if (app.chosen == id) {
        app.hands.focus_on("confirm", true);
        return;
    }
    app.chosen = id;
    app.message.clear();
}

void confidence(App& app, Node& into) {
    Node how = group("sure", "How sure are you? You need not say."_en, 8);
    add(how, heading("sure/title", 3, "How sure are you? You need not say."_en));
    Node answers = grid(150, 8);
    const std::pair<int, std::string> levels[] = {
        {25, "Unsure"_en}, {50, "Fairly sure"_en}, {75, "Sure"_en}, {95, "Certain"_en}};
    for (const auto& [value, word] : levels) {
        add(answers, radio("sure/" + std::to_string(value), word, "", app.confidence == value,
                           [&app, level = value] { app.confidence = app.confidence == level ? -1 : level; }));
    }
    add(how, std::move(answers));
    add(into, std::move(how));
}

// "1 to 4", "A to C", "A, S and D", "Ctrl with 1 to 4".
std::string keys_in_words(ChoiceKeys keys, size_t count) {
    const int last = static_cast<int>(count);
    if (keys != ChoiceKeys::home_row) {
        return fill(keys == ChoiceKeys::control_digits ? "Ctrl with {first} to {last}"_en : "{first} to {last}"_en,
                    {{"first", choice_key(keys, 1)}, {"last", choice_key(keys, last)}});
    }
    std::vector<std::string> all;
    for (int n = 1; n <= last; ++n) all.push_back(choice_key(keys, n));
    return and_list(all);
}

}  // namespace

void scene_parts(App& app, const Page& page, Node& into) {
    meta_line(page, into);
    add(into, heading("title", 1, page.title));
    story(page.blocks, "text", into);
    if (page.choices.empty() && page.forms.empty()) {
        foot_message(app, into);
        Node go = row(12);
        add(go, primary("continue", "Continue"_en, [&app] { app.simple(Input::Kind::go_on); }));
        add_foot(into, std::move(go));
        return;
    }
    if (!page.choices.empty()) {
        Node options = group("options", "Your choices"_en, 9);
        add(options, heading("options/title", 2, "Your choices"_en));
        int number = 0;
        for (const Choice& each : page.choices) {
            ++number;
            add(options, option("choice/" + each.id, number, choice_key(app.settings.choice_keys, number), each.label,
                                app.chosen == each.id, [&app, id = each.id] { choose(app, id); }));
        }
        if (app.settings.choice_keys != ChoiceKeys::off && page.choices.size() > 1) {
            const std::string keys = keys_in_words(app.settings.choice_keys, std::min<size_t>(9, page.choices.size()));
            add(options, muted("keys", fill("Keys: {keys} choose. Nothing happens until you press \"Do this\"."_en,
                                            {{"keys", keys}})));
        }
        add(into, std::move(options));
        if (app.settings.ask_confidence) confidence(app, into);
    }
    foot_message(app, into);
    Node buttons = row(12);
    if (!page.choices.empty()) {
        Node act = primary("confirm", "Do this"_en, [&app] { app.do_chosen(); });
        for (const Choice& each : page.choices) {
            if (each.id == app.chosen) act.description = fill("You chose: {what}"_en, {{"what", each.label}});
        }
        add(buttons, std::move(act));
    }
    for (const ActForm& form : page.forms) {
        add(buttons, secondary("form/" + form.id, Icon::pencil, form.title, [&app, id = form.id] {
                app.form = id;
                app.message.clear();
                app.hands.rewind("main");
                app.hands.focus_on("title", true);
            }));
    }
    if (offers(page, "back")) {
        add(buttons, quiet("back", Icon::back, "Go back one decision"_en, [&app] { app.simple(Input::Kind::back); }));
    }
    if (offers(page, "skip")) {
        const std::string words =
            app.sitting() != nullptr ? "Leave this case and go on"_en : "Go to the debrief now"_en;
        add(buttons, quiet("skip", Icon::arrow_right, words, [&app] { app.simple(Input::Kind::skip); }));
    }
    add_foot(into, std::move(buttons));
}

void consequence_parts(App& app, const Page& page, Node& into) {
    meta_line(page, into);
    add(into, heading("title", 1, page.title.empty() ? "What followed"_en : page.title));
    story(page.blocks, "text", into);
    foot_message(app, into);
    Node buttons = row(12);
    add(buttons, primary("continue", "Continue"_en, [&app] { app.simple(Input::Kind::go_on); }));
    if (offers(page, "back")) {
        add(buttons, secondary("back", Icon::back, "Try the other way"_en, [&app] { app.simple(Input::Kind::back); }));
    }
    add_foot(into, std::move(buttons));
}

}  // namespace ntk::desktop
