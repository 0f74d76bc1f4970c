#include "engine/host/store/assessment_desk.h"

#include <algorithm>
#include <utility>

#include "engine/host/store/random_id.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

std::vector<NewLines> lines_to_keep(const SessionNews& news) {
    std::vector<NewLines> lines;
    for (const SessionNews::Lines& some : news.lines) lines.push_back({some.position, some.first, some.lines});
    return lines;
}

std::string sentence(const Problem& problem) {
    return problem.message + (problem.hint.empty() ? "." : ". To mend it: " + problem.hint + ".");
}

}  // namespace

AssessmentDesk::AssessmentDesk(ResultStore& store, StoredSession row, std::vector<AssessmentCase> cases,
                               AssessmentSession session)
    : store_(&store),
      row_(std::move(row)),
      cases_(std::move(cases)),
      session_(std::make_unique<AssessmentSession>(std::move(session))) {}

std::optional<AssessmentDesk> AssessmentDesk::open(ResultStore& store, const StoredAssessment& assessment,
                                                   std::string learner, PinnedShelf& shelf, Diagnostics& diagnostics,
                                                   Problem& problem) {
    const auto plan = plan_of(assessment, diagnostics);
    if (!plan) return std::nullopt;
    auto cases = open_cases(*plan, shelf, diagnostics);
    if (!cases) return std::nullopt;

    const auto give_up = [&](const Problem& why) {
        problem = why;
        return std::nullopt;
    };
    const auto sessions = store.sessions();
    if (!sessions) return give_up(sessions.error());
    const auto open_one = std::find_if(sessions->begin(), sessions->end(), [&](const StoredSession& one) {
        return !learner.empty() && one.learner == learner && one.assessment == assessment.sha256 && !one.submitted;
    });
    if (open_one != sessions->end()) {
        auto logs = store.logs(*open_one);
        if (!logs) return give_up(logs.error());
        SessionProgress progress = progress_of(*open_one, std::move(*logs));
        auto session = AssessmentSession::resume(*plan, *cases, learner, progress, diagnostics);
        if (!session) return std::nullopt;
        AssessmentDesk desk(store, *open_one, std::move(*cases), std::move(*session));
        desk.kept_ = std::move(progress);
        desk.resumed_ = true;
        // The first line of the case that is due may be new.
        if (const SessionNews news = desk.session_->take_news(); news.anything())
            if (const auto kept = desk.keep(news); !kept) return give_up(kept.error());
        return desk;
    }
    StoredSession row;
    const auto id = random_id("s-");
    if (!id) return give_up(id.error());
    if (learner.empty()) {
        const auto pseudonym = random_id("p-");
        if (!pseudonym) return give_up(pseudonym.error());
        learner = *pseudonym;
    }
    row.id = *id;
    row.learner = learner;
    row.assessment = assessment.sha256;
    row.day = today_in_days();
    AssessmentSession session(*plan, *cases, learner);
    return AssessmentDesk(store, std::move(row), std::move(*cases), std::move(session));
}

void AssessmentDesk::note_time() {
    const SessionProgress now = session_->progress();
    row_.spent_seconds = now.spent_seconds;
    row_.extensions = now.extensions;
    row_.allowance = now.allowance == TimeAllowance::off ? 0 : now.allowance == TimeAllowance::tenfold ? 2 : 1;
}

Result<void> AssessmentDesk::keep(const SessionNews& news) {
    note_time();
    if (news.begun)
        if (auto begun = store_->begin_session(row_); !begun) return begun;
    const std::vector<NewLines> lines = lines_to_keep(news);
    Result<void> kept;
    if (news.submitted) {
        const HandedIn parts = handed_in(*session_);
        kept = store_->submit(row_, lines, parts.reports, parts.results);
    } else if (!lines.empty() || !news.begun) {
        kept = store_->keep(row_, lines);
    }
    if (!kept) return kept;
    kept_ = session_->progress();
    return {};
}

void AssessmentDesk::take_back() {
    AssessmentPlan plan = session_->plan();
    const std::string learner = session_->learner();
    if (row_.key == 0) {
        session_ = std::make_unique<AssessmentSession>(std::move(plan), cases_, learner);
        return;
    }
    Diagnostics ignored;  // what is on the disk has been kept by this session
    SessionProgress progress = kept_;
    const SessionProgress now = session_->progress();
    progress.spent_seconds = now.spent_seconds;
    auto session = AssessmentSession::resume(std::move(plan), cases_, learner, progress, ignored);
    if (session) session_ = std::make_unique<AssessmentSession>(std::move(*session));
}

// To the page the learner was on, as far as reading on or asking again leads there; neither keeps anything.
void AssessmentDesk::go_back_to(const std::string& id) {
    const auto reads_on = [](const Page& page) {
        return !page.id.starts_with("assessment/") &&
               std::find(page.actions.begin(), page.actions.end(), "continue") != page.actions.end();
    };
    for (int i = 0; i < 20 && session_->page().id != id && reads_on(session_->page()); ++i)
        if (!session_->apply({Input::Kind::go_on, {}, {}, -1}).empty()) return;
    if (id == "assessment/confirm") session_->apply({Input::Kind::choose, "submit", {}, -1});
}

std::string AssessmentDesk::apply(const Input& input) {
    const std::string was = session_->page().id;
    const bool had_time = !session_->seconds_left() || *session_->seconds_left() > 0;
    if (std::string refusal = session_->apply(input); !refusal.empty()) return refusal;
    const SessionNews news = session_->take_news();
    const bool more_time = !had_time && session_->seconds_left() && *session_->seconds_left() > 0;
    if (!news.anything() && !more_time) return {};
    const auto kept = keep(news);
    if (kept) return {};
    take_back();
    go_back_to(was);
    return fill(
        "This could not be kept, so it has not been done. {why} Nothing that was kept before is lost. Then choose again."_en,
        {{"why", sentence(kept.error())}});
}

std::string AssessmentDesk::keep_time() {
    if (row_.key == 0 || session_->submitted()) return {};
    const auto kept = keep({});
    return kept ? std::string() : fill("The time could not be kept. {why}"_en, {{"why", sentence(kept.error())}});
}

std::string AssessmentDesk::extend() {
    session_->extend();
    return keep_time();
}

std::string AssessmentDesk::lift_limit() {
    session_->allow(TimeAllowance::off);
    return keep_time();
}

}  // namespace ntk
