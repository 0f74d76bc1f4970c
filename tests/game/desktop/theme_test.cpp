#include "game/desktop/theme.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace ntk::desktop;

TEST_CASE("every pair of colours that meet on the screen has the contrast it needs") {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::high_contrast}) {
        for (const ColourPair& pair : pairs(theme(name))) {
            INFO("theme " << static_cast<int>(name) << ": " << pair.what << " has " << contrast(pair.front, pair.back)
                          << ", needs " << pair.need);
            CHECK(contrast(pair.front, pair.back) >= pair.need);
        }
    }
}

TEST_CASE("high contrast asks for more: words at seven to one") {
    for (const ColourPair& pair : pairs(theme(ThemeName::high_contrast))) {
        INFO(pair.what);
        if (pair.need > 4) CHECK(contrast(pair.front, pair.back) >= 7);
    }
}

TEST_CASE("contrast is that of WCAG 2.2") {
    const Colour black{0, 0, 0, 255};
    const Colour white{255, 255, 255, 255};
    const Colour grey{118, 118, 118, 255};
    CHECK(std::abs(contrast(black, white) - 21.0) < 0.01);
    CHECK(std::abs(contrast(white, white) - 1.0) < 0.01);
    CHECK(std::abs(contrast(grey, white) - 4.54) < 0.01);
}
