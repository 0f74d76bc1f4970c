#include <stdlib.h>

#include <filesystem>
#include <memory>

#include "game/desktop_host.h"
#include "game/jigsaw_seats.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_made_up.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/made_up_words.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"

using namespace ntk;
using namespace ntk::desktop;
namespace fs = std::filesystem;

namespace {

// A data folder of the test's own, and the one before put back.
class OwnData {
  public:
    OwnData() {
        const char* now = ::getenv("XDG_DATA_HOME");
        before_ = now != nullptr ? now : "";
        fs::remove_all(folder_);
        ::setenv("XDG_DATA_HOME", folder_.c_str(), 1);
    }
    ~OwnData() {
        before_.empty() ? ::unsetenv("XDG_DATA_HOME") : ::setenv("XDG_DATA_HOME", before_.c_str(), 1);
        fs::remove_all(folder_);
    }
    OwnData(const OwnData&) = delete;
    OwnData& operator=(const OwnData&) = delete;
    fs::path report(const std::string& name) const { return folder_ / "needtoknow" / "reports" / name; }

  private:
    fs::path folder_ = fs::temp_directory_path() / "ntk-jigsaw-window";
    std::string before_;
};

// The real window's side of a jigsaw, begun from its file.
DesktopOptions from_file(DesktopHost& host) {
    DesktopOptions options = host.options();
    options.settings = {};
    options.save_settings = nullptr;
    options.read_on = nullptr;
    options.cases = {host.take_jigsaw(fs::path(NTK_ROOT) / small_family)};
    options.start_with = options.cases.front().id;
    return options;
}

// Goes to it by the Tab key, and presses it.
void use(Driver& window, const std::string& name) {
    INFO(name << " in\n" << window.outline());
    REQUIRE(window.tab_to(name));
    window.press("Enter");
}

void decide_by_keys(Driver& window, const std::string& key) {
    use(window, "Take this chair");
    use(window, "Begin");
    window.press(key);
    use(window, "Do this");
    use(window, "Continue");
}

// The real jigsaw behind the window, and every page it was asked to show.
class TestJigsaw : public Session {
  public:
    explicit TestJigsaw(std::vector<std::string>& pages)
        : player_(small_jigsaw().jigsaw, fresh_chairs(), small_jigsaw().planned), pages_(pages) {
        note();
    }
    const Page& page() const override { return player_.page(); }
    bool finished() const override { return player_.finished(); }
    std::string notice() const override { return {}; }
    std::string what_if(const VerdictView& verdict) const override { return player_.what_if(verdict); }
    std::string apply(const Input& input) override {
        std::string refusal = player_.apply(input);
        if (refusal.empty()) note();
        return refusal;
    }

  private:
    void note() { pages_.push_back(page_text(player_.page())); }
    JigsawPlayer player_;
    std::vector<std::string>& pages_;
};

struct Room {
    std::vector<std::string> pages;
    int saved = 0, papers = 0;

