#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ntk::store {

// Stands in the header of every store of ours, so that no other program's database is taken for one: "NtK1".
inline constexpr std::int32_t application_id = 0x4e744b31;

// One step from a version of the tables to the next: statements that run in one transaction.
struct Migration {
    std::string_view sql;
};

// All steps there ever were, oldest first. One that has shipped is never changed again; the version of a store
// (user_version) is how many of them it has been through.
const std::vector<Migration>& migrations();

// What stands in sqlite_schema after so many steps: each object's statement, by name.
std::vector<std::string> tables_after(std::size_t steps);

}  // namespace ntk::store
