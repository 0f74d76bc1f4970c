#include <algorithm>

#include "game/desktop/screens/group.h"

namespace ntk::desktop {

namespace {

void held_parts(App& app, const Page& page, Node& into) {
    meta_line(page, into);
    add(into, heading("title", 1, page.title));
    story(page.blocks, "text", into);
    vote_bars(app, app.group()->decision(), into);
    add(into, paragraph("held", "What the rules say is held back until you show it. What does the group think?"_en));
    foot_message(app, into);
    Node buttons = row(12);
    add(buttons, primary("reveal", "Show what the rules say"_en, [&app] {
            app.group()->reveal();
            app.settle_on_page();
        }));
    add(buttons,
        secondary("continue", Icon::arrow_right, "Go on without it"_en, [&app] { app.simple(Input::Kind::go_on); }));
    if (offers(page, "back"))
        add(buttons, secondary("back", Icon::back, "Try the other way"_en, [&app] { app.simple(Input::Kind::back); }));
    add_foot(into, std::move(buttons));
}

}  // namespace

void group_feedback_parts(App& app, const Page& page, Node& into) {
    if (app.group()->holding()) {
        held_parts(app, page, into);
    } else {
        feedback_parts(app, page, into);
        Node votes = column(16);
        vote_bars(app, app.group()->decision(), votes);
        const auto chosen = std::find_if(into.children.begin(), into.children.end(),
                                         [](const Node& each) { return each.id == "text1"; });
        if (chosen != into.children.end() && !votes.children.empty())
            into.children.insert(chosen + 1, std::move(votes));
    }
    group_buttons(app, page, into);
}

}  // namespace ntk::desktop
