#include "game/desktop/pictures.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

void briefing_parts(App& app, const Page& page, Node& into) {
    const CaseCard* shown = app.current_case();
    if (!app.view.low()) {
        const std::string setting = shown ? shown->setting : "";
        add(into, picture("picture", vignette_words(setting), 120,
                          [setting](Painter& p, const Rect& at) { draw_vignette(p, at, setting); }));
    }
    meta_line(page, into);
    add(into, heading("title", 1, page.title));
    story(page.blocks, "text", into);
    message_part(app, into);
    Node buttons = row(12);
    add(buttons, primary("continue", "Begin"_en, [&app] { app.simple(Input::Kind::go_on); }));
    if (offers(page, "skip")) {
        add(buttons,
            secondary("skip", Icon::arrow_right, "Skip this case"_en, [&app] { app.simple(Input::Kind::skip); }));
    }
    if (app.options.open_group && app.group() == nullptr && (shown == nullptr || shown->chairs.empty())) {
        add(buttons,
            secondary("group", Icon::people, "With a group"_en, [&app, id = app.case_id] { app.start_group(id); }));
    }
    add(buttons, secondary("other", Icon::home, "Choose another case"_en, [&app] { app.to_library(); }));
    add_foot(into, std::move(buttons));
}

void closed_parts(App& app, const Page& page, Node& into) {
    add(into, heading("title", 1, page.title.empty() ? "You have left the case"_en : page.title));
    story(page.blocks, "text", into);
    Node buttons = row(12);
    add(buttons, primary("library", "Back to all cases"_en, [&app] { app.to_library(); }));
    if (offers(page, "back")) {
        add(buttons,
            secondary("back", Icon::back, "Go back into the case"_en, [&app] { app.simple(Input::Kind::back); }));
    }
    if (offers(page, "replay")) {
        add(buttons, secondary("replay", Icon::again, "Play it again"_en, [&app] { app.simple(Input::Kind::replay); }));
    }
    add(into, std::move(buttons));
}

}  // namespace ntk::desktop
