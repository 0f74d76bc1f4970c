#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_made_up.h"
#include "tests/support/desktop_tour.h"
#include "tests/support/made_up_words.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("no screen says anything that is not in the language chosen") {
    const MadeUpWords words;
    DesktopOptions options = fixture_options();
    make_up(options);
    Driver window(options);
    int screens = 0;
    tour(window, [&](Driver& shown, const std::string& name) {
        INFO(name);
        CHECK(plain_english(shown.tree()) == Found{});
        CHECK(shown.faults() == Found{});  // two fifths longer, and nothing is cut off
        ++screens;
    });
    CHECK(screens == 26);
}

TEST_CASE("the look for English finds what is hard-coded, and only that") {
    SemNode node;
    node.id = "button";
    node.name = in_made_up_language("Continue with this") + " 1.2 D3";
    CHECK(plain_english(node) == Found{});
    node.value = "Continue";
    CHECK(plain_english(node) == Found{"button: 'Continue' in: Continue"});
    CHECK(same_when_made_up("Save as PDF: all cases", in_made_up_language("Save as PDF: all cases")));
    CHECK_FALSE(same_when_made_up("Save as PDF", in_made_up_language("Save the report")));
    CHECK_FALSE(same_when_made_up("Save", "Save"));
}

TEST_CASE("a language chosen in the settings is used from the next picture on, and left again") {
    DesktopOptions options = fixture_options();
    Settings kept;
    options.languages = {std::string(made_up_language)};
    options.set_language = [](const std::string& language) {
        use_program_words({language, {}});
        return LanguageSet();
    };
    options.save_settings = [&kept](const Settings& now) {
        kept = now;
        return std::string();
    };
    Driver window(options);
    REQUIRE(window.click("Text and colours"));
    REQUIRE(window.click("«Éñglísh»"));
    CHECK(kept.language == made_up_language);
    CHECK(window.shows("Close"_en));
    CHECK("Close"_en != "Close");
    CHECK_FALSE(window.shows("Close"));
    REQUIRE(window.click("English"));
    CHECK(kept.language.empty());
    CHECK(window.shows("Close"));
}
