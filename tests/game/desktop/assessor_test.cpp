#include <SDL.h>

#include <cstdlib>
#include <fstream>

#include "engine/host/source_file.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_assessor_fixture.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_made_up.h"
#include "tests/support/made_up_words.h"

using namespace ntk;
using namespace ntk::desktop;
using Asked = std::vector<std::string>;

namespace {

// The assessor's screens with a desk made by hand.
class AtAssessorsDesk {
  public:
    explicit AtAssessorsDesk(const std::string& store = {}, int width = 1280, int height = 800, int percent = 100)
        : window_(prepared(store, width, height, percent)) {}

    Driver& window() { return window_; }
    FixtureAssessorDesk& desk() { return *desk_; }
    App& app() { return window_.desktop().app(); }

    void click(const std::string& name) {
        INFO(name << " in\n" << window_.outline());
        REQUIRE(window_.click(name));
    }
    void write(const std::string& label, const std::string& words) {
        click(label);
        window_.type(words);
    }
    void drop(const std::string& path) {
        SDL_Event event{};
        event.type = SDL_DROPFILE;
        event.drop.file = SDL_strdup(path.c_str());
        SDL_PushEvent(&event);
    }

    // Compares with a golden file; NTK_RECORD=1 writes it instead.
    void golden(const std::string& name) {
        const std::string path = "tests/golden/desktop/assessor-" + name + ".txt";
        const std::string now = window_.outline();
        if (std::getenv("NTK_RECORD") != nullptr) std::ofstream(path) << now;
        INFO(path);
        CHECK(now == read_file(path).value_or(""));
        sound();
    }
    void sound() { CHECK(window_.faults() == std::vector<std::string>{}); }

  private:
    DesktopOptions prepared(const std::string& store, int width, int height, int percent) {
        DesktopOptions options = fixture_options();
        options.settings.text_percent = percent;
        options.assessor = [this] { return desk_; };
        options.start_assessor = true;
        options.assessor_store = store;
        options.width = width;
        options.height = height;
        return options;
    }

    std::shared_ptr<FixtureAssessorDesk> desk_ = std::make_shared<FixtureAssessorDesk>();
    Driver window_;
};

}  // namespace

TEST_CASE("each of the assessor's screens is described as its golden file says") {
    AtAssessorsDesk at;
    at.golden("start");
    at.click("Choose a form");
    at.click("Cases of Form A 1.0.0");
    at.golden("make");
    at.click("Set the assessment");
    at.golden("make-refused");
    at.click("Back");
    at.write("Where the store is", "room.store\r");
    at.click("Open this store");
    at.golden("sessions");
    at.click("Gather, export and back up");
    at.write("A result file, or a folder of them", "bad.results.json");
    at.click("Gather");
    at.golden("carry");
    at.click("Sessions");
    at.click("Show the result: p-1111111111111111");
    at.click("Facts and source: GR1.2, At the gate");
    at.click("What each case came to");
    at.golden("result");
}

TEST_CASE("the assessor's screens say nothing that is not in the language chosen, and nothing is cut off") {
    const MadeUpWords words;  // what the desk says is its own
    const std::vector<std::string> written = FixtureAssessorDesk::everything_said();
    AtAssessorsDesk at;
    const auto all_made_up = [&](const std::string& where) {
        INFO(where);
        CHECK(plain_english(at.window().tree(), written) == std::vector<std::string>{});
        at.sound();
    };
    all_made_up("start");
    at.click("Choose a form");
    at.click("Cases of Form A 1.0.0");
    at.click("A time limit");
    all_made_up("make");
    at.click("Back");
    at.write("Where the store is", "room.store\r");
    at.click("Open this store");
    all_made_up("sessions");
    at.click("Gather, export and back up");
    at.write("A result file, or a folder of them", "bad.results.json");
    at.click("Gather");
    all_made_up("carry");
    at.click("Sessions");
    at.click("Show the result: p-1111111111111111");
    at.click("Facts and source: GR1.2, At the gate");
    at.click("What each case came to");
    all_made_up("result");
    at.click("Note this decision");
    all_made_up("not yet decided");
}

TEST_CASE("nothing on the assessor's screens is cut off or out of reach at any size of window and text") {
    struct Size {
        int width, height, percent;
    };
    for (const Size size : {Size{1280, 800, 200}, Size{1920, 1080, 100}, Size{640, 480, 200}, Size{320, 256, 100}}) {
        INFO(size.width << "x" << size.height << " at " << size.percent << "%");
        AtAssessorsDesk at("", size.width, size.height, size.percent);
        at.sound();
        at.click("Choose a form");
        at.click("A time limit");
        at.sound();
        at.click("Back");
        at.write("Where the store is", "room.store");
        at.click("Open this store");
        at.sound();
        at.click("Gather, export and back up");
        at.write("A result file, or a folder of them", "bad.results.json");
        at.click("Gather");
        at.sound();
        at.click("Sessions");
        at.click("Show the result: p-1111111111111111");
        at.click("Facts and source: GR5.1, The form");
        at.sound();
        at.click("Met");
        at.write("Who decides (name or initials)", "kim");
        at.write("Why, in words that the learner may read", "A good reason.");
        at.click("Note this decision");
        at.sound();
        CHECK(at.desk().asked.back() == "result s-1");
        CHECK(at.window().shows("kim, 2026-11-23"));
    }
}

