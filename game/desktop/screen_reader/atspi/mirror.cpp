#include "game/desktop/screen_reader/atspi/mirror.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "game/desktop/screen_reader/atspi/thing.h"

namespace ntk::desktop::atspi {

namespace {

void make_valid(std::string& words) {
    if (g_utf8_validate(words.data(), static_cast<gssize>(words.size()), nullptr)) return;
    gchar* valid = g_utf8_make_valid(words.data(), static_cast<gssize>(words.size()));
    words = valid;
    g_free(valid);
}

void make_valid(SemNode& node) {
    for (std::string* words : {&node.id, &node.name, &node.description, &node.value}) make_valid(*words);
    for (SemNode& child : node.children) make_valid(child);
}

// Whether it is the same thing as before. Words that only stand there are not, when they say something else: the title
// of a new page takes the place of the old one, and is read out because it is new and has the keyboard.
bool same(const SemNode& was, const SemNode& is) {
    if (was.id != is.id || was.role != is.role) return false;
    if (is.role == Role::progress && (number_of(was) < 0) != (number_of(is) < 0)) return false;
    const bool only_words = is.role == Role::heading || is.role == Role::text || is.role == Role::image;
    return !only_words || (was.name == is.name && was.level == is.level);
}

std::unique_ptr<Item> grown(SemNode&& node, Item* parent) {
    auto item = std::make_unique<Item>();
    std::vector<SemNode> children = std::exchange(node.children, {});
    item->what = std::move(node);
    item->parent = parent;
    item->object = make_thing(*item);
    for (SemNode& child : children) item->children.push_back(grown(std::move(child), item.get()));
    return item;
}

void tell_state(const Item& item, AtkStateType state, bool on) {
    atk_object_notify_state_change(item.atk(), state, on ? TRUE : FALSE);
}

// Only the part that differs, so that what is typed is echoed letter by letter.
void tell_words(const Item& item, const std::string& was, const std::string& is) {
    if (was == is) return;
    const auto starts_letter = [](const std::string& words, size_t at) {
        return at >= words.size() || (static_cast<unsigned char>(words[at]) & 0xC0U) != 0x80U;
    };
    size_t front = 0;
    while (front < was.size() && front < is.size() && was[front] == is[front]) ++front;
    while (front > 0 && (!starts_letter(was, front) || !starts_letter(is, front))) --front;
    size_t back = 0;
    while (back < was.size() - front && back < is.size() - front &&
           was[was.size() - 1 - back] == is[is.size() - 1 - back])
        ++back;
    while (back > 0 && (!starts_letter(was, was.size() - back) || !starts_letter(is, is.size() - back))) --back;
    const auto place = static_cast<gint>(g_utf8_strlen(is.c_str(), static_cast<gssize>(front)));
    const auto tell = [&](const char* signal, const std::string& all) {
        const std::string part = all.substr(front, all.size() - back - front);
        if (part.empty()) return;
        const auto length = static_cast<gint>(g_utf8_strlen(part.c_str(), -1));
        g_signal_emit_by_name(item.object, signal, place, length, part.c_str());
    };
    tell("text-remove", was);
    tell("text-insert", is);
}

void update(Item& item, SemNode&& now);

void tell_child(const Item& parent, const char* what, size_t index, Item& child) {
    g_signal_emit_by_name(parent.object, what, static_cast<guint>(index), child.object);
}

void update_children(Item& item, std::vector<SemNode>&& now) {
    auto was = std::move(item.children);
    item.children.clear();
    std::map<std::string, size_t> places;
    for (size_t i = 0; i < was.size(); ++i) places.emplace(was[i]->what.id, i);

    // Which of the old ones stay; they keep their order, and one that has moved is taken away and put in again.
    std::vector<size_t> stays(now.size(), was.size());
    size_t at = 0;
    for (size_t i = 0; i < now.size(); ++i) {
        const auto found = places.find(now[i].id);
        if (found == places.end() || found->second < at || !same(was[found->second]->what, now[i])) continue;
        stays[i] = found->second;
        at = found->second + 1;
    }
    std::vector<bool> kept(was.size(), false);
    for (const size_t each : stays) {
        if (each < was.size()) kept[each] = true;
    }

    // While they are told of, the children must be what a screen reader would find.
    std::vector<std::unique_ptr<Item>> gone;
    item.children = std::move(was);
    for (size_t i = 0, left = 0; i < kept.size(); ++i) {
        if (kept[i]) {
            ++left;
            continue;
        }
        const auto place = item.children.begin() + static_cast<std::ptrdiff_t>(left);
        gone.push_back(std::move(*place));
        item.children.erase(place);
        tell_child(item, "children-changed::remove", left, *gone.back());
    }
    gone.clear();
    for (size_t i = 0; i < now.size(); ++i) {
        if (stays[i] < kept.size()) {
            update(*item.children[i], std::move(now[i]));
            continue;
        }
        const auto place = item.children.begin() + static_cast<std::ptrdiff_t>(i);
        Item& added = **item.children.insert(place, grown(std::move(now[i]), &item));
        tell_child(item, "children-changed::add", i, added);
        if (added.what.role == Role::status) tell_state(added, ATK_STATE_SHOWING, true);
    }
}

void update(Item& item, SemNode&& now) {
    std::vector<SemNode> children = std::exchange(now.children, {});
    const SemNode was = std::exchange(item.what, std::move(now));
    const SemNode& is = item.what;
    if (called(was) != called(is)) atk_object_set_name(item.atk(), called(is).c_str());
    if (was.description != is.description) atk_object_set_description(item.atk(), is.description.c_str());
    if (was.enabled != is.enabled) {
        tell_state(item, ATK_STATE_ENABLED, is.enabled);
        tell_state(item, ATK_STATE_SENSITIVE, is.enabled);
    }
    if (was.checked != is.checked)
        tell_state(item, is.role == Role::tab ? ATK_STATE_SELECTED : ATK_STATE_CHECKED, is.checked);
    if (was.expanded != is.expanded) tell_state(item, ATK_STATE_EXPANDED, is.expanded == 1);
    if (item.holds_words()) {
        const bool by_value = is.role == Role::textbox || is.role == Role::progress;
        tell_words(item, by_value ? was.value : was.name, words_of(item));
        if (is.caret >= 0 && was.caret != is.caret) g_signal_emit_by_name(item.object, "text-caret-moved", is.caret);
    }
    if (is.role == Role::progress && was.value != is.value)
        g_signal_emit_by_name(item.object, "value-changed", std::max(0.0, number_of(is)), is.value.c_str());
    if (is.role == Role::status && was.name != is.name) {  // it speaks again
        tell_state(item, ATK_STATE_SHOWING, false);
        tell_state(item, ATK_STATE_SHOWING, true);
    }
    update_children(item, std::move(children));
}

Item* focused_in(Item& item) {
    if (item.what.focused) return &item;
    for (const auto& child : item.children) {
        if (Item* found = focused_in(*child)) return found;
    }
    return nullptr;
}

// Tells whether the window has the keyboard, and what in it, as far as that is new.
void tell_focus(const Thing* before) {
    Whole& all = whole();
    const bool was_active = std::exchange(all.active, all.wants_active && all.settled);
    if (was_active != all.active) {
        g_signal_emit_by_name(all.window->object, all.active ? "activate" : "deactivate");
        tell_state(*all.window, ATK_STATE_ACTIVE, all.active);
    }
    Item* now = all.active ? focused_in(*all.window) : nullptr;
    if (now != nullptr && now->object == before) return;
    if (before != nullptr && before->item != nullptr) tell_state(*before->item, ATK_STATE_FOCUSED, false);
    if (now != nullptr) tell_state(*now, ATK_STATE_FOCUSED, true);
}

}  // namespace

void mirror(ReaderNews news) {
    Whole& all = whole();
    make_valid(news.tree);
    all.x = news.x;
    all.y = news.y;
    all.wants_active = news.active;
    Item* was = all.window && all.active ? focused_in(*all.window) : nullptr;
    // Held, because the thing may go in the update, and another one may be made in the same place.
    Thing* before = was != nullptr ? static_cast<Thing*>(g_object_ref(was->object)) : nullptr;
    if (!all.window || !same(all.window->what, news.tree)) {
        all.window.reset();
        all.window = grown(std::move(news.tree), nullptr);
        g_signal_emit_by_name(all.application, "children-changed::add", 0U, all.window->object);
        g_signal_emit_by_name(all.window->object, "create");
    } else {
        update(*all.window, std::move(news.tree));
    }
    tell_focus(before);
    if (before != nullptr) g_object_unref(before);
}

void settle() {
    whole().settled = true;
    if (whole().window) tell_focus(nullptr);
}

}  // namespace ntk::desktop::atspi
