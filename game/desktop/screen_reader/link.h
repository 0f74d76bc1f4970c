#pragma once

#include <string>

#include "game/desktop/screen_reader/key_stroke.h"
#include "game/desktop/semantic.h"

namespace ntk::desktop {

// Something asked for through a screen reader, a switch program or dictation. The window carries it out as it would a
// key, on its own thread.
struct ReaderRequest {
    enum class Kind { focus, press, write };
    Kind kind = Kind::focus;
    std::string id;    // of a SemNode
    std::string text;  // write: what a box of writing should hold
};

// What a screen reader is told: the described tree, and where the window is.
struct ReaderNews {
    SemNode tree;
    float x = 0, y = 0;   // the window's corner on the screen, pixels
    bool active = false;  // it has the keyboard
};

// A key that a screen reader may keep for itself, and the number it answers under.
struct OfferedKey {
    int number = 0;
    KeyStroke stroke;
};

// What the window and the library that speaks to screen readers share. That library is loaded while the program runs,
// so all of it goes through functions of the program. Its methods may be called from any thread.
class ReaderLink {
  public:
    virtual ~ReaderLink() = default;

    // Moves what is shown now into `news`; false when nothing has changed since the last call.
    virtual bool next(ReaderNews& news) = 0;

    // Whether the window has closed.
    virtual bool over() = 0;

    virtual void ask(ReaderRequest request) = 0;

    // Whether somebody wants to hear of keys before the window acts on them.
    virtual void want_keys(bool wanted) = 0;

    // Moves the oldest key that was offered into `key`; false when there is none. Each is answered, in order.
    virtual bool next_key(OfferedKey& key) = 0;
    virtual void answer_key(int number, bool taken) = 0;

    // Calls `wake` from the window's thread whenever there is news, or when it is over.
    virtual void on_news(void (*wake)()) = 0;
};

// The library's one function, called on a thread of its own: serves screen readers until it is over. Returns 0, or -1
// at once when there is nothing to serve (no accessibility bus).
using ServeReaders = int (*)(ReaderLink&);
inline constexpr const char* serve_readers_name = "ntk_serve_screen_readers";

// The library says which program it was built with; one of another version is left alone.
inline constexpr const char* served_version_name = "ntk_screen_reader_version";

}  // namespace ntk::desktop
