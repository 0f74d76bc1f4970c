#include "engine/host/cohort_files.h"

#include <unistd.h>

#include <fstream>

#include "engine/report/report.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

namespace fs = std::filesystem;

// A folder that is gone after the test.
struct Scratch {
    fs::path path = fs::temp_directory_path() / ("cohort-files-" + std::to_string(::getpid()));
    Scratch() { fs::create_directories(path); }
    ~Scratch() { fs::remove_all(path); }
    void write(const std::string& name, const std::string& text = "{}") const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << text;
    }
};

std::string listed(const Result<std::vector<ResultFile>>& files, const fs::path& root) {
    if (!files) return files.error().message;
    std::string text;
    for (const ResultFile& file : *files)
        text += file.path.lexically_relative(root).generic_string() + " [" + file.group + "]\n";
    return text;
}

}  // namespace

TEST_CASE("numbers in names go by their size") {
    CHECK(comes_before("case-2.json", "case-10.json"));
    CHECK_FALSE(comes_before("case-10.json", "case-2.json"));
    CHECK(comes_before("case-2", "case-2b"));
    CHECK(comes_before("a", "b"));
    CHECK(comes_before("x-02", "x-2") != comes_before("x-2", "x-02"));
    CHECK_FALSE(comes_before("same-1", "same-1"));
}

TEST_CASE("results are found in folders, first attempts first, and grouped by the folder below") {
    const Scratch scratch;
    for (const char* name : {"schools/k/x-10.json", "schools/k/x-2.json", "housing/a.jsonl", "loose.json", "notes.txt"})
        scratch.write(name);
    CHECK(listed(result_files({scratch.path.string()}), scratch.path) ==
          "housing/a.jsonl [housing]\n"
          "loose.json []\n"
          "schools/k/x-2.json [schools]\n"
          "schools/k/x-10.json [schools]\n");
    CHECK(listed(result_files({(scratch.path / "schools" / "k/").string(), (scratch.path / "housing").string(),
                               (scratch.path / "loose.json").string()}),
                 scratch.path) ==
          "schools/k/x-2.json [k]\n"
          "schools/k/x-10.json [k]\n"
          "housing/a.jsonl [housing]\n"
          "loose.json []\n");
    const std::string missing = (scratch.path / "no-such").string();
    CHECK(listed(result_files({missing}), scratch.path) == missing + ": there is no file or folder of that name");
}

TEST_CASE("a decision log counts for what it replays to, under the pseudonym of its name") {
    const Scratch scratch;
    Player player = player_of(three_letters);
    REQUIRE(play(player, "cabbbbbacacd").empty());
    go_to_scene(player);
    REQUIRE(player.score_card() != nullptr);
    scratch.write("p-0123456789abcdef-three-letters.jsonl", player.log());
    scratch.write("three-letters.json", report_json(player).pretty());
    ResultReader reader(NTK_ROOT);
    Diagnostics diagnostics;
    std::string problem;
    const auto log = reader.read(scratch.path / "p-0123456789abcdef-three-letters.jsonl", diagnostics, problem);
    const auto report = reader.read(scratch.path / "three-letters.json", diagnostics, problem);
    CHECK(diagnostics.render() + problem == "");
    REQUIRE(log);
    REQUIRE(report);
    CHECK(log->learner == "p-0123456789abcdef");
    CHECK(report->learner == "");
    CHECK(log->log_sha256 == report->log_sha256);
    CHECK(log->overall.earned == report->overall.earned);
    CHECK(log->overall.lost == report->overall.lost);
}

TEST_CASE("a log that is changed, unfinished or of no case here is not counted") {
    const Scratch scratch;
    Player player = player_of(three_letters);
    REQUIRE(play(player, "ca").empty());
    scratch.write("half.jsonl", player.log());
    scratch.write("other.jsonl", "{\"scenario\":{\"id\":\"no-such-case\"}}\n");
    std::string changed = player.log();
    changed.replace(changed.find("\"option\":\"c\""), 12, "\"option\":\"a\"");
    scratch.write("changed.jsonl", changed);
    ResultReader reader(NTK_ROOT);
    const auto read = [&](const std::string& name, std::string& said) {
        Diagnostics diagnostics;
        std::string problem;
        const auto result = reader.read(scratch.path / name, diagnostics, problem);
        said = problem;
        for (const Diagnostic& one : diagnostics.all()) said += one.code;
        return result;
    };
    std::string said;
    const auto half = read("half.jsonl", said);
    CHECK(said == "W730");
    REQUIRE(half);
    CHECK_FALSE(half->complete);
    CHECK_FALSE(read("changed.jsonl", said));
    CHECK(said.starts_with("E70"));
    CHECK_FALSE(read("other.jsonl", said));
    CHECK(said == (scratch.path / "other.jsonl").string() + ": this is no decision log of a case in the library");
}
