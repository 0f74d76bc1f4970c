#include "game/desktop_assessment.h"

#ifndef NTK_NO_DESKTOP

#include <iostream>
#include <utility>

#include "engine/host/library.h"
#include "engine/play/version.h"
#include "engine/text/said.h"
#include "game/desktop/sitting.h"
#include "game/desktop_library.h"
#include "game/desktop_settings.h"

namespace ntk {

namespace {

// A seat behind the window. A page shows only once what led to it is kept.
class SeatSession : public desktop::Session, public desktop::Sitting {
  public:
    explicit SeatSession(std::shared_ptr<AssessmentSeat> seat)
        : seat_(std::move(seat)), time_(words_for_time_left(session())) {}

    const Page& page() const override { return seat_->desk().page(); }
    bool finished() const override { return session().submitted() || session().left(); }
    Sitting* sitting() override { return this; }

    std::string apply(const Input& input) override {
        std::string refusal = seat_->apply(input);
        time_ = words_for_time_left(session());
        return refusal;
    }

    std::string pseudonym() const override { return session().learner(); }
    bool begun() const override { return session().begun(); }
    bool handed_in() const override { return session().submitted(); }
    std::string time() const override { return runs() ? time_ : std::string(); }
    bool time_is_short() const override { return session().time_is_short(); }

    bool look_at_clock() override {
        seat_->count_time();
        std::string now = words_for_time_left(session());
        if (now == time_) return false;
        time_ = std::move(now);
        seat_->keep_time();
        return true;
    }

    std::string more_time() override {
        const std::string problem = seat_->extend();
        time_ = words_for_time_left(session());
        return problem.empty() ? "You have more time now."_en + " " + time_ : problem;
    }

    std::string lift_limit() override {
        const std::string problem = seat_->lift_limit();
        time_ = words_for_time_left(session());
        return problem.empty() ? "There is no time limit for you any more."_en : problem;
    }

    std::string take_up(const std::string& pseudonym) override {
        std::string refusal = seat_->take_up(pseudonym);
        time_ = words_for_time_left(session());
        return refusal;
    }

    std::string come_back() override {
        std::string refusal = seat_->come_back();
        time_ = words_for_time_left(session());
        return refusal;
    }

  private:
    const AssessmentSession& session() const { return seat_->desk().session(); }

    // Time runs on the pages of the cases and where one is about to be left, not on the pages between them.
    bool runs() const {
        return !finished() && (!page().id.starts_with("assessment/") || page().id == "assessment/skip");
    }

    std::shared_ptr<AssessmentSeat> seat_;
    std::string time_;
};

}  // namespace

desktop::DesktopOptions assessment_options(std::shared_ptr<AssessmentSeat> seat) {
    desktop::DesktopOptions options;
    options.start_with = "assessment";
    options.open = [seat = std::move(seat)](const std::string&, bool) {
        desktop::Opened opened;
        if (seat->desk().resumed()) opened.note = "This goes on where you left the assessment."_en;
        opened.session = std::make_unique<SeatSession>(seat);
        return opened;
    };
    options.settings = load_settings();
    options.save_settings = save_settings;
    options.footer = "Who Needs to Know " + std::string(engine_version);
    options.font_folders = {(product_root() / "assets" / "fonts").string()};
    return options;
}

int run_desktop_assessment(std::shared_ptr<AssessmentSeat> seat, const std::string& store,
                           const LibraryRequest& window) {
    desktop::DesktopOptions options = assessment_options(seat);
    if (!window.language.empty() && window.language != options.settings.language)
        options.kept_language = std::exchange(options.settings.language, window.language);
    const int code = run_desktop_as_asked(std::move(options), window);
    const AssessmentSession& session = seat->desk().session();
    if (session.begun() && !session.submitted())
        std::cout << fill("Your place is kept. Go on with: {command}"_en,
                          {{"command", "needtoknow assess run " + store + " --learner " + session.learner()}})
                  << "\n";
    return code;
}

}  // namespace ntk

#endif
