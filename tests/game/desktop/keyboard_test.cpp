#include <SDL.h>

#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"

using namespace ntk::desktop;

TEST_CASE("a whole case can be played with the keyboard alone") {
    Driver window(fixture_options());
    CHECK(window.focused() == "Who needs to know what, when, and how do you tell them?");
    REQUIRE(window.tab_to("Start this case: Three letters"));
    window.press("Enter");
    CHECK(window.focused() == "Three letters");
    REQUIRE(window.tab_to("Begin"));
    window.press("Space");
    CHECK(window.focused() == "The third letter");
    window.press("2");      // chooses
    window.press("Enter");  // goes to the button
    CHECK(window.focused() == "Do this");
    window.press("Enter");
    CHECK(window.focused() == "What followed");
    REQUIRE(window.tab_to("Continue"));
    window.press("Enter");
    CHECK(window.focused() == "You did not assume that somebody else would ask.");
    CHECK(find_focused(window.tree())->description == "Kept: Do not assume that somebody else has shared it");
    REQUIRE(window.tab_to("Continue"));
    window.press("Enter");
    REQUIRE(window.tab_to("Put the package together yourself"));
    window.press("Enter");
    for (const char* pick : {"The clinic's letter", "The nursery", "Consent"}) {
        REQUIRE(window.tab_to(pick));
        window.press("Space");
    }
    REQUIRE(window.tab_to("What do you write down, and why?"));
    window.type("why 1 and 2");
    window.press("1");  // in a box of writing a digit is a digit: nothing is chosen
    REQUIRE(window.tab_to("Look it over"));
    window.press("Enter");
    REQUIRE(window.tab_to("Send it"));
    window.press("Enter");
    CHECK(window.focused() == "What followed");
    const ntk::Input& sent = last_fixture_session()->inputs().back();
    CHECK(sent.answers.at("items") == std::vector<std::string>{"letter"});
    CHECK(sent.answers.at("basis") == std::vector<std::string>{"consent"});
    CHECK(sent.answers.at("record") == std::vector<std::string>{"why 1 and 2"});
    REQUIRE(window.tab_to("Continue"));
    window.press("Enter");
    REQUIRE(window.tab_to("Continue"));
    window.press("Enter");
    CHECK(window.focused() == "Heard in time");
    REQUIRE(window.tab_to("Save the report"));
    window.press("Enter");
    CHECK(window.shows("The report is saved: reports/three-letters.html"));
}

TEST_CASE("Tab goes round and Shift+Tab goes back") {
    Driver window(fixture_options());
    window.press("Tab");
    const std::string first = window.focused();
    window.press("Tab");
    CHECK(window.focused() != first);
    window.press("Shift+Tab");
    CHECK(window.focused() == first);
    window.press("Down");
    window.press("Up");
    CHECK(window.focused() == first);
    window.press("Tab");
    CHECK(window.tab_to(first));
}

TEST_CASE("keys pressed and let go within one frame are not lost and keep their order") {
    DesktopOptions options = fixture_options();
    options.start_with = "three-letters";
    Driver window(options);
    window.click("Begin");
    // One batch, as a switch box or a slow frame delivers it: 1, then 3, then Enter to go to the button, then Enter.
    for (const SDL_Keycode code : {SDLK_1, SDLK_3, SDLK_RETURN, SDLK_RETURN}) {
        for (const Uint32 type : {SDL_KEYDOWN, SDL_KEYUP}) {
            SDL_Event event{};
            event.type = type;
            event.key.keysym.sym = code;
            SDL_PushEvent(&event);
        }
    }
    window.idle();
    REQUIRE(last_fixture_session()->inputs().size() == 2);
    CHECK(last_fixture_session()->inputs().back().id == "write");
}

TEST_CASE("choosing is not doing, and a held key does nothing more") {
    DesktopOptions options = fixture_options();
    options.start_with = "three-letters";
    Driver window(options);
    window.click("Begin");
    window.press("1");
    Event held;
    held.key = Key::enter;
    held.repeat = true;
    window.desktop().step({held, held, held});
    CHECK(window.shows("The third letter"));
    CHECK(last_fixture_session()->inputs().size() == 1);
}

TEST_CASE("Ctrl+Enter presses the filled button of the page from wherever the keyboard is") {
    DesktopOptions options = fixture_options();
    for (CaseCard& each : options.cases) each.resumable = true;
    Driver window(options);
    window.press("Ctrl+Enter");  // each of the cases has one, so none is meant
    CHECK(window.desktop().app().where == App::Where::library);
    window.click("Start again: Three letters");
    window.press("Ctrl+Enter");
    CHECK(window.focused() == "The third letter");
    window.press("Ctrl+Enter");
    CHECK(window.focused() == "Do this");
    CHECK(window.shows("Choose one of the options first. Then press \"Do this\"."));
    window.press("2");
    window.press("Ctrl+Enter");
    CHECK(window.focused() == "What followed");
    Event held;
    held.key = Key::enter;
    held.control = held.repeat = true;
    window.desktop().step({held, held});
    CHECK(window.focused() == "What followed");
    window.press("Ctrl+Enter");
    CHECK(window.focused() == "You did not assume that somebody else would ask.");
    window.press("Ctrl+Enter");
    window.click("Put the package together yourself");
    REQUIRE(window.tab_to("What do you write down, and why?"));
    window.press("Ctrl+Enter");
    CHECK(window.shows("This question still needs an answer before you can go on."));
}

TEST_CASE("single keys can be switched off") {
    DesktopOptions options = fixture_options();
    options.start_with = "three-letters";
    options.settings.choice_keys = ChoiceKeys::off;
    Driver window(options);
    window.click("Begin");
    window.press("1");
    CHECK(window.outline().find("[chosen]") == std::string::npos);
}

