#include "game/desktop/screen_reader/atspi/thing.h"

#include <string>

namespace ntk::desktop::atspi {

namespace {

AtkObjectClass* parent_class = nullptr;

gint count_children(AtkObject* object) {
    if (object == &whole().application->base) return whole().window ? 1 : 0;
    const Item* item = item_of(object);
    return item != nullptr ? static_cast<gint>(item->children.size()) : 0;
}

AtkObject* child_at(AtkObject* object, gint index) {
    if (index < 0 || index >= count_children(object)) return nullptr;
    const Item* item = item_of(object);
    const Item* child = item != nullptr ? item->children[static_cast<size_t>(index)].get() : whole().window.get();
    return ATK_OBJECT(g_object_ref(child->object));
}

gint place_in_parent(AtkObject* object) {
    const Item* item = item_of(object);
    if (item == nullptr) return -1;
    if (item->parent == nullptr) return 0;
    gint index = 0;
    for (const auto& each : item->parent->children) {
        if (each.get() == item) return index;
        ++index;
    }
    return -1;
}

AtkStateSet* states(AtkObject* object) {
    AtkStateSet* set = parent_class->ref_state_set(object);
    const auto add = [set](bool on, AtkStateType state) {
        if (on) atk_state_set_add_state(set, state);
    };
    const Item* item = item_of(object);
    if (item == nullptr) {
        add(object != &whole().application->base, ATK_STATE_DEFUNCT);
        return set;
    }
    const SemNode& what = item->what;
    add(true, ATK_STATE_VISIBLE);
    add(true, ATK_STATE_SHOWING);
    add(what.enabled, ATK_STATE_ENABLED);
    add(what.enabled, ATK_STATE_SENSITIVE);
    add(what.focusable, ATK_STATE_FOCUSABLE);
    add(what.focused && whole().active, ATK_STATE_FOCUSED);
    add(what.role == Role::window && whole().active, ATK_STATE_ACTIVE);
    add(what.role == Role::window, ATK_STATE_RESIZABLE);
    const bool markable = what.role == Role::checkbox || what.role == Role::radio;
    add(markable, ATK_STATE_CHECKABLE);
    add(markable && what.checked, ATK_STATE_CHECKED);
    add(what.role == Role::tab, ATK_STATE_SELECTABLE);
    add(what.role == Role::tab && what.checked, ATK_STATE_SELECTED);
    add(what.expanded >= 0, ATK_STATE_EXPANDABLE);
    add(what.expanded == 1, ATK_STATE_EXPANDED);
    add(what.role == Role::textbox, ATK_STATE_EDITABLE);
    add(what.role == Role::textbox, ATK_STATE_MULTI_LINE);
    return set;
}

// The level of a heading, and which of how many a radio button is.
AtkAttributeSet* attributes(AtkObject* object) {
    AtkAttributeSet* set = nullptr;
    const auto add = [&set](const char* name, size_t value) {
        auto* one = static_cast<AtkAttribute*>(g_malloc(sizeof(AtkAttribute)));
        one->name = g_strdup(name);
        one->value = g_strdup(std::to_string(value).c_str());
        set = g_slist_append(set, one);
    };
    const Item* item = item_of(object);
    if (item == nullptr) return set;
    if (item->what.role == Role::heading) add("level", static_cast<size_t>(item->what.level));
    if (item->what.role == Role::radio && item->parent != nullptr) {
        size_t all = 0, mine = 0;
        for (const auto& each : item->parent->children) {
            if (each->what.role != Role::radio) continue;
            ++all;
            if (each.get() == item) mine = all;
        }
        add("posinset", mine);
        add("setsize", all);
    }
    return set;
}

void class_init(gpointer made, gpointer) {
    parent_class = ATK_OBJECT_CLASS(g_type_class_peek_parent(made));
    AtkObjectClass* atk = ATK_OBJECT_CLASS(made);
    atk->get_n_children = count_children;
    atk->ref_child = child_at;
    atk->get_index_in_parent = place_in_parent;
    atk->ref_state_set = states;
    atk->get_attributes = attributes;
}

void window_interface(gpointer, gpointer) {}

GType base_type() {
    static const GType type = g_type_register_static_simple(ATK_TYPE_OBJECT, "NtkThing", sizeof(AtkObjectClass),
                                                            class_init, sizeof(Thing), nullptr, G_TYPE_FLAG_NONE);
    return type;
}

// One type for each set of interfaces, so that a thing has only those that mean something for it.
struct Kind {
    const char* name;
    bool words = false, writing = false, action = false, value = false, window = false;
};

GType type_of(const Kind& kind) {
    if (const GType known = g_type_from_name(kind.name)) return known;
    const GType type = g_type_register_static_simple(base_type(), kind.name, sizeof(AtkObjectClass), nullptr,
                                                     sizeof(Thing), nullptr, G_TYPE_FLAG_NONE);
    const auto add = [type](bool wanted, GType face, GInterfaceInitFunc fill) {
        const GInterfaceInfo info{fill, nullptr, nullptr};
        if (wanted) g_type_add_interface_static(type, face, &info);
    };
    add(true, ATK_TYPE_COMPONENT, component_interface);
    add(kind.words, ATK_TYPE_TEXT, text_interface);
    add(kind.writing, ATK_TYPE_EDITABLE_TEXT, writing_interface);
    add(kind.action, ATK_TYPE_ACTION, action_interface);
    add(kind.value, ATK_TYPE_VALUE, value_interface);
    add(kind.window, ATK_TYPE_WINDOW, window_interface);
    return type;
}

Kind kind_of(const SemNode& what) {
    switch (what.role) {
        case Role::window: return {"NtkWindow", false, false, false, false, true};
        case Role::heading:
        case Role::text:
        case Role::status: return {"NtkWords", true};
        case Role::textbox: return {"NtkWriting", true, true, true};
        case Role::progress:
            if (number_of(what) < 0) return {"NtkWords", true};
            return {"NtkBar", true, false, false, true};
        case Role::button:
        case Role::tab:
        case Role::checkbox:
        case Role::radio: return {"NtkPressable", false, false, true};
        default: return {"NtkPlain"};
    }
}

AtkRole atk_role(Role role) {
    switch (role) {
        case Role::window: return ATK_ROLE_FRAME;
        case Role::heading: return ATK_ROLE_HEADING;
        case Role::text: return ATK_ROLE_LABEL;
        case Role::group: return ATK_ROLE_PANEL;
        case Role::list: return ATK_ROLE_LIST;
        case Role::button: return ATK_ROLE_PUSH_BUTTON;
        case Role::tab: return ATK_ROLE_PAGE_TAB;
        case Role::checkbox: return ATK_ROLE_CHECK_BOX;
        case Role::radio: return ATK_ROLE_RADIO_BUTTON;
        case Role::textbox: return ATK_ROLE_ENTRY;
        case Role::status: return ATK_ROLE_NOTIFICATION;
        case Role::image: return ATK_ROLE_IMAGE;
        case Role::progress: return ATK_ROLE_PROGRESS_BAR;
        case Role::none: break;
    }
    return ATK_ROLE_UNKNOWN;
}

}  // namespace

Item::~Item() {
    if (object == nullptr) return;
    object->item = nullptr;
    atk_object_notify_state_change(&object->base, ATK_STATE_DEFUNCT, TRUE);
    g_object_unref(object);
}

std::string called(const SemNode& what) {
    return what.role == Role::progress && !what.value.empty() ? what.name + ": " + what.value : what.name;
}

bool Item::holds_words() const { return kind_of(what).words; }

Whole& whole() {
    static Whole& all = *new Whole;  // never taken down: a thread that is left behind at the end may still use it
    return all;
}

Thing* make_thing(Item& item) {
    auto* thing = static_cast<Thing*>(g_object_new(type_of(kind_of(item.what)), nullptr));
    thing->item = &item;
    atk_object_set_role(&thing->base, atk_role(item.what.role));
    atk_object_set_name(&thing->base, called(item.what).c_str());
    atk_object_set_description(&thing->base, item.what.description.c_str());
    atk_object_set_accessible_id(&thing->base, item.what.id.c_str());
    atk_object_set_parent(&thing->base, item.parent != nullptr ? item.parent->atk() : &whole().application->base);
    return thing;
}

Thing* make_application() {
    auto* thing = static_cast<Thing*>(g_object_new(base_type(), nullptr));
    atk_object_set_role(&thing->base, ATK_ROLE_APPLICATION);
    atk_object_set_name(&thing->base, "needtoknow");
    return thing;
}

Item* item_of(gpointer object) { return reinterpret_cast<Thing*>(object)->item; }

}  // namespace ntk::desktop::atspi
