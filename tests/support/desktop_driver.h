#pragma once

#include <string>
#include <vector>

#include "game/desktop/app.h"

namespace ntk::desktop {

// Drives the real window without a screen: clicks by the words on a button, presses keys, reads what is described.
class Driver {
  public:
    // With `on_screen` the window opens on the screen that SDL finds, and the learner's own things are left alone.
    explicit Driver(DesktopOptions options, bool on_screen = false);

    // Clicks the middle of what has this name, scrolling it into view first. False when there is no such thing.
    bool click(const std::string& name);

    // The same with nothing but the mouse: turns the wheel over the page until it can be seen, then clicks it.
    bool point_at(const std::string& name);

    // Presses and releases a key, through SDL's own queue. Names as in keys(): "Tab", "Enter", "1", "Shift+Tab" ...
    void press(const std::string& key);
    void type(const std::string& words);

    // Tabs until what has this name has the keyboard. False when it is never reached.
    bool tab_to(const std::string& name);

    void resize(int width, int height, int text_percent);
    void idle();  // two frames with nothing happening

    // Reads the rest of the library, as the window would by and by, and shows it.
    void read_library();

    const SemNode& tree() { return desktop_.tree(); }
    std::string outline() { return desktop::outline(desktop_.tree()); }
    bool shows(const std::string& name) { return find_named(desktop_.tree(), name) != nullptr; }
    std::string focused();

    // Broken rules of the description, and words or parts that do not fit where they are; empty when all is well.
    std::vector<std::string> faults();

    bool picture(const std::string& path) { return desktop_.window().save_picture(path); }
    Desktop& desktop() { return desktop_; }

    // The longest that one step of the window has taken so far, in milliseconds: so long it stood still.
    double longest_step() const { return longest_step_; }

    // From the event to the picture of the last click or key, in milliseconds, without what another thread did.
    double last_step() const { return last_step_; }

  private:
    Desktop desktop_;
    double longest_step_ = 0, last_step_ = 0;

    void pump();
};

}  // namespace ntk::desktop
