#include <sys/stat.h>
#include <unistd.h>

#include <iostream>

#include "engine/host/library.h"
#include "engine/host/program_words.h"
#include "engine/text/said.h"
#include "game/assessment_seat.h"
#include "game/commands.h"
#include "game/desktop_assessment.h"
#include "game/desktop_settings.h"
#include "game/terminal/terminal.h"
#include "game/tool/assess.h"

namespace ntk {

namespace {

// An assessment as the terminal plays it: each page only shows once what led to it is kept.
class AssessmentStage : public terminal::Stage {
  public:
    AssessmentStage(AssessmentSeat& seat, terminal::TerminalOptions& options, const std::string& store)
        : seat_(seat), options_(options), store_(store) {
        show();
    }
    const Page& page() const override { return page_; }
    bool finished() const override { return session().submitted() || session().left(); }
    std::string log() const override { return {}; }
    bool gone() const override { return finished(); }

    std::string apply(const Input& input) override {
        const bool asked = input.kind == Input::Kind::choose && input.id == more_time;
        std::string refusal = asked ? seat_.extend() : seat_.apply(input);
        show();
        return refusal;
    }

  private:
    static constexpr const char* more_time = "assessment/more-time";

    const AssessmentSession& session() const { return seat_.desk().session(); }

    void show() {
        page_ = seat_.desk().page();
        if (session().begun()) {
            options_.left = "You have left the assessment for now. Every decision you made is kept."_en;
            options_.resume_with = "needtoknow assess run " + store_ + " --learner " + session().learner();
        }
        if (!session().time_is_short()) return;
        page_.blocks.insert(
            page_.blocks.begin(),
            {Block::Kind::note, words_for_time_left(session()) + " " + "Choose the last answer for more."_en, 2, {}});
        page_.choices.push_back({more_time, "I need more time"_en});
    }

    AssessmentSeat& seat_;
    terminal::TerminalOptions& options_;
    std::string store_;
    Page page_;
};

int run_by_lines(AssessmentSeat& seat, const tool::AssessRequest& request) {
    std::cout << fill("Your pseudonym is {pseudonym}"_en, {{"pseudonym", seat.desk().session().learner()}}) << "\n";
    if (seat.desk().resumed())
        std::cout << "This goes on where you left the assessment."_en
                  << "\n";
    terminal::TerminalOptions options;
    options.width = request.width;
    options.left = "You have not begun, and nothing is kept."_en;
    AssessmentStage stage(seat, options, request.store);
    terminal::play(stage, std::cin, std::cout, options);
    return exit_ok;
}

// Whether the answers come through a pipe or from a file, and nobody would look at a window.
bool answers_are_sent() {
    struct stat input {};
    if (::fstat(STDIN_FILENO, &input) != 0) return false;
    return S_ISFIFO(input.st_mode) || S_ISREG(input.st_mode) || S_ISSOCK(input.st_mode);
}

}  // namespace

int assess_run_command(const tool::AssessRequest& request, const LibraryRequest& window) {
    int exit_code = exit_ok;
    std::string language = window.language;
#ifndef NTK_NO_DESKTOP
    const bool by_lines = request.terminal || window.terminal || answers_are_sent();
    const bool in_window = !by_lines && has_screen();
    if (in_window && language.empty()) language = load_settings().language;
#endif
    // Before the first page is made. The cases stay as they were set; what they came to is data, and the same in all.
    Diagnostics diagnostics;
    speak(product_root(), language, diagnostics);
    if (diagnostics.has_errors()) std::cerr << diagnostics.render();
    auto seat = AssessmentSeat::open(request, std::cerr, exit_code);
    if (!seat) return exit_code;
#ifndef NTK_NO_DESKTOP
    if (in_window) return run_desktop_assessment(std::move(seat), request.store, window);
#endif
    return run_by_lines(*seat, request);
}

}  // namespace ntk
