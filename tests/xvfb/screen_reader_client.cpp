// A screen reader's side of the bus, for tests: finds the running program and reads, presses and listens to it.
//   screen_reader_client outline                     what it shows, in the words of the program's own outline
//   screen_reader_client press ROLE NAME             does the first action of the first thing of that role and name
//   screen_reader_client focus ROLE NAME             asks for the keyboard
//   screen_reader_client write ROLE NAME WORDS       fills a box of writing
//   screen_reader_client describe ROLE NAME          its attributes, actions and value, one a line
//   screen_reader_client hammer SECONDS              presses and reads at random, with things that have long gone too
//   screen_reader_client listen                      prints what it hears until it is stopped
//   screen_reader_client keep KEY                    prints each key it is told of, and keeps KEY for itself
// A name may be only the beginning. Ends with 1 when something is not there.
#include <atspi/atspi.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

using Text = std::string;

Text taken(gchar* words) {
    Text copy = words != nullptr ? words : "";
    g_free(words);
    return copy;
}

bool has(AtspiAccessible* thing, AtspiStateType state) {
    AtspiStateSet* states = atspi_accessible_get_state_set(thing);
    const bool found = states != nullptr && atspi_state_set_contains(states, state) != FALSE;
    if (states != nullptr) g_object_unref(states);
    return found;
}

Text role_of(AtspiAccessible* thing) {
    switch (atspi_accessible_get_role(thing, nullptr)) {
        case ATSPI_ROLE_FRAME: return "window";
        case ATSPI_ROLE_HEADING: return "heading";
        case ATSPI_ROLE_LABEL: return "text";
        case ATSPI_ROLE_PANEL: return "group";
        case ATSPI_ROLE_LIST: return "list";
        case ATSPI_ROLE_PUSH_BUTTON: return "button";
        case ATSPI_ROLE_PAGE_TAB: return "tab";
        case ATSPI_ROLE_CHECK_BOX: return "check box";
        case ATSPI_ROLE_RADIO_BUTTON: return "radio button";
        case ATSPI_ROLE_ENTRY: return "text box";
        case ATSPI_ROLE_NOTIFICATION: return "status";
        case ATSPI_ROLE_IMAGE: return "picture";
        case ATSPI_ROLE_PROGRESS_BAR: return "bar";
        default: return "something else";
    }
}

std::map<Text, Text> attributes_of(AtspiAccessible* thing) {
    std::map<Text, Text> found;
    GHashTable* table = atspi_accessible_get_attributes(thing, nullptr);
    if (table == nullptr) return found;
    GHashTableIter each;
    gpointer name = nullptr, value = nullptr;
    g_hash_table_iter_init(&each, table);
    while (g_hash_table_iter_next(&each, &name, &value))
        found[static_cast<const char*>(name)] = static_cast<const char*>(value);
    g_hash_table_unref(table);
    return found;
}

Text words_of(AtspiAccessible* thing) {
    AtspiText* text = atspi_accessible_get_text_iface(thing);
    if (text == nullptr) return "";
    Text all = taken(atspi_text_get_text(text, 0, -1, nullptr));
    g_object_unref(text);
    return all;
}

// The same words as ntk::desktop::outline().
void outline(AtspiAccessible* thing, int depth) {
    const Text role = role_of(thing);
    Text line(static_cast<size_t>(depth) * 2, ' ');
    line += role;
    if (role == "heading") line += " " + attributes_of(thing)["level"];
    Text name = taken(atspi_accessible_get_name(thing, nullptr));
    Text value = role == "text box" || role == "bar" ? words_of(thing) : "";
    if (role == "bar" && name.size() > value.size() + 2) name.resize(name.size() - value.size() - 2);
    if (!name.empty()) line += " \"" + name + "\"";
    if (has(thing, role == "tab" ? ATSPI_STATE_SELECTED : ATSPI_STATE_CHECKED)) line += " [chosen]";
    if (has(thing, ATSPI_STATE_EXPANDABLE)) line += has(thing, ATSPI_STATE_EXPANDED) ? " [open]" : " [closed]";
    if (!has(thing, ATSPI_STATE_ENABLED)) line += " [not available]";
    if (has(thing, ATSPI_STATE_FOCUSED)) line += " [focus]";
    if (!value.empty()) line += " = " + value;
    const Text description = taken(atspi_accessible_get_description(thing, nullptr));
    if (!description.empty()) line += " -- " + description;
    std::puts(line.c_str());
    const int children = atspi_accessible_get_child_count(thing, nullptr);
    for (int i = 0; i < children; ++i) {
        AtspiAccessible* child = atspi_accessible_get_child_at_index(thing, i, nullptr);
        if (child == nullptr) continue;
        outline(child, depth + 1);
        g_object_unref(child);
    }
}

