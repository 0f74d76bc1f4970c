#include "engine/scenario/jigsaw.h"

#include "engine/host/yaml_reader.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/jigsaw_world.h"

using namespace ntk;

namespace {

Tree tree_of(const std::string& text, Diagnostics& diagnostics) {
    return read_yaml(text, diagnostics.add_source("jigsaw.yaml", text), diagnostics);
}

JigsawCases all_cases() {
    JigsawCases cases;
    for (const JigsawChair& chair : small_jigsaw().jigsaw->chairs) cases[chair.scenario->id] = chair.scenario;
    return cases;
}

}  // namespace

TEST_CASE("a jigsaw is read with its chairs, pieces and what can be seen") {
    const Jigsaw& jigsaw = *small_jigsaw().jigsaw;
    CHECK(jigsaw.id == "small-family");
    CHECK(jigsaw.lead == "csc");
    CHECK(jigsaw.intro.size() == 2);
    REQUIRE(jigsaw.chairs.size() == 3);
    CHECK(jigsaw.chairs[1].who == "The dentist");
    CHECK(jigsaw.chairs[2].holds == "");
    for (const JigsawChair& chair : jigsaw.chairs)
        CHECK(chair.scenario->opening.name(vocabulary().agency, chair.lead) == "csc");
    REQUIRE(jigsaw.pieces.size() == 4);
    CHECK(jigsaw.pieces[0].items[0].count() == 1);
    CHECK(jigsaw.pieces[0].items[1].count() == 1);
    CHECK(jigsaw.pieces[0].items[2].empty());
    REQUIRE(jigsaw.sees.size() == 4);
    CHECK(jigsaw.sees[0].needs == std::vector<int>{0, 1, 2});
    CHECK(jigsaw.sees[3].needs.empty());
    CHECK(jigsaw.questions.size() == 1);
    CHECK(jigsaw.sha256.size() == 64);
}

TEST_CASE("which cases a jigsaw names can be asked of any file") {
    Diagnostics diagnostics;
    CHECK(cases_of_jigsaw(tree_of("chairs: [ { case: a }, { case: ../up }, { case: a }, { who: me }, 3 ]",
                                  diagnostics)) == std::vector<std::string>{"a"});
    CHECK(cases_of_jigsaw(tree_of("chairs: 3", diagnostics)).empty());
    CHECK(cases_of_jigsaw(tree_of("[ 1 ]", diagnostics)).empty());
    CHECK(cases_of_jigsaw(Tree{}).empty());
}

TEST_CASE("a case that was found and could not be read is not called missing, and makes no jigsaw") {
    const std::string text = whole_file("tests/support/jigsaw/jigsaw.yaml");
    JigsawCases cases = all_cases();
    cases["small-family-dentist"] = nullptr;
    Diagnostics diagnostics;
    CHECK(read_jigsaw(tree_of(text, diagnostics), cases, diagnostics) == nullptr);
    CHECK(diagnostics.render() == "");
}

TEST_CASE("a file that is no jigsaw at all is refused in words, and nothing else happens") {
    for (const char* text :
         {"3", "[]", "{}", "jigsaw: 3", "chairs: 3", "jigsaw: { id: a }\nchairs: [3, [], { case: [] }]",
          "pieces: [ { items: { a: { b: c } } } ]\nsees: [ { needs: { a: b } } ]"}) {
        INFO(text);
        Diagnostics diagnostics;
        CHECK(read_jigsaw(tree_of(text, diagnostics), all_cases(), diagnostics) == nullptr);
        CHECK(diagnostics.has_errors());
    }
    Diagnostics none;
    CHECK(read_jigsaw(Tree{}, all_cases(), none) == nullptr);
    CHECK(none.empty());
}

TEST_CASE("every start of a jigsaw file reads without harm") {
    const std::string text = whole_file("tests/support/jigsaw/jigsaw.yaml");
    const JigsawCases cases = all_cases();
    for (std::size_t length = 0; length < text.size(); length += 7) {
        Diagnostics diagnostics;
        const auto jigsaw = read_jigsaw(tree_of(text.substr(0, length), diagnostics), cases, diagnostics);
        if (jigsaw) CHECK(jigsaw->sees.back().needs.empty());
    }
}
