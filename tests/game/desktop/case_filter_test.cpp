#include "game/desktop/case_filter.h"

#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"

using namespace ntk::desktop;

TEST_CASE("a filter lets through the cases that fit every part of it") {
    const std::vector<CaseCard> cards = fixture_options().cases;
    const auto wanted = [&](const CaseFilter& filter) {
        std::string titles;
        for (const CaseCard& each : cards) titles += filter.wants(each) ? each.title + ". " : "";
        return titles;
    };
    CHECK(wanted({}) == "Three letters. Half a sandwich. Gas safety visit. ");
    CHECK(wanted({"3", "", "", 0}) == "Three letters. ");
    CHECK(wanted({"2", "", "", 15}) == "Half a sandwich. Gas safety visit. ");
    CHECK(wanted({"2", "Physical", "Housing", 0}) == "Gas safety visit. ");
    CHECK(wanted({"3", "Physical", "", 0}).empty());
}

TEST_CASE("a filter is told in words") {
    CHECK(CaseFilter{}.words().empty());
    CHECK(CaseFilter{"2", "Home conditions", "Police", 20}.words() ==
          "level 2, at most 20 minutes, home conditions, police");
}

TEST_CASE("what can be asked for is what the cards have, once and in order") {
    const FilterAnswers answers = filter_answers(fixture_options().cases);
    CHECK(answers.levels == std::vector<std::string>{"1", "2", "3"});
    CHECK(answers.neglect == std::vector<std::string>{"Medical", "Nutritional", "Physical", "Supervisory"});
    CHECK(answers.fields == std::vector<std::string>{"Health", "Housing", "Schools and education"});
    CHECK(answers.minutes == std::vector<int>{15, 25});
}

TEST_CASE("the library says how many cases fit, and gives all of them back") {
    Driver window(fixture_options());
    window.click("Show: all 3 cases");
    window.click("Level 3");
    CHECK(window.shows("Show: 1 of 3 cases (level 3)"));
    CHECK(window.focused() == "Level 3");
    CHECK_FALSE(window.shows("Half a sandwich"));
    window.click("Up to 15 minutes");
    CHECK(window.shows("No case fits all of this. Change an answer, or show all cases."));
    window.click("Show all cases");
    CHECK(window.shows("Show: all 3 cases"));
    CHECK(window.shows("Half a sandwich"));
}

TEST_CASE("a case that was begun comes first, and says so") {
    Driver window(fixture_options());
    const std::string library = window.outline();
    CHECK(library.find("You have begun this one") < library.find("Three letters"));
    CHECK(library.find("Half a sandwich") < library.find("Three letters"));
}

TEST_CASE("the library is read a little at a time, and shown when it is whole") {
    DesktopOptions options = fixture_options();
    const std::vector<CaseCard> all = options.cases;
    options.cases.clear();
    std::size_t read = 0;
    options.read_on = [&] {
        LibraryRead now;
        now.read = ++read;
        now.files = 3;
        now.more = read < 3;
        if (!now.more) now.cases = all;
        if (!now.more) now.unread = {"/cases/half.yaml"};
        return now;
    };
    App app;
    app.options = std::move(options);
    app.read_on();
    CHECK(app.reading());
    CHECK(app.options.cases.empty());
    app.read_on();
    app.read_on();
    CHECK_FALSE(app.reading());
    CHECK(app.options.cases.size() == 3);
    CHECK_FALSE(app.options.read_on);
    CHECK(app.library.unread == std::vector<std::string>{"/cases/half.yaml"});
}
