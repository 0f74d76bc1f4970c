#include <unistd.h>

#include <chrono>
#include <iostream>

#include "engine/host/library.h"
#include "engine/host/store/assessment_desk.h"
#include "engine/host/store/random_id.h"
#include "game/commands.h"
#include "game/terminal/terminal.h"
#include "game/tool/assess.h"

namespace ntk {

namespace {

// An assessment as the terminal plays it: each page only shows once what led to it is kept.
class AssessmentStage : public terminal::Stage {
  public:
    explicit AssessmentStage(AssessmentDesk& desk) : desk_(desk) { show(); }
    const Page& page() const override { return page_; }
    bool finished() const override { return desk_.session().submitted() || desk_.session().left(); }
    std::string log() const override { return {}; }
    bool gone() const override { return finished(); }

    std::string apply(const Input& input) override {
        count_time();
        if (input.kind == Input::Kind::choose && input.id == more_time) {
            std::string problem = desk_.extend();
            show();
            return problem;
        }
        std::string refusal = desk_.apply(input);
        show();
        return refusal;
    }

  private:
    static constexpr const char* more_time = "assessment/more-time";

    // A clock that nobody can set counts the time; what went by while the program was closed does not count.
    void count_time() {
        const auto now = std::chrono::steady_clock::now();
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - since_);
        since_ += seconds;
        desk_.pass_time(static_cast<int>(seconds.count()));
    }

    void show() {
        page_ = desk_.page();
        if (!desk_.session().time_is_short()) return;
        const int left = desk_.session().seconds_left().value_or(0);
        page_.blocks.insert(page_.blocks.begin(),
                            {Block::Kind::note,
                             "Time is running short: " + std::to_string(left) +
                                 " seconds are left. Choose the last answer to have more; nothing is lost either way.",
                             2,
                             {}});
        page_.choices.push_back({more_time, "I need more time"});
    }

    AssessmentDesk& desk_;
    Page page_;
    std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

}  // namespace

int assess_run_command(const tool::AssessRequest& request) {
    if (!request.learner.empty() && !is_random_id(request.learner, "p-")) {
        std::cerr << "'" << request.learner << "' is no pseudonym: it begins with p- and has 16 digits or more, from 0 "
                  << "to 9 and a to f. Begin without --learner to get one.\n";
        return exit_usage;
    }
    auto store = tool::open_store(request.store, std::cerr);
    if (!store) return exit_cannot_read;
    const auto assessments = store->assessments();
    if (!assessments) return tool::say_problem(assessments.error(), std::cerr);
    if (assessments->empty()) {
        std::cerr << "No assessment is set in this store. Set one with: needtoknow assess new\n";
        return exit_usage;
    }
    // The one that was set last, unless this learner is in the middle of another.
    StoredAssessment assessment = assessments->back();
    if (const auto sessions = store->sessions(); sessions && !request.learner.empty())
        for (const StoredSession& session : *sessions)
            for (const StoredAssessment& one : *assessments)
                if (!session.submitted && session.learner == request.learner && one.sha256 == session.assessment)
                    assessment = one;
    Diagnostics diagnostics;
    Problem problem;
    PinnedShelf shelf({product_root(), {}, request.old_packs});
    auto desk = AssessmentDesk::open(*store, assessment, request.learner, shelf, diagnostics, problem);
    std::cerr << diagnostics.render();
    if (!problem.message.empty()) return tool::say_problem(problem, std::cerr);
    if (!desk) return exit_cannot_read;
    std::cout << "Your pseudonym is " << desk->session().learner() << "\n";
    if (desk->resumed()) std::cout << "This goes on where you left the assessment.\n";

    AssessmentStage stage(*desk);
    terminal::TerminalOptions options;
    options.width = request.width;
    options.left = "You have left the assessment for now. Every decision you made is kept.";
    options.resume_with = "needtoknow assess run " + request.store + " --learner " + desk->session().learner();
    terminal::play(stage, std::cin, std::cout, options);
    return exit_ok;
}

}  // namespace ntk
