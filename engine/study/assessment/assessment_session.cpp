#include "engine/study/assessment/assessment_session.h"

#include <algorithm>
#include <utility>

#include "engine/play/attempt.h"
#include "engine/study/assessment/assessment_pages.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

constexpr int short_of_time = 120;  // seconds: well over the 20 that WCAG 2.2.1 asks for
constexpr int longest_gap = 12 * 60 * 60;

std::vector<std::string> lines_of(const std::string& log) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < log.size();) {
        const std::size_t end = std::min(log.find('\n', from), log.size());
        lines.push_back(log.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

}  // namespace

AssessmentSession::AssessmentSession(AssessmentPlan plan, std::vector<AssessmentCase> cases, std::string learner)
    : plan_(std::move(plan)), cases_(std::move(cases)), learner_(std::move(learner)) {
    show();
}

std::optional<AssessmentSession> AssessmentSession::resume(AssessmentPlan plan, std::vector<AssessmentCase> cases,
                                                           std::string learner, const SessionProgress& progress,
                                                           Diagnostics& diagnostics) {
    AssessmentSession session(std::move(plan), std::move(cases), std::move(learner));
    session.spent_ = progress.spent_seconds;
    session.extensions_ = progress.extensions;
    session.allowance_ = progress.allowance;
    const std::string who = "the session of " + session.learner_;
    if (progress.logs.size() > session.cases_.size()) {
        diagnostics.report("E746", {diagnostics.add_source(who, {}), 0, 0},
                           "there are decisions in more cases than the assessment has",
                           "this session is not of this assessment");
        return std::nullopt;
    }
    for (std::size_t i = 0; i < progress.logs.size(); ++i) {
        const std::string name = who + ", case " + std::to_string(i + 1);
        const AssessmentCase& one = session.cases_[i];
        auto player = Player::resume(one.scenario, one.rules, progress.logs[i], name, diagnostics);
        if (!player) return std::nullopt;
        const bool over = player->finished();
        if (player->mode() != Mode::assessment || player->seed() != session.plan_.seed ||
            (!over && (i + 1 < progress.logs.size()))) {
            diagnostics.report("E746", {diagnostics.add_source(name, {}), 0, 0},
                               "this log is not the one that belongs here: it was begun otherwise, or the next case "
                               "was begun before its end",
                               "take the session up from the last backup");
            return std::nullopt;
        }
        session.players_.push_back(std::move(*player));
        session.kept_.push_back(lines_of(progress.logs[i]).size());
    }
    if (progress.submitted) {
        session.stage_ = Stage::done;
    } else if (!session.players_.empty()) {
        session.stage_ = Stage::playing;
        if (session.player().finished()) session.end_case();
    } else {
        session.stage_ = Stage::time;
        if (session.plan_.limit_minutes == 0) session.begin_case();
    }
    session.show();
    return session;
}

std::string AssessmentSession::apply(const Input& input) {
    if (stage_ == Stage::done) return "The assessment is handed in."_en;
    if (left_) return "You have left the assessment. Open it again to go on."_en;
    switch (input.kind) {
        case Input::Kind::leave:
            left_ = true;
            show();
            return {};
        case Input::Kind::back: return "In an assessment there is no way back."_en;
        case Input::Kind::replay: return "An assessment is taken once."_en;
        default: break;
    }
    std::string refusal;
    if (stage_ == Stage::playing)
        refusal = apply_to_case(input);
    else if (stage_ == Stage::between && input.kind == Input::Kind::go_on)
        begin_case();
    else if (input.kind == Input::Kind::choose)
        refusal = choose(input.id);
    else
        refusal = "Choose one of the answers first."_en;
    if (!refusal.empty()) return refusal;
    // A decision that the end of the time has overtaken still counts; the question comes after it.
    if (stage_ == Stage::playing && seconds_left() && *seconds_left() == 0) stage_ = Stage::time_up;
    show();
    return {};
}

std::string AssessmentSession::apply_to_case(const Input& input) {
    if (input.kind == Input::Kind::skip) {
        if (player().page().kind != PageKind::scene) return "You can leave the case from a scene."_en;
        stage_ = Stage::skipping;
        return {};
    }
    std::string refusal = player().apply(input);
    if (refusal.empty() && player().finished()) end_case();
    return refusal;
}

std::string AssessmentSession::choose(const std::string& id) {
    const auto& offered = page_.choices;
    if (std::none_of(offered.begin(), offered.end(), [&](const Choice& one) { return one.id == id; }))
        return "That is not one of the answers here."_en;
    if (id == "agree") {
        news_begun_ = true;
        stage_ = Stage::time;
        if (plan_.limit_minutes == 0) begin_case();
    } else if (id == "decline") {
        left_ = true;
    } else if (id == "usual" || id == "tenfold" || id == "off") {
        allowance_ = id == "usual"     ? TimeAllowance::usual
                     : id == "tenfold" ? TimeAllowance::tenfold
                                       : TimeAllowance::off;
        begin_case();
    } else if (id == "skip") {
        if (std::string refusal = player().apply({Input::Kind::skip, {}, {}, -1}); !refusal.empty()) return refusal;
        end_case();
    } else if (id == "more") {
        extend();
        stage_ = Stage::playing;
    } else if (id == "finish") {
        stage_ = Stage::review;
    } else if (id == "submit") {
        stage_ = Stage::confirming;
    } else if (id == "yes") {
        news_submitted_ = true;
        stage_ = Stage::done;
    } else if (id.starts_with("look:")) {
        looked_at_ = static_cast<std::size_t>(std::stoi(id.substr(5))) - 1;
        stage_ = Stage::looking;
    } else {
        stage_ = stage_ == Stage::skipping ? Stage::playing : Stage::review;
    }
    return {};
}

void AssessmentSession::begin_case() {
    stage_ = Stage::playing;
    const AssessmentCase& one = cases_[players_.size()];
    players_.emplace_back(one.scenario, one.rules, Mode::assessment, plan_.seed);
    kept_.push_back(0);
}

void AssessmentSession::end_case() { stage_ = players_.size() < cases_.size() ? Stage::between : Stage::review; }

void AssessmentSession::show() {
    if (left_) {
        page_ = left_page(plan_, begun());
        return;
    }
    switch (stage_) {
        case Stage::notice: page_ = notice_page(plan_, learner_); break;
        case Stage::time: page_ = time_page(plan_); break;
        case Stage::playing: page_ = page_in_assessment(player().page(), plan_, players_.size() - 1); break;
        case Stage::between: page_ = between_page(plan_, players_); break;
        case Stage::skipping: page_ = skip_page(player()); break;
        case Stage::time_up: page_ = time_up_page(plan_); break;
        case Stage::review: page_ = look_over_page(plan_, players_); break;
        case Stage::looking: page_ = decided_page(players_[looked_at_], looked_at_); break;
        case Stage::confirming: page_ = confirm_page(plan_, players_); break;
        case Stage::done: page_ = done_page(plan_, learner_); break;
    }
}

SessionNews AssessmentSession::take_news() {
    SessionNews news;
    news.begun = std::exchange(news_begun_, false);
    news.submitted = std::exchange(news_submitted_, false);
    for (std::size_t i = 0; i < players_.size(); ++i) {
        std::vector<std::string> lines = lines_of(players_[i].log());
        if (lines.size() <= kept_[i]) continue;
        SessionNews::Lines fresh;
        fresh.position = static_cast<int>(i);
        fresh.first = static_cast<int>(kept_[i]);
        fresh.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(kept_[i]), lines.end());
        kept_[i] = lines.size();
        news.lines.push_back(std::move(fresh));
    }
    return news;
}

