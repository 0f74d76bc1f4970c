#include "engine/host/source_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "engine/text/limits.h"
#include "tests/support/catch.h"
#include "tests/support/made_up_words.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tree_dump.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

// A folder of the test's own, gone afterwards.
struct Folder : TemporaryFolder {
    void put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

std::string problem(const Result<std::string>& result) { return result ? "none" : result.error().message; }

}  // namespace

TEST_CASE("a file is read to its last byte") {
    const Folder folder;
    const std::string bytes = std::string("a\0b\r\n", 5) + std::string(200'000, 'x');
    folder.put("a.bin", bytes);
    CHECK(read_file(folder.path / "a.bin").value() == bytes);
    folder.put("empty", "");
    CHECK(read_file(folder.path / "empty").value().empty());
}

TEST_CASE("what cannot be read is said with its path") {
    const Folder folder;
    const std::string at = folder.path.string();
    CHECK(problem(read_file(folder.path / "none.yaml")) == at + "/none.yaml: there is no such file");
    CHECK(problem(read_file(folder.path)) == at + ": this is a folder, not a file");
    folder.put("a.yaml", "a: 1");
    CHECK(problem(read_file(folder.path / "a.yaml/b.yaml")) == at + "/a.yaml/b.yaml: there is no such file");
    REQUIRE(::mkfifo((at + "/pipe").c_str(), 0600) == 0);
    CHECK(problem(read_file(folder.path / "pipe")) ==
          at + "/pipe: the file cannot be read: it is not an ordinary file");
    folder.put("limit", "");
    fs::resize_file(folder.path / "limit", limits::file_bytes);
    CHECK(read_file(folder.path / "limit").value().size() == limits::file_bytes);
    fs::resize_file(folder.path / "limit", limits::file_bytes + 1);
    CHECK(problem(read_file(folder.path / "limit")) ==
          at + "/limit: the file is larger than the 8388608 bytes allowed");
    CHECK(problem(read_file("/proc/self/mem")).starts_with("/proc/self/mem: the file cannot be read"));
    if (::geteuid() != 0) {
        fs::permissions(folder.path / "a.yaml", fs::perms::none);
        CHECK(problem(read_file(folder.path / "a.yaml")).starts_with(at + "/a.yaml: the file cannot be read: "));
    }
}

TEST_CASE("a file is replaced whole, for its owner alone") {
    const Folder folder;
    const fs::path file = folder.path / "attempt.jsonl";
    REQUIRE(write_file_atomically(file, "first\n"));
    CHECK(read_file(file).value() == "first\n");
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    fs::permissions(file, fs::perms::all);
    const std::string longer(300'000, 'y');
    REQUIRE(write_file_atomically(file, longer));
    CHECK(read_file(file).value() == longer);
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    REQUIRE(write_file_atomically(file, ""));
    CHECK(read_file(file).value().empty());
    CHECK(folder.files() == 1);
}

TEST_CASE("a file that cannot be written leaves nothing behind") {
    const Folder folder;
    const Result<void> nowhere = write_file_atomically(folder.path / "none" / "a.json", "{}");
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().message ==
          (folder.path / "none/a.json").string() + ": the file cannot be written: No such file or directory");
    fs::create_directory(folder.path / "taken");
    folder.put("taken/inside", "x");
    CHECK_FALSE(write_file_atomically(folder.path / "taken", "{}"));
    CHECK(folder.files() == 1);
}

TEST_CASE("what the disk refuses is said in the language chosen") {
    const MadeUpWords other_language;
    const auto written = write_file_atomically("no-such-folder/a.txt", "a");
    REQUIRE_FALSE(written);
    CHECK(written.error().message.find("no-such-folder/a.txt") != std::string::npos);
    CHECK(written.error().message.find("cannot be written") == std::string::npos);
    CHECK(written.error().hint.find("folder exists") == std::string::npos);
    const auto read = read_file("no-such-folder/a.txt");
    REQUIRE_FALSE(read);
    CHECK(read.error().message.find("no such file") == std::string::npos);
    CHECK(read.error().hint.find("check") == std::string::npos);
}

TEST_CASE("the extension chooses the reader") {
    const Folder folder;
    folder.put("a.yaml", "name: Mia\n");
    folder.put("a.yml", "name: 'Mia'\n");
    folder.put("a.json", "{\"name\": \"Mia\"}");
    folder.put("a.txt", "name: Mia\n");
    folder.put("bad.json", "name: Mia\n");
    const auto read = [&](const std::string& name) {
        Diagnostics diagnostics;
        const Tree tree = read_tree_file(folder.path / name, diagnostics);
        CHECK(diagnostics.source_name(0) == (folder.path / name).string());
        return diagnostics.empty() ? dump(tree) : diagnostics.all().front().code;
    };
    CHECK(read("a.yaml") == "mapping 1:1\n  name 1:1: 'Mia' 1:7\n");
    CHECK(read("a.yml") == "mapping 1:1\n  name 1:1: \"Mia\" 1:8\n");
    CHECK(read("a.json") == "mapping 1:1\n  name 1:3: \"Mia\" 1:11\n");
    CHECK(read("a.txt") == "E005");
    CHECK(read("bad.json") == "E050");
    CHECK(read("none.yaml") == "E001");
    CHECK(read("") == "E002");
}
