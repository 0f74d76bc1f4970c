#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "game/desktop/screen_reader/held_keys.h"
#include "game/desktop/screen_reader/link.h"

namespace ntk::desktop {

// Tells screen readers what the window shows, and brings back what is asked for through them.
//
// Everything to do with the bus happens on a thread of its own, with libraries that are loaded there: the window
// neither starts later nor waits, whatever the bus does, and a program built or run without them works as it always
// did.
class ScreenReader {
  public:
    ScreenReader();
    ~ScreenReader();
    ScreenReader(const ScreenReader&) = delete;
    ScreenReader& operator=(const ScreenReader&) = delete;

    // Begins, with the library at that path; `wake` is called from its thread when something is asked for. Does nothing
    // when this session has no bus, or the path is empty.
    void start(const std::string& library, std::function<void()> wake);

    // Whether anybody may be told.
    bool listening() const;

    void show(ReaderNews news);

    // What has been asked for since the last call, oldest first.
    std::vector<ReaderRequest> take();

    // Whether somebody wants to hear of keys before the window acts on them; who that is, for HeldKeys.
    bool wants_keys() const;
    KeyTaker key_taker();

  private:
    class Exchange;
    std::shared_ptr<Exchange> exchange_;
};

// Whether this session may have a bus that screen readers listen on; libraries are only loaded when it may.
bool session_has_bus();

}  // namespace ntk::desktop
