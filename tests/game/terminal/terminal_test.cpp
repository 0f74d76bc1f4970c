#include "game/terminal/terminal.h"

#include <sstream>

#include "engine/play/attempt.h"
#include "engine/rules/score.h"
#include "tests/support/catch.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

struct Session {
    std::string heard;
    std::string kept;
    int saves = 0;
    bool finished = false;
};

Session type(Player& player, const std::string& keys, int width = 72) {
    std::istringstream in(keys);
    std::ostringstream out;
    Session session;
    terminal::TerminalOptions options;
    options.width = width;
    options.resume_with = "needtoknow play case.yaml";
    options.keep = [&](const std::string& log) {
        session.kept = log;
        ++session.saves;
    };
    session.finished = terminal::play(player, in, out, options);
    session.heard = out.str();
    return session;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a case is played by numbers and Enter, and reads well line by line") {
    Player player = player_of(two_doors);
    const Session session = type(player, "\n2\n\nm\n\n1\n\n1\n\n1\nq\n");
    CHECK(session.finished);
    CHECK(session.saves == 3);
    CHECK(session.kept == player.log());
    CHECK(differs_from_golden("tests/golden/play/terminal-two-doors.txt", session.heard) == "");
}

TEST_CASE("a form is a short series of questions with a look over at the end") {
    Player player = player_of(two_doors);
    const Session session = type(
        player,
        "\n2\n\n\n3\n"                      // to the form
        "1 2\n1\n1\n\n2\n\n\n1\n\n1 2 3\n"  // items, to, redact, form, handling, labels, basis, tell, reason, record
        "1\n\n\n1\n\n\n");
    CHECK(differs_from_golden("tests/golden/play/terminal-form.txt", session.heard) == "");
    REQUIRE(player.attempt().decisions().size() == 3);
    CHECK(player.attempt().decisions()[1].composed);
    CHECK(player.attempt().decisions()[1].answers.at("items") == std::vector<std::string>{"hunger", "alone"});
    CHECK(player.attempt().decisions()[1].answers.at("handling") == std::vector<std::string>{"yes"});
}

TEST_CASE("a refused form keeps its answers, so that Enter repeats them") {
    Player player = player_of(two_doors);
    const Session session = type(player, "\n2\n\n\n3\n1 2\n\n\n\n\n\n\n\n\n\n1\n\n1\n\n\n\n\n\n\n\n\n1\n");
    CHECK(has(session.heard, "Choose who receives it, or send nothing."));
    CHECK(has(session.heard, "Enter for 1 2,"));
    REQUIRE(player.attempt().decisions().size() == 2);
    CHECK(player.attempt().decisions()[1].answers.at("items").size() == 2);
}

TEST_CASE("help, repeat, case file and words are there on every page") {
    Player player = player_of(two_doors);
    const Session session = type(player, "\n?\nr\nf\ng\nq\n");
    CHECK(has(session.heard, "A number: choose that option."));
    CHECK(has(session.heard, "- Mia (Child). Six years old."));
    CHECK(has(session.heard, "- front door: Where worries about a child reach social care."));
    const auto first = session.heard.find("Kay fetches Mia.");
    CHECK(session.heard.find("Kay fetches Mia.", first + 1) != std::string::npos);
    CHECK(session.saves == 0);
}

TEST_CASE("how sure the learner is can be asked, and left out") {
    Player player = player_of(two_doors);
    std::istringstream in("\n2\n170\n70\n\n\n2\n\n\n1\n0\n");
    std::ostringstream out;
    terminal::TerminalOptions options;
    options.ask_confidence = true;
    terminal::play(player, in, out, options);
    REQUIRE(player.attempt().decisions().size() == 3);
    CHECK(player.attempt().decisions()[0].confidence == 70);
    CHECK(player.attempt().decisions()[1].confidence == -1);
    CHECK(player.attempt().decisions()[2].confidence == 0);
    CHECK(has(player.log(), "\"confidence\":70"));
}

TEST_CASE("what cannot be typed is said in words") {
    Player player = player_of(two_doors);
    const Session session = type(player, "zz\n\n\n9\n0\n-1\nb\n99999999999\na\nq\n");
    CHECK(has(session.heard, "That is not something you can type here."));
    CHECK(has(session.heard, "Type a number from 1 to 3, or ? for help."));
    CHECK(has(session.heard, "There is nothing to go back to yet."));
    CHECK(player.page().id == "D1");
}

TEST_CASE("leaving and the end of the input both say how to come back") {
    for (const char* keys : {"\n1\nq\n", "\n1\n", "\n", ""}) {
        Player player = player_of(two_doors);
        const Session session = type(player, keys);
        CHECK_FALSE(session.finished);
        CHECK(
            session.heard.ends_with("You have left the case. Nothing is scored.\n"
                                    "Your place is kept. Go on with: needtoknow play case.yaml\n"));
    }
    Player player = player_of(two_doors);
    CHECK(type(player, "\n2\n\n\n3\n1\n").heard.ends_with("Go on with: needtoknow play case.yaml\n"));
}

TEST_CASE("the other way can be tried, and the case played again") {
    Player player = player_of(two_doors);
    const Session session = type(player, "\n2\nb\n1\n\n1\n\n1\n\na\n");
    CHECK(session.finished == false);
    CHECK(player.page().kind == PageKind::briefing);
}

TEST_CASE("lines keep to the width, and nothing moves the cursor") {
    for (const int width : {40, 60, 100}) {
        Player player = player_of(three_letters);
        const Session session = type(player, "\nf\n2\n\n3\n\n4\n\nm\n\n", width);
        std::istringstream lines(session.heard);
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            std::size_t characters = 0;
            for (const char c : line) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
            CHECK(characters <= static_cast<std::size_t>(width));
        }
        CHECK_FALSE(has(session.heard, "\x1b"));
        CHECK_FALSE(has(session.heard, "\n\n\n"));
        CHECK_FALSE(has(session.heard, "\r"));
    }
}

TEST_CASE("the terminal says all that the page holds") {
    Player player = player_of(three_letters);
    Player shadow = player_of(three_letters);
    go_to_scene(shadow);
    const Session session = type(player, "\n", 0);
    for (const Block& block : shadow.page().blocks) CHECK(has(session.heard, block.text));
    for (const Choice& choice : shadow.page().choices) CHECK(has(session.heard, choice.label));
}
