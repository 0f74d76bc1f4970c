#include <stdlib.h>

#include <filesystem>
#include <functional>

#include "engine/host/source_file.h"
#include "game/desktop_host.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

// "Friday club" from the library to its debrief, its best answers given; `use` presses what has a name.
void play_through(Driver& window, const std::function<void(const std::string&)>& use) {
    window.read_library();
    Event again;
    again.kind = Event::Kind::resize;
    window.desktop().step({again});
    use("Start this case: Friday club");
    use("Begin");
    const std::string best = "cbdacbdabc";
    std::size_t next = 0;
    for (int step = 0; step < 100 && !window.desktop().app().session()->finished(); ++step) {
        const Page page = window.desktop().app().session()->page();
        CHECK(window.faults() == std::vector<std::string>{});
        if (page.kind != PageKind::scene || page.choices.empty()) {
            use("Continue");
            continue;
        }
        const std::string id(1, best.at(next++));
        for (const Choice& each : page.choices) {
            if (each.id == id) use(each.label);
        }
        use("Do this");
    }
    CHECK(next == best.size());
    const Page& end = window.desktop().app().session()->page();
    REQUIRE(end.kind == PageKind::debrief);
    CHECK(end.debrief.overall.percent == 100);
    CHECK(window.desktop().app().message.find("The report is saved: ") == 0);
    for (const char* part : {"Scores", "Decisions", "Map", "Reflect"}) {
        use(part);
        CHECK(window.faults() == std::vector<std::string>{});
    }
    use("Save the report");
    const std::string kept = window.desktop().app().saved_report;
    CHECK(window.desktop().app().message == "This report is already saved: " + kept);
    const auto saved = [&] {
        const std::filesystem::directory_iterator files(std::filesystem::path(kept).parent_path());
        return std::distance(std::filesystem::begin(files), std::filesystem::end(files));
    };
    CHECK(saved() == 1);
    window.desktop().app().reflections[window.desktop().app().note_key()].text = "Ring first.";
    use("Save the report");
    CHECK(window.desktop().app().message == "The report is saved: " + window.desktop().app().saved_report);
    CHECK(saved() == 2);
    use("Save as PDF");
    const std::string said = window.desktop().app().message, path = window.desktop().app().saved_report;
    CHECK(said == "The report is saved: " + path);
    CHECK(std::filesystem::path(path).extension() == ".pdf");
    CHECK(read_file(path).value_or("").rfind("%PDF-1.", 0) == 0);
    use("All cases");
    CHECK(window.shows("Back to the debrief: Friday club"));
}

DesktopOptions with_own_data(DesktopHost& host) {
    DesktopOptions options = host.options();
    options.settings = {};
    options.save_settings = nullptr;
    return options;
}

struct OwnFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "ntk-playthrough";
    OwnFolder() {
        std::filesystem::remove_all(path);
        setenv("XDG_DATA_HOME", path.c_str(), 1);
    }
    ~OwnFolder() { std::filesystem::remove_all(path); }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
};

}  // namespace

TEST_CASE("a case can be played from the library to the end with the keyboard alone") {
    const OwnFolder data;
    DesktopHost host(NTK_ROOT);
    Driver window(with_own_data(host));
    play_through(window, [&](const std::string& name) {
        INFO(name << " in\n" << window.outline());
        REQUIRE(window.tab_to(name));
        window.press("Enter");
    });
}

TEST_CASE("at 300% a case can be played to the end, and nothing in it is cut off") {
    const OwnFolder data;
    DesktopHost host(NTK_ROOT);
    DesktopOptions options = with_own_data(host);
    options.settings.text_percent = 300;
    Driver window(options);
    play_through(window, [&](const std::string& name) {
        INFO(name << " in\n" << window.outline());
        const bool found = window.click(name) || (window.click("Menu") && window.click(name));
        REQUIRE(found);
    });
}

TEST_CASE("a case can be played from the library to the end with the mouse alone") {
    const OwnFolder data;
    DesktopHost host(NTK_ROOT);
    Driver window(with_own_data(host));
    play_through(window, [&](const std::string& name) {
        INFO(name << " in\n" << window.outline());
        REQUIRE(window.point_at(name));
    });
}
