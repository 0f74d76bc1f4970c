#include <array>
#include <cstdlib>
#include <filesystem>

#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_made_up.h"
#include "tests/support/desktop_picture.h"
#include "tests/support/desktop_tour.h"
#include "tests/support/made_up_words.h"

using namespace ntk::desktop;

// Every screen in every theme and size, as pictures for people to look at (NTK_PICTURES, else build/pictures) and
// checked here. It draws some three hundred frames, so it runs optimised.
TEST_CASE("every screen in every theme and size: nothing clipped, overlapping, too small or too faint") {
    const char* asked = std::getenv("NTK_PICTURES");
    const std::filesystem::path folder = std::filesystem::path(asked != nullptr ? asked : "build/pictures") / "screens";
    std::filesystem::create_directories(folder);
    struct Size {
        int width, height, percent;
    };
    const std::pair<ThemeName, std::string> themes[] = {
        {ThemeName::light, "light"}, {ThemeName::dark, "dark"}, {ThemeName::high_contrast, "contrast"}};
    for (const auto& [theme, word] : themes) {
        for (const Size size :
             {Size{1280, 800, 100}, Size{1920, 1080, 100}, Size{640, 480, 200}, Size{1280, 800, 300}}) {
            const std::string kind = word + "-" + std::to_string(size.width) + "-" + std::to_string(size.percent);
            DesktopOptions options = fixture_options();
            options.width = size.width;
            options.height = size.height;
            options.settings.text_percent = size.percent;
            options.settings.theme = theme;
            Driver window(options);
            int screens = 0;
            tour(window, [&](Driver& shown, const std::string& name) {
                INFO(name << " " << kind);
                CHECK(write_png(shown.desktop(), (folder / (name + "-" + kind + ".png")).string()));
                CHECK(shown.faults() == std::vector<std::string>{});
                CHECK(faint_words(shown.desktop()) == std::vector<std::string>{});
                ++screens;
            });
            CHECK(screens == 26);
        }
    }
}

TEST_CASE("words two fifths longer fit every screen") {
    const char* asked = std::getenv("NTK_PICTURES");
    const std::filesystem::path folder = std::filesystem::path(asked != nullptr ? asked : "build/pictures") / "longer";
    std::filesystem::create_directories(folder);
    for (const auto& [width, height, percent] : {std::array{1280, 800, 100}, std::array{640, 480, 200}}) {
        DesktopOptions options = fixture_options();
        options.width = width;
        options.height = height;
        options.settings.text_percent = percent;
        const ntk::MadeUpWords words;
        make_up(options);
        Driver window(options);
        const std::string kind = std::to_string(width) + "-" + std::to_string(percent);
        tour(window, [&](Driver& shown, const std::string& name) {
            INFO(name << " " << kind);
            CHECK(write_png(shown.desktop(), (folder / (name + "-" + kind + ".png")).string()));
            CHECK(shown.faults() == std::vector<std::string>{});
            CHECK(plain_english(shown.tree()) == std::vector<std::string>{});
        });
    }
}

TEST_CASE("the check of contrast finds words that are too faint") {
    Driver window(fixture_options());
    REQUIRE(faint_words(window.desktop()).empty());
    Theme faint = theme(ThemeName::light);
    faint.muted = {190, 190, 190, 255};
    Desktop& shown = window.desktop();
    shown.window().frame(faint, shown.scale(), [&](Painter& painter) {
        paint(shown.layout(), painter, shown.app().hands.pointing(), shown.app().hands.scroll());
    });
    const std::vector<std::string> found = faint_words(shown);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().find("has a contrast of 1.") != std::string::npos);
}
