#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

constexpr const char* foot_id = "foot";

}  // namespace

void add_foot(Node& into, Node buttons) {
    if (into.children.empty() || into.children.back().id != foot_id) {
        Node foot = column(10);
        foot.id = foot_id;
        add(into, std::move(foot));
    }
    std::vector<Node>& parts = into.children.back().children;
    if (!parts.empty() && parts.back().flow == Flow::row && buttons.flow == Flow::row) {
        for (Node& each : buttons.children) add(parts.back(), std::move(each));
    } else {
        parts.push_back(std::move(buttons));
    }
}

void foot_message(App& app, Node& into) {
    Node told = column(10);
    message_part(app, told);
    for (Node& part : told.children) add_foot(into, std::move(part));  // its button joins those that follow
}

Node page_with_foot(Node main) {
    std::vector<Node>& parts = main.children.front().children;
    if (parts.empty() || parts.back().id != foot_id) return main;
    Node inside = std::move(parts.back());
    parts.pop_back();
    inside.max_width = main.children.front().max_width;
    inside.centred = true;
    inside.pad_x = main.children.front().pad_x;
    inside.to_edge = true;  // buttons may stand in a longer row than is good for lines of words
    for (Node& part : inside.children) {
        if (part.flow != Flow::row) part.max_width = inside.max_width - 2 * inside.pad_x;
    }
    Node held = column(0);
    held.fill = true;
    add(held, std::move(inside));
    Node gutter;  // as wide as the scroll bar above
    gutter.width = 14;
    Node line = row(0);
    line.pad_x = main.pad_x;
    line.pad_y = 12;
    add(line, std::move(held));
    add(line, std::move(gutter));
    Node below = column(0);
    add(below, rule());
    add(below, std::move(line));
    Node whole;
    whole.flow = Flow::stack;
    whole.fill = true;
    add(whole, std::move(main));
    add(whole, std::move(below));
    return whole;
}

}  // namespace ntk::desktop
