#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/play/better.h"
#include "engine/play/player.h"
#include "engine/rules/score.h"

namespace ntk {

// All that a Player knows. Undo restores the attempt, its log and its other ways; nothing else.
struct Player::State {
    State(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules, Mode mode,
          std::int64_t seed);

    // Each returns why it cannot be done, or an empty string.
    std::string decide(const Input& input, bool tell);  // `tell`: build the pages that follow
    std::string step_back();
    std::string to_debrief();
    std::string go_on();
    void leave();
    void start_again();

    // Turns to the page for where the attempt stands: the scene, or the debrief. It is made when it is asked for, as a
    // debrief tries the other ways at every decision and a replay never looks at it.
    void show_place();
    const Page& shown();
    PageKind shown_kind() const;

    // The other ways open at a decision made, tried out when first asked for.
    const OtherWays& ways(std::size_t decision);

    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    Mode mode;
    std::int64_t seed;
    Attempt attempt;
    std::vector<Attempt> before;                   // standing at each decision made
    std::vector<std::optional<OtherWays>> others;  // by decision
    std::vector<std::string> lines;                // the log, without line ends
    std::optional<ScoreCard> card;
    bool early = false;        // went to the debrief before the end
    std::deque<Page> waiting;  // consequences and feedback still to be shown
    std::optional<Page> page;  // none: the one for where the attempt stands, not yet made
    CaseFileView file_so_far;  // before the scene the attempt stands at was reached

  private:
    std::string take(const Input& input);
    void tell_story(bool tell);
};

}  // namespace ntk
