#include <algorithm>
#include <ostream>

#include "engine/host/cohort_files.h"
#include "engine/host/key_files.h"
#include "engine/host/library.h"
#include "engine/host/passphrase.h"
#include "engine/host/source_file.h"
#include "engine/host/store/pinned_plan.h"
#include "engine/play/attempt.h"
#include "engine/play/log.h"
#include "engine/play/views.h"
#include "engine/report/assessment_report.h"
#include "engine/report/what_changed.h"
#include "engine/study/cohort/cohort.h"
#include "game/shared/assessing.h"
#include "game/shared/save_assessment.h"
#include "game/tool/assess.h"
#include "game/tool/progress.h"
#include "game/tool/rule_stack.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int usage = 2;
constexpr int cannot_read = 3;

}  // namespace

int assess_list(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto assessments = store->assessments();
    const auto sessions = store->sessions();
    if (!assessments) return say_problem(assessments.error(), err);
    if (!sessions) return say_problem(sessions.error(), err);
    for (const StoredAssessment& assessment : *assessments) {
        Diagnostics diagnostics;
        const auto plan = plan_of(assessment, diagnostics);
        err << diagnostics.render();
        if (!plan) return cannot_read;
        out << plan->title << " " << plan->version << ", set " << day_text(assessment.day) << ", " << plan->cases.size()
            << " cases, seed " << plan->seed << "\n";
        for (const StoredSession& session : *sessions) {
            if (session.assessment != assessment.sha256) continue;
            const auto reports = store->reports(session);
            const auto reviews = store->reviews(session);
            if (!reports) return say_problem(reports.error(), err);
            if (!reviews) return say_problem(reviews.error(), err);
            const std::string proposal = proposal_in(*reports);
            out << "  " << session.learner << "  " << day_text(session.day) << "  "
                << (!session.submitted      ? "not handed in"
                    : proposal == "review"  ? "for review"
                    : proposal == "met"     ? "proposed: met"
                    : proposal == "not_yet" ? "proposed: not yet"
                                            : "handed in")
                << (reviews->empty() ? std::string(session.submitted ? "; no assessor has decided" : "")
                                     : "; decided: " + reviews->back().decision + " (" + reviews->back().assessor + ")")
                << "\n";
        }
    }
    return ok;
}

int assess_show(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto sessions = sessions_named(*store, request.learner, err);
    if (sessions.empty()) return usage;
    std::optional<PublicKey> key;
    if (!request.public_file.empty()) {
        const auto text = read_file(request.public_file);
        if (!text) return say_problem(text.error(), err);
        Diagnostics diagnostics;
        key = read_public_key(*text, diagnostics.add_source(request.public_file, *text), diagnostics);
        err << diagnostics.render();
        if (!key) return cannot_read;
    }
    PinnedShelf shelf({product_root(), {}, request.old_packs});
    int worst = ok;
    for (const StoredSession& stored : sessions) {
        Diagnostics diagnostics;
        Problem problem;
        const auto session = made_again(*store, stored, shelf, diagnostics, problem);
        err << diagnostics.render();
        if (!problem.message.empty()) return say_problem(problem, err);
        if (!session) return cannot_read;
        if (session->players().empty()) continue;
        const AssessmentResult result = result_of(*session);
        out << assessment_report_text(session->plan(), stored.learner, session->players(), result);
        if (!stored.submitted) out << "Not handed in yet.\n";
        if (stored.submitted) {
            const auto same = comes_out_again(*store, stored, *session, result);
            if (!same) return say_problem(same.error(), err);
            if (!*same) {
                err << "The report in the store does not come out again from the decision logs.\n";
                worst = findings;
            }
        }
        const auto reviews = store->reviews(stored);
        if (!reviews) return say_problem(reviews.error(), err);
        for (const StoredReview& review : *reviews) {
            bool holds = false;
            const std::string seal = seal_words(stored, review, key ? &*key : nullptr, holds);
            out << day_text(review.day) << ", " << review.assessor << ": " << review.decision << ". " << review.reason
                << "\n  " << seal << "\n";
            if (!holds) worst = findings;
        }
        if (request.folder.empty()) continue;
        const auto saved = save_assessment(stored, *session, *reviews, request.folder);
        if (!saved) return say_problem(saved.error(), err);
        if (!saved->no_paper.empty()) err << "There is no paper (.pdf): " << saved->no_paper << ".\n";
        out << "Reports and decision logs are in " << request.folder << "; seal them with 'needtoknow seal'.\n";
    }
    return worst;
}

