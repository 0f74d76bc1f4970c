#include "game/shared/assessing.h"

#include <algorithm>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/play/attempt.h"
#include "engine/report/assessment_report.h"
#include "engine/report/report.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

constexpr std::size_t longest_words = 2000;

// All of a session, as it goes to another store.
Result<WholeSession> whole_session(ResultStore& store, const StoredSession& session) {
    WholeSession whole;
    whole.session = session;
    auto logs = store.logs(session);
    if (!logs) return tl::unexpected(logs.error());
    auto reviews = store.reviews(session);
    if (!reviews) return tl::unexpected(reviews.error());
    whole.logs = std::move(*logs);
    whole.reviews = std::move(*reviews);
    return whole;
}

}  // namespace

std::optional<FormToSet> read_form_to_set(const std::filesystem::path& form, std::int64_t seed,
                                          const std::filesystem::path& root, Diagnostics& diagnostics) {
    FormToSet read;
    read.seed = seed;
    const Tree tree = read_tree_file(form, diagnostics);
    if (!diagnostics.has_errors()) read.form = read_assessment_form(tree, diagnostics);
    RuleShelf shelf(root);
    if (!diagnostics.has_errors()) read.rules = shelf.load_for(read.form, diagnostics);
    if (read.rules)
        for (const std::string& id : cases_of_form(read.form, seed)) {
            const auto path = find_scenario(root, id);
            if (path.empty())
                diagnostics.report("E642", read.form.place, "there is no case '" + id + "' in the library",
                                   "see 'needtoknow'");
            else if (auto one = load_scenario(path, diagnostics))
                read.cases.push_back(std::move(one));
        }
    if (!read.rules || diagnostics.has_errors()) return std::nullopt;
    return read;
}

Result<AssessmentPlan> set_in_store(ResultStore& store, const FormToSet& form, AssessmentTerms terms) {
    terms.seed = form.seed;
    terms.keep_days = store.keep_days();
    AssessmentPlan plan = set_assessment(form.form, form.cases, *form.rules, terms);
    if (const auto added = store.add_assessment(stored_assessment(plan)); !added) return tl::unexpected(added.error());
    return plan;
}

Result<long> sessions_past_keeping(ResultStore& store) {
    const auto sessions = store.sessions();
    if (!sessions) return tl::unexpected(sessions.error());
    const std::int64_t today = today_in_days();
    return static_cast<long>(std::count_if(sessions->begin(), sessions->end(), [&](const StoredSession& one) {
        return one.day + store.keep_days() < today;
    }));
}

std::optional<AssessmentSession> made_again(ResultStore& store, const StoredSession& session, PinnedShelf& shelf,
                                            Diagnostics& diagnostics, Problem& problem) {
    const auto assessments = store.assessments();
    if (!assessments) {
        problem = assessments.error();
        return std::nullopt;
    }
    const auto of = std::find_if(assessments->begin(), assessments->end(),
                                 [&](const StoredAssessment& one) { return one.sha256 == session.assessment; });
    if (of == assessments->end()) {
        problem = {"the assessment of this session is not in " + store.path().string(),
                   "look at a backup of the store"};
        return std::nullopt;
    }
    const auto plan = plan_of(*of, diagnostics);
    if (!plan) return std::nullopt;
    auto cases = open_cases(*plan, shelf, diagnostics);
    if (!cases) return std::nullopt;
    auto logs = store.logs(session);
    if (!logs) {
        problem = logs.error();
        return std::nullopt;
    }
    return AssessmentSession::resume(*plan, std::move(*cases), session.learner, progress_of(session, std::move(*logs)),
                                     diagnostics);
}

AssessmentResult result_of(const AssessmentSession& session) {
    return assessment_result(session.plan(), session.players(), session.players().front().attempt().rules());
}

Result<bool> comes_out_again(ResultStore& store, const StoredSession& stored, const AssessmentSession& session,
                             const AssessmentResult& result) {
    const auto held = store.reports(stored);
    if (!held) return tl::unexpected(held.error());
    const std::string again =
        sha256(assessment_report_json(session.plan(), stored.learner, session.players(), result).canonical());
    return std::none_of(held->begin(), held->end(),
                        [&](const StoredReport& report) { return report.position < 0 && report.sha256 != again; });
}

