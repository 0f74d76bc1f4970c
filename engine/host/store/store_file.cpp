#include "engine/host/store/store_file.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

#include "engine/host/store/store_schema.h"

namespace ntk::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t header_bytes = 100;
constexpr std::size_t page_size_at = 16;  // of two bytes
constexpr std::size_t page_count_at = 28;
constexpr std::size_t application_id_at = 68;
constexpr std::string_view magic("SQLite format 3\0", 16);
constexpr std::int64_t checked_in_full = 64 << 20;  // bytes; beyond, indexes are not compared with their tables

fs::path with_ending(const fs::path& path, const char* ending) { return path.string() + ending; }

const char* layer_name(const StoreOptions& options) { return options.layer.empty() ? nullptr : options.layer.c_str(); }

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// Reports one refusal about the file as a whole.
class Refusals {
  public:
    Refusals(const fs::path& path, Diagnostics& diagnostics)
        : diagnostics_(diagnostics), source_(diagnostics.add_source(path.string(), {})) {}
    bool refuse(std::string_view code, std::string message, std::string hint) {
        diagnostics_.report(code, {source_, 0, 0}, std::move(message), std::move(hint));
        return false;
    }

  private:
    Diagnostics& diagnostics_;
    int source_;
};

// The file itself, before SQLite touches it.
bool is_store_file(const fs::path& path, Refusals& refusals) {
    const auto cannot = [&] {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return refusals.refuse("E745", "the store cannot be opened: " + std::string(std::strerror(errno)),
                               missing ? "make one with 'needtoknow assess new', or check the spelling"
                                       : "check that you may read and write it and the folder it is in");
    };
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return cannot();
    struct stat status {};
    std::array<char, header_bytes> bytes{};
    const bool known = ::fstat(file, &status) == 0;
    const bool plain = known && S_ISREG(status.st_mode);
    const ssize_t got = plain ? ::pread(file, bytes.data(), bytes.size(), 0) : 0;
    if (plain && status.st_uid == ::geteuid() && (status.st_mode & 0077) != 0) ::fchmod(file, 0600);
    ::close(file);
    if (!plain)
        return refusals.refuse("E745", "the store cannot be opened: it is not an ordinary file",
                               "name the store's file");
    const std::string_view header(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (header.size() < header_bytes || !header.starts_with(magic) ||
        number_at(header, application_id_at) != static_cast<std::uint32_t>(application_id))
        return refusals.refuse("E740", "this is not a store of assessments, or only the beginning of one",
                               "take it from the last backup with 'needtoknow assess restore'");
    // While nothing waits in a write-ahead log, the file has all the pages it says it has.
    struct stat log {};
    const bool log_waits = ::stat(with_ending(path, "-wal").c_str(), &log) == 0 && log.st_size > 0;
    const std::int64_t page_bytes = number_at(header, page_size_at) >> 16U;
    if (!log_waits && page_bytes * number_at(header, page_count_at) > status.st_size)
        return refusals.refuse("E740", "this is only the beginning of a store of assessments",
                               "take it from the last backup with 'needtoknow assess restore'");
    struct stat journal {};
    if (::stat(with_ending(path, "-journal").c_str(), &journal) == 0)
        return refusals.refuse("E744",
                               "beside the store lies a journal ('" + path.filename().string() +
                                   "-journal') that this program never makes; with it SQLite would change the store",
                               "move the journal somewhere else if you know what it is, or take the last backup");
    return true;
}

// Settings that hold for one connection, and cost a hostile file its tricks.
void make_careful(SQLite::Database& database) {
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 32 << 20);
    database.exec("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON");
}

