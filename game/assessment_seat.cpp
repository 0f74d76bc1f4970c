#include "game/assessment_seat.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/host/library.h"
#include "engine/host/store/random_id.h"
#include "engine/text/said.h"
#include "game/commands.h"

namespace ntk {

namespace {

// The sessions that a learner has begun and not handed in, or all of theirs.
std::vector<StoredSession> sessions_of(ResultStore& store, const std::string& learner, bool open_only) {
    std::vector<StoredSession> found;
    auto all = store.sessions();
    if (!all || learner.empty()) return found;
    for (StoredSession& one : *all)
        if (one.learner == learner && !(open_only && one.submitted)) found.push_back(std::move(one));
    return found;
}

// The assessment that was set last, unless this learner is in the middle of another.
StoredAssessment assessment_for(ResultStore& store, const std::vector<StoredAssessment>& all,
                                const std::string& learner) {
    StoredAssessment chosen = all.back();
    for (const StoredSession& session : sessions_of(store, learner, true))
        for (const StoredAssessment& one : all)
            if (one.sha256 == session.assessment) chosen = one;
    return chosen;
}

std::string as_typed(const std::string& words) {
    std::string pseudonym;
    for (const char c : words) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
        pseudonym += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return pseudonym;
}

}  // namespace

AssessmentSeat::AssessmentSeat(ResultStore store, PinnedShelf shelf, Clock clock)
    : store_(std::move(store)), shelf_(std::move(shelf)), clock_(std::move(clock)), since_(clock_()) {}

bool AssessmentSeat::sit_down(const std::string& learner, Diagnostics& diagnostics, Problem& problem) {
    const auto all = store_.assessments();
    if (!all) {
        problem = all.error();
        return false;
    }
    if (all->empty()) {
        problem = {"No assessment is set in this store"_en, "set one with: needtoknow assess new"_en};
        return false;
    }
    auto desk =
        AssessmentDesk::open(store_, assessment_for(store_, *all, learner), learner, shelf_, diagnostics, problem);
    if (!desk) return false;
    desk_ = std::move(desk);
    since_ = clock_();
    return true;
}

std::unique_ptr<AssessmentSeat> AssessmentSeat::open(ResultStore store, PinnedShelf shelf, const std::string& learner,
                                                     Clock clock, Diagnostics& diagnostics, Problem& problem) {
    std::unique_ptr<AssessmentSeat> seat(
        new AssessmentSeat(std::move(store), std::move(shelf), std::move(clock)));  // its constructor is its own
    if (!seat->sit_down(learner, diagnostics, problem)) return nullptr;
    return seat;
}

std::unique_ptr<AssessmentSeat> AssessmentSeat::open(const tool::AssessRequest& request, std::ostream& err,
                                                     int& exit_code, Clock clock) {
    exit_code = exit_cannot_read;
    if (!request.learner.empty() && !is_random_id(request.learner, "p-")) {
        err << fill(
                   "'{given}' is no pseudonym: it begins with p- and has 16 digits or more, from 0 to 9 and a to f. "
                   "Begin without --learner to get one."_en,
                   {{"given", request.learner}})
            << "\n";
        exit_code = exit_usage;
        return nullptr;
    }
    auto store = tool::open_store(request.store, err);
    if (!store) return nullptr;
    if (const auto all = store->assessments(); all && all->empty()) {
        err << "No assessment is set in this store. Set one with: needtoknow assess new"_en
            << "\n";
        exit_code = exit_usage;
        return nullptr;
    }
    Diagnostics diagnostics;
    Problem problem;
    auto seat = open(std::move(*store), PinnedShelf({product_root(), {}, request.old_packs}), request.learner,
                     std::move(clock), diagnostics, problem);
    err << diagnostics.render();
    if (!problem.message.empty()) tool::say_problem(problem, err);
    return seat;
}

void AssessmentSeat::count_time() {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(clock_() - since_);
    since_ += seconds;
    desk_->pass_time(static_cast<int>(seconds.count()));
}

void AssessmentSeat::keep_time() {
    count_time();
    if (desk_->session().seconds_left()) desk_->keep_time();  // if it fails, the next decision says what is the matter
}

AssessmentSeat::~AssessmentSeat() {
    if (desk_) keep_time();
}

std::string AssessmentSeat::apply(const Input& input) {
    count_time();
    return desk_->apply(input);
}

std::string AssessmentSeat::extend() {
    count_time();
    return desk_->extend();
}

std::string AssessmentSeat::lift_limit() {
    count_time();
    return desk_->lift_limit();
}

std::string AssessmentSeat::take_up(const std::string& words) {
    const std::string pseudonym = as_typed(words);
    if (!is_random_id(pseudonym, "p-"))
        return "That is no pseudonym. It begins with p- and has 16 digits or more, from 0 to 9 and a to f."_en;
    if (sessions_of(store_, pseudonym, true).empty())
        return sessions_of(store_, pseudonym, false).empty()
                   ? "Nothing is kept here under this pseudonym. Look whether every letter and digit is right."_en
                   : "What is kept under this pseudonym is handed in; nothing can be added to it."_en;
    return change_desk(pseudonym);
}

std::string AssessmentSeat::come_back() { return change_desk(std::string(desk_->session().learner())); }

std::string AssessmentSeat::change_desk(const std::string& learner) {
    Diagnostics diagnostics;
    Problem problem;
    keep_time();
    if (sit_down(learner, diagnostics, problem)) return {};
    std::string why = "This could not be taken up."_en + " ";
    if (!problem.message.empty()) why += problem.message + ". ";
    for (const Diagnostic& each : diagnostics.all()) why += each.message + ". ";
    return why + "Ask the person who gave you this assessment."_en;
}

std::string words_for_time_left(const AssessmentSession& session) {
    const auto left = session.seconds_left();
    if (!left) return {};
    if (*left == 0)
        return "The planned time is over. Nothing is lost: take the time you need for this page, and have more if you "
               "want it."_en;
    if (session.time_is_short())
        return "Time is running short: less than two minutes are left. You can have more, and nothing is lost either "
               "way."_en;
    const int minutes = *left / 60;
    const auto about = [](int n) { return static_cast<std::size_t>(n); };
    if (minutes >= 180)
        return number_of<"About {n} hour is left. | About {n} hours are left.">(about((minutes + 30) / 60));
    return number_of<"About {n} minute is left. | About {n} minutes are left.">(
        about(minutes >= 20 ? (minutes + 2) / 5 * 5 : std::max(2, minutes)));
}

}  // namespace ntk