void AssessmentSession::pass_time(int seconds) {
    // A clock that was set back, or that ran on while the machine slept, costs nobody their time.
    if (seconds <= 0 || seconds > longest_gap || plan_.limit_minutes == 0) return;
    if (left_ || (stage_ != Stage::playing && stage_ != Stage::skipping)) return;
    spent_ += seconds;
}

std::optional<int> AssessmentSession::seconds_left() const {
    if (plan_.limit_minutes == 0 || allowance_ == TimeAllowance::off) return std::nullopt;
    const int limit = plan_.limit_minutes * 60 * (allowance_ == TimeAllowance::tenfold ? 10 : 1);
    const int extension = std::max(plan_.limit_minutes * 60 / 4, short_of_time);
    return std::max(0, limit + extensions_ * extension - spent_);
}

bool AssessmentSession::time_is_short() const {
    const auto left = seconds_left();
    return left && *left <= short_of_time && (stage_ == Stage::playing || stage_ == Stage::skipping);
}

void AssessmentSession::allow(TimeAllowance allowance) { allowance_ = allowance; }

void AssessmentSession::extend() { ++extensions_; }

SessionProgress AssessmentSession::progress() const {
    SessionProgress progress;
    for (const Player& one : players_) progress.logs.push_back(one.log());
    progress.submitted = submitted();
    progress.spent_seconds = spent_;
    progress.allowance = allowance_;
    progress.extensions = extensions_;
    return progress;
}

}  // namespace ntk
