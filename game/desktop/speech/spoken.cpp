#include "game/desktop/speech/spoken.h"

#include <algorithm>
#include <vector>

#include "engine/text/said.h"

namespace ntk::desktop {

namespace {

// What a thing is, as it is said after its name; empty where its words say it.
std::string said_role(Role role) {
    switch (role) {
        case Role::heading: return "heading"_en;
        case Role::button: return "button"_en;
        case Role::tab: return "tab"_en;
        case Role::checkbox: return "check box"_en;
        case Role::radio: return "radio button"_en;
        case Role::textbox: return "text box"_en;
        case Role::image: return "picture"_en;
        default: return {};
    }
}

std::string state_of(const SemNode& node) {
    std::string words;
    if (node.role == Role::radio || node.role == Role::tab) words = node.checked ? "chosen"_en : "not chosen"_en;
    if (node.role == Role::checkbox) words = node.checked ? "on"_en : "off"_en;
    if (node.expanded >= 0) words = node.expanded == 1 ? "open"_en : "closed"_en;
    if (!node.enabled) words += (words.empty() ? "" : ", ") + "not available"_en;
    return words;
}

// Joins with a comma or a full stop, unless the words end in a mark of their own.
void append(std::string& all, const std::string& more, const char* mark) {
    if (more.empty()) return;
    if (!all.empty()) {
        const char last = all.back();
        if (last != '.' && last != '?' && last != '!' && last != ':') all += mark;
        all += ' ';
    }
    all += more;
}

std::string without_description(const SemNode& node) {
    std::string words = node.name;
    append(words, said_role(node.role), ",");
    append(words, state_of(node), ",");
    if (node.role == Role::textbox) append(words, node.value.empty() ? "empty"_en : node.value, ":");
    if (node.role == Role::progress) append(words, node.value, ":");
    return words;
}

void read_into(const SemNode& node, std::string& all) {
    // Names of groups are those of the headings in them; the window's name is that of the page. What a title leads in
    // with comes next in any case.
    if (node.role != Role::group && node.role != Role::list && node.role != Role::window)
        append(all, node.leads_in ? without_description(node) : spoken(node), ".");
    for (const SemNode& child : node.children) read_into(child, all);
}

void status_lines(const SemNode& node, std::vector<const SemNode*>& found) {
    if (node.role == Role::status) found.push_back(&node);
    for (const SemNode& child : node.children) status_lines(child, found);
}

// What was put in, or else taken out, between two states of a box of writing; whole letters.
std::string typed_between(const std::string& was, const std::string& is) {
    size_t front = 0;
    while (front < was.size() && front < is.size() && was[front] == is[front]) ++front;
    size_t back = 0;
    while (back < was.size() - front && back < is.size() - front &&
           was[was.size() - 1 - back] == is[is.size() - 1 - back])
        ++back;
    const std::string& longer = is.size() - front > back ? is : was;
    size_t end = longer.size() - back;
    const auto inside = [&](size_t at) {
        return at < longer.size() && (static_cast<unsigned char>(longer[at]) & 0xC0U) == 0x80U;
    };
    while (front > 0 && inside(front)) --front;
    while (inside(end)) ++end;
    const std::string part = longer.substr(front, end - front);
    if (part == " ") return "space"_en;
    if (part == "\n") return "new line"_en;
    return part;
}

}  // namespace

std::string spoken(const SemNode& node) {
    std::string words = without_description(node);
    append(words, node.description, ".");
    return words;
}

std::string spoken_page(const SemNode& root) {
    std::string all;
    read_into(root, all);
    return all;
}

std::string Narrator::news(const SemNode& root) {
    std::string words;
    const SemNode* now = find_focused(root);
    if (now != nullptr) {
        const bool other = now->id != before_.id || now->name != before_.name || root.name != page_;
        if (other)
            words = spoken(*now);
        else if (now->value != before_.value)
            words = typed_between(before_.value, now->value);
        else if (state_of(*now) != state_of(before_))
            words = state_of(*now);
        before_ = *now;
        before_.children.clear();
    }
    page_ = root.name;

    std::vector<const SemNode*> lines;
    status_lines(root, lines);
    std::string said;
    for (const SemNode* line : lines) {
        said += line->name + "\n";
        if (said_.find(line->name + "\n") == std::string::npos) append(words, line->name, ".");
    }
    said_ = std::move(said);
    return words;
}

}  // namespace ntk::desktop
