#include <future>

#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_tour.h"
#include "tests/support/play_world.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

void golden(Driver& window, const std::string& name) {
    CHECK(differs_from_golden("tests/golden/desktop/" + name + ".txt", window.outline()) == "");
    CHECK(window.faults() == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("every screen is described as its golden file says") {
    Driver window(fixture_options());
    tour(window, golden);
    // The form came out as one act with every answer in it.
    const std::vector<ntk::Input>& inputs = last_fixture_session()->inputs();
    const ntk::Input* sent = nullptr;
    for (const ntk::Input& each : inputs) {
        if (each.kind == ntk::Input::Kind::compose) sent = &each;
    }
    REQUIRE(sent != nullptr);
    CHECK(sent->id == "package");
    const std::map<std::string, std::vector<std::string>> answers{
        {"items", {"aids"}}, {"to", {"csc"}}, {"basis", {"public_task"}}, {"record", {"The clinic can act on it."}}};
    CHECK(sent->answers == answers);
}

TEST_CASE("nothing is cut off, too small or out of reach at any size of window and text") {
    struct Size {
        int width, height;
    };
    for (const Size size : {Size{1280, 800}, Size{1920, 1080}, Size{640, 480}}) {
        for (const int percent : {100, 200, 300}) {
            DesktopOptions options = fixture_options();
            options.width = size.width;
            options.height = size.height;
            options.settings.text_percent = percent;
            Driver window(options);
            tour(window, [&](Driver& shown, const std::string& name) {
                INFO(name << " at " << size.width << "x" << size.height << " and " << percent << "%");
                CHECK(shown.faults() == std::vector<std::string>{});
            });
        }
    }
}

TEST_CASE("the case file is beside the scene, and behind a button where there is no room") {
    DesktopOptions options = fixture_options();
    options.start_with = "three-letters";
    Driver window(options);
    window.click("Begin");
    window.click("What you know (3)");
    golden(window, "25-case-file-folded");
    window.resize(800, 700, 100);
    CHECK(find_id(window.tree(), "file-people") == nullptr);
    REQUIRE(window.click("Case file"));
    golden(window, "26-case-file-panel");
}

TEST_CASE("waiting for a case, and being without a voice, are described as their golden files say") {
    DesktopOptions options = fixture_options();
    options.speech = "libspeechd-that-nobody-has.so.2";
    std::promise<void> read;
    options.open = [&, inner = options.open](const std::string& id, bool resume) {
        read.get_future().wait();
        return inner(id, resume);
    };
    Driver window(options);
    Event event;
    event.kind = Event::Kind::drop;
    event.text = "/cases/large.yaml";
    window.desktop().step({event});
    golden(window, "29-waiting");
    read.set_value();
    window.idle();
    window.press("F7");
    while (find_id(window.tree(), "voice") == nullptr) window.idle();
    golden(window, "30-no-voice");
}

TEST_CASE("a case can be left and taken up where it was") {
    Driver window(fixture_options());
    window.click("Start this case: Three letters");
    window.click("Begin");
    window.press("Escape");
    CHECK(window.shows("Leave the case?"));
    window.click("Leave for now");
    REQUIRE(window.click("Carry on: Three letters"));
    CHECK(window.shows("The third letter"));
    window.press("Escape");
    window.click("End the case; nothing is scored");
    CHECK(window.shows("You have left the case"));
}

TEST_CASE("a case that is started again has let go of the place it had") {
    DesktopOptions options = fixture_options();
    std::vector<int> alive_at_opening;
    options.open = [&, inner = options.open](const std::string& id, bool resume) {
        alive_at_opening.push_back(live_fixture_sessions());
        return inner(id, resume);
    };
    Driver window(options);
    window.click("Start this case: Three letters");
    window.click("All cases");
    REQUIRE(window.click("Start again: Three letters"));
    CHECK(alive_at_opening == std::vector<int>{0, 0});
}

TEST_CASE("Try the other way goes back to the decision") {
    Driver window(fixture_options());
    window.click("Start this case: Three letters");
    window.click("Begin");
    window.press("2");
    window.click("Do this");
    window.click("Continue");
    REQUIRE(window.click("Try the other way"));
    CHECK(window.shows("The third letter"));
    CHECK(window.outline().find("[chosen]") == std::string::npos);
}

TEST_CASE("the debrief is still there after a look at the library") {
    Driver window(fixture_options());
    tour(window, [](Driver&, const std::string&) {});
    window.click("What will you do differently next week?");
    window.type("Ring first.");
    window.press("Escape");
    REQUIRE(window.click("Back to the debrief: Three letters"));
    CHECK(window.shows("Heard in time"));
    CHECK(find_id(window.tree(), "note")->value == "Ring first.");
}

TEST_CASE("a machine without fonts is told what to install") {
    Fonts fonts;
    CHECK(fonts.find({"tests"}, {}) ==
          "No font for the words was found. Install the package fonts-open-sans (or fonts-dejavu) and start again.");
}

TEST_CASE("what the host refuses is said in words") {
    DesktopOptions options = fixture_options();
    options.save_report = [](const std::string&, const Session&, const std::string&) {
        return Saved{"", "The folder cannot be written to."};
    };
    Driver window(options);
    tour(window, [](Driver&, const std::string&) {});
    const SemNode* told = find_id(window.tree(), "message");
    REQUIRE(told != nullptr);
    CHECK(told->role == Role::status);
    CHECK(told->name == "The report could not be saved. The folder cannot be written to.");
}

TEST_CASE("at 1280x800 the actions of a decision stand in one row below it") {
    DesktopOptions options = fixture_options();
    options.start_with = "three-letters";
    Driver window(options);
    window.resize(1280, 800, 100);
    for (const char* name : {"Begin", "Ring the clinic before you file it, and ask what Robin still needs", "Do this",
                             "Continue", "Continue"})
        REQUIRE(window.click(name));
    const SemNode* act = find_named(window.tree(), "Do this");
    const SemNode* form = find_named(window.tree(), "Put the package together yourself");
    const SemNode* back = find_named(window.tree(), "Go back one decision");
    const SemNode* option = find_named(window.tree(), "Send the whole file, so that nothing is missed");
    REQUIRE((act != nullptr && form != nullptr && back != nullptr && option != nullptr));
    CHECK(act->rect.x == option->rect.x);
    for (const SemNode* each : {form, back})
        CHECK(each->rect.y + each->rect.h / 2 == Approx(act->rect.y + act->rect.h / 2).margin(2));
}

TEST_CASE("a report that was saved can be opened, and what stands in the way is said") {
    DesktopOptions options = fixture_options();
    std::string opened;
    std::string problem;
    options.open_file = [&](const std::string& path) {
        opened = path;
        return problem;
    };
    Driver window(options);
    tour(window, [&](Driver& at, const std::string& name) {
        if (name != "24-saved") return;
        REQUIRE(at.click("Open the report"));
        CHECK(opened == window.desktop().app().saved_report);
        CHECK(opened.ends_with(".html"));
        CHECK(window.desktop().app().message == "The report is saved: " + opened);
        problem = "no program for it was found.";
        REQUIRE(at.click("Open the report"));
        CHECK(window.desktop().app().message ==
              "The report could not be opened: no program for it was found. It is here: " + opened);
    });
    CHECK_FALSE(opened.empty());
    window.desktop().app().to_library();
    CHECK(window.desktop().app().saved_report.empty());
}

TEST_CASE("a report is saved as a PDF by its own button, and what stands in the way is said") {
    DesktopOptions options = fixture_options();
    std::string problem;
    options.save_paper = [&](const std::string& id, const Session&, const std::string&) {
        return problem.empty() ? Saved{"reports/" + id + "-1.pdf", ""} : Saved{"", problem};
    };
    Driver window(options);
    tour(window, [](Driver&, const std::string&) {});
    REQUIRE(window.click("Save as PDF"));
    CHECK(window.desktop().app().message == "The report is saved: reports/three-letters-1.pdf");
    CHECK(window.shows("Open the report"));
    problem = "Paper cannot be made: needtoknow-pdf.so is not there.";
    REQUIRE(window.click("Save as PDF"));
    CHECK(window.desktop().app().message == "The report could not be saved. " + problem);
    CHECK_FALSE(window.shows("Open the report"));
    CHECK(window.faults() == std::vector<std::string>{});
}

TEST_CASE("letters that few fonts have are shown all the same") {
    DesktopOptions options = fixture_options();
    options.cases[0].title =
        "Zo\xC5\x82"
        "a i \xCE\xA3\xCF\x89";
    Driver window(options);
    CHECK_FALSE(window.desktop().window().fonts().needs_letters());
    CHECK(window.faults() == std::vector<std::string>{});
}
