#include "engine/host/store/result_store.h"

#include <sqlite3.h>
#include <unistd.h>

#include <SQLiteCpp/Backup.h>

#include <algorithm>
#include <utility>

namespace ntk {

namespace {

constexpr std::int64_t positions = 256;
constexpr std::int64_t lines_in_a_log = 4096;
constexpr std::int64_t keys_of_a_session = positions * lines_in_a_log;

// A change that the store will not make, in words; nothing of its transaction stays.
struct RefusedChange {
    std::string why, hint;
};

std::int64_t line_key(std::int64_t session, int position, int line) {
    if (position < 0 || position >= positions || line < 0 || line >= lines_in_a_log)
        throw RefusedChange{"this is more than the store can hold of one session", {}};
    return session * keys_of_a_session + position * lines_in_a_log + line;
}

// A prepared statement while it is being used; afterwards it holds nothing.
class Query {
  public:
    explicit Query(SQLite::Statement& statement) : statement_(statement) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query() { statement_.tryReset(); }

    template <class... Values>
    Query& with(const Values&... values) {
        int at = 0;
        (statement_.bind(++at, values), ...);
        return *this;
    }
    bool next() { return statement_.executeStep(); }
    void run() { statement_.exec(); }
    std::int64_t number(int column) { return statement_.getColumn(column).getInt64(); }
    std::string text(int column) { return statement_.getColumn(column).getString(); }
    SQLite::Column column(int at) { return statement_.getColumn(at); }

