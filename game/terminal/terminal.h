#pragma once

#include <functional>
#include <istream>
#include <ostream>
#include <string>

#include "engine/play/player.h"
#include "engine/text/said.h"

namespace ntk::terminal {

// What is played by lines of text: a case, or a jigsaw of several.
class Stage {
  public:
    virtual ~Stage() = default;
    virtual const Page& page() const = 0;
    virtual std::string apply(const Input& input) = 0;  // as Player::apply
    virtual bool finished() const = 0;
    virtual std::string log() const = 0;                                  // of the case played now
    virtual std::string what_if(const VerdictView&) const { return {}; }  // as Player::what_if
    virtual void over() {}                                                // the last page shows for the first time
    virtual bool gone() const { return false; }  // there is nothing more to do here, not even to look back
};

// How a case is played by lines of text.
struct TerminalOptions {
    int width = 78;               // 0: as long as they are
    bool bold = false;            // headings, where the terminal shows it and NO_COLOR is not set
    bool ask_confidence = false;  // "How sure are you?" before each reveal
    std::string left = "You have left the case. Nothing is scored."_en;  // said to somebody who goes before the end
    std::string resume_with;                           // the command that takes up a case that was left
    std::function<void(const std::string& log)> keep;  // called after every decision and undo; may be empty
    std::function<void(const Player&)> finished;       // of one case: called when the debrief first shows; may be empty
};

// Plays a case by lines of text: writes a page, reads a line, and so on until the learner leaves or the input ends.
// Works through a pipe. Returns whether the case was finished.
bool play(Player& player, std::istream& in, std::ostream& out, const TerminalOptions& options);
bool play(Stage& stage, std::istream& in, std::ostream& out, const TerminalOptions& options);

}  // namespace ntk::terminal