    DesktopOptions options() {
        DesktopOptions options;
        CaseCard card;
        card.id = "jigsaw.small-family";
        card.title = "A small family";
        card.setting = "home";
        card.summary = "Mia is six.";
        card.chairs = {"The teacher", "The dentist", "A housing officer"};
        options.cases = {card};
        options.open = [this](const std::string&, bool) {
            Opened opened;
            opened.session = std::make_unique<TestJigsaw>(pages);
            return opened;
        };
        options.save_report = [this](const std::string&, const Session&, const std::string&) {
            return Saved{"reports/small-family-" + std::to_string(++saved) + ".html", ""};
        };
        options.save_paper = [this](const std::string&, const Session&, const std::string&) {
            return Saved{"reports/small-family-" + std::to_string(++papers) + ".pdf", ""};
        };
        return options;
    }
};

void golden(Driver& window, const std::string& name) {
    CHECK(differs_from_golden("tests/golden/desktop/" + name + ".txt", window.outline()) == "");
    CHECK(window.faults() == std::vector<std::string>{});
}

void decide(Driver& window, const std::string& label) {
    REQUIRE(window.click("Take this chair"));
    REQUIRE(window.click("Begin"));
    REQUIRE(window.click(label));
    REQUIRE(window.click("Do this"));
    REQUIRE(window.click("Continue"));
}

template <class At>
void tour(Driver& window, At&& at) {
    at("jigsaw-card");
    REQUIRE(window.click("Start this jigsaw: A small family"));
    at("jigsaw-intro");
    decide(window, "See how next week goes.");
    at("jigsaw-next-chair");
    REQUIRE(window.click("Look back at the part of the teacher"));
    at("jigsaw-look-back");
    REQUIRE(window.click("Continue"));
    decide(window, "Tell Kay what you will send and why, then ring the front door.");
    decide(window, "Tell the front door all you know.");
    at("jigsaw-all-played");
    REQUIRE(window.click("See the picture"));
    at("jigsaw-picture");
}

}  // namespace

TEST_CASE("a jigsaw is played in the window from its card to the picture") {
    Room room;
    Driver window(room.options());
    tour(window, [&](const std::string& name) { golden(window, name); });
    CHECK(room.saved == 1);
    REQUIRE(window.click("Look back at the part of the dentist"));
    REQUIRE(window.click("Continue"));
    CHECK(room.saved == 1);  // a look back changes nothing about the picture
    REQUIRE(window.click("Save the picture"));
    CHECK(room.saved == 2);
    REQUIRE(window.click("Save as PDF"));
    CHECK(room.papers == 1);
    CHECK(window.shows("The report is saved: reports/small-family-1.pdf"));
    window.press("Escape");
    CHECK(window.shows("Back to the picture: A small family"));
    REQUIRE(window.click("Back to the picture: A small family"));
    REQUIRE(window.click("Play every chair again"));
    CHECK(window.shows("Chair 1 of 3: The teacher"));

    // The window asks for the same pages as a jigsaw played without one.
    JigsawPlayer alone(small_jigsaw().jigsaw, fresh_chairs(), small_jigsaw().planned);
    REQUIRE(play(alone, "bab") == "");
    bool found = false;
    for (const std::string& page : room.pages) found = found || page == page_text(alone.page());
    CHECK(found);
}

TEST_CASE("a jigsaw says nothing of the program's that is not in the language chosen, and nothing is cut off") {
    const MadeUpWords words;
    std::vector<std::string> files;
    for (const auto& each : fs::directory_iterator(fs::path(NTK_ROOT) / "tests/support/jigsaw"))
        if (each.path().extension() == ".yaml") files.push_back(each.path().string());
    const std::vector<std::string> written =
        written_in(files, {"Mia is six.", "reports/small-family-1.html"});  // and what Room says
    Room room;
    Driver window(room.options());
    tour(window, [&](const std::string& name) {
        INFO(name);
        CHECK(plain_english(window.tree(), written) == std::vector<std::string>{});
        CHECK(window.faults() == std::vector<std::string>{});
    });
}

TEST_CASE("nothing of a jigsaw is cut off or out of reach at any size of window and text") {
    struct Size {
        int width, height, percent;
    };
    for (const Size size : {Size{1280, 800, 200}, Size{640, 480, 100}, Size{640, 480, 300}}) {
        Room room;
        DesktopOptions options = room.options();
        options.width = size.width;
        options.height = size.height;
        options.settings.text_percent = size.percent;
        Driver window(options);
        tour(window, [&](const std::string& name) {
            INFO(name << " at " << size.width << "x" << size.height << " and " << size.percent << "%");
            CHECK(window.faults() == std::vector<std::string>{});
        });
    }
}