AtspiAccessible* find(AtspiAccessible* thing, const Text& role, const Text& name) {
    if (role_of(thing) == role && taken(atspi_accessible_get_name(thing, nullptr)).rfind(name, 0) == 0)
        return ATSPI_ACCESSIBLE(g_object_ref(thing));
    const int children = atspi_accessible_get_child_count(thing, nullptr);
    for (int i = 0; i < children; ++i) {
        AtspiAccessible* child = atspi_accessible_get_child_at_index(thing, i, nullptr);
        if (child == nullptr) continue;
        AtspiAccessible* found = find(child, role, name);
        g_object_unref(child);
        if (found != nullptr) return found;
    }
    return nullptr;
}

AtspiAccessible* the_program() {
    AtspiAccessible* desktop = atspi_get_desktop(0);
    const int programs = atspi_accessible_get_child_count(desktop, nullptr);
    for (int i = 0; i < programs; ++i) {
        AtspiAccessible* program = atspi_accessible_get_child_at_index(desktop, i, nullptr);
        if (program != nullptr && taken(atspi_accessible_get_name(program, nullptr)) == "needtoknow") return program;
    }
    return nullptr;
}

bool press(AtspiAccessible* thing) {
    AtspiAction* action = atspi_accessible_get_action_iface(thing);
    return action != nullptr && atspi_action_do_action(action, 0, nullptr) != FALSE;
}

bool focus(AtspiAccessible* thing) {
    AtspiComponent* component = atspi_accessible_get_component_iface(thing);
    return component != nullptr && atspi_component_grab_focus(component, nullptr) != FALSE;
}

bool write(AtspiAccessible* thing, const char* words) {
    AtspiEditableText* text = atspi_accessible_get_editable_text_iface(thing);
    return text != nullptr && atspi_editable_text_set_text_contents(text, words, nullptr) != FALSE;
}

void describe(AtspiAccessible* thing) {
    for (const auto& [name, value] : attributes_of(thing)) std::printf("%s: %s\n", name.c_str(), value.c_str());
    if (AtspiAction* action = atspi_accessible_get_action_iface(thing))
        std::printf("action: %s\n", taken(atspi_action_get_action_name(action, 0, nullptr)).c_str());
    if (AtspiValue* value = atspi_accessible_get_value_iface(thing))
        std::printf("value: %g of %g\n", atspi_value_get_current_value(value, nullptr),
                    atspi_value_get_maximum_value(value, nullptr));
    AtspiText* text = atspi_accessible_get_text_iface(thing);
    if (text == nullptr) return;
    AtspiTextRange* word = atspi_text_get_string_at_offset(text, 0, ATSPI_TEXT_GRANULARITY_WORD, nullptr);
    if (word != nullptr)
        std::printf("first word: %s (%d to %d)\n", word->content, word->start_offset, word->end_offset);
    std::printf("letters: %d, caret: %d\n", atspi_text_get_character_count(text, nullptr),
                atspi_text_get_caret_offset(text, nullptr));
}

void gather(AtspiAccessible* thing, std::vector<AtspiAccessible*>& all) {
    all.push_back(ATSPI_ACCESSIBLE(g_object_ref(thing)));
    const int children = atspi_accessible_get_child_count(thing, nullptr);
    for (int i = 0; i < children; ++i) {
        AtspiAccessible* child = atspi_accessible_get_child_at_index(thing, i, nullptr);
        if (child == nullptr) continue;
        gather(child, all);
        g_object_unref(child);
    }
}

