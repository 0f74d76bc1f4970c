#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/result.h"
#include "engine/host/store/result_bytes.h"
#include "engine/host/store/store_file.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// An assessment as a store holds it.
struct StoredAssessment {
    std::string sha256, plan;  // the plan's text, and its digest
    std::int64_t day = 0;      // days since 1 January 1970
};

// One learner's session. Nothing in it says who they are.
struct StoredSession {
    std::int64_t key = 0;  // in this store
    std::string id, learner, assessment;
    std::int64_t day = 0;
    bool submitted = false;
    int spent_seconds = 0, allowance = 1, extensions = 0;  // these three stay on this machine
};

// A decision of an assessor on a session. What was decided before stays beside it.
struct StoredReview {
    std::int64_t day = 0;
    std::string assessor, decision, reason;
    // What its seal was made for (engine/report/sealed_decision.h), and the seal; empty when it is not sealed.
    std::string statement = {}, seal = {};
    friend bool operator==(const StoredReview&, const StoredReview&) = default;
};

// A report of a session: of one case, or of the whole (position -1).
struct StoredReport {
    int position = -1;
    std::string sha256, text;
};

// Lines to be kept in one go.
struct NewLines {
    int position = 0, first = 0;
    std::vector<std::string> lines;
};

// All that a session holds, as it goes to another store.
struct WholeSession {
    StoredSession session;
    std::vector<std::string> logs;  // by case
    std::vector<StoredReview> reviews;
};

// What became of a session that was brought in.
enum class Gathered { added, extended, known };

// How often a rule came out in a state, over everything a store holds of an assessment.
struct RuleSum {
    std::string norm;
    VerdictState state = VerdictState::kept;
    std::int64_t verdicts = 0;
};

// Assessments and what came of them in one SQLite file: the store. Every change is one transaction and on the disk when
// the call returns. Two programs may use one store; neither can overwrite what the other has kept. Whatever the disk
// refuses comes back in words, and then nothing has changed.
class ResultStore {
  public:
    // Makes a store at a place where nothing is (engine/host/store/store_file.h).
    static Result<void> make(const std::filesystem::path& path, int keep_days, const StoreOptions& options = {});

    // Opens one; reports E740 to E745 and returns nothing when it cannot be used.
    static std::optional<ResultStore> open(const std::filesystem::path& path, Diagnostics& diagnostics,
                                           const StoreOptions& options = {});

    ResultStore(ResultStore&&) noexcept = default;
    ResultStore& operator=(ResultStore&&) = delete;  // statements must go before their database

    const std::filesystem::path& path() const { return path_; }
    int keep_days() const { return keep_days_; }

    Result<void> add_assessment(const StoredAssessment& assessment);
    Result<std::vector<StoredAssessment>> assessments();

    // Adds a session, and what it is to be found by. Its key is filled in.
    Result<void> begin_session(StoredSession& session);
    Result<std::vector<StoredSession>> sessions();
    Result<std::vector<std::string>> logs(const StoredSession& session);  // by case, whole

    // Keeps lines and the time spent. Refused when the store holds other lines there already: another program has gone
    // on with this session.
    Result<void> keep(const StoredSession& session, const std::vector<NewLines>& lines);

    // Marks a session as handed in, with its reports and what is added up of each case.
    Result<void> submit(const StoredSession& session, const std::vector<NewLines>& lines,
                        const std::vector<StoredReport>& reports, const std::vector<StoredResult>& results);
    Result<std::vector<StoredReport>> reports(const StoredSession& session);

    Result<void> add_review(const StoredSession& session, const StoredReview& review);
    Result<std::vector<StoredReview>> reviews(const StoredSession& session);

    // Brings in a session from another store. One that is known already is passed over; one that goes on from what is
    // here is extended; one that contradicts it is refused in `refused`, and nothing changes.
    Result<Gathered> gather(const StoredAssessment& assessment, const WholeSession& whole,
                            const std::vector<StoredReport>& reports, const std::vector<StoredResult>& results,
                            std::string& refused);

    // Gives every stored result to `take`, in the order in which they came; memory does not grow with their number.
    Result<void> each_result(const std::function<void(const StoredResult&)>& take, bool with_rules = false);
    // The same without verdicts by rule, for adding up: what is given stands only until the next.
    Result<void> each_result_view(const std::function<void(const ResultView&)>& take);

    Result<std::int64_t> result_count();
    Result<std::vector<RuleSum>> rule_sums(const std::string& assessment);

    // Takes sessions out for good: rows, sums, and the bytes they stood in. Refused while another program reads.
    Result<void> erase(const std::vector<StoredSession>& sessions);

    // A copy as it stands now, also while others use the store; nothing there is replaced.
    Result<void> back_up(const std::filesystem::path& to);

    // Looks through all of it, however large.
    Result<std::string> look_through();

  private:
    ResultStore(std::filesystem::path path, SQLite::Database database);
    template <class F>
    Result<void> in_transaction(F run);
    template <class F>
    Result<void> each_row_of_results(F take);
    SQLite::Statement& prepared(const char* sql);
    void keep_lines(std::int64_t key, const std::vector<NewLines>& lines);
    void keep_results(const StoredSession& session, const std::vector<StoredReport>& reports,
                      const std::vector<StoredResult>& results);
    void count_rules(const std::string& assessment, const RuleCounts& rules, int sign);

    std::filesystem::path path_;
    std::unique_ptr<SQLite::Database> database_;
    std::map<const char*, std::unique_ptr<SQLite::Statement>> statements_;  // gone before the database
    int keep_days_ = 0;
};

}  // namespace ntk
