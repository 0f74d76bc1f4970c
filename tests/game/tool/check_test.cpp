#include "game/tool/check.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "game/tool/check_watch.h"
#include "game/tool/explain.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

struct Ran {
    int code = -1;
    std::string out, err;
};

// Runs `needtoknow check ...` as from a command line.
Ran check(std::vector<std::string> words) {
    CLI::App app("x", "needtoknow");
    tool::CheckCommand command(app);
    words.insert(words.begin(), "check");
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    app.parse(words);
    REQUIRE(command.chosen());
    std::ostringstream out;
    std::ostringstream err;
    Ran ran;
    ran.code = command.run(out, err);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A folder with a copy of the clean case, and a cache of its own.
struct Desk {
    TemporaryFolder temporary;
    fs::path folder = temporary.path;
    std::string cache_before;

    Desk() {
        const char* before = std::getenv("XDG_CACHE_HOME");
        cache_before = before == nullptr ? "" : before;
        ::setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1);
        fs::create_directories(folder / "cases");
        for (const char* part : {".yaml", ".plan.yaml", ".checklist.md"})
            fs::copy_file("tests/support/clean-case" + std::string(part),
                          folder / "cases" / ("clean-case" + std::string(part)));
    }
    ~Desk() {
        if (cache_before.empty())
            ::unsetenv("XDG_CACHE_HOME");
        else
            ::setenv("XDG_CACHE_HOME", cache_before.c_str(), 1);
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    std::string cases() const { return (folder / "cases").string(); }
    std::string file(const std::string& name) const { return (folder / "cases" / name).string(); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder / "cases" / name, std::ios::binary) << text;
    }
    void change(const std::string& from, const std::string& to) const {
        std::string text = whole_file(file("clean-case.yaml"));
        REQUIRE(has(text, from));
        text.replace(text.find(from), from.size(), to);
        write("clean-case.yaml", text);
    }
    std::size_t kept() const {
        const fs::path findings = folder / "cache/needtoknow/findings";
        return fs::exists(findings) ? static_cast<std::size_t>(std::distance(fs::directory_iterator(findings), {})) : 0;
    }
};

}  // namespace

TEST_CASE("a clean case ends with 0, findings with 1, and what cannot be checked with 2") {
    const Desk desk;
    const Ran clean = check({desk.cases()});
    CHECK(clean.code == 0);
    CHECK(clean.out == "1 file checked: nothing found.\n");

    desk.change("Theo sits on the radiator at break.", "Home life is chaotic.");
    const Ran found = check({desk.file("clean-case.yaml")});
    CHECK(found.code == 1);
    CHECK(has(found.out, "warning W505: \"chaotic\" in the voice of the case\n"));
    CHECK(has(found.out, "1 file checked: 1 finding; --explain CODE says more.\n"));

    const Ran missing = check({desk.file("nowhere.yaml"), desk.file("clean-case.yaml")});
    CHECK(missing.code == 2);
    CHECK(has(missing.out, "error E001"));
    CHECK(has(missing.out, "W505"));  // and all the rest is told in the same run
    const Ran empty = check({(desk.folder / "cache").string()});
    CHECK(empty.code == 2);
    CHECK(empty.err == "There is nothing to check here.\n");
}

TEST_CASE("everything wrong in a tree of files is told in one run") {
    const Desk desk;
    fs::create_directories(desk.folder / "cases/more");
    desk.write("more/bad.yaml", "name: &x Mia\n");
    desk.write("more/pack.yaml", whole_file("tests/bad/E409-citation.yaml"));
    desk.write("more/tests.yaml", whole_file("tests/bad/E423-verdict.yaml").insert(0, "pack: england-2024\n"));
    desk.write("lost.plan.yaml", "plan: { scenario: lost }\nruns: [ { nmae: a, choices: ab } ]\n");
    desk.change("then: D2", "then: D9");
    const Ran ran = check({desk.cases()});
    CHECK(ran.code == 1);
    for (const char* code : {"E024", "E409", "E423", "E604", "E115"}) {
        INFO(code);
        CHECK(has(ran.out, code));
    }
    CHECK(has(ran.out, "5 files checked: "));
}

