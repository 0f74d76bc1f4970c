#include "game/desktop/interaction.h"

#include <algorithm>

#include "game/desktop/text_edit.h"

namespace ntk::desktop {

namespace {

template <typename Wanted>
Node* first_node(Node& node, const Wanted& wanted) {
    if (node.inert) return nullptr;
    if (wanted(node)) return &node;
    for (Node& child : node.children) {
        if (Node* found = first_node(child, wanted)) return found;
    }
    return nullptr;
}

void collect(Node& node, std::vector<Node*>& out) {
    if (node.inert) return;
    if (node.focusable()) out.push_back(&node);
    for (Node& child : node.children) collect(child, out);
}

bool in_sight(const Node& node) {
    const Rect seen = shared(node.rect, node.clip);
    return seen.w > 0.5F && seen.h > 0.5F;
}

std::vector<std::pair<size_t, size_t>> spans(const Node& node) {
    std::vector<std::pair<size_t, size_t>> lines;
    for (const Line& line : node.lines) lines.emplace_back(line.begin, line.end);
    return lines;
}

}  // namespace

std::string choice_key(ChoiceKeys keys, int number) {
    const std::string letters = keys == ChoiceKeys::letters    ? "ABCDEFGHI"
                                : keys == ChoiceKeys::home_row ? "ASDFGHJKL"
                                                               : "";
    const auto at = static_cast<size_t>(number - 1);
    return at < letters.size() ? letters.substr(at, 1) : std::to_string(number);
}

std::vector<Node*> focusables(Node& root) {
    std::vector<Node*> found;
    collect(root, found);
    return found;
}

Node* find_node(Node& root, const std::string& id) {
    return first_node(root, [&](const Node& node) { return node.id == id; });
}

void Interaction::focus_on(const std::string& id, bool show) {
    wanted_ = id;
    pending_ = true;
    show_ = show;
}

bool Interaction::settle(Node& root, float scale) {
    if (pending_) {
        pointing_.focus = wanted_;
        pending_ = false;
    }
    Node* node = find_node(root, pointing_.focus);
    if (node == nullptr || !node->focusable()) {
        node = first_node(root, [](const Node& each) { return each.takes_focus; });
        if (node == nullptr) {
            const std::vector<Node*> ring = focusables(root);
            node = ring.empty() ? nullptr : ring.front();
        }
        pointing_.focus = node ? node->id : "";
    }
    if (!show_ || node == nullptr) return false;
    show_ = false;
    const Node* region = node->region.empty() ? nullptr : find_node(root, node->region);
    if (region == nullptr) return false;
    // Room around the focused part, so that it is never at the very edge and its ring can be seen.
    const float margin = std::min(28 * scale, region->rect.h / 8);
    float& offset = scroll_[node->region];
    const float before = offset;
    // Below a heading within a page stands what it is about; a page with its title on show begins at its top.
    const bool low_heading = node->takes_focus && node->level > 1 && node->rect.y > region->rect.y + region->rect.h / 2;
    if (node->rect.y < region->rect.y + margin || node->rect.h > region->rect.h - 2 * margin || low_heading) {
        offset += node->rect.y - region->rect.y - margin;
    } else if (node->rect.bottom() > region->rect.bottom() - margin) {
        offset += node->rect.bottom() - region->rect.bottom() + margin;
    }
    offset = std::clamp(offset, 0.0F, std::max(0.0F, region->content_height - region->rect.h));
    return offset != before;
}

bool Interaction::handle(const Event& event, Node& root, float scale) {
    unused = {};
    switch (event.kind) {
        case Event::Kind::key: return key(event, root, scale);
        case Event::Kind::typed: {
            Node* node = find_node(root, pointing_.focus);
            if (node == nullptr || node->edit == nullptr) return false;
            node->edit->type(event.text);
            show_ = true;
            return true;
        }
        case Event::Kind::move:
        case Event::Kind::press:
        case Event::Kind::release:
        case Event::Kind::wheel: return pointer(event, root, scale);
        case Event::Kind::resize: return true;
        case Event::Kind::drop:
        case Event::Kind::quit: unused = event; return false;
        case Event::Kind::stroke: return false;
    }
    return false;
}

bool Interaction::press(Node& node) {
    if (!node.enabled || !node.press) return false;
    const auto act = node.press;  // the tree may be rebuilt by what it does
    act();
    return true;
}

bool Interaction::activate(const std::string& id, Node& root) {
    Node* node = find_node(root, id);
    if (node == nullptr || !node->focusable()) return false;
    pointing_.ring_on_headings = true;
    focus_on(id, true);
    press(*node);
    return true;
}

bool Interaction::write(const std::string& id, const std::string& words, Node& root) {
    Node* node = find_node(root, id);
    if (node == nullptr || node->edit == nullptr || !node->enabled) return false;
    focus_on(id, true);
    node->edit->key(EditKey::all, false, false, {});
    node->edit->type(words);
    return true;
}

void Interaction::step(Node& root, int by) {
    const std::vector<Node*> all = focusables(root);
    std::vector<Node*> ring;
    size_t at = 0;  // where the focus lies among the ring's places
    bool on_ring = false;
    for (Node* node : all) {
        if (node->id == pointing_.focus) {
            at = ring.size();
            on_ring = !node->takes_focus;
        }
        if (!node->takes_focus) ring.push_back(node);
    }
    if (ring.empty()) return;
    const size_t n = ring.size();
    size_t next = by > 0 ? (on_ring ? at + 1 : at) % n : (at + n - 1) % n;
    // After Page Down or the wheel the keyboard goes on from what can be seen, not from where it was left.
    const Node* focused = find_node(root, pointing_.focus);
    if (focused != nullptr && !focused->region.empty() && !in_sight(*focused)) {
        const auto seen = [&](const Node* node) { return node->region == focused->region && in_sight(*node); };
        if (by > 0) {
            const auto found = std::find_if(ring.begin(), ring.end(), seen);
            if (found != ring.end()) next = static_cast<size_t>(found - ring.begin());
        } else {
            const auto found = std::find_if(ring.rbegin(), ring.rend(), seen);
            if (found != ring.rend()) next = static_cast<size_t>(ring.rend() - found) - 1;
        }
    }
    pointing_.ring_on_headings = true;
    focus_on(ring[next]->id, true);
}

bool Interaction::key(const Event& event, Node& root, float scale) {
    Node* node = find_node(root, pointing_.focus);
    if (event.key == Key::tab && !event.control) {
        step(root, event.shift ? -1 : 1);
        return true;
    }
    if (event.key == Key::enter && event.control) return press_main(event, root);
    if (node != nullptr && node->edit != nullptr && edit_key(event, *node)) {
        show_ = true;
        return true;
    }
    switch (event.key) {
        case Key::enter:
        case Key::space:
            pointing_.ring_on_headings = true;
            if (node != nullptr && !event.repeat && !node->takes_focus) return press(*node);
            if (event.key == Key::space) return scroll_key(event, root, scale);
            return true;
        case Key::up:
        case Key::down:
        case Key::left:
        case Key::right: step(root, event.key == Key::up || event.key == Key::left ? -1 : 1); return true;
        case Key::digit:
        case Key::letter:
            if (choose_by_key(event, root)) return true;
            break;
        case Key::page_up:
        case Key::page_down:
        case Key::home:
        case Key::end: return scroll_key(event, root, scale);
        default: break;
    }
    unused = event;
    return false;
}

// The filled button of the page, from wherever the keyboard is; where there are several, none is the one.
bool Interaction::press_main(const Event& event, Node& root) {
    Node* main = nullptr;
    for (Node* node : focusables(root)) {
        if (node->box != Box::primary) continue;
        if (main != nullptr) return false;
        main = node;
    }
    if (main == nullptr || event.repeat) return false;
    pointing_.ring_on_headings = true;
    focus_on(main->id, true);
    return press(*main);
}

bool Interaction::choose_by_key(const Event& event, Node& root) {
    const bool with_control = choice_keys == ChoiceKeys::control_digits;
    const bool digits = choice_keys == ChoiceKeys::digits || with_control;
    if (choice_keys == ChoiceKeys::off || event.repeat || event.control != with_control) return false;
    if (digits != (event.key == Key::digit)) return false;
    const std::string key(1, digits ? event.letter : static_cast<char>(event.letter - 'a' + 'A'));
    Node* choice =
        first_node(root, [&](const Node& each) { return each.badge == key && each.focusable() && each.press; });
    if (choice == nullptr) return false;
    pointing_.ring_on_headings = true;
    focus_on(choice->id, true);
    return press(*choice);
}

bool Interaction::edit_key(const Event& event, Node& node) {
    TextEdit& edit = *node.edit;
    const auto go = [&](EditKey which) {
        edit.key(which, event.shift, event.control, spans(node));
        return true;
    };
    switch (event.key) {
        case Key::left: return go(EditKey::left);
        case Key::right: return go(EditKey::right);
        case Key::up: return go(EditKey::up);
        case Key::down: return go(EditKey::down);
        case Key::home: return go(EditKey::home);
        case Key::end: return go(EditKey::end);
        case Key::backspace: return go(EditKey::backspace);
        case Key::erase: return go(EditKey::erase);
        case Key::enter:
            if (!edit.one_line) return go(EditKey::enter);
            if (const auto act = node.enter; act && !event.repeat) act();
            return true;
        case Key::space:
        case Key::digit: return !event.control;  // the words themselves come as typed text
        case Key::letter:
            if (!event.control) return true;
            if (event.letter == 'a') return go(EditKey::all);
            if (event.letter == 'z') return go(EditKey::undo);
            if (event.letter == 'v' && clipboard.read) {
                edit.type(clipboard.read());
                return true;
            }
            if ((event.letter == 'c' || event.letter == 'x') && clipboard.write && edit.has_selection()) {
                clipboard.write(edit.selected());
                return event.letter == 'c' ? true : go(EditKey::backspace);
            }
            return false;
        default: return false;
    }
}

bool Interaction::scroll_key(const Event& event, Node& root, float scale) {
    const Node* focused = find_node(root, pointing_.focus);
    Node* region = focused != nullptr && !focused->region.empty() ? find_node(root, focused->region) : nullptr;
    if (region == nullptr) region = first_node(root, [](const Node& each) { return each.flow == Flow::scroll; });
    if (region == nullptr) return false;
    const float page = std::max(40 * scale, region->rect.h - 60 * scale);
    float& offset = scroll_[region->id];
    if (event.key == Key::home) offset = 0;
    if (event.key == Key::end) offset = region->content_height;
    if (event.key == Key::page_up || (event.key == Key::space && event.shift)) offset -= page;
    if (event.key == Key::page_down || (event.key == Key::space && !event.shift)) offset += page;
    offset = std::clamp(offset, 0.0F, std::max(0.0F, region->content_height - region->rect.h));
    return true;
}

bool Interaction::pointer(const Event& event, Node& root, float scale) {
    Node* under = nullptr;
    for (Node* node : focusables(root)) {
        if (!node->takes_focus && shared(node->rect, node->clip).contains(event.x, event.y)) under = node;
    }
    Node* region = first_node(root, [&](const Node& each) {
        return each.flow == Flow::scroll && shared(each.rect, each.clip).contains(event.x, event.y);
    });
    if (event.kind == Event::Kind::wheel) {
        // Beside an open panel the wheel turns the panel.
        if (region == nullptr) region = first_node(root, [](const Node& each) { return each.flow == Flow::scroll; });
        if (region == nullptr) return false;
        float& offset = scroll_[region->id];
        const float most = std::max(0.0F, region->content_height - region->rect.h);
        offset = std::clamp(offset - event.wheel * 80 * scale, 0.0F, most);
        return true;
    }
    if (event.kind == Event::Kind::move) {
        if (!dragging_.empty()) {
            if (Node* bar = find_node(root, dragging_)) {
                const Rect thumb = scroll_thumb(*bar, 0, scale);
                const float travel = std::max(1.0F, bar->rect.h - thumb.h);
                const float most = std::max(0.0F, bar->content_height - bar->rect.h);
                scroll_[dragging_] = std::clamp(drag_offset_ + (event.y - drag_from_) * most / travel, 0.0F, most);
            }
            return true;
        }
        const std::string id = under ? under->id : "";
        const bool changed = id != pointing_.hovered;
        pointing_.hovered = id;
        return changed;
    }
    if (event.kind == Event::Kind::press) {
        pointing_.ring_on_headings = false;
        if (region != nullptr && event.x >= region->rect.right() - 14 * scale) {
            dragging_ = region->id;
            drag_from_ = event.y;
            drag_offset_ = scroll_[region->id];
            return true;
        }
        pointing_.pressed = under ? under->id : "";
        if (under != nullptr) pointing_.focus = under->id;
        return true;
    }
    // Released: it acts only where it was pressed, so that sliding off takes a press back (WCAG 2.5.2).
    dragging_.clear();
    const bool same = under != nullptr && under->id == pointing_.pressed;
    pointing_.pressed.clear();
    if (same) press(*under);
    return true;
}

}  // namespace ntk::desktop
