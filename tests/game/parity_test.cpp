#include <algorithm>
#include <memory>
#include <sstream>

#include "engine/play/skip.h"
#include "engine/report/report.h"
#include "game/terminal/terminal.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

// The real Player behind the window, and every page it was asked to show.
class PlayerSession : public desktop::Session {
  public:
    explicit PlayerSession(std::vector<std::string>& pages) : player_(player_of(three_letters)), pages_(pages) {
        note();
    }

    const Page& page() const override { return player_.page(); }
    bool finished() const override { return player_.finished(); }
    std::string apply(const Input& input) override {
        std::string refusal = player_.apply(input);
        if (refusal.empty()) note();
        return refusal;
    }
    std::string what_if(const VerdictView& verdict) const override { return player_.what_if(verdict); }
    const Player& player() const { return player_; }

  private:
    void note() { pages_.push_back(page_text(player_.page())); }

    Player player_;
    std::vector<std::string>& pages_;
};

// The window with the real case in it, at its briefing.
desktop::DesktopOptions real_case(std::vector<std::string>& shown) {
    desktop::DesktopOptions options;
    desktop::CaseCard card;
    card.id = card.title = "Three letters";
    options.cases.push_back(card);
    options.start_with = card.id;
    options.open = [&shown](const std::string&, bool) {
        desktop::Opened opened;
        opened.session = std::make_unique<PlayerSession>(shown);
        return opened;
    };
    return options;
}

// Plays one option per decision in the window, by the words on its cards and buttons.
const PlayerSession* play_in_window(desktop::Driver& window, const std::string& options) {
    const auto session = [&] { return dynamic_cast<PlayerSession*>(window.desktop().app().session()); };
    REQUIRE(window.click("Begin"));
    std::size_t next = 0;
    for (int step = 0; step < 100 && !session()->finished(); ++step) {
        const Page& page = session()->page();
        if (page.kind != PageKind::scene) {
            REQUIRE(window.click("Continue"));
            continue;
        }
        const std::string id(1, options.at(next++));
        const auto choice =
            std::find_if(page.choices.begin(), page.choices.end(), [&](const Choice& each) { return each.id == id; });
        REQUIRE(choice != page.choices.end());
        const std::string label = choice->label;
        REQUIRE(window.click(label));
        REQUIRE(window.click("Do this"));
    }
    return session();
}

}  // namespace

TEST_CASE("the window and the terminal show the same pages and come to the same log and report") {
    for (const std::string options : {"bcdacdacbdab", "cabbbbbacacd"}) {
        std::vector<std::string> shown;
        desktop::Driver window(real_case(shown));
        const PlayerSession* in_window = play_in_window(window, options);
        REQUIRE(in_window->finished());

        // The same by lines: the number of each option as it is listed, and Enter for everything else.
        Player by_lines = player_of(three_letters);
        Player guide = player_of(three_letters);
        std::vector<std::string> expected = {page_text(guide.page())};
        std::string keys;
        for (std::size_t next = 0; !guide.finished();) {
            Input input = doing(Input::Kind::go_on);
            if (guide.page().kind == PageKind::scene) {
                const auto& choices = guide.page().choices;
                const std::string id(1, options.at(next++));
                const auto at =
                    std::find_if(choices.begin(), choices.end(), [&](const Choice& each) { return each.id == id; });
                keys += std::to_string(at - choices.begin() + 1);
                input = choosing(id);
            }
            keys += "\n";
            REQUIRE(guide.apply(input) == "");
            expected.push_back(page_text(guide.page()));
        }
        std::istringstream in(keys);
        std::ostringstream out;
        REQUIRE(terminal::play(by_lines, in, out, {}));

        CHECK(shown == expected);
        CHECK(in_window->player().log() == by_lines.log());
        CHECK(report_json(in_window->player(), "").canonical() == report_json(by_lines, "").canonical());
        CHECK(report_html(in_window->player(), "") == report_html(by_lines, ""));
    }
}