int assess_review(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto sessions = sessions_named(*store, request.learner, err);
    if (sessions.empty()) return usage;
    if (sessions.size() > 1) {
        err << "There are " << sessions.size() << " sessions of this learner; name one:\n";
        for (const StoredSession& one : sessions) err << "  " << one.id << "  " << day_text(one.day) << "\n";
        return usage;
    }
    const StoredReview review{today_in_days(), request.assessor, request.decision, request.reason};
    if (const std::string refusal = review_refusal(sessions.front(), review); !refusal.empty()) {
        err << refusal << "\n";
        return usage;
    }
    std::optional<SecretKey> key;
    if (!request.key_file.empty()) {
        const auto passphrase = request.passphrase_file.empty() ? passphrase_from_terminal(false)
                                                                : passphrase_from_file(request.passphrase_file);
        if (!passphrase) return say_problem(passphrase.error(), err);
        auto opened = read_secret_key(request.key_file, *passphrase);
        if (!opened) return say_problem(opened.error(), err);
        key = std::move(*opened);
    }
    if (const auto noted = note_review(*store, sessions.front(), review, key ? &*key : nullptr); !noted)
        return say_problem(noted.error(), err);
    out << "Noted: " << request.decision << (key ? ", and sealed with key " + key_name(key->id) : std::string())
        << ". What was noted before stays beside it.\n";
    return ok;
}

int assess_rules(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto assessments = store->assessments();
    if (!assessments) return say_problem(assessments.error(), err);
    for (const StoredAssessment& assessment : *assessments) {
        const auto sums = store->rule_sums(assessment.sha256);
        if (!sums) return say_problem(sums.error(), err);
        out << assessment.sha256.substr(0, 12) << ", set " << day_text(assessment.day) << "\n";
        for (std::size_t i = 0; i < sums->size();) {
            out << "  " << (*sums)[i].norm << ":";
            const std::string& norm = (*sums)[i].norm;
            for (; i < sums->size() && (*sums)[i].norm == norm; ++i)
                out << " " << state_name((*sums)[i].state) << " " << (*sums)[i].verdicts;
            out << "\n";
        }
    }
    return ok;
}

int assess_cohort(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    CohortRequest asked;
    asked.mode = "assessment";
    if (const int problem = read_asked(request.cohort, asked, err); problem != ok) return problem;
    Cohort cohort(std::move(asked));
    const auto all = store->result_count();
    if (!all) return say_problem(all.error(), err);
    {
        ProgressBar bar(err, "Adding up results", *all, is_watched(err));
        const auto add = [&](const ResultView& one) {
            cohort.add(one, {});
            bar.step();
        };
        if (const auto read = store->each_result_view(add); !read) return say_problem(read.error(), err);
    }
    if (cohort.count_of(Taken::counted) == 0) {
        err << "There are no finished results here.\n";
        return findings;
    }
    ResultReader library(product_root());
    for (const std::string& id : cohort.case_ids())
        if (const auto scenario = library.scenario(id)) cohort.know_options(*scenario);
    return say_figures(cohort_figures(cohort), request.cohort, out, err);
}

int assess_changed(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto sessions = store->sessions();
    if (!sessions) return say_problem(sessions.error(), err);
    PinnedShelf shelf({product_root(), {}, request.old_packs});
    int worst = ok, differing = 0;
    for (const StoredSession& stored : *sessions) {
        Diagnostics diagnostics;
        Problem unread;
        const auto session = made_again(*store, stored, shelf, diagnostics, unread);
        if (!unread.message.empty()) say_problem(unread, err);
        bool differs = false;
        if (!session) worst = cannot_read;
        for (std::size_t i = 0; session && i < session->players().size(); ++i) {
            const Attempt& attempt = session->players()[i].attempt();
            std::vector<std::string> packs = split_names(request.packs.substr(0, request.packs.find('@')));
            const std::size_t at = request.packs.find('@');
            std::string as_of = at == std::string::npos ? request.as_of : request.packs.substr(at + 1);
            if (as_of.empty()) as_of = attempt.rules().as_of();
            if (packs.empty())
                for (const PackId& pack : attempt.rules().stack()) packs.push_back(pack.id);
            const auto rules = read_stack(packs, as_of, diagnostics).rules;
            if (!rules) {
                err << diagnostics.render();
                return cannot_read;
            }
            std::string problem;
            const auto changed = what_changed(attempt, rules, problem);
            if (!changed) {
                err << stored.learner << ", " << attempt.scenario().id << ": " << problem << "\n";
                worst = std::max(worst, findings);
            } else if (changed->anything()) {
                differs = true;
                out << stored.learner << ", " << attempt.scenario().id << " " << attempt.scenario().version << ":\n"
                    << what_changed_text(*changed) << "\n";
            }
        }
        err << diagnostics.render();
        differing += differs ? 1 : 0;
    }
    out << differing << " of " << sessions->size() << (sessions->size() == 1 ? " session" : " sessions")
        << " would come out differently. Nothing was changed.\n";
    return differing > 0 ? std::max(worst, findings) : worst;
}

}  // namespace ntk::tool
