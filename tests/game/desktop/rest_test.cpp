#include <stdlib.h>

#include <algorithm>
#include <filesystem>

#include "game/desktop_host.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_tour.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

bool same(const std::vector<Colour>& a, const std::vector<Colour>& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](Colour x, Colour y) {
               return x.r == y.r && x.g == y.g && x.b == y.b;
           });
}

}  // namespace

TEST_CASE("on every screen the window waits without end, and a frame drawn in parts is the frame drawn whole") {
    Driver window(fixture_options());
    Event again;
    again.kind = Event::Kind::resize;
    int in_parts = 0, screens = 0;
    tour(window, [&](Driver& shown, const std::string& name) {
        INFO(name);
        Desktop& desktop = shown.desktop();
        ++screens;
        CHECK(desktop.may_wait() == -1);
        const std::vector<Colour> parts = desktop.window().pixels();
        desktop.window().forget_picture();
        desktop.step({again});
        CHECK(desktop.window().redrawn().pixels == 1280L * 800);
        CHECK(same(parts, desktop.window().pixels()));
        desktop.step({again});
        CHECK(desktop.window().redrawn().rectangles == 0);
        // The keyboard moves on: its ring leaves one place and comes to another.
        shown.press("Tab");
        if (desktop.window().redrawn().pixels < 1280L * 800 / 2) ++in_parts;
        const std::vector<Colour> ring = desktop.window().pixels();
        desktop.window().forget_picture();
        desktop.step({again});
        CHECK(same(ring, desktop.window().pixels()));
    });
    CHECK(in_parts * 4 >= screens * 3);
}

TEST_CASE("an author's screens look at files no more than once a second") {
    TemporaryFolder folder;
    setenv("XDG_DATA_HOME", folder.path.c_str(), 1);
    const std::filesystem::path file = folder.path / "two-doors.yaml";
    std::filesystem::copy_file(NTK_ROOT "/tests/support/two-doors.yaml", file);
    DesktopHost host(NTK_ROOT);
    DesktopOptions options = host.options();
    options.settings = {};
    options.read_on = nullptr;
    options.start_author = true;
    options.author_path = file.string();
    Driver window(options);
    Desktop& desktop = window.desktop();
    for (const char* pane : {"files", "problems", "outline", "map", "scene", "what-if", "coverage"}) {
        INFO(pane);
        desktop.app().show_pane(pane);
        while (desktop.may_wait() == 0) desktop.run_once();
        CHECK(desktop.may_wait() >= 1000);
    }
}