  private:
    SQLite::Statement& statement_;
};

std::vector<std::string> lines_of_log(const std::string& log) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < log.size();) {
        const std::size_t end = std::min(log.find('\n', from), log.size());
        lines.push_back(log.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

// Whether one list begins with the other, whichever is shorter.
template <class T>
bool agree(const std::vector<T>& a, const std::vector<T>& b) {
    return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
}

}  // namespace

ResultStore::ResultStore(std::filesystem::path path, SQLite::Database database)
    : path_(std::move(path)), database_(std::make_unique<SQLite::Database>(std::move(database))) {
    keep_days_ = database_->execAndGet("SELECT value FROM setting WHERE name = 'keep_days'").getInt();
}

Result<void> ResultStore::make(const std::filesystem::path& path, int keep_days, const StoreOptions& options) {
    return store::make_file(path, keep_days, options);
}

std::optional<ResultStore> ResultStore::open(const std::filesystem::path& path, Diagnostics& diagnostics,
                                             const StoreOptions& options) {
    auto database = store::open_file(path, options, diagnostics);
    if (!database) return std::nullopt;
    return ResultStore(path, std::move(*database));
}

SQLite::Statement& ResultStore::prepared(const char* sql) {
    auto& slot = statements_[sql];
    if (!slot) slot = std::make_unique<SQLite::Statement>(*database_, sql);
    return *slot;
}

template <class F>
Result<void> ResultStore::in_transaction(F run) {
    const auto give_up = [&] {
        if (sqlite3_get_autocommit(database_->getHandle()) == 0) database_->tryExec("ROLLBACK");
    };
    try {
        database_->exec("BEGIN IMMEDIATE");
        run();
        database_->exec("COMMIT");
        return {};
    } catch (const RefusedChange& refused) {
        give_up();
        return tl::unexpected(Problem{path_.string() + ": " + refused.why, refused.hint});
    } catch (const SQLite::Exception& error) {
        give_up();
        return tl::unexpected(store::problem_of(path_, error));
    }
}

Result<void> ResultStore::add_assessment(const StoredAssessment& assessment) {
    return in_transaction([&] {
        Query(prepared("INSERT OR IGNORE INTO assessment VALUES (?, ?, ?)"))
            .with(assessment.sha256, assessment.plan, assessment.day)
            .run();
    });
}

Result<std::vector<StoredAssessment>> ResultStore::assessments() {
    return store::guarded(path_, [&] {
        std::vector<StoredAssessment> all;
        Query read(prepared("SELECT sha256, plan, day FROM assessment ORDER BY day, sha256"));
        while (read.next()) all.push_back({read.text(0), read.text(1), read.number(2)});
        return all;
    });
}

Result<void> ResultStore::begin_session(StoredSession& session) {
    std::int64_t key = 0;
    const auto begun = in_transaction([&] {
        Query(prepared("INSERT INTO session (id, learner, assessment, day, submitted, spent, allowance, extensions) "
                       "VALUES (?, ?, ?, ?, 0, ?, ?, ?)"))
            .with(session.id, session.learner, session.assessment, session.day, session.spent_seconds,
                  session.allowance, session.extensions)
            .run();
        key = sqlite3_last_insert_rowid(database_->getHandle());
    });
    if (begun) session.key = key;
    return begun;
}

Result<std::vector<StoredSession>> ResultStore::sessions() {
    return store::guarded(path_, [&] {
        std::vector<StoredSession> all;
        Query read(
            prepared("SELECT key, id, learner, assessment, day, submitted, spent, allowance, extensions "
                     "FROM session ORDER BY key"));
        while (read.next())
            all.push_back({read.number(0), read.text(1), read.text(2), read.text(3), read.number(4),
                           read.number(5) != 0, static_cast<int>(read.number(6)), static_cast<int>(read.number(7)),
                           static_cast<int>(read.number(8))});
        return all;
    });
}

Result<std::vector<std::string>> ResultStore::logs(const StoredSession& session) {
    Result<std::vector<std::string>> logs = store::guarded(path_, [&] {
        std::vector<std::string> found;
        std::int64_t due = session.key * keys_of_a_session;
        Query read(prepared("SELECT key, text FROM line WHERE key BETWEEN ? AND ? ORDER BY key"));
        read.with(due, due + keys_of_a_session - 1);
        while (read.next()) {
            const std::int64_t key = read.number(0) - session.key * keys_of_a_session;
            const auto position = static_cast<std::size_t>(key / lines_in_a_log);
            if (key % lines_in_a_log == 0 && position == found.size())
                found.emplace_back();
            else if (read.number(0) != due)
                throw SQLite::Exception("lines of the session " + session.id + " are missing", SQLITE_CORRUPT);
            found.back() += read.text(1) + "\n";
            due = read.number(0) + 1;
        }
        return found;
    });
    return logs;
}

void ResultStore::keep_lines(std::int64_t key, const std::vector<NewLines>& lines) {
    {
        Query read(prepared("SELECT submitted FROM session WHERE key = ?"));
        if (!read.with(key).next())
            throw RefusedChange{"this session is not in the store any more", "it was erased, or its time was over"};
        if (read.number(0) != 0) throw RefusedChange{"this session is handed in already", "nothing can be added to it"};
    }
    for (const NewLines& some : lines) {
        const std::int64_t first = line_key(key, some.position, 0);
        Query read(prepared("SELECT coalesce(max(key), -1) FROM line WHERE key BETWEEN ? AND ?"));
        read.with(first, first + lines_in_a_log - 1).next();
        const std::int64_t last = read.number(0);
        if (last != (some.first == 0 ? -1 : first + some.first - 1))
            throw RefusedChange{"another program has gone on with this session",
                                "go on there, or open it here again to take it up where it stands now"};
        int at = some.first;
        for (const std::string& line : some.lines)
            Query(prepared("INSERT INTO line VALUES (?, ?)")).with(line_key(key, some.position, at++), line).run();
    }
}

Result<void> ResultStore::keep(const StoredSession& session, const std::vector<NewLines>& lines) {
    return in_transaction([&] {
        keep_lines(session.key, lines);
        // Only where it says something new: a page of the file less for each decision.
        Query(prepared("UPDATE session SET spent = ?2, allowance = ?3, extensions = ?4 WHERE key = ?1 AND "
                       "(spent <> ?2 OR allowance <> ?3 OR extensions <> ?4)"))
            .with(session.key, session.spent_seconds, session.allowance, session.extensions)
            .run();
    });
}

void ResultStore::count_rules(const std::string& assessment, const RuleCounts& rules, int sign) {
    for (const auto& [rule, count] : rules)
        Query(prepared("INSERT INTO rule_sum VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                       "verdicts = verdicts + excluded.verdicts"))
            .with(assessment, rule.first, rule.second, sign * count)
            .run();
}

void ResultStore::keep_results(const StoredSession& session, const std::vector<StoredReport>& reports,
                               const std::vector<StoredResult>& results) {
    for (const StoredReport& report : reports)
        Query(prepared("INSERT INTO report VALUES (?, ?, ?, ?)"))
            .with(session.key, report.position, report.sha256, report.text)
            .run();
    int position = 0;
    for (const StoredResult& result : results) {
        const std::string bytes = pack_result(result);
        Query insert(prepared("INSERT INTO result VALUES (?, ?)"));
        SQLite::Statement& statement = prepared("INSERT INTO result VALUES (?, ?)");
        statement.bind(1, line_key(session.key, position++, 0));
        statement.bind(2, bytes.data(), static_cast<int>(bytes.size()));
        statement.exec();
        count_rules(session.assessment, result.rules, 1);
    }
}

Result<void> ResultStore::submit(const StoredSession& session, const std::vector<NewLines>& lines,
                                 const std::vector<StoredReport>& reports, const std::vector<StoredResult>& results) {
    return in_transaction([&] {
        keep_lines(session.key, lines);
        keep_results(session, reports, results);
        Query(prepared("UPDATE session SET submitted = 1, spent = ?, allowance = ?, extensions = ? WHERE key = ?"))
            .with(session.spent_seconds, session.allowance, session.extensions, session.key)
            .run();
    });
}

Result<std::vector<StoredReport>> ResultStore::reports(const StoredSession& session) {
    return store::guarded(path_, [&] {
        std::vector<StoredReport> all;
        Query read(prepared("SELECT position, sha256, text FROM report WHERE session = ? ORDER BY position"));
        read.with(session.key);
        while (read.next()) all.push_back({static_cast<int>(read.number(0)), read.text(1), read.text(2)});
        return all;
    });
}

Result<void> ResultStore::add_review(const StoredSession& session, const StoredReview& review) {
    return in_transaction([&] {
        Query(prepared("INSERT INTO review SELECT ?1, coalesce(max(seq), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM review "
                       "WHERE session = ?1"))
            .with(session.key, review.day, review.assessor, review.decision, review.reason, review.statement,
                  review.seal)
            .run();
    });
}

Result<std::vector<StoredReview>> ResultStore::reviews(const StoredSession& session) {
    return store::guarded(path_, [&] {
        std::vector<StoredReview> all;
        Query read(
            prepared("SELECT day, assessor, decision, reason, statement, seal FROM review WHERE session = ? "
                     "ORDER BY seq"));
        read.with(session.key);
        while (read.next())
            all.push_back({read.number(0), read.text(1), read.text(2), read.text(3), read.text(4), read.text(5)});
        return all;
    });
}

Result<Gathered> ResultStore::gather(const StoredAssessment& assessment, const WholeSession& whole,
                                     const std::vector<StoredReport>& reports, const std::vector<StoredResult>& results,
                                     std::string& refused) {
    const auto all = sessions();
    if (!all) return tl::unexpected(all.error());
    const auto known =
        std::find_if(all->begin(), all->end(), [&](const StoredSession& one) { return one.id == whole.session.id; });
    WholeSession here;
    if (known != all->end()) {
        here.session = *known;
        auto held_logs = logs(*known);
        auto held_reviews = reviews(*known);
        if (!held_logs) return tl::unexpected(held_logs.error());
        if (!held_reviews) return tl::unexpected(held_reviews.error());
        here.logs = std::move(*held_logs);
        here.reviews = std::move(*held_reviews);
    }
    std::vector<NewLines> fresh;
    bool same = known == all->end() ||
                (here.session.learner == whole.session.learner && here.session.assessment == whole.session.assessment &&
                 here.session.day == whole.session.day && agree(here.reviews, whole.reviews));
    for (std::size_t i = 0; i < whole.logs.size(); ++i) {
        const std::vector<std::string> theirs = lines_of_log(whole.logs[i]);
        const std::vector<std::string> ours =
            i < here.logs.size() ? lines_of_log(here.logs[i]) : std::vector<std::string>();
        same = same && agree(ours, theirs);
        if (theirs.size() > ours.size())
            fresh.push_back({static_cast<int>(i),
                             static_cast<int>(ours.size()),
                             {theirs.begin() + static_cast<std::ptrdiff_t>(ours.size()), theirs.end()}});
    }
    const bool handed_in_here = known != all->end() && here.session.submitted;
    const bool behind =
        whole.session.submitted &&
        (here.logs.size() > whole.logs.size() ||
         !std::equal(here.logs.begin(), here.logs.end(), whole.logs.begin(),
                     [](const std::string& ours, const std::string& theirs) { return ours.size() <= theirs.size(); }));
    if (!same || (handed_in_here && !fresh.empty()) || (behind && known != all->end())) {
        refused = "the session " + whole.session.id + " is in the store already, and differs";
        return Gathered::known;
    }
    const bool hands_in = whole.session.submitted && !handed_in_here;
    const bool reviewed = whole.reviews.size() > here.reviews.size();
    if (known != all->end() && fresh.empty() && !hands_in && !reviewed) return Gathered::known;

    const auto done = in_transaction([&] {
        Query(prepared("INSERT OR IGNORE INTO assessment VALUES (?, ?, ?)"))
            .with(assessment.sha256, assessment.plan, assessment.day)
            .run();
        StoredSession session = whole.session;
        session.key = here.session.key;
        if (known == all->end()) {
            Query(prepared("INSERT INTO session (id, learner, assessment, day, submitted, spent, allowance, "
                           "extensions) VALUES (?, ?, ?, ?, 0, 0, 1, 0)"))
                .with(session.id, session.learner, session.assessment, session.day)
                .run();
            session.key = sqlite3_last_insert_rowid(database_->getHandle());
        }
        if (!fresh.empty()) keep_lines(session.key, fresh);
        if (hands_in) {
            keep_results(session, reports, results);
            Query(prepared("UPDATE session SET submitted = 1 WHERE key = ?")).with(session.key).run();
        }
        for (std::size_t i = here.reviews.size(); i < whole.reviews.size(); ++i)
            Query(prepared("INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
                .with(session.key, static_cast<std::int64_t>(i) + 1, whole.reviews[i].day, whole.reviews[i].assessor,
                      whole.reviews[i].decision, whole.reviews[i].reason, whole.reviews[i].statement,
                      whole.reviews[i].seal)
                .run();
    });
    if (!done) return tl::unexpected(done.error());
    return known == all->end() ? Gathered::added : Gathered::extended;
}

template <class F>
Result<void> ResultStore::each_row_of_results(F take) {
    try {
        Query read(prepared("SELECT key, parts FROM result ORDER BY key"));
        while (read.next()) {
            const SQLite::Column parts = read.column(1);
            if (!take(std::string_view(static_cast<const char*>(parts.getBlob()),
                                       static_cast<std::size_t>(parts.getBytes()))))
                return tl::unexpected(Problem{path_.string() + ": a result in the store cannot be read",
                                              "take the last backup, or gather the results again"});
        }
        return {};
    } catch (const SQLite::Exception& error) {
        return tl::unexpected(store::problem_of(path_, error));
    }
}

Result<void> ResultStore::each_result(const std::function<void(const StoredResult&)>& take, bool with_rules) {
    StoredResult result;
    return each_row_of_results([&](std::string_view bytes) {
        const bool good = unpack_result(bytes, result, with_rules);
        if (good) take(result);
        return good;
    });
}

Result<void> ResultStore::each_result_view(const std::function<void(const ResultView&)>& take) {
    ResultView result;
    return each_row_of_results([&](std::string_view bytes) {
        const bool good = view_result(bytes, result);
        if (good) take(result);
        return good;
    });
}

Result<std::int64_t> ResultStore::result_count() {
    return store::guarded(path_, [&] {
        Query read(prepared("SELECT count(*) FROM result"));
        return read.next() ? read.number(0) : 0;
    });
}

Result<std::vector<RuleSum>> ResultStore::rule_sums(const std::string& assessment) {
    return store::guarded(path_, [&] {
        std::vector<RuleSum> sums;
        Query read(
            prepared("SELECT norm, state, verdicts FROM rule_sum WHERE assessment = ? AND verdicts <> 0 "
                     "ORDER BY norm, state"));
        read.with(assessment);
        while (read.next())
            sums.push_back({read.text(0),
                            static_cast<VerdictState>(
                                std::clamp<std::int64_t>(read.number(1), 0, static_cast<int>(VerdictState::error))),
                            read.number(2)});
        return sums;
    });
}

Result<void> ResultStore::erase(const std::vector<StoredSession>& sessions) {
    const auto gone = in_transaction([&] {
        for (const StoredSession& session : sessions) {
            const std::int64_t first = line_key(session.key, 0, 0);
            const std::int64_t last = first + keys_of_a_session - 1;
            StoredResult result;
            std::vector<RuleCounts> counts;
            {
                Query read(prepared("SELECT parts FROM result WHERE key BETWEEN ? AND ?"));
                read.with(first, last);
                while (read.next()) {
                    const SQLite::Column parts = read.column(0);
                    // Sums that cannot be read any more cannot be taken back; the person's rows go all the same.
                    if (unpack_result(
                            {static_cast<const char*>(parts.getBlob()), static_cast<std::size_t>(parts.getBytes())},
                            result))
                        counts.push_back(result.rules);
                }
            }
            for (const RuleCounts& one : counts) count_rules(session.assessment, one, -1);
            Query(prepared("DELETE FROM rule_sum WHERE verdicts <= 0")).run();
            Query(prepared("DELETE FROM result WHERE key BETWEEN ? AND ?")).with(first, last).run();
            Query(prepared("DELETE FROM line WHERE key BETWEEN ? AND ?")).with(first, last).run();
            Query(prepared("DELETE FROM report WHERE session = ?")).with(session.key).run();
            Query(prepared("DELETE FROM review WHERE session = ?")).with(session.key).run();
            Query(prepared("DELETE FROM session WHERE key = ?")).with(session.key).run();
        }
    });
    if (!gone) return gone;
    // Rows are overwritten as they go (secure_delete); this clears what earlier versions of pages left in the file and
    // in the write-ahead log.
    return store::guarded(path_,
                          [&]() -> void {
                              database_->exec("VACUUM");
                              Query checkpoint(prepared("PRAGMA wal_checkpoint(TRUNCATE)"));
                              if (checkpoint.next() && checkpoint.number(0) != 0)
                                  throw SQLite::Exception("the write-ahead log is in use", SQLITE_BUSY);
                          })
        .map_error([](Problem problem) {
            problem.message += "; the records are gone, but their bytes may still stand in the file";
            problem.hint = "close the store everywhere else, make room for a second copy of it, and erase once more";
            return problem;
        });
}

Result<void> ResultStore::back_up(const std::filesystem::path& to) {
    const auto made = store::private_file_beside(to);
    if (!made) return tl::unexpected(made.error());
    const auto copied = store::guarded(to, [&]() -> void {
        SQLite::Database copy(made->c_str(), SQLite::OPEN_READWRITE, 5000);
        SQLite::Backup(copy, *database_).executeStep(-1);
    });
    if (!copied) {
        ::unlink(made->c_str());
        return copied;
    }
    return store::settle_file(*made, to);
}

Result<std::string> ResultStore::look_through() {
    return store::guarded(path_, [&] { return database_->execAndGet("PRAGMA integrity_check(20)").getString(); });
}

}  // namespace ntk
