#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>

#include "tests/support/assessment_world.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_made_up.h"
#include "tests/support/desktop_sitting.h"
#include "tests/support/fault_layer.h"
#include "tests/support/made_up_words.h"
#include "tests/support/play_world.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

const std::string learner = "p-0123456789abcdef";

// A store with a short assessment in it, and a clock that only the test moves.
struct SittingRoom {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path / "room.store";
    std::chrono::steady_clock::time_point now;

    explicit SittingRoom(int limit_minutes = 0) { make_small_store(path, small_plan(2, limit_minutes)); }

    DesktopOptions sit_down(const std::string& who = learner, const StoreOptions& disk = {}) {
        Diagnostics diagnostics;
        ntk::Problem problem;
        std::shared_ptr<AssessmentSeat> seat = AssessmentSeat::open(
            opened(path, disk), small_shelf(), who, [this] { return now; }, diagnostics, problem);
        if (!seat) throw std::runtime_error(diagnostics.render() + problem.message);
        return sitting_options(std::move(seat));
    }

    void pass(Driver& window, int seconds) {
        now += std::chrono::seconds(seconds);
        window.idle();
    }
};

const Page& page_of(Driver& window) { return *window.desktop().app().page(); }

void golden(Driver& window, const std::string& name) {
    CHECK(differs_from_golden("tests/golden/desktop/sitting-" + name + ".txt", window.outline()) == "");
    CHECK(window.faults() == std::vector<std::string>{});
}

void click(Driver& window, const std::string& name) {
    if (window.click(name) || (window.click("Menu") && window.click(name))) return;
    throw std::runtime_error("nothing called '" + name + "' can be clicked in\n" + window.outline());
}

// On to the next decision, then its option of this number.
void decide(Driver& window, std::size_t number) {
    while (page_of(window).kind != PageKind::scene)
        click(window, page_of(window).id == "briefing" ? "Begin" : "Continue");
    click(window, std::string(page_of(window).choices.at(number - 1).label));
    click(window, "Do this");
}

// Every screen of an assessment with a time limit, by the words on its buttons.
void tour_of_sitting(SittingRoom& room, Driver& window, const std::function<void(Driver&, const std::string&)>& at) {
    at(window, "01-notice");
    click(window, "I have begun before");
    click(window, "Go on where I was");
    at(window, "02-no-pseudonym");
    click(window, "I have read this and want to begin");
    at(window, "03-time");
    click(window, "20 minutes");
    at(window, "04-briefing");
    click(window, "Begin");
    click(window, std::string(page_of(window).choices.front().label));
    at(window, "05-scene");
    click(window, "Time");
    at(window, "06-time-left");
    click(window, "Close");
    click(window, "Leave now");
    at(window, "07-leave");
    click(window, "Stay");
    click(window, "Leave this case and go on");
    at(window, "08-leave-the-case");
    click(window, "Go back to the case");
    room.pass(window, 18 * 60 + 5);
    at(window, "09-time-is-short");
    click(window, "More time");
    at(window, "10-more-time");
    decide(window, 1);
    at(window, "11-consequence");
    decide(window, 1);
    while (page_of(window).kind != PageKind::scene) click(window, "Continue");
    room.pass(window, 10 * 60);
    decide(window, 1);
    at(window, "12-between");
    click(window, "Continue");
    at(window, "13-time-is-up");
    click(window, "I need more time");
    click(window, "Leave now");
    click(window, "Leave: my place is kept");
    at(window, "14-left");
    click(window, "Go on now");
    for (int i = 0; i < 3; ++i) decide(window, 2);
    at(window, "15-review");
    click(window, "Read what you decided in case 2");
    at(window, "16-decided");
    click(window, "Back");
    click(window, "Hand in");
    at(window, "17-confirm");
    click(window, "Yes, hand in");
    at(window, "18-done");
}

std::string message(Driver& window) {
    const SemNode* found = find_id(window.tree(), "message");
    return found != nullptr ? found->name : "";
}

}  // namespace