TEST_CASE("the keys that choose can be others, and are drawn beside the options") {
    struct Layout {
        ChoiceKeys keys;
        std::string second, drawn, help;
    };
    for (const Layout& each : {Layout{ChoiceKeys::letters, "B", "B", "Keys: A to C choose."},
                               Layout{ChoiceKeys::home_row, "S", "S", "Keys: A, S and D choose."},
                               Layout{ChoiceKeys::control_digits, "Ctrl+2", "2", "Keys: Ctrl with 1 to 3 choose."}}) {
        DesktopOptions options = fixture_options();
        options.start_with = "three-letters";
        options.settings.choice_keys = each.keys;
        Driver window(options);
        window.click("Begin");
        window.press("2");
        CHECK(window.desktop().app().chosen.empty());
        window.press(each.second);
        CHECK(window.desktop().app().chosen == "ring");
        CHECK(choice_key(each.keys, 2) == each.drawn);
        CHECK(find_named(window.tree(), each.help, true) != nullptr);
    }
    CHECK(choice_key(ChoiceKeys::letters, 10) == "10");
}

TEST_CASE("the keys that choose are set in the window and handed to the host") {
    ChoiceKeys told = ChoiceKeys::digits;
    DesktopOptions options = fixture_options();
    options.start_with = "three-letters";
    options.save_settings = [&](const Settings& settings) {
        told = settings.choice_keys;
        return std::string();
    };
    Driver window(options);
    window.click("Begin");
    window.click("Text and colours");
    REQUIRE(window.click("A to I"));
    CHECK(told == ChoiceKeys::letters);
    window.press("Escape");
    window.press("C");
    CHECK(window.desktop().app().chosen == "write");
}

TEST_CASE("after Page Down the keyboard goes on from what can be seen") {
    DesktopOptions options = fixture_options();
    options.width = 640;
    options.height = 480;
    Driver window(options);
    window.press("Tab");
    window.press("End");
    const float before = window.desktop().app().hands.scroll()["main"];
    REQUIRE(before > 480);
    window.press("Tab");
    CHECK(window.desktop().app().hands.scroll()["main"] > before - 480);
    window.press("End");
    window.press("Home");
    window.press("Shift+Tab");
    CHECK(window.desktop().app().hands.scroll()["main"] < 480);
}

TEST_CASE("Escape goes one step back and loses nothing") {
    DesktopOptions options = fixture_options();
    options.start_with = "three-letters";
    Driver window(options);
    window.click("Begin");
    window.press("1");
    window.click("Do this");
    window.click("Continue");
    window.click("Continue");
    window.click("Put the package together yourself");
    window.click("The hearing aids in the drawer");
    window.click("Housing");
    window.click("Look it over");
    window.press("Escape");
    CHECK(window.shows("Put the package together yourself"));
    window.press("Escape");
    CHECK(window.focused() == "Put the package together yourself");
    window.press("Enter");
    CHECK(find_named(window.tree(), "Housing")->checked);
    window.click("Glossary");
    window.press("Escape");
    CHECK(find_named(window.tree(), "Housing")->checked);
}

TEST_CASE("the focus is scrolled into view") {
    DesktopOptions options = fixture_options();
    options.width = 640;
    options.height = 480;
    options.settings.text_percent = 200;
    Driver window(options);
    for (int i = 0; i < 12; ++i) {
        window.press("Tab");
        const SemNode* node = find_focused(window.tree());
        REQUIRE(node != nullptr);
        INFO(node->name);
        CHECK(shared(node->rect, node->clip).h >= std::min(node->rect.h, 88.0F));
    }
}

TEST_CASE("the wheel turns an open panel from beside it as well") {
    DesktopOptions options = fixture_options();
    options.width = 1280;
    options.height = 480;
    options.settings.text_percent = 200;
    Driver window(options);
    REQUIRE(window.click("Text and colours"));
    REQUIRE(find_named(window.tree(), "Text and colours")->rect.x > 10);
    REQUIRE(window.desktop().app().hands.scroll()["sheet"] == 0);
    Event wheel;
    wheel.kind = Event::Kind::wheel;
    wheel.x = 5;
    wheel.y = 240;
    wheel.wheel = -1;
    window.desktop().step({wheel});
    CHECK(window.desktop().app().hands.scroll()["sheet"] > 0);
}

TEST_CASE("a press counts only where it is let go") {
    DesktopOptions options = fixture_options();
    options.start_with = "three-letters";
    Driver window(options);
    const Rect at = find_named(window.tree(), "Begin")->rect;
    Event press, away, release;
    press.kind = Event::Kind::press;
    press.x = at.x + 5;
    press.y = at.y + 5;
    away = press;
    away.kind = Event::Kind::move;
    away.x = at.x - 60;
    release = away;
    release.kind = Event::Kind::release;
    window.desktop().step({press, away, release});
    CHECK(window.shows("Begin"));
    release.x = press.x;
    window.desktop().step({press, release});
    CHECK(window.shows("The third letter"));
}

TEST_CASE("the text grows and shrinks with Ctrl and plus or minus, between 100 and 300 percent") {
    int told = 0;
    DesktopOptions options = fixture_options();
    options.save_settings = [&](const Settings& settings) {
        told = settings.text_percent;
        return std::string();
    };
    Driver window(options);
    const float before = find_id(window.tree(), "title")->rect.h;
    window.press("Ctrl+=");
    CHECK(told == 125);
    CHECK(find_id(window.tree(), "title")->rect.h > before);
    for (int i = 0; i < 12; ++i) window.press("Ctrl+=");
    CHECK(told == 300);
    window.press("Ctrl+0");
    window.press("Ctrl+-");
    CHECK(told == 100);
}
