#include "engine/host/jigsaw_library.h"

#include <stdlib.h>

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

// A folder of its own with a copy of the test jigsaw in it; gone at the end.
struct JigsawFolder {
    TemporaryFolder temporary;
    fs::path folder = temporary.path;
    JigsawFolder() { fs::copy("tests/support/jigsaw", folder / "small-family"); }
    fs::path file() const { return folder / "small-family" / "jigsaw.yaml"; }
};

LoadedJigsaw load(const fs::path& file, Diagnostics& diagnostics) {
    RuleShelf rules(".");
    return load_jigsaw(file, rules, diagnostics);
}

}  // namespace

TEST_CASE("the shelf shows each jigsaw with its chairs, and tells of those that cannot be read") {
    const JigsawFolder shelf;
    fs::create_directory(shelf.folder / "broken");
    fs::create_directory(shelf.folder / "other");
    fs::create_directory(shelf.folder / "stranger");
    std::ofstream(shelf.folder / "broken" / "jigsaw.yaml") << "jigsaw: [";
    std::ofstream(shelf.folder / "stranger" / "jigsaw.yaml") << "scenario: { id: stranger }\n";
    std::vector<std::string> problems;
    const std::vector<JigsawOnShelf> found = load_jigsaw_shelf(shelf.folder, problems);
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == "small-family");
    CHECK(found[0].title == "A small family");
    CHECK(found[0].intro == "Mia is six. She lives with her mum, Kay, in a rented flat.");
    CHECK(found[0].chairs == std::vector<std::string>{"The teacher", "The dentist", "A housing officer"});
    CHECK(found[0].cases ==
          std::vector<std::string>{"small-family-school", "small-family-dentist", "small-family-landlord"});
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].find("jigsaw.yaml:1:") != std::string::npos);
    CHECK(problems[1] == (shelf.folder / "stranger" / "jigsaw.yaml").string() + ": this is no jigsaw.\n");
    const std::vector<CaseOnShelf> chairs = cards_of_chairs(found[0]);
    REQUIRE(chairs.size() == 3);
    CHECK(chairs[1].id == "small-family-dentist");
    fs::remove(chairs[1].path);
    CHECK(cards_of_chairs(found[0]).size() == 2);
    CHECK(load_jigsaw_shelf(shelf.folder / "nowhere", problems).empty());
}

TEST_CASE("every shipped jigsaw reads without a finding, and its planned answers make the fullest picture") {
    std::vector<std::string> problems;
    for (const JigsawOnShelf& card : load_jigsaw_shelf("scenarios/jigsaws", problems)) {
        INFO(card.path);
        Diagnostics diagnostics;
        const LoadedJigsaw loaded = load(card.path, diagnostics);
        CHECK(diagnostics.render() == "");
        REQUIRE(loaded);
        REQUIRE(loaded.planned.size() == loaded.jigsaw->chairs.size());
        std::vector<const Attempt*> attempts;
        for (const Attempt& attempt : loaded.planned) attempts.push_back(&attempt);
        CHECK(picture_of(*loaded.jigsaw, attempts).seen == 0);
    }
    CHECK(problems.empty());
}

TEST_CASE("the planned best answers are played, or left out when a plan is missing or does not reach the end") {
    const JigsawFolder shelf;
    Diagnostics diagnostics;
    CHECK(load(shelf.file(), diagnostics).planned.size() == 3);
    const fs::path plan = shelf.folder / "small-family" / "small-family-school.plan.yaml";
    std::ofstream(plan)
        << "plan: { scenario: small-family-school }\nruns:\n  - { name: half, choices: a, breaches: 0 }\n";
    const LoadedJigsaw half = load(shelf.file(), diagnostics);
    CHECK(half);
    CHECK(half.planned.empty());
    fs::remove(plan);
    CHECK(load(shelf.file(), diagnostics).planned.empty());
    CHECK(diagnostics.render() == "");
}

TEST_CASE("what is wrong with a case beside a jigsaw is said once, with its own place") {
    const JigsawFolder shelf;
    std::ofstream(shelf.folder / "small-family" / "small-family-dentist.yaml") << "scenario: 3\n";
    Diagnostics diagnostics;
    CHECK_FALSE(load(shelf.file(), diagnostics));
    const std::string said = diagnostics.render();
    CHECK(said.find("small-family-dentist.yaml:1:") != std::string::npos);
    CHECK(said.find("E650") == std::string::npos);
    fs::remove(shelf.folder / "small-family" / "small-family-dentist.yaml");
    Diagnostics missing;
    CHECK_FALSE(load(shelf.file(), missing));
    CHECK(missing.render().find("error E650: there is no case 'small-family-dentist' beside this jigsaw") !=
          std::string::npos);
}
