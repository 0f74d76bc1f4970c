// What can be done with a thing, where it is and how far it has come: AtkAction, AtkComponent and AtkValue.
#include <algorithm>
#include <cstdlib>

#include "game/desktop/screen_reader/atspi/thing.h"

namespace ntk::desktop::atspi {

namespace {

// Only asks: the window does it when it comes round, on the way a key takes.
gboolean ask(gpointer object, ReaderRequest::Kind kind) {
    const Item* item = item_of(object);
    if (item == nullptr || !item->what.enabled) return FALSE;
    whole().link->ask({kind, item->what.id, ""});
    return TRUE;
}

gboolean do_action(AtkAction* object, gint index) {
    return index == 0 ? ask(object, ReaderRequest::Kind::press) : FALSE;
}

gint count_actions(AtkAction* object) { return item_of(object) != nullptr ? 1 : 0; }

const gchar* action_name(AtkAction* object, gint index) {
    const Item* item = item_of(object);
    if (item == nullptr || index != 0) return nullptr;
    switch (item->what.role) {
        case Role::radio:
        case Role::tab: return "choose";
        case Role::checkbox: return "toggle";
        case Role::textbox: return "activate";
        default: return "press";
    }
}

void extents(AtkComponent* object, gint* x, gint* y, gint* width, gint* height, AtkCoordType from) {
    *x = *y = *width = *height = 0;
    const Item* item = item_of(object);
    if (item == nullptr) return;
    const Rect& at = item->what.rect;
    float left = at.x, top = at.y;
    if (from == ATK_XY_SCREEN) {
        left += whole().x;
        top += whole().y;
    } else if (from == ATK_XY_PARENT && item->parent != nullptr) {
        left -= item->parent->what.rect.x;
        top -= item->parent->what.rect.y;
    }
    *x = static_cast<gint>(left);
    *y = static_cast<gint>(top);
    *width = static_cast<gint>(at.w);
    *height = static_cast<gint>(at.h);
}

const Item* deepest_at(const Item& item, float x, float y) {
    for (const auto& each : item.children) {
        if (const Item* found = deepest_at(*each, x, y)) return found;
    }
    return shared(item.what.rect, item.what.clip).contains(x, y) ? &item : nullptr;
}

AtkObject* thing_at_point(AtkComponent* object, gint x, gint y, AtkCoordType from) {
    const Item* item = item_of(object);
    if (item == nullptr) return nullptr;
    gint left = 0, top = 0, width = 0, height = 0;
    extents(object, &left, &top, &width, &height, from);
    const Item* found = deepest_at(*item, static_cast<float>(x - left) + item->what.rect.x,
                                   static_cast<float>(y - top) + item->what.rect.y);
    return found != nullptr ? ATK_OBJECT(g_object_ref(found->object)) : nullptr;
}

gboolean grab_focus(AtkComponent* object) {
    const Item* item = item_of(object);
    return item != nullptr && item->what.focusable ? ask(object, ReaderRequest::Kind::focus) : FALSE;
}

AtkLayer layer(AtkComponent* object) {
    const Item* item = item_of(object);
    return item != nullptr && item->what.role == Role::window ? ATK_LAYER_WINDOW : ATK_LAYER_WIDGET;
}

void value_and_text(AtkValue* object, gdouble* value, gchar** text) {
    const Item* item = item_of(object);
    if (value != nullptr) *value = item != nullptr ? number_of(item->what) : 0;
    if (text != nullptr) *text = g_strdup(item != nullptr ? item->what.value.c_str() : "");
}

AtkRange* range(AtkValue*) { return atk_range_new(0, 100, nullptr); }

}  // namespace

double number_of(const SemNode& what) {
    const std::string& words = what.value;
    if (words.empty() || words[0] < '0' || words[0] > '9') return -1;
    return std::min(100.0, std::strtod(words.c_str(), nullptr));
}

void action_interface(gpointer face, gpointer) {
    auto* action = static_cast<AtkActionIface*>(face);
    action->do_action = do_action;
    action->get_n_actions = count_actions;
    action->get_name = action_name;
    action->get_localized_name = action_name;
}

void component_interface(gpointer face, gpointer) {
    auto* component = static_cast<AtkComponentIface*>(face);
    component->get_extents = extents;
    component->ref_accessible_at_point = thing_at_point;
    component->grab_focus = grab_focus;
    component->get_layer = layer;
}

void value_interface(gpointer face, gpointer) {
    auto* value = static_cast<AtkValueIface*>(face);
    value->get_value_and_text = value_and_text;
    value->get_range = range;
}

}  // namespace ntk::desktop::atspi
