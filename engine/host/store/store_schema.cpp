#include "engine/host/store/store_schema.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace ntk::store {

namespace {

// 1: assessments, who took them under which pseudonym, what they chose, what came of it and what people decided then.
// A line's key is its session's, times 2^20, plus its case in the session, times 2^12, plus its place in that case's
// log: keeping a decision is then one insertion at the end of one tree.
constexpr std::string_view base = R"(
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE assessment (
    sha256 TEXT PRIMARY KEY,
    plan TEXT NOT NULL,
    day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE session (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner TEXT NOT NULL,
    assessment TEXT NOT NULL REFERENCES assessment (sha256),
    day INTEGER NOT NULL,
    submitted INTEGER NOT NULL,
    spent INTEGER NOT NULL,
    allowance INTEGER NOT NULL,
    extensions INTEGER NOT NULL
) STRICT;
CREATE INDEX session_learner ON session (learner);
CREATE TABLE line (
    key INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE report (
    session INTEGER NOT NULL REFERENCES session (key),
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE review (
    session INTEGER NOT NULL REFERENCES session (key),
    seq INTEGER NOT NULL,
    day INTEGER NOT NULL,
    assessor TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;
)";

// 2: what a cohort asks of each result, ready to be added up, and sums by rule.
constexpr std::string_view roll_ups = R"(
CREATE TABLE result (
    key INTEGER PRIMARY KEY,
    parts BLOB NOT NULL
) STRICT;
CREATE TABLE rule_sum (
    assessment TEXT NOT NULL REFERENCES assessment (sha256),
    norm TEXT NOT NULL,
    state INTEGER NOT NULL,
    verdicts INTEGER NOT NULL,
    PRIMARY KEY (assessment, norm, state)
) STRICT, WITHOUT ROWID;
)";

// 3: decisions of assessors may be sealed: what was signed, and the signature; both empty where they are not.
constexpr std::string_view sealed_reviews = R"(
ALTER TABLE review ADD COLUMN statement TEXT NOT NULL DEFAULT '';
ALTER TABLE review ADD COLUMN seal TEXT NOT NULL DEFAULT '';
)";

}  // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> all = {{base}, {roll_ups}, {sealed_reviews}};
    return all;
}

std::vector<std::string> tables_after(std::size_t steps) {
    SQLite::Database made(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (std::size_t i = 0; i < steps; ++i) made.exec(std::string(migrations()[i].sql));
    std::vector<std::string> tables;
    SQLite::Statement read(made,
                           "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    while (read.executeStep()) tables.push_back(read.getColumn(0).getString());
    return tables;
}

}  // namespace ntk::store