TEST_CASE("a decision needs all of its parts, and stands beside the proposal and those before it") {
    AtAssessorsDesk at("room.store");
    at.click("Show the result: p-1111111111111111");
    at.click("Note this decision");
    CHECK(at.window().shows("Choose what you decide."));
    at.click("Not yet");
    at.click("Note this decision");
    CHECK(at.window().shows("Write who decides: your name or initials."));
    at.write("Who decides (name or initials)", "kim");
    at.click("Note this decision");
    CHECK(at.window().shows("Write the reason. The learner may read it."));
    at.write("Why, in words that the learner may read", "Too much was sent.");
    at.click("Note this decision");
    CHECK(at.window().shows("Noted."));
    CHECK(at.window().shows("For review by an assessor"));
    CHECK(at.window().shows("Too much was sent."));
    at.click("Met");
    at.write("Why, in words that the learner may read", "On second thoughts.");
    at.click("Note this decision");
    CHECK(at.window().shows("Too much was sent."));
    CHECK(at.window().shows("On second thoughts."));
    CHECK(at.app().assessor.decision.empty());
}

TEST_CASE("a reason written about one learner never goes to another, and one not noted yet is kept") {
    AtAssessorsDesk at("room.store");
    at.click("Show the result: p-1111111111111111");
    at.write("Why, in words that the learner may read", "About the first.");
    at.click("Met");
    at.click("Sessions");
    at.click("Show the result: p-1111111111111111");
    CHECK(at.app().assessor.written["reason"].text == "About the first.");
    CHECK(at.app().assessor.decision == "met");
    at.click("Sessions");
    at.click("Show the result: p-2222222222222222");
    CHECK(at.app().assessor.written["reason"].text.empty());
    CHECK(at.app().assessor.decision.empty());
}

TEST_CASE("sessions are counted, and each count shows only those it counts") {
    AtAssessorsDesk at("room.store");
    at.click("In progress: 1");
    CHECK(at.window().shows("p-4444444444444444"));
    CHECK_FALSE(at.window().shows("p-1111111111111111"));
    at.click("All: 5");
    CHECK(at.window().shows("p-1111111111111111"));
}

TEST_CASE("files dropped on an open store are gathered, all of them, and each says what became of it") {
    AtAssessorsDesk at("room.store");
    at.drop("one.results.json");
    at.drop("again.results.json");
    at.drop("bad.results.json");
    at.window().idle();
    CHECK(at.window().shows("Taken in: one.results.json"));
    CHECK(at.window().shows("Known already, so it counts once: again.results.json"));
    CHECK(at.window().shows("Refused; nothing was changed: bad.results.json"));
    CHECK(at.window().shows("E752, bad.results.json: it was altered or cut short. To mend it: copy it again."));
}

TEST_CASE("a store that cannot be used is explained, and another can be opened at once") {
    AtAssessorsDesk at("torn.store");
    CHECK(at.window().shows("This store cannot be used."));
    CHECK(at.window().shows("the file is damaged"));
    at.drop("room.store");
    at.window().idle();
    CHECK(at.window().shows("Who has taken the assessment"));
    CHECK_FALSE(at.window().shows("the file is damaged"));
}

TEST_CASE("the terms of a new assessment reach the desk as they were written") {
    AtAssessorsDesk at;
    at.click("Choose a form");
    at.click("Form A 1.0.0");
    at.write("What the assessment is for", "A course");
    at.write("Whom to ask about it", "Ann");
    at.write("For how many days records are kept", "30");
    at.write("Where to make it (a file name)", "room.store");
    at.click("A time limit");
    at.click("Set the assessment");
    CHECK(at.window().shows("Write how many minutes there are."));
    at.write("Minutes for the whole assessment", "120");
    at.click("Set the assessment");
    CHECK(at.window().shows("Who has taken the assessment"));
    const AssessorTerms& terms = at.desk().terms;
    CHECK(terms.form == "forms/form-a.yaml");
    CHECK(terms.store == "room.store");
    CHECK((terms.purpose == "A course" && terms.contact == "Ann"));
    CHECK((terms.keep_days == "30" && terms.limit_minutes == "120"));
}

TEST_CASE("with nothing but the keyboard a decision is noted and the report saved") {
    AtAssessorsDesk at;
    Driver& window = at.window();
    REQUIRE(window.tab_to("Where the store is"));
    window.type("room.store");
    window.press("Enter");
    window.idle();
    REQUIRE(window.tab_to("Show the result: p-1111111111111111"));
    window.press("Enter");
    window.idle();
    REQUIRE(window.tab_to("The folder it goes to"));
    window.type("out");
    window.press("Enter");
    window.idle();
    CHECK(window.shows("Saved: 12 files in out"));
    REQUIRE(window.tab_to("Met"));
    window.press("Space");
    REQUIRE(window.tab_to("Who decides (name or initials)"));
    window.type("kim");
    REQUIRE(window.tab_to("Why, in words that the learner may read"));
    window.type("Good.");
    REQUIRE(window.tab_to("Note this decision"));
    window.press("Enter");
    window.idle();
    CHECK(window.focused() == "What assessors have decided");
    window.press("Escape");
    CHECK(window.shows("Who has taken the assessment"));
    CHECK(at.desk().asked == Asked{"open room.store", "result s-1", "save s-1 to out", "decide s-1", "result s-1"});
}
