#include "game/desktop/work.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_tour.h"

using namespace ntk::desktop;

namespace {

// A door that a job waits at until the test opens it: a file that is very large, a disk that is very slow.
class Door {
  public:
    void wait() {
        std::unique_lock lock(mutex_);
        reached_ = true;
        change_.notify_all();
        change_.wait(lock, [this] { return open_; });
    }
    void wait_until_reached() {
        std::unique_lock lock(mutex_);
        change_.wait(lock, [this] { return reached_; });
    }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        change_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable change_;
    bool open_ = false, reached_ = false;
};

// Drops a file on the window, without waiting for it.
void drop(Driver& window, const std::string& path) {
    Event event;
    event.kind = Event::Kind::drop;
    event.text = path;
    window.desktop().step({event});
}

void key(Driver& window, Key key) {
    Event event;
    event.key = key;
    window.desktop().step({event});
}

bool press(Driver& window, const std::string& name) {
    const SemNode* found = find_named(window.tree(), name);
    return found != nullptr && window.desktop().answer({ReaderRequest::Kind::press, found->id, ""});
}

void finish(Driver& window) {
    while (window.desktop().app().work->busy()) window.desktop().catch_up(std::chrono::seconds(10));
}

}  // namespace

TEST_CASE("results come back in order on the caller's thread, and a dropped one never") {
    int woken = 0;
    std::mutex counting;
    Work work([&] {
        const std::lock_guard lock(counting);
        ++woken;
    });
    CHECK_FALSE(work.busy());
    CHECK_FALSE(work.finish());
    std::vector<int> got;
    Door door;
    work.start([&]() -> Work::Then {
        door.wait();
        return [&got] { got.push_back(1); };
    });
    const int unwanted = work.start([&]() -> Work::Then { return [&got] { got.push_back(2); }; });
    work.start([&]() -> Work::Then { return [&got] { got.push_back(3); }; });
    work.start([]() -> Work::Then { return nullptr; });
    work.drop(unwanted);
    CHECK(work.busy());
    CHECK_FALSE(work.finish(std::chrono::milliseconds(1)));
    door.open();
    while (work.busy()) work.finish(std::chrono::seconds(1));
    CHECK(got == std::vector<int>{1, 3});
    const std::lock_guard lock(counting);
    CHECK(woken >= 1);
}

TEST_CASE("what a job throws comes out where its result would") {
    Work work([] {});
    work.start([]() -> Work::Then { throw std::runtime_error("the disk is gone"); });
    CHECK_THROWS_WITH(
        [&] {
            while (work.busy()) work.finish(std::chrono::seconds(1));
        }(),
        "the disk is gone");
}

TEST_CASE("a file that takes long to open leaves the window alive, and can be given up") {
    DesktopOptions options = fixture_options();
    Door door;
    options.open = [&, inner = options.open](const std::string& id, bool resume) {
        if (id == "file:/cases/large.yaml") door.wait();
        return inner(id, resume);
    };
    Driver window(options);
    drop(window, "/cases/large.yaml");
    door.wait_until_reached();
    CHECK(window.focused() == "Opening large.yaml");
    CHECK(find_id(window.tree(), "waiting")->role == Role::status);
    CHECK(window.faults() == std::vector<std::string>{});
    key(window, Key::tab);  // the window still answers
    CHECK(window.focused() != "Opening large.yaml");
    REQUIRE(press(window, "Text and colours"));
    CHECK(window.shows("Size of the text"));
    key(window, Key::escape);
    REQUIRE(press(window, "Stop, and go back to all cases"));
    CHECK(window.shows("Start this case: Three letters"));

    // Another case waits for the other thread, and is opened when that is free; the one given up never turns up.
    REQUIRE(press(window, "Start this case: Three letters"));
    CHECK(window.focused() == "Opening Three letters");
    door.open();
    finish(window);
    CHECK(window.focused() == "Three letters");
    CHECK(window.shows("Begin"));
    window.click("All cases");
    CHECK_FALSE(window.shows("Start this case: /cases/large.yaml"));
}

TEST_CASE("a file that took long is opened in the end, by Escape it is not") {
    for (const bool give_up : {false, true}) {
        DesktopOptions options = fixture_options();
        Door door;
        options.card_of_file = [&, inner = options.card_of_file](const std::string& path) {
            door.wait();
            return inner(path);
        };
        Driver window(options);
        drop(window, "/cases/slow.yaml");
        door.wait_until_reached();
        if (give_up) key(window, Key::escape);
        door.open();
        finish(window);
        CHECK(window.shows("Begin") == !give_up);
        CHECK(window.shows("Start this case: Three letters") == give_up);
    }
}

TEST_CASE("the same case opened twice in a hurry is opened once") {
    DesktopOptions options = fixture_options();
    Door door;
    options.open = [&, inner = options.open](const std::string& id, bool resume) {
        door.wait();
        return inner(id, resume);
    };
    Driver window(options);
    for (int i = 0; i < 3; ++i) drop(window, "/cases/slow.yaml");
    door.open();
    finish(window);
    CHECK(window.shows("Begin"));
    CHECK(live_fixture_sessions() == 1);
}

TEST_CASE("a report that takes long to save says so, and nothing changes under it") {
    DesktopOptions options = fixture_options();
    Door door;
    bool slow = false;
    options.save_report = [&, inner = options.save_report](const std::string& id, const Session& session,
                                                           const std::string& written) {
        if (slow) door.wait();
        return inner(id, session, written);
    };
    Driver window(options);
    tour(window, [](Driver&, const std::string&) {});
    slow = true;
    REQUIRE(press(window, "Save the report"));
    door.wait_until_reached();
    CHECK(find_id(window.tree(), "message")->name == "The report is being saved.");
    ntk::Input again;
    again.kind = ntk::Input::Kind::replay;
    window.desktop().app().send(again);
    CHECK(window.desktop().app().message == "The report is still being saved. This will go on in a moment.");
    CHECK(last_fixture_session()->inputs().back().kind != ntk::Input::Kind::replay);
    door.open();
    finish(window);
    CHECK(find_id(window.tree(), "message")->name == "The report is saved: reports/three-letters.html");
}

TEST_CASE("a folder that is slow to read leaves the window alive, and the rest of it can be left unread") {
    DesktopOptions options = fixture_options();
    const std::vector<CaseCard> all = options.cases;
    options.cases.clear();
    Door door;
    std::atomic<bool> stopped = false;
    std::size_t read = 0;
    options.read_on = [&] {
        LibraryRead now;
        if (read > 0) door.wait();
        now.read = ++read;
        now.files = stopped ? read : 1000;
        now.more = now.read < now.files;
        if (!now.more) now.cases = all;
        return now;
    };
    options.stop_reading = [&] { stopped = true; };
    // A hidden window reads its first files at once, so this one is slow only from here on.
    DesktopOptions first = options;
    first.read_on = nullptr;
    Driver window(first);
    window.desktop().app().options.read_on = options.read_on;
    window.desktop().app().read_on();
    window.desktop().read_behind();
    door.wait_until_reached();
    key(window, Key::tab);
    CHECK(window.focused() == "Text and colours");
    CHECK(find_id(window.tree(), "reading")->name == "Reading the cases: 1 of 1000 files.");
    window.desktop().app().reading_long = true;
    key(window, Key::tab);
    REQUIRE(press(window, "Stop reading, and show what has been read"));
    door.open();
    finish(window);
    CHECK(window.shows("Start this case: Three letters"));
    CHECK(window.faults() == std::vector<std::string>{});
}
