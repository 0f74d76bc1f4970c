#include <algorithm>
#include <ostream>

#include "engine/host/source_file.h"
#include "engine/host/store/bundle.h"
#include "engine/host/store/pinned_plan.h"
#include "engine/report/cohort_report.h"
#include "game/tool/assess.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int usage = 2;
constexpr int cannot_read = 3;

std::string sessions_words(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " session" : " sessions");
}

}  // namespace

int privacy_list(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto sessions = store->sessions();
    if (!sessions) return say_problem(sessions.error(), err);
    out << "Held for " << store->keep_days() << " days in " << store->path().string()
        << ": pseudonym, day, what was chosen, verdicts, scores, versions of case and rules, what assessors decided.\n"
        << "Not held: names, addresses, anything a learner wrote, times of day.\n";
    for (const StoredSession& one : *sessions) {
        const auto logs = store->logs(one);
        if (!logs) return say_problem(logs.error(), err);
        std::size_t decisions = 0;
        for (const std::string& log : *logs)
            decisions += static_cast<std::size_t>(std::count(log.begin(), log.end(), '\n'));
        out << "  " << one.learner << "  " << one.id << "  begun " << day_text(one.day) << ", until "
            << day_text(one.day + store->keep_days()) << ", " << logs->size() << " cases, " << decisions
            << " lines of decision logs, " << (one.submitted ? "handed in" : "not handed in") << "\n";
    }
    return ok;
}

int privacy_export(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto sessions = sessions_named(*store, request.learner, err);
    if (sessions.empty()) return usage;
    const auto assessments = store->assessments();
    if (!assessments) return say_problem(assessments.error(), err);
    std::error_code error;
    const std::filesystem::path folder = request.folder;
    std::filesystem::create_directories(folder, error);
    std::string table = "session,learner,day,kept until,handed in,assessor,decision,reason\n";
    for (const StoredSession& session : sessions) {
        WholeSession whole;
        whole.session = session;
        auto logs = store->logs(session);
        auto reviews = store->reviews(session);
        auto reports = store->reports(session);
        if (!logs) return say_problem(logs.error(), err);
        if (!reviews) return say_problem(reviews.error(), err);
        if (!reports) return say_problem(reports.error(), err);
        whole.logs = std::move(*logs);
        whole.reviews = std::move(*reviews);
        for (const StoredAssessment& one : *assessments)
            if (one.sha256 == session.assessment)
                if (const auto put =
                        write_file_atomically(folder / (session.id + ".results.json"), bundle_text(one, whole));
                    !put)
                    return say_problem(put.error(), err);
        for (const StoredReport& report : *reports)
            if (!report.text.empty())
                if (const auto put = write_file_atomically(folder / (session.id + ".report.json"), report.text + "\n");
                    !put)
                    return say_problem(put.error(), err);
        if (whole.reviews.empty()) whole.reviews.emplace_back();
        for (const StoredReview& review : whole.reviews) {
            for (const std::string& cell :
                 {session.id, session.learner, day_text(session.day), day_text(session.day + store->keep_days()),
                  std::string(session.submitted ? "yes" : "no"), review.assessor, review.decision})
                table += csv_cell(cell) + ",";
            table += csv_cell(review.reason) + "\n";
        }
        // What stays on this machine is the learner's to see all the same.
        out << session.id << ": " << session.spent_seconds / 60
            << " minutes were counted where there was a time limit, "
            << "and more time was asked for " << session.extensions << " times.\n";
    }
    if (const auto put = write_file_atomically(folder / "held.csv", table); !put) return say_problem(put.error(), err);
    out << "Everything held under " << request.learner << " is in " << request.folder
        << ": held.csv, and for each session its decision logs (.results.json) and report (.report.json). "
        << "For reports to read, see: needtoknow assess show --out\n";
    return ok;
}

int privacy_erase(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto sessions = sessions_named(*store, request.learner, err);
    if (sessions.empty()) return usage;
    if (!request.yes) {
        out << sessions_words(sessions.size()) << " of " << request.learner
            << " would be erased. Do it with --yes. It cannot be undone.\n";
        return ok;
    }
    if (const auto gone = store->erase(sessions); !gone) return say_problem(gone.error(), err);
    out << sessions_words(sessions.size())
        << " erased from this store. Copies stay where they are: backups, exported files, sealed reports, the list of "
           "names. Erase there as well.\n";
    return ok;
}

int privacy_purge(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    Diagnostics diagnostics;
    auto store = ResultStore::open(request.store, diagnostics);
    err << diagnostics.render();
    if (!store) return cannot_read;
    const auto sessions = store->sessions();
    if (!sessions) return say_problem(sessions.error(), err);
    const std::int64_t today = today_in_days();
    std::vector<StoredSession> due;
    std::int64_t newest = 0;
    for (const StoredSession& one : *sessions) {
        newest = std::max(newest, one.day);
        if (one.day + store->keep_days() < today) due.push_back(one);
    }
    out << "Today is " << day_text(today) << " by the clock of this machine. Records are kept for "
        << store->keep_days() << " days; " << sessions_words(due.size()) << " of " << sessions->size()
        << " are past that.\n";
    if (newest > today + 1)
        err << "A session was begun on " << day_text(newest)
            << ", which is still to come by this clock. Check the clock; one that was set back keeps records too "
               "long.\n";
    if (due.empty()) return ok;
    if (!request.yes) {
        out << "They would be erased. Do it with --yes. It cannot be undone.\n";
        return ok;
    }
    if (const auto gone = store->erase(due); !gone) return say_problem(gone.error(), err);
    out << sessions_words(due.size()) << " erased.\n";
    return ok;
}

}  // namespace ntk::tool