// While a store has not been looked through, closing it must not carry anything from its write-ahead log into it.
void keep_log_on_close(SQLite::Database& database, bool keep) {
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

std::int64_t number_of(SQLite::Database& database, const char* sql) { return database.execAndGet(sql).getInt64(); }

std::vector<std::string> tables_of(SQLite::Database& database) {
    std::vector<std::string> tables;
    SQLite::Statement read(database,
                           "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    while (read.executeStep()) tables.push_back(read.getColumn(0).getString());
    return tables;
}

bool holds_together(SQLite::Database& database, Refusals& refusals) {
    const auto version = number_of(database, "PRAGMA user_version");
    const auto steps = static_cast<std::int64_t>(migrations().size());
    if (version > steps)
        return refusals.refuse("E743",
                               "a later version of this program has made this store (its tables have version " +
                                   std::to_string(version) + ", and this program knows " + std::to_string(steps) + ")",
                               "use that version, or a later one");
    const bool in_full =
        number_of(database, "PRAGMA page_count") * number_of(database, "PRAGMA page_size") <= checked_in_full;
    const std::string found =
        database.execAndGet(in_full ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)").getString();
    if (found != "ok")
        return refusals.refuse("E741", "the store is damaged: " + found,
                               "take the last backup with 'needtoknow assess restore'; this file is left as it is");
    if (version < 1 || tables_of(database) != tables_after(static_cast<std::size_t>(version)))
        return refusals.refuse(
            "E742", "the store holds tables that are not those of this program",
            "somebody has changed it by hand; take the last backup with 'needtoknow assess restore'");
    const std::string keep =
        database.execAndGet("SELECT coalesce(max(value), '') FROM setting WHERE name = 'keep_days'").getString();
    if (keep.empty() || keep.size() > 5 || keep.find_first_not_of("0123456789") != std::string::npos || keep == "0")
        return refusals.refuse(
            "E742", "the store does not say for how many days its records are kept",
            "somebody has changed it by hand; take the last backup with 'needtoknow assess restore'");
    if (number_of(database, "SELECT count(*) FROM pragma_foreign_key_check") != 0)
        return refusals.refuse("E741", "the store is damaged: records belong to a session that is not there",
                               "take the last backup with 'needtoknow assess restore'; this file is left as it is");
    return true;
}

void bring_up_to_date(SQLite::Database& database) {
    const auto all = static_cast<std::int64_t>(migrations().size());
    if (number_of(database, "PRAGMA user_version") == all) return;
    database.exec("BEGIN IMMEDIATE");
    // Another program may have done it while this one waited.
    for (auto at = number_of(database, "PRAGMA user_version"); at < all; ++at)
        database.exec(std::string(migrations()[static_cast<std::size_t>(at)].sql));
    database.exec("PRAGMA user_version = " + std::to_string(all));
    database.exec("COMMIT");
}

}  // namespace

Problem problem_of(const fs::path& path, const SQLite::Exception& error) {
    const std::string name = path.string() + ": ";
    switch (error.getErrorCode()) {
        case SQLITE_FULL: return {name + "there is no room left on the disk", "make room, then try again"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {name + "another program is using the store", "close it there, then try again"};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return {name + "the store cannot be written", "check that you may write to it and to the folder it is in"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return {name + "the store is damaged: " + error.getErrorStr(), "take the last backup"};
        default:
            return {name + "the store cannot be used: " + error.getErrorStr(),
                    "check that the disk works and has room, then try again"};
    }
}

Result<fs::path> private_file_beside(const fs::path& path) {
    std::string name = path.string() + ".XXXXXX";
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0)
        return tl::unexpected(Problem{path.string() + ": the file cannot be made: " + std::strerror(errno),
                                      "check that the folder exists, that you may write to it and that there is room"});
    ::close(file);
    return fs::path(name);
}

Result<void> settle_file(const fs::path& from, const fs::path& to) {
    const fs::path folder = to.has_parent_path() ? to.parent_path() : ".";
    const int file = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    const bool durable = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    const bool linked = durable && ::link(from.c_str(), to.c_str()) == 0;
    const std::string why = std::strerror(errno);
    ::unlink(from.c_str());
    if (!linked)
        return tl::unexpected(Problem{to.string() + ": the file cannot be made: " + why,
                                      "choose a name that is not taken, in a folder that you may write to"});
    if (const int parent = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); parent >= 0) {
        ::fsync(parent);
        ::close(parent);
    }
    return {};
}

Result<void> make_file(const fs::path& path, int keep_days, const StoreOptions& options) {
    if (keep_days < 1 || keep_days > 99'999)
        return tl::unexpected(Problem{"records are kept from 1 to 99999 days", "say how long you need them"});
    const auto made = private_file_beside(path);
    if (!made) return tl::unexpected(made.error());
    const auto filled = guarded(path, [&] {
        SQLite::Database database(made->c_str(), SQLite::OPEN_READWRITE, options.patience_ms, layer_name(options));
        make_careful(database);
        database.exec("PRAGMA synchronous = FULL; PRAGMA application_id = " + std::to_string(application_id));
        database.exec("BEGIN IMMEDIATE");
        for (const Migration& step : migrations()) database.exec(std::string(step.sql));
        database.exec("INSERT INTO setting VALUES ('keep_days', '" + std::to_string(keep_days) + "')");
        database.exec("PRAGMA user_version = " + std::to_string(migrations().size()));
        database.exec("COMMIT");
        database.execAndGet("PRAGMA journal_mode = WAL");
    });
    if (!filled) {
        ::unlink(made->c_str());
        return filled;
    }
    return settle_file(*made, path);
}

std::optional<SQLite::Database> open_file(const fs::path& path, const StoreOptions& options, Diagnostics& diagnostics) {
    Refusals refusals(path, diagnostics);
    if (!is_store_file(path, refusals)) return std::nullopt;
    try {
        SQLite::Database database(path.c_str(), SQLite::OPEN_READWRITE, options.patience_ms, layer_name(options));
        keep_log_on_close(database, true);
        make_careful(database);
        if (!holds_together(database, refusals)) return std::nullopt;
        keep_log_on_close(database, false);
        database.execAndGet("PRAGMA journal_mode = WAL");
        database.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
        database.execAndGet("PRAGMA wal_autocheckpoint = " + std::to_string(options.checkpoint_pages));
        bring_up_to_date(database);
        return database;
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode();
        if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR)
            refusals.refuse("E741", std::string("the store is damaged: ") + error.getErrorStr(),
                            "take the last backup with 'needtoknow assess restore'; this file is left as it is");
        else
            refusals.refuse("E745", "the store cannot be opened: " + std::string(error.getErrorStr()),
                            problem_of(path, error).hint);
        return std::nullopt;
    }
}

}  // namespace ntk::store
