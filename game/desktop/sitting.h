#pragma once

#include <string>

namespace ntk::desktop {

// What an assessment has beside its pages: under which pseudonym it is kept, and how much time is left. The pages
// themselves, and what can be answered on them, come from the engine like those of a case.
class Sitting {
  public:
    virtual ~Sitting() = default;

    virtual std::string pseudonym() const = 0;
    virtual bool begun() const = 0;  // the privacy notice has been agreed to: from then on something is kept
    virtual bool handed_in() const = 0;

    // How much time is left, in words that change seldom; empty where there is no limit, or none now.
    virtual std::string time() const = 0;
    virtual bool time_is_short() const = 0;

    // Lets the time that went by count. Returns whether the words for it have changed.
    virtual bool look_at_clock() = 0;

    // More time, or no limit any more; at once. Return what to tell the learner.
    virtual std::string more_time() = 0;
    virtual std::string lift_limit() = 0;

    // Goes on with the session kept under a pseudonym, in place of this one. Returns an empty string, or why not; then
    // nothing has changed.
    virtual std::string take_up(const std::string& pseudonym) = 0;

    // Goes on after having left, under the same pseudonym. Returns an empty string, or why not.
    virtual std::string come_back() = 0;
};

}  // namespace ntk::desktop