void hammer(AtspiAccessible* program, int seconds) {
    std::mt19937 dice(20'240'518);
    std::vector<AtspiAccessible*> all;
    const gint64 end = g_get_monotonic_time() + gint64{seconds} * G_USEC_PER_SEC;
    int done = 0;
    while (g_get_monotonic_time() < end) {
        // What was gathered in earlier rounds is kept: most of it has gone by the time it is pressed or read.
        if (all.size() < 4000) gather(program, all);
        for (int i = 0; i < 40; ++i) {
            AtspiAccessible* thing = all[dice() % all.size()];
            const Text name = taken(atspi_accessible_get_name(thing, nullptr));
            const unsigned what = dice() % 8;
            if (what < 3) press(thing);
            if (what == 3) focus(thing);
            if (what == 4) write(thing, "typed by a screen reader");
            if (what == 5) words_of(thing);
            if (what == 6) describe(thing);
            if (what == 7) atspi_accessible_get_index_in_parent(thing, nullptr);
            ++done;
        }
    }
    std::printf("done: %d\n", done);
}

void heard(AtspiEvent* event, void*) {
    const Text name = taken(atspi_accessible_get_name(event->source, nullptr));
    const Text description = taken(atspi_accessible_get_description(event->source, nullptr));
    std::printf("%s %d %s \"%s\"%s%s\n", event->type, event->detail1, role_of(event->source).c_str(), name.c_str(),
                description.empty() ? "" : " -- ", description.c_str());
    std::fflush(stdout);
    g_boxed_free(ATSPI_TYPE_EVENT, event);
}

int listen() {
    AtspiEventListener* listener = atspi_event_listener_new(heard, nullptr, nullptr);
    for (const char* kind : {"object:state-changed", "object:text-changed", "object:property-change:accessible-name",
                             "object:text-caret-moved", "window:activate", "window:deactivate"})
        if (atspi_event_listener_register(listener, kind, nullptr) == FALSE) return 1;
    std::puts("listening");
    std::fflush(stdout);
    atspi_event_main();
    return 0;
}

// Prints a key, and says that it is ours when it is the one to keep.
gboolean told_key(AtspiDeviceEvent* key, void* kept) {
    const Text name = key->event_string != nullptr ? key->event_string : "";
    std::printf("%s %s symbol %u code %u modifiers %u\n", key->type == ATSPI_KEY_PRESSED_EVENT ? "press" : "release",
                name.c_str(), static_cast<unsigned>(key->id), static_cast<unsigned>(key->hw_code),
                static_cast<unsigned>(key->modifiers));
    std::fflush(stdout);
    g_boxed_free(ATSPI_TYPE_DEVICE_EVENT, key);
    return name == static_cast<const char*>(kept) ? TRUE : FALSE;
}

int keep(char* name) {
    AtspiDeviceListener* listener = atspi_device_listener_new(told_key, name, nullptr);
    const auto both =
        static_cast<AtspiKeyEventMask>((1U << ATSPI_KEY_PRESSED_EVENT) | (1U << ATSPI_KEY_RELEASED_EVENT));
    const auto how =
        static_cast<AtspiKeyListenerSyncType>(ATSPI_KEYLISTENER_SYNCHRONOUS | ATSPI_KEYLISTENER_CANCONSUME);
    for (const AtspiKeyMaskType held : {0U, 1U, 4U, 16U, 17U, 20U})  // nothing, Shift, Control, and Num Lock with these
    {
        GError* refused = nullptr;  // the value that comes back says nothing in this version
        atspi_register_keystroke_listener(listener, nullptr, held, both, how, &refused);
        if (refused != nullptr) return 1;
    }
    std::puts("listening");
    std::fflush(stdout);
    atspi_event_main();
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const Text what = count > 1 ? words[1] : "";
    if (atspi_init() > 1) return 1;
    if (what == "listen") return listen();
    if (what == "keep" && count == 3) return keep(words[2]);
    AtspiAccessible* program = the_program();
    if (program == nullptr) return 1;
    if (what == "outline" && atspi_accessible_get_child_count(program, nullptr) == 1) {
        outline(atspi_accessible_get_child_at_index(program, 0, nullptr), 0);
        return 0;
    }
    if (what == "hammer" && count == 3) {
        hammer(program, std::atoi(words[2]));
        return 0;
    }
    AtspiAccessible* thing = count > 3 ? find(program, words[2], words[3]) : nullptr;
    if (thing == nullptr) return 1;
    if (what == "press") return press(thing) ? 0 : 1;
    if (what == "focus") return focus(thing) ? 0 : 1;
    if (what == "write" && count == 5) return write(thing, words[4]) ? 0 : 1;
    if (what == "describe") describe(thing);
    return what == "describe" ? 0 : 1;
}