TEST_CASE("every screen of an assessment is described as its golden file says") {
    SittingRoom room(20);
    Driver window(room.sit_down());
    tour_of_sitting(room, window, golden);
    ResultStore store = opened(room.path);
    const auto sessions = store.sessions();
    REQUIRE(sessions->size() == 1);
    CHECK(sessions->front().submitted);
    CHECK(sessions->front().learner == learner);
    CHECK(sessions->front().extensions == 2);
    click(window, "Close the window");
    CHECK(window.desktop().app().quit);
}

TEST_CASE("an assessment says nothing of the program's that is not in the language chosen, and nothing is cut off") {
    const MadeUpWords words;
    const std::vector<std::string> written =
        written_in({NTK_ROOT "/" + two_doors}, {"A tiny form", "A course.", "Ann, room 3.", learner});  // small_plan()
    SittingRoom room(20);
    Driver window(room.sit_down());
    tour_of_sitting(room, window, [&](Driver& shown, const std::string& name) {
        INFO(name);
        CHECK(plain_english(shown.tree(), written) == std::vector<std::string>{});
        CHECK(shown.faults() == std::vector<std::string>{});
    });
}

TEST_CASE("in an assessment nothing is cut off, too small or out of reach at any size of window and text") {
    const std::pair<int, int> sizes[] = {{1280, 800}, {640, 480}};
    for (const auto& size : sizes) {
        for (const int percent : {100, 200, 300}) {
            SittingRoom room(20);
            DesktopOptions options = room.sit_down();
            options.width = size.first;
            options.height = size.second;
            options.settings.text_percent = percent;
            Driver window(options);
            tour_of_sitting(room, window, [&](Driver& shown, const std::string& name) {
                INFO(name << " at " << size.first << "x" << size.second << " and " << percent << "%");
                CHECK(shown.faults() == std::vector<std::string>{});
            });
        }
    }
}

TEST_CASE("an assessment in the window has no library, no verdict and no way back") {
    SittingRoom room;
    Driver window(room.sit_down());
    const auto plain = [&] {
        const std::string shown = window.outline();
        for (const char* word : {"All cases", "Try the other way", "Go back one decision", "Change one fact", "debrief",
                                 "Choose another case", "Play it again", "Kept", "Missed"}) {
            INFO(word << " in\n" << shown);
            CHECK(shown.find(word) == std::string::npos);
        }
        CHECK(page_of(window).kind != PageKind::feedback);
    };
    plain();
    click(window, "I have read this and want to begin");
    while (page_of(window).id != "assessment/review") {
        plain();
        if (page_of(window).kind == PageKind::scene)
            decide(window, 1);
        else
            click(window, page_of(window).id == "briefing" ? "Begin" : "Continue");
    }
    plain();
    click(window, "Hand in");
    click(window, "Yes, hand in");
    plain();
    window.press("Escape");
    CHECK(window.shows("Handed in"));
}

TEST_CASE("whoever declines, or closes the window before agreeing, leaves nothing behind") {
    SittingRoom room;
    {
        Driver window(room.sit_down(""));
        click(window, "I do not want to begin now; nothing is kept");
        golden(window, "19-declined");
        click(window, "Back to the notice");
        click(window, "Leave now");
        golden(window, "20-leave-before");
        click(window, "Leave: nothing is kept");
        CHECK(window.shows("You have not begun"));
        click(window, "Back to the notice");
    }
    ResultStore store = opened(room.path);
    CHECK(store.sessions()->empty());
}

TEST_CASE("a scene of an assessment is skipped in the window, and kept like any other decision") {
    SittingRoom room;
    std::string after;
    {
        Driver window(room.sit_down());
        click(window, "I have read this and want to begin");
        while (page_of(window).kind != PageKind::scene) click(window, "Begin");
        CHECK(page_of(window).id == "D1");
        click(window, "Skip this scene");
        CHECK(window.faults() == std::vector<std::string>{});
        window.press("Escape");
        CHECK(page_of(window).id == "D1");
        click(window, "Skip this scene");
        click(window, "Yes, skip this scene");
        CHECK(window.outline().find("You skipped this scene. A colleague took this step: ") != std::string::npos);
        while (page_of(window).kind != PageKind::scene) click(window, "Continue");
        after = page_of(window).id;
    }
    CHECK(after == "D2");
    Driver again(room.sit_down());
    CHECK(page_of(again).id == after);
}

