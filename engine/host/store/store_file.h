#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <optional>
#include <string>

#include "engine/host/result.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// How a store is opened.
struct StoreOptions {
    std::string layer = {};       // the file layer of SQLite to go through; empty: the system's own
    int patience_ms = 5000;       // how long to wait for another program
    int checkpoint_pages = 1000;  // how large the write-ahead log grows before it is worked into the file
};

namespace store {

// Makes a new store whose records are kept for so many days. All of it stands there, or nothing does; what is there
// already is never replaced. Only its owner can read it.
Result<void> make_file(const std::filesystem::path& path, int keep_days, const StoreOptions& options);

// Opens a store: refuses what is none (E740), what is damaged (E741), what holds tables or settings other than ours
// (E742), what a later version has made (E743), what something is left over beside (E744) and what cannot be opened at
// all (E745). A store that is refused is left as it was, to the byte. An older one is brought up to date in one
// transaction. Every commit is on the disk when it returns: write-ahead log, synchronous FULL.
std::optional<SQLite::Database> open_file(const std::filesystem::path& path, const StoreOptions& options,
                                          Diagnostics& diagnostics);

// What went wrong in words a person can act on, from what SQLite says.
Problem problem_of(const std::filesystem::path& path, const SQLite::Exception& error);

// Runs something that may throw what SQLite throws.
template <class F>
auto guarded(const std::filesystem::path& path, F run) -> Result<decltype(run())> {
    try {
        if constexpr (std::is_void_v<decltype(run())>) {
            run();
            return {};
        } else {
            return run();
        }
    } catch (const SQLite::Exception& error) {
        return tl::unexpected(problem_of(path, error));
    }
}

// Puts a finished file in a place where none is, so that it is there whole or not at all; `from` is gone then.
Result<void> settle_file(const std::filesystem::path& from, const std::filesystem::path& to);

// An empty file of a new name beside `path` that only its owner can read.
Result<std::filesystem::path> private_file_beside(const std::filesystem::path& path);

}  // namespace store

}  // namespace ntk
