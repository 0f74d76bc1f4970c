#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "game/desktop/events.h"
#include "game/desktop/node.h"
#include "game/desktop/paint.h"
#include "game/desktop/session.h"

namespace ntk::desktop {

// The clipboard, so that boxes of writing can be tested without one.
struct Clipboard {
    std::function<std::string()> read;
    std::function<void(const std::string&)> write;
};

// Turns keys and pointer into focus, scrolling and presses on a laid-out tree.
//
// Keys are taken one by one from a queue of events, never from "is it down now": a key pressed and released within one
// frame, as switch boxes, dictation and remote desktops do, is therefore never lost, and several taps keep their order.
class Interaction {
  public:
    Clipboard clipboard;
    ChoiceKeys choice_keys = ChoiceKeys::digits;

    // Applies one event. Returns true when the screen should be built again. A key nobody on the screen used is left
    // in `unused`, for the application (Escape, text size).
    bool handle(const Event& event, Node& root, float scale);
    Event unused;

    // Does what a press of `id` does, as if it had the keyboard; or puts words into a box of writing. For screen readers.
    // Returns true when the screen should be built again.
    bool activate(const std::string& id, Node& root);
    bool write(const std::string& id, const std::string& words, Node& root);

    // Gives the keyboard to `id`, or to the screen's heading when that is not there; `show` scrolls it into view.
    void focus_on(const std::string& id, bool show);

    // Makes sure something has the keyboard after a screen was built, and carries out a pending focus_on.
    // Returns true when it scrolled, and the tree must be laid out again.
    bool settle(Node& root, float scale);

    // Scrolls a region to its beginning.
    void rewind(const std::string& region) { scroll_[region] = 0; }

    std::map<std::string, float>& scroll() { return scroll_; }
    const Pointing& pointing() const { return pointing_; }
    const std::string& focus() const { return pointing_.focus; }

  private:
    Pointing pointing_;
    std::map<std::string, float> scroll_;
    std::string wanted_;
    bool pending_ = false, show_ = false;
    std::string dragging_;  // a scroll bar's region
    float drag_from_ = 0, drag_offset_ = 0;

    bool key(const Event& event, Node& root, float scale);
    bool edit_key(const Event& event, Node& node);
    bool pointer(const Event& event, Node& root, float scale);
    bool scroll_key(const Event& event, Node& root, float scale);
    bool press(Node& node);
    bool press_main(const Event& event, Node& root);
    bool choose_by_key(const Event& event, Node& root);
    void step(Node& root, int by);
};

// Every part of the tree that can have the keyboard, in reading order.
std::vector<Node*> focusables(Node& root);

Node* find_node(Node& root, const std::string& id);

}  // namespace ntk::desktop