TEST_CASE("a plan is checked with its case, whichever is named") {
    const Desk desk;
    desk.write("clean-case.plan.yaml",
               "plan: { scenario: clean-case }\nruns: [ { name: best, choices: bcb, breaches: 0 } ]\n");
    for (const char* name : {"clean-case.yaml", "clean-case.plan.yaml"}) {
        const Ran ran = check({desk.file(name)});
        CHECK(ran.code == 1);
        CHECK(has(ran.out, "clean-case.plan.yaml:2:9: warning W528"));
    }
    CHECK(has(check({desk.file("clean-case.yaml"), desk.file("clean-case.plan.yaml")}).out, "1 file checked"));
}

TEST_CASE("what was found is kept until something that was read changes") {
    const Desk desk;
    desk.change("Theo sits on the radiator at break.", "Home life is chaotic.");
    const std::string first = check({desk.cases()}).out;
    CHECK(desk.kept() == 1);
    CHECK(check({desk.cases()}).out == first);
    CHECK(desk.kept() == 1);
    desk.change("Home life is chaotic.", "Theo sits on the radiator at break.");
    CHECK(check({desk.cases()}).code == 0);
    CHECK(desk.kept() == 2);
    fs::remove(desk.file("clean-case.checklist.md"));
    CHECK(has(check({desk.cases()}).out, "W541"));
    CHECK(desk.kept() == 3);
    desk.change("  objectives:", "  swap: other\n  objectives:");
    CHECK(has(check({desk.cases()}).out, "W545"));
    desk.write("other.yaml", "name: a case to be\n");
    CHECK_FALSE(has(check({desk.cases()}).out, "W545"));
    const std::size_t kept = desk.kept();
    CHECK(check({"--afresh", desk.cases()}).out == check({desk.cases()}).out);
    CHECK(desk.kept() == kept);
}

TEST_CASE("findings come as JSON and as SARIF, allowed ones as well") {
    const Desk desk;
    desk.change("    childs_day: Theo sits on the radiator at break.",
                "    childs_day: Home life is chaotic.\n    lint: { allow: [W505], because: a test }");
    const Ran text = check({desk.cases()});
    CHECK(text.code == 0);
    CHECK(text.out == "1 file checked: nothing found; 1 allowed (--allowed lists them).\n");
    CHECK(has(check({"--allowed", desk.cases()}).out,
              "allowed W505: \"chaotic\" in the voice of the case\n  because a test\n"));
    const auto json = nlohmann::json::parse(check({"--format", "json", desk.cases()}).out);
    CHECK(json["findings"].empty());
    CHECK(json["allowed"][0]["code"] == "W505");
    CHECK(json["files"][0] == desk.file("clean-case.yaml"));
    const auto sarif = nlohmann::json::parse(check({"--format", "sarif", desk.cases()}).out);
    CHECK(sarif["runs"][0]["results"][0]["suppressions"][0]["justification"] == "a test");
}

TEST_CASE("watching tells what is new, and what has gone") {
    const Desk desk;
    tool::FindingsWatch watch({desk.cases()});
    CHECK(watch.look() == "0 findings in 1 file; looking again whenever one changes.\n");
    CHECK(watch.look() == "");
    desk.change("Theo sits on the radiator at break.", "Home life is chaotic.");
    const std::string first = watch.look();
    CHECK(has(first, "W505"));
    CHECK(has(first, "1 finding: 1 new, 0 gone.\n"));
    desk.change("# A short made-up case", "# One more line.\n# A short made-up case");
    CHECK(watch.look() == "1 finding: 0 new, 0 gone.\n");  // the line below has moved, and is not told again
    desk.write("other.yaml", "name: &x Mia\n");
    CHECK(has(watch.look(), "2 findings: 1 new, 0 gone.\n"));
    fs::remove(desk.file("other.yaml"));
    CHECK(watch.look() == "1 finding: 0 new, 1 gone.\n");
}

TEST_CASE("a page for every code: what it means, an example of it and one that is mended") {
    std::string problem;
    const std::string page = tool::code_page("W502", problem);
    CHECK(has(page, "W502: a sentence that is too long (warning)\n\nPeople lose the thread"));
    CHECK(has(page, "\nNot like this (W502-long.yaml):\n\n    over: clean-case\n"));
    CHECK(has(page, "\nIt is told:\n\n    W502-long.yaml:"));
    CHECK(has(page, "\nBut like this:\n\n    over: clean-case\n"));
    CHECK(has(check({"--explain", "E604"}).out, "E604: a scene to go to that does not exist (error)\n"));
    const Ran wrong = check({"--explain", "W599"});
    CHECK(wrong.code == 2);
    CHECK(has(wrong.err, "There is no code 'W599'."));
}