std::string proposal_in(const std::vector<StoredReport>& reports) {
    for (const StoredReport& report : reports)
        if (report.position < 0)
            for (const char* one : {"met", "review", "not_yet"})
                if (report.text.find("\"proposal\":\"" + std::string(one) + "\"") != std::string::npos) return one;
    return {};
}

const std::vector<ReviewChoice>& review_choices() {
    static const std::vector<ReviewChoice> all = {{"met", "Met"_text},
                                                  {"not_yet", "Not yet"_text},
                                                  {"refer", "Referred to another assessor"_text},
                                                  {"void", "Void: it does not count"_text},
                                                  {"note", "A note only, for a correction"_text}};
    return all;
}

std::string review_words(const std::string& decision) {
    for (const ReviewChoice& choice : review_choices())
        if (decision == choice.name) return choice.words.said();
    return decision;
}

std::string review_refusal(const StoredSession& session, const StoredReview& review) {
    const auto& choices = review_choices();
    if (std::none_of(choices.begin(), choices.end(),
                     [&](const ReviewChoice& choice) { return review.decision == choice.name; }))
        return "Choose what you decide."_en;
    if (!session.submitted && review.decision != "void" && review.decision != "note")
        return "This session is not handed in yet."_en;
    for (const std::string* text : {&review.assessor, &review.reason})
        if (text->empty() || text->size() > longest_words)
            return "The assessor and the reason have from 1 to 2000 letters."_en;
    return {};
}

Result<void> note_review(ResultStore& store, const StoredSession& session, const StoredReview& review,
                         const SecretKey* key) {
    if (key == nullptr) return store.add_review(session, review);
    const auto reports = store.reports(session);
    if (!reports) return tl::unexpected(reports.error());
    const auto sealed = seal_review(store, session, review, proposal_in(*reports), *key);
    if (!sealed) return tl::unexpected(sealed.error());
    return store.add_review(session, *sealed);
}

Result<int> write_sealed_decisions(const StoredSession& session, const std::vector<StoredReview>& reviews,
                                   const std::filesystem::path& folder) {
    int number = 0, written = 0;
    for (const StoredReview& review : reviews) {
        ++number;
        if (review.seal.empty()) continue;
        const std::string file = session.learner + "-decision-" + std::to_string(number) + ".json";
        if (const auto put = write_file_atomically(folder / file, review.statement); !put)
            return tl::unexpected(put.error());
        if (const auto put = write_file_atomically(folder / (file + ".minisig"), review.seal); !put)
            return tl::unexpected(put.error());
        ++written;
    }
    return written;
}

std::optional<Gathered> gather_file(ResultStore& store, const std::filesystem::path& file, PinnedShelf& shelf,
                                    Diagnostics& diagnostics, Problem& problem) {
    const Tree tree = read_tree_file(file, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    const auto bundle = read_bundle(tree, diagnostics);
    if (!bundle) return std::nullopt;
    return gather(store, *bundle, shelf, diagnostics, problem);
}

Result<int> export_sessions(ResultStore& store, const std::filesystem::path& folder, bool all) {
    const auto assessments = store.assessments();
    const auto sessions = store.sessions();
    if (!assessments) return tl::unexpected(assessments.error());
    if (!sessions) return tl::unexpected(sessions.error());
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    int written = 0;
    for (const StoredSession& session : *sessions) {
        if (!session.submitted && !all) continue;
        const auto whole = whole_session(store, session);
        if (!whole) return tl::unexpected(whole.error());
        const auto of = std::find_if(assessments->begin(), assessments->end(),
                                     [&](const StoredAssessment& one) { return one.sha256 == session.assessment; });
        if (of == assessments->end()) continue;  // the store's own references do not allow it
        const auto put = write_file_atomically(folder / (session.id + ".results.json"), bundle_text(*of, *whole));
        if (!put) return tl::unexpected(put.error());
        ++written;
    }
    return written;
}

Result<void> write_reports_and_logs(const AssessmentSession& session, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (const Player& player : session.players()) {
        const std::string path = (folder / (session.learner() + "-" + player.attempt().scenario().id)).string();
        if (player.finished())
            if (auto put =
                    write_file_atomically(path + ".json", report_json(player, session.learner()).pretty() + "\n");
                !put)
                return put;
        if (auto put = write_file_atomically(path + ".jsonl", player.log()); !put) return put;
    }
    return {};
}

}  // namespace ntk
