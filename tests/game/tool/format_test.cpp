#include "game/tool/format.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/command_run.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

Ran run(std::vector<std::string> words, const std::string& input = "") {
    std::istringstream in(input);
    words.insert(words.begin(), "fmt");
    return run_command<tool::FormatCommand>(std::move(words), in);
}

}  // namespace

TEST_CASE("fmt formats files and folders, and says which files changed") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path / "deep");
    std::filesystem::create_directories(folder.path / ".hidden");
    const std::string untidy = (folder.path / "deep" / "untidy.yaml").string();
    const std::string broken = (folder.path / "broken.yml").string();
    const std::string hidden = (folder.path / ".hidden" / "a.yaml").string();
    std::ofstream(folder.path / "tidy.yaml") << "a: 1\n";
    std::ofstream(untidy) << "a:   1\n";
    std::ofstream(hidden) << "a:   1\n";
    std::ofstream(broken) << "a: [1\n";

    const Ran checked = run({"--check", folder.path.string()});
    CHECK(checked.code == 3);
    CHECK(checked.out == untidy + "\n");
    CHECK(checked.err.find(broken + ":") == 0);
    CHECK(whole_file(untidy) == "a:   1\n");
    CHECK(run({"--check", untidy}).code == 1);

    const Ran changed = run({untidy});
    CHECK(changed.code == 0);
    CHECK(changed.out == untidy + "\n");
    CHECK(whole_file(untidy) == "a: 1\n");
    CHECK(whole_file(hidden) == "a:   1\n");
    CHECK(whole_file(broken) == "a: [1\n");
    CHECK(run({"--check", untidy}).code == 0);
    CHECK(run({untidy}).out == "");
}

TEST_CASE("fmt reads input and writes output") {
    CHECK(run({"-"}, "a:   1\n").out == "a: 1\n");
    CHECK(run({"-"}, "a:   1\n").code == 0);
    CHECK(run({"--check", "-"}, "a:   1\n").code == 1);
    CHECK(run({"--check", "-"}, "a: 1\n").code == 0);
    const Ran refused = run({"-"}, "a: [1\n");
    CHECK(refused.code == 3);
    CHECK(refused.out == "");
    CHECK(refused.err.find("input:1:") == 0);
}

TEST_CASE("fmt leaves alone what is no YAML file or is not there") {
    CHECK(run({"README.md"}).err == "README.md: not a YAML file: its name ends in neither .yaml nor .yml\n");
    CHECK(run({"README.md"}).code == 3);
    CHECK(run({"none.yaml"}).code == 3);
}
