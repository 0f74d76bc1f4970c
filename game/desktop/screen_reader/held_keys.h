#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "game/desktop/events.h"

namespace ntk::desktop {

// Who may keep keys for itself: the screen reader, or a fixture in tests.
struct KeyTaker {
    // Offers a key; returns the number it will be answered under, or 0 when nobody wants to know.
    std::function<int(const KeyStroke&)> offer;
    // Whether it was taken; nothing as long as there is no answer.
    std::function<std::optional<bool>(int number)> answer;
};

// Events in their order, held while a screen reader decides whether a key among them is a command for itself: such a
// key, and what it would have typed, never reaches the window. The window goes on meanwhile. A reader that does not
// answer is waited for 300 ms and then not asked for five seconds.
class HeldKeys {
  public:
    using Clock = std::chrono::steady_clock;

    void add(Event event, const KeyTaker& taker, Clock::time_point now);

    // Those that are the window's now, in order.
    std::vector<Event> ready(const KeyTaker& taker, Clock::time_point now);

    // Milliseconds until the first that is held is let go of without an answer; below 0 when none is held.
    int patience(Clock::time_point now) const;

  private:
    struct Held {
        Event event;
        int number = 0;  // 0: it was not offered
        Clock::time_point until;
    };
    std::deque<Held> held_;
    Clock::time_point not_before_;  // it is not asked again earlier
    bool taken_ = false;            // the last press was: what it types goes with it
};

}  // namespace ntk::desktop
