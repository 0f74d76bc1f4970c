#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/host/store/pinned_plan.h"
#include "engine/host/store/result_store.h"
#include "engine/study/assessment/assessment_session.h"

namespace ntk {

// A learner's session with the store it is kept in: what every face drives. Whatever is decided is on the disk before
// the next page can be seen. What the disk refuses is not decided: the page stays, and says why.
class AssessmentDesk {
  public:
    // Begins an assessment under a new pseudonym, or under `learner` if given; a session that this learner has not
    // handed in is taken up instead. Returns nothing when it cannot be begun or taken up, with the reason in
    // `diagnostics` or, for what the disk or the system refuses, in `problem`. `store` must outlive the desk.
    static std::optional<AssessmentDesk> open(ResultStore& store, const StoredAssessment& assessment,
                                              std::string learner, PinnedShelf& shelf, Diagnostics& diagnostics,
                                              Problem& problem);

    const Page& page() const { return session_->page(); }
    const AssessmentSession& session() const { return *session_; }
    bool resumed() const { return resumed_; }

    // Applies one input and keeps what came of it. Returns an empty string, or why it cannot be done in words for the
    // learner; then nothing has changed.
    std::string apply(const Input& input);

    // Seconds went by, on a clock that nobody can set; kept with the next decision or keep_time.
    void pass_time(int seconds) { session_->pass_time(seconds); }

    // More time, at once and kept; or no limit any more. Returns an empty string or why not.
    std::string extend();
    std::string lift_limit();

    // Keeps the time that has gone by, once there is something to keep it with. Returns an empty string or why not.
    std::string keep_time();

  private:
    AssessmentDesk(ResultStore& store, StoredSession row, std::vector<AssessmentCase> cases, AssessmentSession session);
    Result<void> keep(const SessionNews& news);
    void note_time();
    void take_back();
    void go_back_to(const std::string& id);

    ResultStore* store_;
    StoredSession row_;
    std::vector<AssessmentCase> cases_;
    std::unique_ptr<AssessmentSession> session_;
    SessionProgress kept_;  // what is on the disk
    bool resumed_ = false;
};

}  // namespace ntk
