#pragma once

#include <string>
#include <vector>

#include "game/desktop/session.h"
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

    // Waits for something to happen and applies it; draws only when it changed something. While the library is still
    // being read it does not wait but reads on. False when it is over.
    bool run_once();

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

    bool read_on();
    bool authoring() const { return app_.where == App::Where::author && app_.author.desk != nullptr; }
    bool look_after_files();
    void build();
    bool apply(const Event& event);
    void draw();
};

}  // namespace ntk::desktop

namespace ntk {

// Opens the window and runs until it is closed. Returns 0, or 1 after saying in words on standard error what is
// missing.
int run_desktop(const desktop::DesktopOptions& options);

}  // namespace ntk
