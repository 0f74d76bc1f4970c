#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/play/page.h"

namespace ntk {

class Attempt;
class Diagnostics;
class RuleBook;
struct Scenario;
struct ScoreCard;

enum class Mode { practice, assessment };

// One learner's way through one case: takes Inputs, gives Pages, and keeps the decision log. Every face drives this.
class Player {
  public:
    // `seed` shuffles the options; 0 shows them in the author's order.
    Player(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules, Mode mode,
           std::int64_t seed = 0);
    ~Player();
    Player(Player&&) noexcept;
    Player& operator=(Player&&) noexcept;

    // Takes up an attempt where its log leaves off, at the decision that was due (or at the debrief). Every choice is
    // made again, and every line must come out as it was written. Returns nothing after an error (engine/play/log.h
    // lists them); a log that was cut short is taken up before the cut, with a warning. `name` is how messages call the
    // log.
    static std::optional<Player> resume(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules,
                                        std::string_view log, std::string name, Diagnostics& diagnostics);

    // The page that is showing. A scene or a debrief is made when it is first asked for: a debrief can take some time.
    const Page& page() const;

    // Applies one input. Returns an empty string, or in plain words why it cannot be done; then nothing has changed.
    std::string apply(const Input& input);

    bool finished() const;    // the debrief or closed page is showing
    std::string log() const;  // the decision log so far, JSON lines (engine/play/log.h)

    // "Change one fact": for a verdict that the page shows, the smallest change of facts found that would have made it
    // come out otherwise, in words, or honestly that there is none (engine/play/what_if.h). Worked out when asked, and
    // changes nothing. In an assessment it says that this is for practice.
    std::string what_if(const VerdictView& verdict) const;

    Mode mode() const;
    std::int64_t seed() const;
    const Attempt& attempt()
        const;  // where the learner stands; it may be ahead of the page, which tells the story first
    const ScoreCard* score_card() const;  // null before the end, and when the learner went to the debrief before it

  private:
    struct State;
    explicit Player(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace ntk
