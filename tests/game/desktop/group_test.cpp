#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <sstream>

#include "engine/play/group_player.h"
#include "game/desktop_host.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_made_up.h"
#include "tests/support/made_up_words.h"
#include "tests/support/play_world.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

// Where learners' places are kept: a folder of the test's own.
struct OwnData {
    TemporaryFolder folder;
    OwnData() { setenv("XDG_DATA_HOME", folder.path.c_str(), 1); }
};

// A case of the library, about to be run with a group, in a folder of its own.
class Room {
  public:
    explicit Room(int width = 1280, int height = 800, int text = 100, const std::string& language = {})
        : host_(NTK_ROOT, language) {
        DesktopOptions options = host_.options();
        options.settings = {};
        options.settings.language = language;
        options.settings.text_percent = text;
        options.save_settings = [this](const Settings& settings) {
            saved = settings;
            return std::string();
        };
        options.width = width;
        options.height = height;
        window_.emplace(std::move(options));
        while (app().options.read_on) app().read_on();
        again();
    }

    Driver& window() { return *window_; }
    App& app() { return window_->desktop().app(); }
    const Page& page() { return *app().page(); }

    void use(const std::string& name) {
        INFO("'" << name << "' in\n" << window_->outline());
        REQUIRE((window_->click(name) || (window_->click("Menu") && window_->click(name))));
    }

    // Goes on until hands are to be counted.
    void go_to_vote() {
        for (int i = 0; i < 20 && page().kind != PageKind::scene; ++i) {
            if (window_->shows("Begin"_en))
                use("Begin");
            else
                use("Continue");
        }
        REQUIRE(window_->shows("How does the group vote?"_en));
    }

    std::string label(const std::string& id) {
        for (const Choice& each : page().choices)
            if (each.id == id) return each.label;
        return {};
    }

    std::vector<std::filesystem::path> kept() const {
        std::vector<std::filesystem::path> files;
        if (!std::filesystem::exists(data_.folder.path)) return files;
        for (const auto& each : std::filesystem::recursive_directory_iterator(data_.folder.path))
            if (each.is_regular_file()) files.push_back(each.path());
        return files;
    }

    Settings saved;

  private:
    void again() {
        Event event;
        event.kind = Event::Kind::resize;
        window_->desktop().step({event});
    }

    OwnData data_;
    DesktopHost host_;
    std::optional<Driver> window_;
};

void golden(Room& room, const std::string& name) {
    CHECK(differs_from_golden("tests/golden/desktop/group-" + name + ".txt", room.window().outline()) == "");
    CHECK(room.window().faults() == std::vector<std::string>{});
}

// Every kind of screen, with `at` called on each.
void tour(Room& room, const std::function<void(Room&, const std::string&)>& at) {
    room.use("With a group: Friday club");
    at(room, "briefing");
    room.use("Begin");
    room.go_to_vote();
    for (const char* key : {"3", "3", "1", "3"}) room.window().press(key);
    room.use("+ 1 vote for option 2");
    room.use("+ 1 vote for option 2");
    room.use("\xE2\x88\x92 1 vote for option 2");
    at(room, "vote");
    room.use("Pause and talk");
    at(room, "talk");
    room.use("Back to the case");
    room.use("Close the vote");
    at(room, "decide");
    room.use("Do this");
    while (room.page().kind == PageKind::consequence) room.use("Continue");
    at(room, "held");
    room.use("Show what the rules say");
    at(room, "shown");
    room.use("Jump to the debrief");
    at(room, "debrief");
    room.use("Decisions");
    at(room, "decisions");
}

}  // namespace

TEST_CASE("the screens of a group are described as their golden files say") {
    Room room;
    tour(room, golden);
}

TEST_CASE("the screens of a group say nothing that is not in the language chosen, and nothing is cut off") {
    const EnglishAfterwards afterwards;
    Room room(1280, 800, 100, std::string(made_up_language));
    tour(room, [](Room& shown, const std::string& name) {
        INFO(name);
        CHECK(plain_english(shown.window().tree()) == std::vector<std::string>{});
        CHECK(shown.window().faults() == std::vector<std::string>{});
    });
}

TEST_CASE("a group can skip a scene; no vote is then told as what it did") {
    Room room;
    room.use("With a group: Friday club");
    room.use("Begin");
    room.go_to_vote();
    room.window().press("1");
    room.use("Skip this scene");
    room.use("Yes, skip this scene");
    CHECK(room.window().outline().find("You skipped this scene. A colleague took this step: ") != std::string::npos);
    room.go_to_vote();
    room.use("Jump to the debrief");
    room.use("Decisions");
    CHECK(room.page().debrief.decisions.at(0).skipped);
    CHECK(room.page().debrief.decisions.at(0).chosen.find("chose this") == std::string::npos);
}