TEST_CASE("both faces skip a scene when it is said twice, and show and log the same") {
    std::vector<std::string> shown;
    desktop::Driver window(real_case(shown));
    CHECK_FALSE(window.shows("Skip this scene"));  // not before there is one
    REQUIRE(window.click("Begin"));
    const auto* session = dynamic_cast<const PlayerSession*>(window.desktop().app().session());
    REQUIRE(session != nullptr);
    const std::string untouched = session->player().log();
    REQUIRE(window.tab_to("Skip this scene"));
    window.press("Enter");
    CHECK(window.shows("Skip this scene?"));
    CHECK(window.shows(skip_promise()));
    CHECK(window.faults() == std::vector<std::string>{});
    window.press("Escape");
    CHECK_FALSE(window.shows("Skip this scene?"));
    CHECK(window.focused().find("Skip this scene") != std::string::npos);
    REQUIRE(window.click("Skip this scene"));
    REQUIRE(window.click("Stay in this scene"));
    CHECK(session->player().log() == untouched);
    REQUIRE(window.click("Skip this scene"));
    REQUIRE(window.tab_to("Yes, skip this scene"));
    window.press("Enter");
    REQUIRE(session->page().kind == PageKind::consequence);
    CHECK(window.outline().find("You skipped this scene. A colleague took this step: Ring audiology") !=
          std::string::npos);
    CHECK(window.faults() == std::vector<std::string>{});
    REQUIRE(window.click("Continue"));
    REQUIRE(window.click("Go to the debrief now"));
    REQUIRE(window.click("Decisions"));
    CHECK(window.outline().find("\"Skipped by choice. A colleague took this step: Ring audiology") !=
          std::string::npos);

    Player by_lines = player_of(three_letters);
    std::istringstream in("\n?\ns\n\ns\ns\n\nd\n1\nq\n");
    std::ostringstream out;
    terminal::TerminalOptions options;
    options.width = 0;
    terminal::play(by_lines, in, out, options);
    CHECK(out.str().find("s: skip this scene; a colleague takes this step for you.") != std::string::npos);
    CHECK(out.str().find("Type s again to skip it, or press Enter to stay:") != std::string::npos);
    CHECK(out.str().find("Skipped by choice. A colleague took this step: Ring audiology") != std::string::npos);
    CHECK(by_lines.log() == session->player().log());
    CHECK(report_html(session->player(), "") == report_html(by_lines, ""));
}

TEST_CASE("both faces tell what one fact would have changed, when it is asked and alike") {
    std::vector<std::string> shown;
    desktop::Driver window(real_case(shown));
    REQUIRE(window.click("Begin"));
    const auto* session = dynamic_cast<const PlayerSession*>(window.desktop().app().session());
    REQUIRE(session != nullptr);
    REQUIRE(window.click(session->page().choices.front().label));
    REQUIRE(window.click("Do this"));
    while (session->page().kind == PageKind::consequence) REQUIRE(window.click("Continue"));
    REQUIRE(session->page().kind == PageKind::feedback);
    const VerdictView verdict = session->page().feedback.verdicts.front();
    const std::string told = session->player().what_if(verdict);
    CHECK(window.outline().find(told.substr(0, 40)) == std::string::npos);  // not before it is asked
    REQUIRE(window.click("Change one fact: " + verdict.title));
    CHECK(window.outline().find(told.substr(0, 40)) != std::string::npos);
    CHECK(window.faults() == std::vector<std::string>{});

    Player by_lines = player_of(three_letters);
    Player guide = player_of(three_letters);
    std::string keys = "\n1\n";
    go_to_scene(guide);
    REQUIRE(guide.apply(choosing(guide.page().choices.front().id)) == "");
    for (; guide.page().kind != PageKind::feedback; guide.apply(doing(Input::Kind::go_on))) keys += "\n";
    std::istringstream in(keys + "w\nq\n");
    std::ostringstream out;
    terminal::TerminalOptions options;
    options.width = 0;
    terminal::play(by_lines, in, out, options);
    CHECK(out.str().find(told) != std::string::npos);
    CHECK(by_lines.log() == session->player().log());
}
