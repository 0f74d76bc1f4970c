#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/play/player.h"
#include "engine/study/assessment/assessment_plan.h"

namespace ntk {

// A case of an assessment with the rules it is judged by, as the plan pins them.
struct AssessmentCase {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
};

// How much time a learner has chosen where there is a limit. It stays on the device: it can tell of somebody's health.
enum class TimeAllowance { off, usual, tenfold };

// What a session has come to, as it is kept: enough to take it up again at the same decision.
struct SessionProgress {
    std::vector<std::string> logs;  // of the cases begun so far, in order, each a whole decision log
    bool submitted = false;
    int spent_seconds = 0;
    TimeAllowance allowance = TimeAllowance::usual;
    int extensions = 0;
};

// What has come about since it was last asked for. It must be on the disk before the next page is shown.
struct SessionNews {
    struct Lines {
        int position = 0;                // of the case in the assessment, from 0
        int first = 0;                   // of these lines in its log, from 0
        std::vector<std::string> lines;  // without line ends
    };
    bool begun = false;  // the privacy notice has been read, and the learner wants to begin
    std::vector<Lines> lines;
    bool submitted = false;
    bool anything() const { return begun || submitted || !lines.empty(); }
};

// One learner's way through an assessment: the privacy notice, the cases one after the other without a verdict between
// them, a look over everything, and handing in. It takes Inputs and gives Pages as a Player does, so that every face
// can show it with what it has; it knows no file, clock or screen. Whoever drives it keeps `take_news()` before showing
// the next page, tells it the time that went by, and takes up a session that was left with `resume`.
class AssessmentSession {
  public:
    // `cases` are those of the plan, in its order. `learner` is a pseudonym.
    AssessmentSession(AssessmentPlan plan, std::vector<AssessmentCase> cases, std::string learner);

    // Takes a session up where it was left. Every choice is made again and must come out as it was written; reports
    // what a log may have wrong (engine/play/log.h) and E746 for logs that do not follow on one another.
    static std::optional<AssessmentSession> resume(AssessmentPlan plan, std::vector<AssessmentCase> cases,
                                                   std::string learner, const SessionProgress& progress,
                                                   Diagnostics& diagnostics);

    const Page& page() const { return page_; }

    // Applies one input. Returns an empty string, or in plain words why it cannot be done; then nothing has changed.
    std::string apply(const Input& input);

    // What is to be kept now; asking takes it away.
    SessionNews take_news();

    bool begun() const { return stage_ != Stage::notice; }
    bool submitted() const { return stage_ == Stage::done; }
    bool left() const { return left_; }  // the learner has gone for now; resume() goes on from what was kept

    const AssessmentPlan& plan() const { return plan_; }
    const std::string& learner() const { return learner_; }
    const std::vector<Player>& players() const { return players_; }  // of the cases begun so far

    // Seconds went by. At the end of the time the page asks whether more is needed; nothing is ever taken away.
    void pass_time(int seconds);
    std::optional<int> seconds_left() const;  // missing without a limit
    bool time_is_short() const;               // two minutes or less: the face says so, and how to extend
    void allow(TimeAllowance allowance);
    void extend();  // by a quarter of the limit, as often as it is asked for
    SessionProgress progress() const;

  private:
    enum class Stage { notice, time, playing, between, skipping, time_up, review, looking, confirming, done };

    std::string apply_to_case(const Input& input);
    std::string choose(const std::string& id);
    void begin_case();
    void end_case();
    void show();
    Player& player() { return players_.back(); }
    const Player& player() const { return players_.back(); }

    AssessmentPlan plan_;
    std::vector<AssessmentCase> cases_;
    std::string learner_;
    std::vector<Player> players_;
    std::vector<std::size_t> kept_;  // lines of each log that take_news() has given away
    Stage stage_ = Stage::notice;
    std::size_t looked_at_ = 0;
    bool left_ = false;
    bool news_begun_ = false, news_submitted_ = false;
    int spent_ = 0, extensions_ = 0;
    TimeAllowance allowance_ = TimeAllowance::usual;
    Page page_;
};

}  // namespace ntk
