#include <stdlib.h>

#include <cstdlib>
#include <filesystem>

#include "game/desktop_host.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_picture.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
using namespace ntk::desktop;

// A case run with a group, on a projector and in a small window with large letters, in every theme: pictures for people
// to look at, checked as in pictures_speed_test.cpp.
TEST_CASE("a case run with a group is whole on a large screen and in a small window with large letters") {
    const char* asked = std::getenv("NTK_PICTURES");
    const std::filesystem::path folder = std::filesystem::path(asked != nullptr ? asked : "build/pictures") / "group";
    std::filesystem::create_directories(folder);
    TemporaryFolder data;
    setenv("XDG_DATA_HOME", data.path.c_str(), 1);
    struct Size {
        int width, height, percent;
    };
    for (const auto& [theme, word] : {std::pair{ThemeName::light, "light"}, std::pair{ThemeName::dark, "dark"},
                                      std::pair{ThemeName::high_contrast, "contrast"}}) {
        for (const Size size : {Size{1920, 1080, 100}, Size{640, 480, 200}}) {
            DesktopHost host(NTK_ROOT);
            DesktopOptions options = host.options();
            options.settings = {};
            options.settings.theme = theme;
            options.settings.text_percent = size.percent;
            options.save_settings = nullptr;
            options.width = size.width;
            options.height = size.height;
            Driver window(options);
            App& app = window.desktop().app();
            window.read_library();
            const std::string kind = std::string("-") + word + "-" + std::to_string(size.width) + ".png";
            int shots = 0;
            const auto shoot = [&](const std::string& name) {
                window.idle();
                INFO(name << kind);
                CHECK(write_png(window.desktop(), (folder / (name + kind)).string()));
                CHECK(window.faults() == std::vector<std::string>{});
                CHECK(faint_words(window.desktop()) == std::vector<std::string>{});
                ++shots;
            };
            const auto use = [&](const std::string& name) {
                INFO("'" << name << "' in\n" << window.outline());
                REQUIRE((window.click(name) || (window.click("Menu") && window.click(name))));
            };
            use("With a group: Half a sandwich");
            shoot("1-briefing");
            use("Begin");
            for (int step = 0; step < 20 && app.page()->kind != PageKind::scene; ++step) use("Continue");
            shoot("2-vote");
            window.press("1");
            window.press("2");
            window.press("2");
            shoot("3-counted");
            use("Pause and talk");
            shoot("4-pause");
            use("Back to the case");
            use("Close the vote");
            shoot("5-decide");
            use("Do this");
            shoot("6-consequence");
            for (int step = 0; step < 20 && app.page()->kind != PageKind::feedback; ++step) use("Continue");
            shoot("7-held-back");
            use("Show what the rules say");
            shoot("8-shown");
            use("Jump to the debrief");
            shoot("9-debrief");
            CHECK(shots == 9);
        }
    }
}