TEST_CASE("a window that is gone from one moment to the next comes back at the same decision by the pseudonym") {
    SittingRoom room;
    std::string was, page;
    {
        Driver window(room.sit_down(""));
        was = window.desktop().app().sitting()->pseudonym();
        click(window, "I have read this and want to begin");
        decide(window, 2);
        while (page_of(window).kind != PageKind::scene) click(window, "Continue");
        page = page_of(window).id;
    }
    CHECK(page != "D1");
    {
        Driver window(room.sit_down(""));
        const std::string fresh = window.desktop().app().sitting()->pseudonym();
        CHECK(fresh != was);
        click(window, "I have begun before");
        const auto type_and_go = [&](const std::string& words) {
            click(window, "Your pseudonym");
            window.press("Ctrl+A");
            window.type(words);
            click(window, "Go on where I was");
        };
        type_and_go(fresh);
        CHECK(message(window) ==
              "Nothing is kept here under this pseudonym. Look whether every letter and digit is right.");
        CHECK(window.desktop().app().sitting()->pseudonym() == fresh);
        std::string shouted = " " + was + " ";
        for (char& c : shouted) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        type_and_go(shouted);
        CHECK(message(window) == "This goes on where you left the assessment.");
        CHECK(page_of(window).id == page);
        CHECK(window.desktop().app().sitting()->pseudonym() == was);
    }
    Driver named(room.sit_down(was));
    CHECK(page_of(named).id == page);
    CHECK(message(named) == "This goes on where you left the assessment.");
}

TEST_CASE("what the disk refuses is said, and the page stays") {
    SittingRoom room;
    fault_layer::begin();
    Driver window(room.sit_down(learner, {fault_layer::name, 100, 12}));
    fault_layer::refuse_from(0, fault_layer::Refusal::full);
    click(window, "I have read this and want to begin");
    CHECK(window.shows("Before you begin: what is kept about you"));
    CHECK(message(window).find("This could not be kept, so it has not been done.") == 0);
    fault_layer::refuse_from(0, fault_layer::Refusal::none, 0);
    click(window, "I have read this and want to begin");
    click(window, "Begin");
    CHECK(page_of(window).id == "D1");
    const std::string first = page_of(window).choices.front().label;
    click(window, first);
    fault_layer::refuse_from(0, fault_layer::Refusal::full);
    click(window, "Do this");
    CHECK(page_of(window).id == "D1");
    CHECK(message(window).find("there is no room left on the disk") != std::string::npos);
    CHECK(window.faults() == std::vector<std::string>{});
    fault_layer::refuse_from(0, fault_layer::Refusal::none, 0);
    click(window, "Do this");
    CHECK(message(window).empty());
    CHECK(window.desktop().app().sitting()->begun());
    CHECK(page_of(window).id != "D1");
}

TEST_CASE("time is told calmly: the words change every few minutes, and a strip comes once it is short") {
    SittingRoom room(20);
    Driver window(room.sit_down());
    click(window, "I have read this and want to begin");
    click(window, "20 minutes");
    click(window, "Begin");
    click(window, "Time");
    CHECK(window.shows("About 20 minutes are left."));
    int changes = 0;
    std::string shown = window.outline();
    for (int second = 5; second <= 1080; second += 5) {
        room.pass(window, 5);
        if (window.outline() == shown) continue;
        shown = window.outline();
        ++changes;
        CHECK(second % 60 == (second == 1080 ? 0 : 5));  // once a minute at most
    }
    CHECK(changes == 19);
    CHECK(
        window.shows("Time is running short: less than two minutes are left. You can have more, and nothing is lost "
                     "either way."));
    click(window, "Close");
    CHECK(find_id(window.tree(), "strip/words")->role == Role::status);
    shown = window.outline();
    for (int second = 0; second < 110; second += 10) room.pass(window, 10);
    CHECK(window.outline() == shown);  // nothing counts down
    REQUIRE(window.tab_to("No limit"));
    window.press("Enter");
    CHECK(find_id(window.tree(), "strip/words")->name == "There is no time limit for you any more.");
    CHECK_FALSE(window.shows("More time"));
    CHECK_FALSE(window.shows("Time"));
    decide(window, 1);
    CHECK(find_id(window.tree(), "strip/words") == nullptr);
    ResultStore store = opened(room.path);
    CHECK(store.sessions()->front().allowance == 0);
}

