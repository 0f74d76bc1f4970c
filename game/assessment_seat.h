#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "engine/host/store/assessment_desk.h"
#include "game/tool/assess.h"

namespace ntk {

// A learner's seat in an assessment, as the window and the terminal share it: the store, the session at its desk, and
// the time counted by a clock that nobody can set. What went by while the program was closed does not count: whoever is
// called away, or whose machine fails, loses nothing. What went by in front of a question counts even if the program is
// closed before it is answered: closing and opening again makes no time.
class AssessmentSeat {
  public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    // Opens the assessment that was set last, or the one that the learner is in the middle of. Without a learner a new
    // pseudonym is made. What is wrong goes to `err`; then there is no seat, and `exit_code` is how the program ends.
    static std::unique_ptr<AssessmentSeat> open(const tool::AssessRequest& request, std::ostream& err, int& exit_code,
                                                Clock clock = std::chrono::steady_clock::now);

    // The same on a store and shelf that are open already; `problem` has what the disk or the system refuses.
    static std::unique_ptr<AssessmentSeat> open(ResultStore store, PinnedShelf shelf, const std::string& learner,
                                                Clock clock, Diagnostics& diagnostics, Problem& problem);

    AssessmentSeat(const AssessmentSeat&) = delete;  // the desk points at the store
    AssessmentSeat& operator=(const AssessmentSeat&) = delete;
    ~AssessmentSeat();

    const AssessmentDesk& desk() const { return *desk_; }

    // As AssessmentDesk::apply, extend and lift_limit, with the time until now counted.
    std::string apply(const Input& input);
    std::string extend();
    std::string lift_limit();

    // Lets whole seconds that went by count; keep_time also keeps them.
    void count_time();
    void keep_time();

    // Goes on with the session that is kept under a pseudonym and not handed in. Returns an empty string, or why not in
    // words for the learner; then nothing has changed.
    std::string take_up(const std::string& pseudonym);

    // Goes on after the learner has left, under the same pseudonym; with the notice where nothing was kept yet. Returns
    // as take_up does.
    std::string come_back();

  private:
    std::string change_desk(const std::string& learner);
    AssessmentSeat(ResultStore store, PinnedShelf shelf, Clock clock);
    bool sit_down(const std::string& learner, Diagnostics& diagnostics, Problem& problem);

    ResultStore store_;
    PinnedShelf shelf_;
    Clock clock_;
    std::optional<AssessmentDesk> desk_;
    std::chrono::steady_clock::time_point since_;
};

// How much time is left, in words that change every few minutes only; empty without a limit.
std::string words_for_time_left(const AssessmentSession& session);

}  // namespace ntk
