// The library's way in. It is loaded by the window's screen_reader.cpp when the session has a bus.
#include <atk-bridge.h>

#include <string>
#include <vector>

#include "game/desktop/screen_reader/atspi/mirror.h"
#include "game/desktop/screen_reader/atspi/thing.h"

namespace ntk::desktop::atspi {

namespace {

AtkObject* root() { return &whole().application->base; }
const gchar* toolkit() { return "Who Needs to Know"; }
const gchar* version() { return NTK_VERSION; }

// Those who want to hear of keys: the bridge, for the screen readers on the bus.
struct KeyListener {
    guint id = 0;
    AtkKeySnoopFunc call = nullptr;
    gpointer data = nullptr;
};
std::vector<KeyListener> key_listeners;

guint add_key_listener(AtkKeySnoopFunc call, gpointer data) {
    static guint last = 0;
    key_listeners.push_back({++last, call, data});
    whole().link->want_keys(true);
    return last;
}

void remove_key_listener(guint id) {
    std::erase_if(key_listeners, [id](const KeyListener& one) { return one.id == id; });
    whole().link->want_keys(!key_listeners.empty());
}

// Tells of a key and waits for what is said. Returns whether somebody keeps it.
bool tell_key(const KeyStroke& stroke) {
    AtkKeyEventStruct key{};
    key.type = stroke.pressed ? ATK_KEY_EVENT_PRESS : ATK_KEY_EVENT_RELEASE;
    key.state = stroke.modifiers;
    key.keyval = stroke.symbol;
    key.keycode = static_cast<guint16>(stroke.code);
    key.timestamp = stroke.time;
    std::string text = stroke.text;
    key.string = text.data();
    key.length = static_cast<gint>(text.size());
    bool taken = false;
    for (const KeyListener& one : std::vector<KeyListener>(key_listeners))  // one of them may go meanwhile
        taken = one.call(&key, one.data) != 0 || taken;
    return taken;
}

// GLib's main loop runs on this thread alone.
void wake() { g_main_context_wakeup(nullptr); }

// A session without a working bus is nothing to complain about on the learner's terminal.
void keep_quiet(const gchar*, GLogLevelFlags, const gchar*, gpointer) {}

gboolean known(gpointer) {
    settle();
    return G_SOURCE_REMOVE;
}

int serve(ReaderLink& link) {
    g_log_set_handler("dbind", G_LOG_LEVEL_WARNING, keep_quiet, nullptr);
    AtkUtilClass* util = ATK_UTIL_CLASS(g_type_class_ref(ATK_TYPE_UTIL));
    util->get_root = root;
    util->get_toolkit_name = toolkit;
    util->get_toolkit_version = version;
    util->add_key_event_listener = add_key_listener;
    util->remove_key_event_listener = remove_key_listener;
    whole().link = &link;
    whole().application = make_application();
    if (atk_bridge_adaptor_init(nullptr, nullptr) != 0) return -1;
    link.on_news(wake);
    g_timeout_add(300, known, nullptr);  // milliseconds; what is told before the bus has taken us up is heard by nobody
    while (!link.over()) {
        ReaderNews news;
        if (link.next(news)) mirror(std::move(news));
        for (OfferedKey key; link.next_key(key);) link.answer_key(key.number, tell_key(key.stroke));
        g_main_context_iteration(nullptr, TRUE);
    }
    whole().window.reset();
    atk_bridge_adaptor_cleanup();
    return 0;
}

}  // namespace

}  // namespace ntk::desktop::atspi

extern "C" __attribute__((visibility("default"))) const char* ntk_screen_reader_version() { return NTK_VERSION; }

extern "C" __attribute__((visibility("default"))) int ntk_serve_screen_readers(ntk::desktop::ReaderLink& link) {
    return ntk::desktop::atspi::serve(link);
}
