#include "game/desktop/ui.h"

#include "game/desktop/paint.h"
#include "game/desktop/text_edit.h"

namespace ntk::desktop {

namespace {

constexpr float beside_others = 48;  // buttons that stand in one row are of one height
constexpr float target = 44;         // the least height of anything that can be pressed

Node leaf(Role role, std::string id, std::string text) {
    Node node;
    node.role = role;
    node.id = std::move(id);
    node.name = text;
    node.text = std::move(text);
    return node;
}

Node pressable(std::string id, Icon icon, std::string label, Press press, Box box) {
    Node node = leaf(Role::button, std::move(id), std::move(label));
    node.icon = icon;
    node.press = std::move(press);
    node.box = box;
    node.type = Type::strong;
    node.pad_x = 18;
    node.pad_y = 8;
    node.min_height = target;
    node.min_width = target;
    return node;
}

// A choice with a mark, its label, and a line of detail under it.
Node marked(Role role, Mark mark, std::string id, std::string label, std::string detail, bool chosen, Press press) {
    Node node = column(2);
    node.role = role;
    node.id = std::move(id);
    node.name = label;
    node.description = detail;
    node.checked = chosen;
    node.press = std::move(press);
    node.box = Box::choice;
    node.closed = true;
    node.pad_x = 14;
    node.pad_y = 9;
    node.min_height = target;
    Node line = leaf(Role::none, "", std::move(label));
    line.mark = mark;
    line.checked = chosen;
    add(node, std::move(line));
    if (!detail.empty()) {
        Node more = row(0);
        Node indent = space(1);
        indent.width = 38;
        add(more, std::move(indent));
        Node text = leaf(Role::none, "", std::move(detail));
        text.ink = Ink::muted;
        text.fill = true;
        add(more, std::move(text));
        add(node, std::move(more));
    }
    return node;
}

}  // namespace

Node column(float gap) {
    Node node;
    node.flow = Flow::column;
    node.gap = gap;
    return node;
}

Node row(float gap) {
    Node node;
    node.flow = Flow::row;
    node.gap = gap;
    return node;
}

Node grid(float min_column, float gap) {
    Node node;
    node.flow = Flow::grid;
    node.min_column = min_column;
    node.gap = gap;
    return node;
}

Node scroll(std::string id) {
    Node node;
    node.flow = Flow::scroll;
    node.id = std::move(id);
    return node;
}

void add(Node& parent, Node child) { parent.children.push_back(std::move(child)); }

Node heading(std::string id, int level, std::string text) {
    Node node = leaf(Role::heading, std::move(id), std::move(text));
    node.level = level;
    node.type = level == 1 ? Type::title : level == 2 ? Type::section : Type::strong;
    node.before = level == 2 ? 10 : 0;
    node.takes_focus = level == 1 || node.id == "title";
    return node;
}

Node paragraph(std::string id, std::string text) { return leaf(Role::text, std::move(id), std::move(text)); }

Node muted(std::string id, std::string text) {
    Node node = paragraph(std::move(id), std::move(text));
    node.ink = Ink::muted;
    return node;
}

Node strong(std::string id, std::string text) {
    Node node = paragraph(std::move(id), std::move(text));
    node.type = Type::strong;
    return node;
}

Node chip(std::string id, Icon icon, std::string text, Tone tone) {
    Node node = strong(std::move(id), std::move(text));
    node.icon = icon;
    node.tone = tone;
    node.ink = Ink::toned;
    node.box = Box::chip;
    node.pad_x = 10;
    node.pad_y = 3;
    node.min_width = 1;  // as wide as its words
    return node;
}

Node note(std::string id, Icon icon, std::string text, Tone tone) {
    Node node = paragraph(std::move(id), std::move(text));
    node.icon = icon;
    node.tone = tone;
    return node;
}

Node primary(std::string id, std::string label, Press press) {
    Node node = pressable(std::move(id), Icon::none, std::move(label), std::move(press), Box::primary);
    node.trailing = Icon::none;
    node.pad_x = 26;
    node.min_height = beside_others;
    return node;
}

Node secondary(std::string id, Icon icon, std::string label, Press press) {
    Node node = pressable(std::move(id), icon, std::move(label), std::move(press), Box::secondary);
    node.min_height = beside_others;
    return node;
}

Node quiet(std::string id, Icon icon, std::string label, Press press) {
    Node node = pressable(std::move(id), icon, std::move(label), std::move(press), Box::quiet);
    node.type = Type::body;
    node.pad_x = 12;
    return node;
}

Node option(std::string id, int number, std::string key, std::string label, bool chosen, Press press) {
    Node node = leaf(Role::radio, std::move(id), std::move(label));
    node.badge = std::move(key);
    node.description = fill("Option {number}"_en, {{"number", std::to_string(number)}});
    node.checked = chosen;
    node.press = std::move(press);
    node.box = Box::choice;
    node.pad_x = 16;
    node.pad_y = 11;
    node.min_height = 52;
    return node;
}

Node radio(std::string id, std::string label, std::string detail, bool chosen, Press press) {
    return marked(Role::radio, Mark::radio, std::move(id), std::move(label), std::move(detail), chosen,
                  std::move(press));
}

Node check(std::string id, std::string label, std::string detail, bool chosen, Press press) {
    return marked(Role::checkbox, Mark::check, std::move(id), std::move(label), std::move(detail), chosen,
                  std::move(press));
}

Node disclosure(std::string id, Icon icon, std::string label, bool open, Press press) {
    Node node = pressable(std::move(id), icon, std::move(label), std::move(press), Box::quiet);
    node.expanded = open ? 1 : 0;
    node.trailing = open ? Icon::down : Icon::right;
    node.pad_x = 10;
    return node;
}

Node tab(std::string id, Icon icon, std::string label, bool showing, Press press) {
    Node node = pressable(std::move(id), icon, std::move(label), std::move(press), showing ? Box::choice : Box::quiet);
    node.role = Role::tab;
    node.checked = showing;
    node.pad_x = 14;
    return node;
}

Node text_box(std::string id, const std::string& label, TextEdit& edit) {
    Node whole = column(6);
    Node caption = leaf(Role::none, "", label);
    caption.type = Type::strong;
    add(whole, std::move(caption));
    Node box = leaf(Role::textbox, std::move(id), "");
    box.name = label;
    box.edit = &edit;
    box.box = Box::field;
    box.pad_x = 14;
    box.pad_y = 12;
    box.min_height = 132;
    add(whole, std::move(box));
    return whole;
}

Node line_box(std::string id, const std::string& label, TextEdit& edit, Press enter) {
    edit.one_line = true;
    Node whole = text_box(std::move(id), label, edit);
    whole.children.back().min_height = 50;
    whole.children.back().enter = std::move(enter);
    return whole;
}

Node group(std::string id, std::string name, float gap) {
    Node node = column(gap);
    node.role = Role::group;
    node.id = std::move(id);
    node.name = std::move(name);
    return node;
}

Node card(std::string id, std::string name) {
    Node node = group(std::move(id), std::move(name), 10);
    node.box = Box::card;
    node.pad_x = 20;
    node.pad_y = 18;
    return node;
}

Node tinted(std::string id, std::string name, Tone tone) {
    Node node = group(std::move(id), std::move(name), 10);
    node.box = Box::tint;
    node.tone = tone;
    node.pad_x = 22;
    node.pad_y = 16;
    return node;
}

Node edged(std::string id, std::string name, Tone tone) {
    Node node = tinted(std::move(id), std::move(name), tone);
    node.box = Box::edged;
    return node;
}

Node status(std::string id, Icon icon, std::string text, Tone tone) {
    Node node = leaf(Role::status, std::move(id), std::move(text));
    node.icon = icon;
    node.tone = tone;
    node.box = Box::tint;
    node.pad_x = 18;
    node.pad_y = 12;
    return node;
}

Node bar(std::string id, const std::string& label, const std::string& score, int percent, const std::string& detail) {
    Node whole = column(5);
    whole.role = Role::progress;
    whole.id = std::move(id);
    whole.name = label;
    whole.value = score;
    whole.description = detail;
    whole.closed = true;
    Node words = row(14);
    Node left = leaf(Role::none, "", label);
    left.fill = true;
    left.min_width = 200;
    add(words, std::move(left));
    Node right = leaf(Role::none, "", score);
    right.type = percent < 0 ? Type::body : Type::strong;
    right.ink = percent < 0 ? Ink::muted : Ink::normal;
    right.min_width = 1;
    add(words, std::move(right));
    add(whole, std::move(words));
    Node drawn = space(10);
    drawn.picture = [percent](Painter& p, const Rect& at) {
        const Theme& t = p.colours();
        const float round = at.h / 2;
        p.fill(at, t.edge, round);
        p.fill(at.inset(p.px(1)), t.tone(Tone::plain).tint, round - p.px(1));
        if (percent > 0) {
            const float w = std::max(at.h, at.w * static_cast<float>(std::min(percent, 100)) / 100.0F);
            p.fill({at.x, at.y, w, at.h}, t.accent, round);
        }
    };
    add(whole, std::move(drawn));
    if (!detail.empty()) {
        Node more = leaf(Role::none, "", detail);
        more.ink = Ink::muted;
        add(whole, std::move(more));
    }
    return whole;
}

Node picture(std::string id, std::string words, float height, std::function<void(Painter&, const Rect&)> draw) {
    Node node;
    node.role = Role::image;
    node.id = std::move(id);
    node.name = std::move(words);
    node.min_height = height;
    node.picture = std::move(draw);
    return node;
}

Node rule() {
    Node node = space(1);
    node.box = Box::rule;
    return node;
}

Node space(float height) {
    Node node;
    node.min_height = height;
    return node;
}

}  // namespace ntk::desktop
