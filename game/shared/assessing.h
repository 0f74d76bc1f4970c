#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/store/bundle.h"
#include "engine/host/store/pinned_plan.h"
#include "engine/host/store/result_store.h"
#include "engine/host/store/sealed_review.h"
#include "engine/scenario/assessment_form.h"
#include "engine/study/assessment/assessment_result.h"
#include "engine/study/assessment/assessment_session.h"
#include "engine/text/said.h"

namespace ntk {

// What the tool and the window both do for an assessor. Each of these only works on the store it is given and says
// nothing itself.

// A form with its cases and rules, as an assessment is set from it.
struct FormToSet {
    AssessmentForm form;
    std::vector<std::shared_ptr<const Scenario>> cases;  // drawn by the seed, in the order they are played
    std::shared_ptr<const RuleBook> rules;
    std::int64_t seed = 0;
};

// Reads a form with the cases it draws by `seed`. Reports what is wrong with the file, its rules and its cases, and
// E642 for one that is not in the library under `root`; returns nothing then.
std::optional<FormToSet> read_form_to_set(const std::filesystem::path& form, std::int64_t seed,
                                          const std::filesystem::path& root, Diagnostics& diagnostics);

// Sets an assessment in a store; its days of keeping are the store's.
Result<AssessmentPlan> set_in_store(ResultStore& store, const FormToSet& form, AssessmentTerms terms);

// How many sessions are past the days for which the store keeps records.
Result<long> sessions_past_keeping(ResultStore& store);

// A session made again from its logs, under the very rules it was taken under. Returns nothing with the reason in
// `diagnostics`, or in `problem` for what the disk refuses.
std::optional<AssessmentSession> made_again(ResultStore& store, const StoredSession& session, PinnedShelf& shelf,
                                            Diagnostics& diagnostics, Problem& problem);

// What a session made again comes to. It has at least one case begun.
AssessmentResult result_of(const AssessmentSession& session);

// Whether the report that was kept when a session was handed in comes out again from its logs.
Result<bool> comes_out_again(ResultStore& store, const StoredSession& stored, const AssessmentSession& session,
                             const AssessmentResult& result);

// What the program proposed when a session was handed in: "met", "review", "not_yet"; empty before.
std::string proposal_in(const std::vector<StoredReport>& reports);

// What an assessor can decide about a session: its name in the store and what it says.
struct ReviewChoice {
    const char* name;
    const ProgramText& words;
};
const std::vector<ReviewChoice>& review_choices();

// The words of a decision by its name: "Not yet".
std::string review_words(const std::string& decision);

// Why a decision cannot be noted, in words; empty when it can.
std::string review_refusal(const StoredSession& session, const StoredReview& review);

// Adds a decision of an assessor; with a key it is sealed.
Result<void> note_review(ResultStore& store, const StoredSession& session, const StoredReview& review,
                         const SecretKey* key);

// Writes each sealed decision on a session into a folder, with its seal beside it; returns how many there are.
Result<int> write_sealed_decisions(const StoredSession& session, const std::vector<StoredReview>& reviews,
                                   const std::filesystem::path& folder);

// Brings one result file into a store. Returns nothing when it is refused, with the reason in `diagnostics`; what the
// disk refuses is in `problem`.
std::optional<Gathered> gather_file(ResultStore& store, const std::filesystem::path& file, PinnedShelf& shelf,
                                    Diagnostics& diagnostics, Problem& problem);

// Writes a result file of each session that is handed in, or of all, into a folder; returns how many.
Result<int> export_sessions(ResultStore& store, const std::filesystem::path& folder, bool all);

// Writes the report (where a case was finished) and the decision log of each case into a folder, as they are sealed.
Result<void> write_reports_and_logs(const AssessmentSession& session, const std::filesystem::path& folder);

}  // namespace ntk
