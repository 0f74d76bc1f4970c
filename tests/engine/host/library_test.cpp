#include "engine/host/library.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "engine/host/source_file.h"
#include "engine/scenario/assessment_form.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

TEST_CASE("the shelf shows the cards of the shipped cases, and no plan") {
    const Shelf shelf = load_library("scenarios");
    CHECK(shelf.problems.empty());
    const auto found = std::find_if(shelf.cases.begin(), shelf.cases.end(),
                                    [](const CaseOnShelf& c) { return c.id == "three-letters"; });
    REQUIRE(found != shelf.cases.end());
    CHECK(found->title == "Three letters");
    CHECK(found->role == "Health visitor");
    CHECK(found->minutes_least == 20);
    CHECK(found->minutes_most == 25);
    CHECK(found->levels == std::vector<std::string>{"2", "3"});
    for (const CaseOnShelf& card : shelf.cases) {
        CHECK_FALSE(card.id.empty());
        CHECK(card.path.string().find(".plan.") == std::string::npos);
    }
}

TEST_CASE("a file that cannot be read is a problem, and the others are still there") {
    const TemporaryFolder temporary;
    const fs::path& folder = temporary.path;
    fs::copy_file("tests/support/two-doors.yaml", folder / "b.yaml");
    std::ofstream(folder / "a.yaml") << "scenario: [";
    std::ofstream(folder / "notes.txt") << "not a case";
    std::ofstream(folder / "list.yaml") << "other: 1\n";
    const Shelf shelf = load_library(folder);
    CHECK(shelf.cases.size() == 1);
    REQUIRE(shelf.problems.size() == 1);
    CHECK(shelf.problems[0].find("a.yaml:1:") != std::string::npos);
    fs::remove_all(folder);
    CHECK(load_library(folder).cases.empty());
}

TEST_CASE("rules are read once for each stack and date") {
    RuleShelf shelf(".");
    Diagnostics diagnostics;
    const auto rules = shelf.load({"england-2024"}, "2024-09-01", diagnostics);
    REQUIRE(rules != nullptr);
    CHECK(shelf.load({"england-2024"}, "2024-09-01", diagnostics) == rules);
    CHECK(shelf.load({"england-2024", "plymouth"}, "2024-09-01", diagnostics) != rules);
    CHECK(diagnostics.render() == "");
    CHECK(shelf.load({"atlantis"}, "2024-09-01", diagnostics) == nullptr);
    CHECK(diagnostics.render().find("atlantis.yaml: error E001") != std::string::npos);
}

TEST_CASE("a rule pack that is not there is named, with the one that may be meant") {
    const auto said = [](const std::string& pack) {
        Diagnostics diagnostics;
        RuleShelf shelf(NTK_ROOT);
        CHECK(shelf.load({pack}, "2024-09-01", diagnostics) == nullptr);
        REQUIRE(diagnostics.all().size() == 1);
        return diagnostics.all()[0].code + ": " + diagnostics.all()[0].message + " (" + diagnostics.all()[0].hint + ")";
    };
    CHECK(said("england-2025") == "E001: there is no rule pack 'england-2025' (did you mean 'england-2024'?)");
    CHECK(said("../../scenarios/three-letters") ==
          "E001: there is no rule pack '../../scenarios/three-letters' (check the spelling)");
    CHECK(said("wales") == "E001: there is no rule pack 'wales' (check the spelling)");
}

TEST_CASE("a rule pack that is not there is told where a case or form names it") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "form.yaml";
    std::ofstream(path) << "form: { id: tiny, title: A tiny form, version: 1.0.0, status: for tests }\n"
                           "guidance:\n  packs: [england-2024, plymuoth]\n  as_of: 2024-09-01\n"
                           "cases: [three-letters, door-ajar]\n";
    Diagnostics diagnostics;
    const AssessmentForm form = read_assessment_form(read_tree_file(path, diagnostics), diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    CHECK(RuleShelf(NTK_ROOT).load_for(form, diagnostics) == nullptr);
    CHECK(diagnostics.render() == path.string() +
                                      ":3:25: error E001: there is no rule pack 'plymuoth'\n"
                                      "    packs: [england-2024, plymuoth]\n"
                                      "                          ^\n"
                                      "  hint: did you mean 'plymouth'?\n");
}

TEST_CASE("rules and cases are those beside or above the program, never those of the folder it was started in") {
    const fs::path here = fs::current_path();
    const char* named = std::getenv("NTK_ROOT");
    const std::string before = named == nullptr ? "" : named;
    const TemporaryFolder elsewhere;
    fs::create_directories(elsewhere.path / "assets" / "rulepacks");
    ::unsetenv("NTK_ROOT");
    fs::current_path(elsewhere.path);
    const fs::path found = product_root();
    ::setenv("NTK_ROOT", elsewhere.path.c_str(), 1);
    const fs::path told = product_root();
    fs::current_path(here);
    if (named == nullptr)
        ::unsetenv("NTK_ROOT");
    else
        ::setenv("NTK_ROOT", before.c_str(), 1);
    CHECK(fs::equivalent(found, here));  // tests are run from the folder of the project
    CHECK(told == elsewhere.path);
}
