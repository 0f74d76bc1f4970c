#include "engine/host/new_files.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "engine/host/source_file.h"
#include "engine/study/case_template.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

namespace fs = std::filesystem;

// A folder of this test's own, gone at the end.
struct Room {
    fs::path path = fs::temp_directory_path() / ("ntk-new-files-" + std::to_string(::getpid()));
    Room() { fs::create_directories(path); }
    ~Room() { fs::remove_all(path); }
    std::string names(const fs::path& folder) const {
        std::vector<std::string> all;
        for (const auto& entry : fs::directory_iterator(folder)) all.push_back(entry.path().filename().string());
        std::sort(all.begin(), all.end());
        std::string text;
        for (const std::string& name : all) text += name + ";";
        return text;
    }
};

}  // namespace

TEST_CASE("new files are all made, in a folder that may be new as well") {
    const Room room;
    REQUIRE(write_new_files(room.path / "cases", {{"a.yaml", "one"}, {"a.md", ""}}));
    CHECK(room.names(room.path / "cases") == "a.md;a.yaml;");
    CHECK(read_file(room.path / "cases" / "a.yaml").value_or("") == "one");
}

TEST_CASE("where one name is taken nothing is made and nothing is changed") {
    const Room room;
    std::ofstream(room.path / "a.md") << "mine";
    const auto refused = write_new_files(room.path, {{"a.yaml", "one"}, {"a.md", "two"}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message ==
          (room.path / "a.md").string() + " is already there, and nothing is written over it");
    CHECK(room.names(room.path) == "a.md;");
    CHECK(read_file(room.path / "a.md").value_or("") == "mine");
    // A link that leads nowhere is in the way as well.
    fs::create_symlink("nowhere", room.path / "b.yaml");
    CHECK_FALSE(write_new_files(room.path, {{"b.yaml", "one"}}));
    CHECK(room.names(room.path) == "a.md;b.yaml;");
    // A name found taken only at the end takes the others back: here the same name comes twice.
    CHECK_FALSE(write_new_files(room.path, {{"c.yaml", "one"}, {"c.yaml", "two"}}));
    CHECK(room.names(room.path) == "a.md;b.yaml;");
}

TEST_CASE("a folder that is a file, that cannot be made or that takes no files is named") {
    const Room room;
    std::ofstream(room.path / "file") << "mine";
    const auto in_file = write_new_files(room.path / "file", {{"a.yaml", "one"}});
    REQUIRE_FALSE(in_file);
    CHECK(in_file.error().message == (room.path / "file").string() + " is not a folder");
    const auto deep = write_new_files(room.path / "a" / "b", {{"a.yaml", "one"}});
    REQUIRE_FALSE(deep);
    CHECK(deep.error().message ==
          (room.path / "a" / "b").string() + ": the folder cannot be made: No such file or directory");
    CHECK_FALSE(write_new_files("/proc", {{"ntk.yaml", "one"}}));  // takes no files, whoever asks
    CHECK(room.names(room.path) == "file;");
}

TEST_CASE("today is a day") { CHECK(is_calendar_day(today())); }
