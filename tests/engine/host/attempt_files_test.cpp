#include "engine/host/attempt_files.h"

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

using Folder = TemporaryFolder;

unsigned mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

}  // namespace

TEST_CASE("an attempt is kept, read again and removed") {
    const Folder folder;
    const auto file = AttemptFile::open(folder.path / "data", "two-doors");
    REQUIRE(file);
    CHECK(file->path() == folder.path / "data/attempts/two-doors.jsonl");
    CHECK(file->read().value() == "");
    CHECK_FALSE(has_saved_attempt(folder.path / "data", "two-doors"));
    REQUIRE(file->save("{}\n"));
    REQUIRE(file->save("{}\n{}\n"));
    CHECK(file->read().value() == "{}\n{}\n");
    CHECK(has_saved_attempt(folder.path / "data", "two-doors"));
    CHECK(mode_of(file->path()) == 0600);
    CHECK(mode_of(file->path().parent_path()) == 0700);
    REQUIRE(file->discard());
    REQUIRE(file->discard());
    CHECK(file->read().value() == "");
}

TEST_CASE("two programs cannot hold one attempt") {
    const Folder folder;
    {
        const auto first = AttemptFile::open(folder.path, "a");
        REQUIRE(first);
        const auto second = AttemptFile::open(folder.path, "a");
        REQUIRE_FALSE(second);
        CHECK(second.error().message == (folder.path / "attempts/a.jsonl").string() +
                                            ": the attempt cannot be taken up: it is open in another program");
        CHECK(second.error().hint == "go on there, or close it there first");
        CHECK(AttemptFile::open(folder.path, "b"));
    }
    CHECK(AttemptFile::open(folder.path, "a"));
}

TEST_CASE("an id that would lead elsewhere is refused") {
    const Folder folder;
    for (const char* id : {"", "..", "../a", "a/b", ".hidden", "a b", "a\n"}) {
        CHECK_FALSE(AttemptFile::open(folder.path, id));
        CHECK_FALSE(keep_report(folder.path, id, ".html", "x"));
        CHECK_FALSE(has_saved_attempt(folder.path, id));
    }
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("what the file system refuses is said in words") {
    const Folder folder;
    std::ofstream(folder.path / "taken") << "a file, not a folder";
    const auto file = AttemptFile::open(folder.path / "taken", "a");
    REQUIRE_FALSE(file);
    CHECK(file.error().message.find("the folder cannot be made") != std::string::npos);
    CHECK_FALSE(file.error().hint.empty());

    const auto open = AttemptFile::open(folder.path / "data", "a");
    REQUIRE(open);
    fs::remove_all(folder.path / "data");
    const auto saved = open->save("{}\n");
    REQUIRE_FALSE(saved);
    CHECK(saved.error().message.find("the file cannot be written") != std::string::npos);
}

TEST_CASE("reports get the first free number and are their owner's alone") {
    const Folder folder;
    CHECK(keep_report(folder.path, "a", ".html", "one").value() == folder.path / "reports/a-1.html");
    CHECK(keep_report(folder.path, "a", ".html", "two").value() == folder.path / "reports/a-2.html");
    CHECK(keep_report(folder.path, "a", ".json", "{}").value() == folder.path / "reports/a-1.json");
    CHECK(whole_file(folder.path / "reports/a-2.html") == "two");
    CHECK(mode_of(folder.path / "reports/a-2.html") == 0600);
}

TEST_CASE("a report that is kept already is found by its bytes") {
    const Folder folder;
    CHECK_FALSE(kept_report(folder.path, "a", ".html", "one"));
    for (const char* bytes : {"one", "two"}) REQUIRE(keep_report(folder.path, "a", ".html", bytes));
    CHECK(kept_report(folder.path, "a", ".html", "two") == folder.path / "reports/a-2.html");
    CHECK_FALSE(kept_report(folder.path, "a", ".html", "six"));
    CHECK_FALSE(kept_report(folder.path, "a", ".json", "two"));
    CHECK_FALSE(kept_report(folder.path, "b", ".html", "two"));
    CHECK_FALSE(kept_report(folder.path, "../reports/a", ".html", "two"));
}

TEST_CASE("attempts lie in the learner's data folder") {
    const char* old_data = std::getenv("XDG_DATA_HOME");
    const std::string data = old_data == nullptr ? "" : old_data;
    const char* old_home = std::getenv("HOME");
    const std::string home = old_home == nullptr ? "" : old_home;
    ::setenv("XDG_DATA_HOME", "/some/data", 1);
    CHECK(data_folder().value() == "/some/data/needtoknow");
    ::setenv("XDG_DATA_HOME", "not absolute", 1);
    ::setenv("HOME", "/some/one", 1);
    CHECK(data_folder().value() == "/some/one/.local/share/needtoknow");
    ::unsetenv("HOME");
    ::unsetenv("XDG_DATA_HOME");
    CHECK_FALSE(data_folder());
    if (old_data != nullptr) ::setenv("XDG_DATA_HOME", data.c_str(), 1);
    if (old_home != nullptr) ::setenv("HOME", home.c_str(), 1);
}
