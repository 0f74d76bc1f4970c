#include "engine/host/program_words.h"

#include <filesystem>
#include <fstream>

#include "engine/host/source_file.h"
#include "engine/host/translations.h"
#include "engine/text/said.h"
#include "engine/text/translation.h"
#include "tests/support/catch.h"
#include "tests/support/made_up_words.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

Tree read(const std::filesystem::path& path, const std::string& yaml) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << yaml;
    Diagnostics diagnostics;
    Tree tree = read_tree_file(path, diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    return tree;
}

bool has_line(const std::string& yaml, const std::string& line) { return yaml.find("\n  " + line + "\n") != yaml.npos; }

}  // namespace

TEST_CASE("the catalogue keeps the ids of texts, also of reworded ones, and gives new ones their own") {
    static_cast<void>("Only here to be put into a catalogue"_en);
    static_cast<void>("Only here to be reworded in a catalogue now"_en);
    static_cast<void>("{n} catalogue tried | {n} catalogues tried"_en);
    const TemporaryFolder folder;
    const std::string yaml = program_words_yaml(read(folder.path / "program.yaml",
                                                     "program:\n  kept: Only here to be put into a catalogue\n  moved: "
                                                     "Only here to be reworded in a catalogue then\n"
                                                     "  gone: Nobody says anything of the sort any more\n"));
    CHECK(has_line(yaml, "\"kept\": \"Only here to be put into a catalogue\""));
    CHECK(has_line(yaml, "\"moved\": \"Only here to be reworded in a catalogue now\""));
    CHECK(has_line(yaml, "\"catalogue-tried\": \"{n} catalogue tried | {n} catalogues tried\""));
    CHECK(yaml.find("gone") == std::string::npos);
    CHECK(program_words_yaml(read(folder.path / "again.yaml", yaml)) == yaml);
}

TEST_CASE("the program speaks a language from its translation, and marks what that does not have") {
    const EnglishAfterwards after;
    const TemporaryFolder folder;
    const std::filesystem::path file = program_words_file(folder.path);
    read(file, "program:\n  go-on: Go on with the test of words\n  stay: Stay in the test of words\n");
    read(translation_of(file, "cy"), "translation: { language: cy, of: program }\ntexts:\n  go-on: { from: \"" +
                                         wording_mark("Go on with the test of words") +
                                         "\", says: \"Ymlaen\" }\n  stay: { from: \"" +
                                         wording_mark("Stay in some other test of words") + "\", says: \"Aros\" }\n");
    const auto go_on = [] { return "Go on with the test of words"_en; };
    const auto stay = [] { return "Stay in the test of words"_en; };
    CHECK(program_languages(folder.path) == std::vector<std::string>{"cy"});
    Diagnostics diagnostics;
    speak(folder.path, "cy", diagnostics);
    CHECK(diagnostics.render() == "");
    CHECK(go_on() == "Ymlaen");
    CHECK(stay() == "[en] Stay in the test of words");
    speak(folder.path, "fr", diagnostics);
    CHECK(go_on() == "[en] Go on with the test of words");
    speak(folder.path, std::string(made_up_language), diagnostics);
    CHECK(go_on().starts_with("«"));
    for (const char* english : {"", "en-GB"}) {
        speak(folder.path, english, diagnostics);
        CHECK(go_on() == "Go on with the test of words");
    }
    CHECK_FALSE(diagnostics.has_errors());
    std::ofstream(translation_of(file, "cy")) << "translation: { language: cy }\n";
    speak(folder.path, "cy", diagnostics);
    CHECK(diagnostics.has_errors());
    CHECK(go_on() == "[en] Go on with the test of words");
}

TEST_CASE("a translation of the program's words is checked as that of a case is") {
    const TemporaryFolder folder;
    const std::filesystem::path file = program_words_file(folder.path);
    const Tree catalogue = read(file, "program:\n  sent: Sent to {whom}\n  cases: \"{n} case | {n} cases\"\n");
    Diagnostics none;
    check_program_words(catalogue, none);
    CHECK(none.render() == "");
    const Tree tree =
        read(translation_of(file, "cy"),
             "translation: { language: cy, of: program }\ntexts:\n  program.sent: { from: \"" +
                 wording_mark("Sent to {whom}") + "\", says: \"Anfonwyd\" }\n  program.cases: { from: \"" +
                 wording_mark("{n} case | {n} cases") + "\", says: \"dim | {n} achos | un\" }\n");
    Diagnostics diagnostics;
    check_translation_file(translation_of(file, "cy"), tree, diagnostics);
    CHECK(diagnostics.render().find("E672: 'program.sent' fills in nothing where its source fills in {whom}") !=
          std::string::npos);
    CHECK(diagnostics.render().find("program.cases") == std::string::npos);

    Diagnostics wrong;
    check_program_words(read(folder.path / "wrong.yaml", "program:\n  a: [list]\nother: 3\n"), wrong);
    CHECK(wrong.render().find("E116") != std::string::npos);
    CHECK(wrong.render().find("E115") != std::string::npos);
}
