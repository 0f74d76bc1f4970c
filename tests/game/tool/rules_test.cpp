#include "game/tool/rules.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/command_run.h"

using namespace ntk;

namespace {

Ran run(std::vector<std::string> words) {
    words.insert(words.begin(), "rules");
    return run_command<tool::RulesCommand>(std::move(words));
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string asset(const std::string& name) { return std::string(NTK_ROOT) + "/assets/rulepacks/" + name; }

}  // namespace

TEST_CASE("rules list and show name the packs, the day and the norm") {
    const Ran list = run({"list"});
    CHECK(list.code == 0);
    CHECK(list.err == "");
    CHECK(has(list.out, "england-2024 1.4.0, plymouth 1.2.0; as of 2024-05-01\n"));
    CHECK(has(list.out,
              "GR5.1   Protect people who could be hurt by being identified\n        must; explicit; privacy; major "
              "(weight 4); under R5\n"));
    CHECK_FALSE(has(run({"list", "--packs", "england-2024"}).out, "DA.1"));
    const Ran show = run({"show", "GR3.1", "GR1.3"});
    CHECK(show.code == 0);
    CHECK(has(show.out, "and the child may be at risk of harm."));
    CHECK(has(show.out, "Judged as: DA.1"));
    const Ran unknown = run({"show", "GR3.11"});
    CHECK(unknown.code == 2);
    CHECK(unknown.err == "There is no norm 'GR3.11' in these packs. did you mean 'GR3.1'?\n");
}

TEST_CASE("rules test runs the tests of the packs and shows which norms met which verdicts") {
    const Ran all = run({"test"});
    CHECK(all.code == 0);
    CHECK(all.err == "");
    for (const char* pack : {"charity: ", "england-2024: ", "england-2026-duty: ", "gmc-doctor: ", "plymouth: "})
        CHECK(has(all.out, pack));
    const Ran one = run({"test", "gmc-doctor"});
    CHECK(has(one.out,
              "        kept       breached   repaired   missed     excused    contested\n"
              "GD.1    yes        yes        -          yes        yes        yes\n"
              "GD.2    yes        yes        yes        -          -          yes\n"));
    CHECK(run({"test", "no-such-pack"}).code == 3);
}

TEST_CASE("rules coverage says that it is a sample, and what no scenario met") {
    const Ran ran =
        run({"coverage", "--ways", "1", "--scenario", std::string(NTK_ROOT) + "/scenarios/three-letters.yaml"});
    CHECK(ran.code == 0);
    CHECK(has(ran.out, "This is a sample"));
    CHECK(has(ran.out, "three-letters: 2 ways, "));
    CHECK(has(ran.out, "Met by no scenario on these ways: "));
    CHECK(ran.out ==
          run({"coverage", "--ways", "1", "--scenario", std::string(NTK_ROOT) + "/scenarios/three-letters.yaml"}).out);
}

TEST_CASE("rules diff compares stacks and days") {
    const Ran stacks = run({"diff", "england-2024", "england-2024,gmc-doctor"});
    CHECK(stacks.code == 0);
    CHECK(has(stacks.out, "Added norm GD.1: Ask first where it is safe\n"));
    CHECK(has(stacks.out, "Gone divided practice CZ2"));
    const Ran days = run({"diff", "england-2024,charity@2026-02-04", "england-2024,charity@2026-02-05"});
    CHECK(has(days.out, "Changed definition basis_fits"));
    CHECK_FALSE(has(days.out, "Added"));
    CHECK(run({"diff", "england-2024", "england-2024,nowhere"}).code == 3);
    CHECK(has(run({"diff", "england-2024@2020-01-01", "england-2024"}).err, "error E404"));
}

TEST_CASE("rules book writes a page, and says where") {
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "needtoknow-rule-book-test.html";
    const Ran ran = run({"book", "--out", file.string()});
    CHECK(ran.code == 0);
    CHECK(ran.out == "The rule book is in " + file.string() + ".\n");
    CHECK(std::filesystem::file_size(file) > 50'000);
    std::filesystem::remove(file);
    CHECK(run({"book", "--out", "/no/such/folder/book.html"}).code == 3);
    CHECK(run({"book"}).code == 2);
}

TEST_CASE("rules judge tells the verdicts of a situation, as text and as JSON, under the rules one names") {
    const Ran text = run({"judge", asset("examples/too-little.yaml")});
    CHECK(text.code == 0);
    std::ifstream expected(asset("examples/too-little.expected.txt"));
    std::stringstream wanted;
    wanted << expected.rdbuf();
    CHECK(text.out == wanted.str());
    CHECK(has(run({"judge", asset("examples/too-little.yaml"), "--json"}).out, "\"norm\": \"GR1.1\""));
    const Ran base =
        run({"judge", asset("examples/too-little.yaml"), "--packs", "england-2024", "--as-of", "2025-01-01"});
    CHECK(has(base.out, "Rules: england-2024 1.4.0, as of 2025-01-01\n"));
    CHECK_FALSE(has(base.out, "DA.1"));
    const Ran missing = run({"judge", "no-such-file.yaml"});
    CHECK(missing.code == 3);
    CHECK(has(missing.err, "E001"));
}