TEST_CASE("nothing of a group's screens is cut off or too small at any size of window and text") {
    struct Size {
        int width, height, percent;
    };
    for (const Size size : {Size{1280, 800, 100}, Size{1920, 1080, 100}, Size{1280, 800, 200}, Size{640, 480, 300}}) {
        Room room(size.width, size.height, size.percent);
        tour(room, [&](Room& shown, const std::string& name) {
            INFO(name << " at " << size.width << "x" << size.height << ", " << size.percent << "%");
            CHECK(shown.window().faults() == std::vector<std::string>{});
        });
    }
}

TEST_CASE("a whole case is run with a group, and nothing but the report is kept") {
    Room room;
    room.use("With a group: Friday club");
    const std::string best = "cbdacbdabc";
    for (const char each : best) {
        room.go_to_vote();
        const std::string option(1, each);
        room.use(room.label(option));  // one vote
        room.use(room.label(option));
        room.use("+ 1 vote for option " + std::string(each == 'a' ? "2" : "1"));
        CHECK(room.window().shows("3 votes so far."));
        room.use("Close the vote");
        CHECK(room.app().chosen == option);
        room.use("Do this");
        while (room.page().kind == PageKind::consequence) room.use("Continue");
        REQUIRE(room.app().group()->holding());
        CHECK(room.page().feedback.verdicts.empty());
        room.use("Show what the rules say");
        CHECK(room.window().faults() == std::vector<std::string>{});
        room.use("Continue");
    }
    REQUIRE(room.page().kind == PageKind::debrief);
    CHECK(room.page().debrief.overall.percent == 100);
    CHECK(room.page().debrief.decisions.front().chosen.find("(2 of 3 chose this; 1 chose option 1: ") !=
          std::string::npos);
    CHECK(room.kept().empty());
    room.use("Save the report");
    const auto files = room.kept();
    REQUIRE(files.size() == 1);
    std::stringstream report;
    report << std::ifstream(files.front()).rdbuf();
    CHECK(report.str().find("<h2>How the group voted</h2>") != std::string::npos);
}

TEST_CASE("the suggestion is only one: another option can be taken, and a tie suggests none") {
    Room room;
    room.use("With a group: Friday club");
    room.go_to_vote();
    for (const char* key : {"1", "1", "2"}) room.window().press(key);
    room.use("Close the vote");
    CHECK(room.window().shows("Most votes: option 1 (2 of 3 chose this). You may take another."));
    CHECK(room.app().chosen == "a");
    room.use("Back to the vote");
    room.window().press("2");
    room.use("Close the vote");
    CHECK(room.window().shows("The vote is tied. Choose what the group does."));
    CHECK(room.app().chosen.empty());
    room.use("Do this");
    CHECK(room.window().shows("Choose one of the options first. Then press \"Do this\"."));
    room.use(room.label("c"));
    room.use("Do this");
    while (room.page().kind == PageKind::consequence) room.use("Continue");
    const std::vector<VoteLine> lines = room.app().group()->vote_lines(0);
    CHECK(lines[2].taken);
    CHECK(lines[2].votes == 0);
}

TEST_CASE("letters are larger for a group, and as before when it is over") {
    Room room;
    room.use("With a group: Friday club");
    CHECK(room.app().settings.text_percent == 150);
    room.app().set_text_size(200);
    CHECK(room.saved.text_percent == 100);
    room.use("All cases");
    CHECK(room.app().settings.text_percent == 100);
    room.use("Carry on: Friday club");
    CHECK(room.app().settings.text_percent == 200);
    room.use("All cases");
    room.use("Start this case: Door ajar");
    CHECK(room.app().settings.text_percent == 100);
    CHECK(room.app().group() == nullptr);
    room.use("With a group");
    CHECK(room.app().group() != nullptr);
    CHECK(room.app().settings.text_percent == 200);
}

TEST_CASE("a learner's place in the case is left alone by a group") {
    Room room;
    room.use("Start this case: Friday club");
    room.use("Begin");
    while (room.page().kind != PageKind::scene) room.use("Continue");
    room.use(room.label("c"));
    room.use("Do this");
    const std::string scene = room.page().id;
    room.use("All cases");
    const auto files = room.kept();
    REQUIRE(files.size() >= 1);
    room.use("With a group: Friday club");
    room.use("Jump to the debrief");
    CHECK(room.page().debrief.decisions.empty());
    CHECK(room.kept() == files);
}

TEST_CASE("Escape goes back from the questions and from the choice to the vote") {
    Room room;
    room.use("With a group: Friday club");
    room.go_to_vote();
    room.window().press("1");
    room.use("Close the vote");
    room.use("Pause and talk");
    CHECK(room.window().shows("Pause and talk"));
    room.window().press("Escape");
    CHECK(room.window().shows("What does the group do?"));
    room.window().press("Escape");
    CHECK(room.window().shows("How does the group vote?"));
    CHECK(room.app().group()->votes()->total() == 1);
    room.use("Vote again from nothing");
    CHECK(room.app().group()->votes()->total() == 0);
}
