#include <SDL.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "engine/host/attempt_files.h"
#include "game/desktop_host.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"

using namespace ntk;
using namespace ntk::desktop;
namespace fs = std::filesystem;

namespace {

// A data folder of the test's own, and the one before put back.
class OwnData {
  public:
    OwnData() {
        const char* now = std::getenv("XDG_DATA_HOME");
        before_ = now != nullptr ? now : "";
        fs::remove_all(folder_);
        setenv("XDG_DATA_HOME", folder_.c_str(), 1);
    }
    ~OwnData() {
        before_.empty() ? unsetenv("XDG_DATA_HOME") : setenv("XDG_DATA_HOME", before_.c_str(), 1);
        fs::remove_all(folder_);
    }
    OwnData(const OwnData&) = delete;
    OwnData& operator=(const OwnData&) = delete;
    fs::path attempts() const { return folder_ / "needtoknow" / "attempts"; }

  private:
    fs::path folder_ = fs::temp_directory_path() / "ntk-notices";
    std::string before_;
};

DesktopOptions read_whole(DesktopHost& host) {
    DesktopOptions options = host.options();
    options.save_settings = nullptr;
    options.settings = {};
    return options;
}

// As the mouse drops it, through SDL's own queue.
void drop(Driver& window, const std::string& path) {
    SDL_Event event{};
    event.type = SDL_DROPFILE;
    event.drop.file = SDL_strdup(path.c_str());
    SDL_PushEvent(&event);
    window.idle();
}

std::string notice(Driver& window) {
    const SemNode* found = find_id(window.tree(), "notice");
    return found != nullptr ? found->name : "";
}

}  // namespace

TEST_CASE("a notice stays from page to page until it is hidden, and comes back when it changes") {
    Driver window(fixture_options());
    window.click("Start this case: Three letters");
    CHECK(notice(window).empty());
    fixture_notice() = "No room is left.";
    window.click("Begin");
    CHECK(notice(window) == "No room is left.");
    window.press("2");
    window.click("Do this");
    CHECK(notice(window) == "No room is left.");
    window.click("Hide this notice");
    CHECK(notice(window).empty());
    CHECK(window.focused() == "What followed");
    window.click("Continue");
    CHECK(notice(window).empty());
    fixture_notice() = "The folder is gone.";
    window.click("Continue");
    CHECK(notice(window) == "The folder is gone.");
    fixture_notice().clear();
    window.press("1");
    window.click("Do this");
    CHECK(notice(window).empty());
}

TEST_CASE("a case that is open in another window says that no place is kept here") {
    const OwnData data;
    const auto elsewhere =
        AttemptFile::open(data.attempts().parent_path(), "friday-club");  // as another program has it
    REQUIRE(elsewhere);
    DesktopHost host(NTK_ROOT);
    Driver window(read_whole(host));
    window.read_library();
    REQUIRE(window.click("Start this case: Friday club"));
    CHECK(notice(window) == "Your place will not be kept. " + (data.attempts() / "friday-club.jsonl").string() +
                                ": the attempt cannot be taken up: it is open in another program.\n"
                                "Go on there, or close it there first.");
    CHECK(window.faults() == std::vector<std::string>{});
    CHECK(window.click("Begin"));
    CHECK_FALSE(notice(window).empty());
    CHECK(window.shows("The same hoodie"));
}

TEST_CASE("a place that cannot be saved is said on the page, and no longer once it can be") {
    const OwnData data;
    DesktopHost host(NTK_ROOT);
    Driver window(read_whole(host));
    window.read_library();
    REQUIRE(window.click("Start this case: Friday club"));
    REQUIRE(window.click("Begin"));
    fs::rename(data.attempts(), data.attempts().string() + "-away");
    window.press("1");
    window.click("Do this");
    CHECK(notice(window).find("Your place could not be kept. ") == 0);
    CHECK(notice(window).find("\nYou can go on. ") != std::string::npos);
    CHECK(window.faults() == std::vector<std::string>{});
    fs::rename(data.attempts().string() + "-away", data.attempts());
    window.click("Continue");
    window.click("Continue");
    window.press("1");
    window.click("Do this");
    CHECK(notice(window).empty());
}

TEST_CASE("settings that cannot be kept say so where they are set") {
    DesktopOptions options = fixture_options();
    options.save_settings = [](const Settings&) { return std::string("They could not be kept."); };
    Driver window(options);
    window.click("Text and colours");
    CHECK_FALSE(window.shows("They could not be kept."));
    window.click("Dark");
    CHECK(window.shows("They could not be kept."));
}

TEST_CASE("a file dropped on the window opens, and one with mistakes opens as a list of them") {
    const OwnData data;
    DesktopHost host(NTK_ROOT);
    Driver window(read_whole(host));
    window.read_library();
    drop(window, NTK_ROOT "/tests/support/two-doors.yaml");
    CHECK(window.desktop().app().where == App::Where::playing);
    CHECK(notice(window) == "This is a file you opened by hand. No place is kept in it.");
    CHECK_FALSE(fs::exists(data.attempts()));
    window.click("All cases");
    CHECK(window.desktop().app().options.cases.size() == 20);

    const fs::path broken = fs::temp_directory_path() / "ntk-dropped.yaml";
    std::ofstream(broken) << "scenario: { id: dropped, title: Dropped }\ncard: [\n";
    drop(window, broken.string());
    CHECK(window.shows("This case cannot be played yet"));
    CHECK(find_id(window.tree(), "problem/1/message") != nullptr);
    CHECK(window.faults() == std::vector<std::string>{});
    const SemNode* copy = find_id(window.tree(), "problem/1/copy");
    REQUIRE(copy != nullptr);
    std::string copied;
    window.desktop().app().hands.clipboard.write = [&](const std::string& words) { copied = words; };
    CHECK(window.click(copy->name));
    CHECK(copied.find(broken.string() + ":") == 0);

    // Mended, it opens from the same page.
    fs::copy_file(NTK_ROOT "/tests/support/two-doors.yaml", broken, fs::copy_options::overwrite_existing);
    CHECK(window.click("Try again"));
    CHECK(window.desktop().app().where == App::Where::playing);
    fs::remove(broken);

    for (const std::string path : {"/dev/zero", "/nowhere.yaml", "/", NTK_ROOT "/README.md"}) {
        INFO(path);
        drop(window, path);
        CHECK(window.shows("This case cannot be played yet"));
    }
}

TEST_CASE("Ctrl+C copies all that a page says, each part once and in order") {
    Driver window(fixture_options());
    window.press("Ctrl+C");
    const std::string library = Window::read_clipboard();
    const auto title = library.find("Who needs to know what, when, and how do you tell them?\n");
    const auto first = library.find("\nHalf a sandwich\n");
    CHECK(title != std::string::npos);
    CHECK(first != std::string::npos);
    CHECK(title < first);
    CHECK(library.find("\nHalf a sandwich\n", first + 1) == std::string::npos);
    REQUIRE(window.click("Text and colours"));
    window.press("Ctrl+C");
    CHECK(Window::read_clipboard().rfind("Text and colours\nSize of the text\n", 0) == 0);
}

TEST_CASE("a mistake folds away and out again") {
    Driver window(fixture_options());
    window.click("Start this case: Gas safety visit");
    REQUIRE(window.shows("Did you mean 'beth'?"));
    window.click("There is no person called 'beht'.");
    CHECK_FALSE(window.shows("Did you mean 'beth'?"));
    window.click("There is no person called 'beht'.");
    CHECK(window.shows("Did you mean 'beth'?"));
}
