#include "game/desktop/semantic.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

namespace ntk::desktop {

namespace {

void visit(const SemNode& node, const std::function<void(const SemNode&)>& see) {
    see(node);
    for (const SemNode& child : node.children) visit(child, see);
}

const SemNode* find_if(const SemNode& node, const std::function<bool(const SemNode&)>& wanted) {
    if (wanted(node)) return &node;
    for (const SemNode& child : node.children) {
        if (const SemNode* found = find_if(child, wanted)) return found;
    }
    return nullptr;
}

void write(const SemNode& node, int depth, std::string& out) {
    out.append(static_cast<size_t>(depth) * 2, ' ');
    out += word_for(node.role);
    if (node.role == Role::heading) out += " " + std::to_string(node.level);
    if (!node.name.empty()) out += " \"" + node.name + "\"";
    if (node.checked) out += " [chosen]";
    if (node.expanded == 1) out += " [open]";
    if (node.expanded == 0) out += " [closed]";
    if (!node.enabled) out += " [not available]";
    if (node.focused) out += " [focus]";
    if (!node.value.empty()) out += " = " + node.value;
    if (!node.description.empty()) out += " -- " + node.description;
    out += "\n";
    for (const SemNode& child : node.children) write(child, depth + 1, out);
}

// Adds a sentence, with a full stop where it has no mark of its own.
void add_sentence(std::string& story, const std::string& words) {
    if (words.empty()) return;
    if (!story.empty()) story += std::string_view(".?!:\"").find(story.back()) == std::string_view::npos ? ". " : " ";
    story += words;
}

// Gathers what stands between a page's title and the first thing below it that can be pressed.
struct Story {
    SemNode* title = nullptr;
    std::string words;
    std::string heading;  // said as soon as there is something below it

    // False once the end is reached.
    bool add(SemNode& node) {
        if (title != nullptr && actionable(node.role)) return false;
        if (node.role == Role::heading && title != nullptr) heading = node.name;
        if (node.role == Role::heading && node.level == 1 && title == nullptr) title = &node;
        if (node.role == Role::text && title != nullptr) {
            add_sentence(words, std::exchange(heading, {}));
            add_sentence(words, node.name);
        }
        return std::all_of(node.children.begin(), node.children.end(), [this](SemNode& child) { return add(child); });
    }
};

}  // namespace

void lead_in(SemNode& root) {
    Story story;
    story.add(root);
    if (story.title == nullptr || story.words.empty() || !story.title->description.empty()) return;
    story.title->description = std::move(story.words);
    story.title->leads_in = true;
}

bool Rect::overlaps(const Rect& other) const {
    const Rect common = shared(*this, other);
    return common.w > 0.5F && common.h > 0.5F;
}

Rect shared(const Rect& a, const Rect& b) {
    const float left = std::max(a.x, b.x);
    const float top = std::max(a.y, b.y);
    return {left, top, std::max(0.0F, std::min(a.right(), b.right()) - left),
            std::max(0.0F, std::min(a.bottom(), b.bottom()) - top)};
}

const char* word_for(Role role) {
    switch (role) {
        case Role::none: return "none";
        case Role::window: return "window";
        case Role::heading: return "heading";
        case Role::text: return "text";
        case Role::group: return "group";
        case Role::list: return "list";
        case Role::button: return "button";
        case Role::tab: return "tab";
        case Role::checkbox: return "check box";
        case Role::radio: return "radio button";
        case Role::textbox: return "text box";
        case Role::status: return "status";
        case Role::image: return "picture";
        case Role::progress: return "bar";
    }
    return "none";
}

bool actionable(Role role) {
    return role == Role::button || role == Role::tab || role == Role::checkbox || role == Role::radio ||
           role == Role::textbox;
}

std::string outline(const SemNode& root) {
    std::string out;
    write(root, 0, out);
    return out;
}

std::vector<std::string> faults(const SemNode& root, float target) {
    std::vector<std::string> found;
    std::set<std::string> ids;
    std::vector<const SemNode*> focusable;
    int focused = 0;
    int last_level = 0;
    visit(root, [&](const SemNode& node) {
        const std::string which = std::string(word_for(node.role)) + " '" + node.id + "'";
        if (node.id.empty()) found.push_back(std::string(word_for(node.role)) + " '" + node.name + "' has no id");
        if (!node.id.empty() && !ids.insert(node.id).second) found.push_back(which + ": this id is used twice");
        if (actionable(node.role) && node.name.empty()) found.push_back(which + " has no name");
        if (node.role == Role::image && node.name.empty()) found.push_back(which + " has no words for it");
        if (node.role == Role::heading) {
            if (node.level > last_level + 1) found.push_back(which + " skips a heading level");
            last_level = node.level;
        }
        if (node.focused) ++focused;
        if (!node.focusable) return;
        focusable.push_back(&node);
        if (actionable(node.role) && (node.rect.h + 0.5F < target || node.rect.w + 0.5F < target)) {
            found.push_back(which + " is smaller than " + std::to_string(static_cast<int>(target)) + " pixels");
        }
    });
    if (!focusable.empty() && focused != 1) {
        found.push_back("exactly one thing should have the keyboard, but " + std::to_string(focused) + " have");
    }
    for (size_t a = 0; a < focusable.size(); ++a) {
        for (size_t b = a + 1; b < focusable.size(); ++b) {
            if (shared(focusable[a]->rect, focusable[a]->clip).overlaps(shared(focusable[b]->rect, focusable[b]->clip)))
                found.push_back("'" + focusable[a]->id + "' and '" + focusable[b]->id + "' overlap");
        }
    }
    return found;
}

const SemNode* find_named(const SemNode& root, const std::string& name, bool prefix) {
    return find_if(root, [&](const SemNode& node) {
        return prefix ? node.name.compare(0, name.size(), name) == 0 : node.name == name;
    });
}

const SemNode* find_id(const SemNode& root, const std::string& id) {
    return find_if(root, [&](const SemNode& node) { return node.id == id; });
}

const SemNode* find_focused(const SemNode& root) {
    return find_if(root, [](const SemNode& node) { return node.focused; });
}

std::string places(const SemNode& root) {
    std::string out;
    const Rect seen = shared(root.rect, root.clip);
    if (root.role != Role::none && seen.w >= 1 && seen.h >= 1) {
        out = word_for(root.role);
        for (const float number : {seen.x, seen.y, seen.w, seen.h})
            out += "\t" + std::to_string(static_cast<int>(number));
        out += "\t" + root.name + "\n";
    }
    for (const SemNode& child : root.children) out += places(child);
    return out;
}

}  // namespace ntk::desktop