TEST_CASE("a jigsaw can be left for good between two chairs, and begun again") {
    Room room;
    Driver window(room.options());
    window.click("Start this jigsaw: A small family");
    window.press("Escape");
    REQUIRE(window.click("End the case; nothing is scored"));
    CHECK(window.shows("You have left the jigsaw"));
    CHECK(room.saved == 0);
    REQUIRE(window.click("Play it again"));
    CHECK(window.shows("Chair 1 of 3: The teacher"));
}

TEST_CASE("with the keyboard alone a jigsaw is played, left, taken up at the same chair, and its picture saved") {
    const OwnData data;
    {
        DesktopHost host(NTK_ROOT);
        Driver window(from_file(host));
        CHECK(window.shows("Chair 1 of 3: The teacher"));
        decide_by_keys(window, "2");
        use(window, "Take this chair");
        CHECK(window.shows("Begin"));
    }
    {
        DesktopHost host(NTK_ROOT);
        Driver window(from_file(host));
        CHECK(window.shows("Chair 2 of 3: The dentist"));
        CHECK(window.desktop().app().message == "This goes on where you left the jigsaw.");
        decide_by_keys(window, "1");
        decide_by_keys(window, "1");
        use(window, "See the picture");
        const fs::path picture = data.report("jigsaw.small-family-1.html");
        CHECK(window.desktop().app().message == "The report is saved: " + picture.string());
        CHECK(whole_file(picture).find("Mia has had toothache since March.") != std::string::npos);

        // A look back saves the report on that chair's own case, with the note written there and nowhere else.
        use(window, "Look back at the part of the teacher");
        use(window, "Reflect");
        REQUIRE(window.tab_to("What will you do differently next week?"));
        window.type("Ask the dentist.");
        use(window, "Save the report");
        CHECK(whole_file(data.report("small-family-school-1.html")).find("Ask the dentist.") != std::string::npos);
        use(window, "Continue");
        use(window, "Look back at the part of the dentist");
        use(window, "Save the report");
        CHECK(whole_file(data.report("small-family-dentist-1.html")).find("Ask the dentist.") == std::string::npos);
    }
    DesktopHost host(NTK_ROOT);
    Driver window(from_file(host));
    CHECK(window.shows("Chair 1 of 3: The teacher"));  // it is over, so no place is kept
}

TEST_CASE("the card of a jigsaw has the time and the notes of all its chairs") {
    DesktopHost host(NTK_ROOT);
    const CaseCard card = host.take_jigsaw(fs::path(NTK_ROOT) / "scenarios/jigsaws/tuesday-to-friday/jigsaw.yaml");
    CHECK(card.id == "jigsaw.tuesday-to-friday");
    CHECK(card.chairs == std::vector<std::string>{"The pharmacist", "the food bank lead", "the housing support worker",
                                                  "the attendance officer"});
    CHECK(card.neglect_words == "Medical, supervisory, nutritional, home conditions, educational");
    CHECK(card.minutes == "20 to 32 minutes");
    CHECK(card.level == "Levels 1 to 2");
    CHECK(card.content_note ==
          "Asthma that is not well treated, a child out alone at night. No one is hurt in a scene. Hunger, money "
          "worries, a child who looks after himself. A cold and damp home, money worries, grief. A tired child who "
          "coughs, a child with too much to do at home.");
}

TEST_CASE("a jigsaw's file dropped on the window opens, and no place is kept in it") {
    const OwnData data;
    DesktopHost host(NTK_ROOT);
    DesktopOptions options = from_file(host);
    options.start_with.clear();
    Driver window(options);
    window.desktop().app().open_file((fs::path(NTK_ROOT) / small_family).string());
    window.idle();
    CHECK(window.shows("Chair 1 of 3: The teacher"));
    CHECK(window.desktop().app().notice == "This is a file you opened by hand. No place is kept in it.");
    CHECK_FALSE(has_saved_jigsaw(data.report("").parent_path().parent_path(), "small-family"));
}
