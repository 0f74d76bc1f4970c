#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "engine/host/source_file.h"
#include "engine/host/yaml_format.h"
#include "game/tool/check.h"
#include "game/tool/import_story.h"
#include "game/tool/new_case.h"
#include "game/tool/paths.h"
#include "tests/support/catch.h"
#include "tests/support/command_run.h"

using namespace ntk;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Whether `needtoknow fmt` would leave the file as it is.
bool is_canonical(const std::string& path) {
    const std::string text = read_file(path).value_or("");
    Diagnostics diagnostics;
    return format_yaml(text, diagnostics.add_source(path, text), diagnostics).text == text;
}

// A folder of this test's own, gone at the end.
struct Room {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("ntk-new-case-" + std::to_string(::getpid()));
    Room() { std::filesystem::create_directories(path); }
    ~Room() { std::filesystem::remove_all(path); }
    std::string operator/(const std::string& name) const { return (path / name).string(); }
};

}  // namespace

TEST_CASE("a new case passes check and paths as it is: plans hold, expectations hold, every habit fails") {
    const Room room;
    const Ran made =
        run_command<tool::NewCommand>({"new", "half-light", "--folder", room / "", "--date", "2026-11-22"});
    CHECK(made.err == "");
    REQUIRE(made.code == 0);
    CHECK(is_canonical(room / "half-light.yaml"));
    const Ran checked = run_command<tool::CheckCommand>({"check", room / "half-light.yaml", "--afresh"});
    CHECK(checked.out == "1 file checked: nothing found.\n");
    CHECK(checked.err == "");
    CHECK(checked.code == 0);
    const Ran paths = run_command<tool::PathsCommand>({"paths", room / "half-light.yaml"});
    CHECK(paths.err == "");
    CHECK(paths.code == 0);
    CHECK(has(paths.out, "Half light (half-light 0.1.0)\n"));
    CHECK(has(paths.out, "  6 of 6 scenes can be reached. Every way comes to an end.\n"));
    CHECK(has(paths.out, "\nNo findings.\n"));
    CHECK(has(paths.out, "pick the shortest: as planned\n"));
    // What was asked for stands in the files, whatever signs it holds.
    CHECK(run_command<tool::NewCommand>(
              {"new", "other", "--folder", room / "", "--title", "Two: \"#\" cups", "--role", "Nurse: A"})
              .code == 0);
    CHECK(run_command<tool::CheckCommand>({"check", room / "other.yaml", "--afresh"}).code == 0);
    CHECK(has(run_command<tool::PathsCommand>({"paths", room / "other.yaml"}).out, "Two: \"#\" cups (other 0.1.0)\n"));
}

TEST_CASE("new refuses names that will not do, and never writes over a case") {
    const Room room;
    CHECK(run_command<tool::NewCommand>({"new", "Bad Id", "--folder", room / ""}).code == 2);
    REQUIRE(run_command<tool::NewCommand>({"new", "mine", "--folder", room / ""}).code == 0);
    std::filesystem::remove(room / "mine.yaml");
    const Ran again = run_command<tool::NewCommand>({"new", "mine", "--folder", room / ""});
    CHECK(again.code == 3);
    CHECK(again.err == (room / "mine.plan.yaml") +
                           " is already there, and nothing is written over it.\n"
                           "choose another id or another folder, or move it away first.\n");
    CHECK_FALSE(std::filesystem::exists(room / "mine.yaml"));
}

TEST_CASE("import writes a skeleton that can be drawn and says what is left to do and left out") {
    const Room room;
    std::ofstream(room / "s.twee") << ":: StoryTitle\nThe step\n:: Start\n<<set $a to 1>>A boy sits there.\n"
                                      "[[Ask]] [[Wait->Ask]]\n:: Ask\nHe nods.\n";
    const Ran made = run_command<tool::ImportCommand>({"import", room / "s.twee", "--folder", room / ""});
    CHECK(made.err == "");
    REQUIRE(made.code == 0);
    CHECK(made.out == "The skeleton is in " + (room / "the-step.yaml") +
                          ": 2 scenes, 1 decision, 2 options.\n\nTo do:\n"
                          "  - the top of the file: card, briefing, learner, case, people, agencies and items\n"
                          "  - D1: the child's day, and what comes to light (reveals, changes)\n"
                          "  - D1 a, \"Ask\": acts, why it tempts, words to say aloud, expect\n"
                          "  - D1 b, \"Wait\": acts, why it tempts, words to say aloud, expect\n"
                          "  - the end of the file: endings, debrief and review\n\nLeft out of the case:\n"
                          "  - line 4: the macro <<set $a to 1>>\n");
    CHECK(is_canonical(room / "the-step.yaml"));
    CHECK(run_command<tool::CheckCommand>({"check", room / "the-step.yaml", "--afresh"}).code ==
          1);  // warnings, all of them
    CHECK(run_command<tool::ImportCommand>({"import", room / "s.twee", "--folder", room / ""}).code == 3);
    CHECK(run_command<tool::ImportCommand>({"import", room / "s.twee", "--folder", room / "", "--id", "No"}).code == 2);
    std::ofstream(room / "bad.twee") << ":: Start\n[[Nowhere]]\n";
    const Ran bad = run_command<tool::ImportCommand>({"import", room / "bad.twee", "--folder", room / ""});
    CHECK(bad.code == 3);
    CHECK(has(bad.err, "bad.twee:2:1: error E663: there is no passage 'Nowhere'\n"));
    CHECK(run_command<tool::ImportCommand>({"import", room / "none.twee"}).code == 3);
}
