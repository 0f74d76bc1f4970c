#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "game/desktop/screen_reader/screen_reader.h"
#include "game/desktop/session.h"
#include "game/desktop/speech/spoken.h"
#include "game/desktop/speech/voice.h"
#include "game/desktop/state.h"
#include "game/desktop/window.h"

namespace ntk::desktop {

// The window and what it shows, driven event by event; tests drive it without a screen.
class Desktop {
  public:
    // Opens the window. Returns an empty string, or in plain words what is missing.
    std::string open(DesktopOptions options);

    // Applies what happened, in order, and draws one frame.
    void step(const std::vector<Event>& events);

    // Waits for something to happen, be it on the other thread, and applies it; draws only when it changed something.
    // False when it is over.
    bool run_once();

    // How long the loop may wait for something to happen, in milliseconds; 0 while there is work left, below 0 without
    // end. At rest it never wakes by itself more than once in a second.
    int may_wait();

    // Does what was asked for through a screen reader. Returns whether that changed anything.
    bool answer(const ReaderRequest& request);

    // Goes on reading the library on the other thread, a little at a time.
    void read_behind();

    // Takes up what has been done on the other thread, waiting for it at most so long, and draws one frame when that
    // changed something.
    void catch_up(std::chrono::milliseconds wait);

    // What the last frame showed.
    const SemNode& tree() const { return tree_; }
    const Node& layout() const { return root_; }
    float scale() const { return scale_; }
    App& app() { return app_; }
    Window& window() { return window_; }

  private:
    App app_;
    Window window_;
    Node root_;
    SemNode tree_;
    float scale_ = 1;
    ScreenReader reader_;
    HeldKeys held_;
    std::unique_ptr<Voice> voice_;
    Narrator narrator_;
    bool speaking_ = false, shown_ = false;
    bool reading_ = false;  // a part of the library is being read behind, or waits for its turn
    std::chrono::steady_clock::time_point opened_;

    void read_on();
    bool authoring() const { return app_.where == App::Where::author && app_.author.desk != nullptr; }
    bool look_after_files();
    float text_scale() const;  // window pixels in a design pixel
    void build();
    bool apply(const Event& event);
    void draw();
    void tell_reader();
    void read_aloud();
    bool hear_of_voice();
};

}  // namespace ntk::desktop

namespace ntk {

// Opens the window and runs until it is closed. Returns 0, or 1 after saying in words on standard error what is
// missing.
int run_desktop(const desktop::DesktopOptions& options);

}  // namespace ntk
