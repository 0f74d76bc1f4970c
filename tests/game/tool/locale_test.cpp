#include "game/tool/locale.h"

#include <filesystem>
#include <fstream>

#include "engine/host/library.h"
#include "engine/host/translations.h"
#include "engine/play/player.h"
#include "game/desktop_host.h"
#include "game/tool/check_files.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/command_run.h"
#include "tests/support/made_up_words.h"
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

namespace {

// A new case and its translation, every text of which reads "Cymraeg".
struct Translated {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path / "small-case.yaml";
    std::filesystem::path translation = folder.path / "locale" / "cy" / "small-case.yaml";
    std::string whole;

    Translated() {
        std::filesystem::copy_file("tests/support/clean-case.yaml", file);
        REQUIRE(run({"cy", file.string()}).code == 0);
        whole = whole_file(translation);
        replace_all(whole, "says: \"\"", "says: \"Cymraeg\"");
        std::ofstream(translation) << whole;
    }
    void put(const std::string& text) const { std::ofstream(translation) << text; }

    // What the terminal is told when it opens the case in Welsh. The window opens nothing then, and shows as much.
    std::string opening() const {
        const EnglishAfterwards after;
        DesktopHost host(NTK_ROOT, "cy");
        const desktop::DesktopOptions options = host.options();
        const desktop::Opened opened = options.open(options.card_of_file(file.string()).id, false);
        CHECK(opened.session == nullptr);
        CHECK_FALSE(opened.problems.empty());
        Diagnostics diagnostics;
        const auto scenario = load_scenario(file, diagnostics, "cy");
        CHECK((scenario == nullptr) == diagnostics.has_errors());
        return diagnostics.render();
    }
};

// What is said names this code, the translation and, unless it is the file itself, a line; and says what to do.
void check_refusal(const Translated& one, const std::string& said, const std::string& code) {
    INFO(said);
    CHECK(said.find(one.translation.string() + ":") == 0);
    CHECK(said.find("error " + code + ": ") != std::string::npos);
    CHECK(said.find("\n  hint: ") != std::string::npos);
}

// How a damaged translation is met by check, by play and the window, and by locale, which leaves it as it is.
void refuse_everywhere(const Translated& one, const std::string& code) {
    INFO(code);
    const bool folder = std::filesystem::is_directory(one.translation);
    const std::string before = folder ? "" : whole_file(one.translation);
    if (!folder) check_refusal(one, said_of(one.translation), code);
    check_refusal(one, one.opening(), code);
    const Ran ran = run({"cy", one.file.string()});
    CHECK(ran.code == 3);
    check_refusal(one, ran.err, code);
    if (!folder) CHECK(whole_file(one.translation) == before);
    CHECK(std::distance(std::filesystem::directory_iterator(one.translation.parent_path()), {}) == 1);
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a damaged translation is refused with its place wherever it is met, and stays as it is") {
    const Translated one;
    const auto refused = [&](const std::string& text, const std::string& code) {
        one.put(text);
        refuse_everywhere(one, code);
    };
    const std::size_t in_a_text = one.whole.find("Cymraeg") + 3;
    refused("", "E020");
    refused(one.whole.substr(0, in_a_text), "E030");
    refused(one.whole.substr(0, one.whole.find("\n    en: ") + 1), "E110");
    refused(with(one.whole, "Cymraeg", std::string(10'000'000, 'x')), "E004");
    refused(with(one.whole, "Cymraeg", "a\x1b[31m"), "E011");
    refused(with(one.whole, "Cymraeg", "a\\x1b[31m"), "E011");
    refused(with(one.whole, "Cymraeg", "Caf\xe9"), "E010");
    refused(with(one.whole, "\"Cymraeg\"", "[a, b]"), "E116");
    refused(with(one.whole, "language: cy", "language: pl"), "E674");
    refused(with(one.whole, "of: small-case", "of: other"), "E673");
    std::filesystem::remove(one.translation);
    std::filesystem::create_directory(one.translation);
    refuse_everywhere(one, "E002");
    std::filesystem::remove(one.translation);
    std::filesystem::create_symlink("nowhere", one.translation);
    check_refusal(one, one.opening(), "E001");
    CHECK(run({"cy", one.file.string()}).code == 3);
}

TEST_CASE("a mistake in one translated text is named by check and locale, and that text is shown in English, marked") {
    const Translated one;
    const auto mistaken = [&](const std::string& says, const std::string& code) {
        one.put(with(one.whole, "Cymraeg", says));
        check_refusal(one, said_of(one.translation), code);
        const Ran ran = run({"cy", one.file.string()});
        CHECK(ran.code == 1);
        check_refusal(one, ran.err, code);
        Diagnostics diagnostics;
        const auto scenario = load_scenario(one.file, diagnostics, "cy");
        REQUIRE(scenario);
        CHECK(scenario->title.starts_with("[en] "));
    };
    mistaken("Cymraeg {learner}", "E672");
    mistaken(std::string(900'000, 'x'), "E676");
    one.put(with(one.whole, "scenario.title", "scenario.titel"));
    CHECK(said_of(one.translation).find("error E671: there is no text 'scenario.titel'") != std::string::npos);
    CHECK(run({"cy", one.file.string()}).code == 1);
    CHECK(whole_file(one.translation).find("scenario.titel") != std::string::npos);  // nobody's work is thrown away
}

TEST_CASE("a term of the glossary is found by its translation in translated texts") {
    const Translated one;
    Diagnostics diagnostics;
    const auto scenario = load_scenario(one.file, diagnostics, "cy");
    REQUIRE(scenario);
    RuleShelf shelf(NTK_ROOT);
    const Player player(scenario, shelf.load_for(*scenario, diagnostics), Mode::practice);
    REQUIRE(player.page().kind == PageKind::briefing);  // where no scene offers it by name
    REQUIRE(player.page().glossary.size() == 1);
    CHECK(player.page().glossary[0].word == "Cymraeg");
    CHECK(player.page().glossary[0].meaning == "Cymraeg");
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
        const auto rules = shelf.load_for(*scenario, diagnostics);
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
