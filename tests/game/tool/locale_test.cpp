#include "game/tool/locale.h"

#include <filesystem>
#include <fstream>

#include "engine/host/library.h"
#include "engine/host/translations.h"
#include "engine/play/player.h"
#include "game/tool/check_files.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/command_run.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

Ran run(std::vector<std::string> words) {
    words.insert(words.begin(), "locale");
    return run_command<tool::LocaleCommand>(std::move(words));
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string said_of(const std::filesystem::path& file) {
    tool::Checker checker(false);
    return checker.check(file).diagnostics.render();
}

}  // namespace

TEST_CASE("a translation is begun, filled in, outlived by its text and accepted again") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path / "small-case.yaml";
    const std::filesystem::path translation = folder.path / "locale" / "cy" / "small-case.yaml";
    std::filesystem::copy_file("tests/support/small-case.yaml", file);
    const std::string named = translation.string() + ": ";

    CHECK(run({"cy", file.string(), "--status"}).code == 1);
    CHECK_FALSE(std::filesystem::exists(translation));
    const Ran begun = run({"cy", file.string()});
    CHECK(begun.code == 0);
    CHECK(begun.out == named + "0 ok, 0 stale, 1 new\nIn all: 0 ok, 0 stale, 1 new\n");
    CHECK(said_of(translation).find("warning W670: 1 of 1 texts") != std::string::npos);

    std::string text = whole_file(translation);
    replace_all(text, "says: \"\"", "says: \"Achos bach i {learner}\"");
    std::ofstream(translation) << text;
    CHECK(run({"cy", folder.path.string(), "--status"}).code == 0);
    CHECK(said_of(translation) == "");

    std::string source = whole_file(file);
    replace_all(source, "A small case", "A short case");
    std::ofstream(file) << source;
    CHECK(said_of(translation).find("warning W671: 'scenario.title' has been reworded") != std::string::npos);
    CHECK(run({"cy", file.string()}).out == named + "0 ok, 1 stale, 0 new\nIn all: 0 ok, 1 stale, 0 new\n");
    CHECK(whole_file(translation).find("A short case for {learner}") !=
          std::string::npos);  // for whoever looks it over
    CHECK(run({"cy", file.string(), "--accept", "scenario.title"}).out ==
          named + "1 ok, 0 stale, 0 new\nIn all: 1 ok, 0 stale, 0 new\n");
    CHECK(said_of(translation) == "");
}

TEST_CASE("a translation that does not read is left alone, and nothing is written") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path / "small-case.yaml";
    const std::filesystem::path translation = folder.path / "locale" / "cy" / "small-case.yaml";
    std::filesystem::copy_file("tests/support/small-case.yaml", file);
    std::filesystem::create_directories(translation.parent_path());
    std::ofstream(translation) << "translation: { language: cy }\ntexts: 3\n";
    const std::string before = whole_file(translation);
    const Ran ran = run({"cy", file.string()});
    CHECK(ran.code == 3);
    CHECK(ran.err.find("error E111") != std::string::npos);
    CHECK(whole_file(translation) == before);
}

TEST_CASE("every shipped case can be played in the made-up language, and says nothing for learners in another") {
    const std::filesystem::path root = NTK_ROOT;
    RuleShelf shelf(root, std::string(made_up_language));
    for (const char* name : {"three-letters", "door-ajar"}) {
        Diagnostics diagnostics;
        const auto scenario = load_scenario(root / "scenarios" / (std::string(name) + ".yaml"), diagnostics,
                                            std::string(made_up_language));
        INFO(diagnostics.render());
        REQUIRE(scenario);
        const auto rules = shelf.load(scenario->packs, scenario->as_of, diagnostics);
        INFO(diagnostics.render());
        REQUIRE(rules);
        CHECK(scenario->title.starts_with("«"));
        for (const Norm& norm : rules->norms()) CHECK(norm.says.starts_with("«"));
        for (const Node& node : scenario->nodes)
            for (const Option& option : node.options) CHECK(option.say.starts_with("«"));
        Player player(scenario, rules, Mode::practice);
        CHECK(player.page().title.find("«") != std::string::npos);
    }
}