TEST_CASE("closing the window stops the clock, and wins no time for the question on show") {
    SittingRoom room(20);
    {
        Driver window(room.sit_down());
        click(window, "I have read this and want to begin");
        click(window, "20 minutes");
        click(window, "Begin");
        room.now += std::chrono::seconds(300);  // and no look at the clock since
    }
    for (int more = 0; more < 2; ++more) {
        room.now += std::chrono::hours(1);  // closed
        Driver window(room.sit_down());
        click(window, "Time");
        CHECK(window.shows("About 15 minutes are left."));
    }
    {
        Driver window(room.sit_down());
        room.now += std::chrono::seconds(240);
        click(window, "Leave now");
        click(window, "Leave: my place is kept");
        room.now += std::chrono::seconds(600);
        click(window, "Go on now");
        click(window, "Time");
        CHECK(window.shows("About 11 minutes are left."));
    }
    ResultStore store = opened(room.path);
    CHECK(store.sessions()->front().spent_seconds == 540);
}

TEST_CASE("the same answers through the window and through the terminal are kept the same, to the byte") {
    const TemporaryFolder folder;
    const std::string form = (folder.path / "tiny.yaml").string();
    std::ofstream(form) << "form: { id: tiny, title: A tiny form, version: 1.0.0, status: for tests }\n"
                           "guidance: { packs: [england-2024, plymouth], as_of: 2024-09-01 }\n"
                           "cases: [three-letters, door-ajar]\n";
    tool::AssessRequest request;
    request.store = (folder.path / "room.store").string();
    request.form = form;
    request.keep_days = 30;
    request.seed = 7;
    std::ostringstream out, err;
    REQUIRE(tool::assess_new(request, out, err) == 0);

    std::string typed = "1\n";
    for (int i = 0; i < 60; ++i) typed += "\n1\n";
    std::istringstream in(typed);
    std::streambuf* usual[] = {std::cin.rdbuf(in.rdbuf()), std::cout.rdbuf(out.rdbuf())};
    request.terminal = true;
    CHECK(assess_run_command(request) == 0);
    std::cin.rdbuf(usual[0]);
    std::cout.rdbuf(usual[1]);

    int code = 0;
    std::shared_ptr<AssessmentSeat> seat = AssessmentSeat::open(request, err, code);
    REQUIRE(seat);
    DesktopOptions options = assessment_options(seat);
    options.settings = {};
    options.save_settings = nullptr;
    Driver window(options);
    click(window, "I have read this and want to begin");
    while (page_of(window).id != "assessment/review") {
        if (page_of(window).kind == PageKind::scene)
            decide(window, 1);
        else
            click(window, page_of(window).id == "briefing" ? "Begin" : "Continue");
    }
    click(window, "Hand in");
    click(window, "Yes, hand in");

    ResultStore store = opened(request.store);
    const auto sessions = store.sessions();
    REQUIRE(sessions->size() == 2);
    CHECK(*store.logs(sessions->at(0)) == *store.logs(sessions->at(1)));
    const auto shown = [&](const StoredSession& session) {
        tool::AssessRequest show = request;
        show.learner = session.id;
        std::ostringstream words;
        CHECK(tool::assess_show(show, words, err) == 0);
        std::string text = words.str();
        for (const std::string& own : {session.learner, session.id})
            for (std::size_t at = text.find(own); at != std::string::npos; at = text.find(own))
                text.erase(at, own.size());
        return text;
    };
    CHECK(shown(sessions->at(0)) == shown(sessions->at(1)));
    CHECK(shown(sessions->at(0)).find("Proposal: ") != std::string::npos);
}
