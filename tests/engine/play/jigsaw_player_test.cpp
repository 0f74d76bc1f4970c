#include "engine/play/jigsaw_player.h"

#include <algorithm>

#include "engine/play/jigsaw_pages.h"
#include "tests/support/catch.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

JigsawPlayer fresh_jigsaw() { return JigsawPlayer(small_jigsaw().jigsaw, fresh_chairs(), small_jigsaw().planned); }

}  // namespace

TEST_CASE("a jigsaw goes from its intro through every chair to the picture") {
    JigsawPlayer player = fresh_jigsaw();
    std::string pages = page_text(player.page());
    const std::string choices = "abaa";
    for (std::size_t next = 0; !player.finished();) {
        const bool deciding = player.page().kind == PageKind::scene;
        REQUIRE(player.apply(deciding ? choosing(std::string(1, choices.at(next++))) : doing(Input::Kind::go_on)) ==
                "");
        const PageKind kind = player.page().kind;
        if (kind == PageKind::chair || kind == PageKind::picture) pages += page_text(player.page());
    }
    CHECK(differs_from_golden("tests/golden/play/small-family.txt", pages) == "");
}

TEST_CASE("each chair's part can be looked back at, before the next chair and from the picture") {
    JigsawPlayer player = fresh_jigsaw();
    REQUIRE(play(player, "b") == "");  // the teacher's part is over, and the dentist's has begun
    CHECK(player.page().case_title == "A small family: dentist");
    JigsawPlayer again = fresh_jigsaw();
    again.apply(doing(Input::Kind::go_on));
    again.apply(doing(Input::Kind::go_on));
    again.apply(choosing("b"));
    again.apply(doing(Input::Kind::go_on));
    REQUIRE(again.page().kind == PageKind::chair);
    CHECK(again.looking_back_at() == nullptr);
    CHECK(again.apply(choosing("look-back-2")) == "There is no choice 'look-back-2' here.");
    REQUIRE(again.apply(choosing("look-back-1")) == "");
    CHECK(again.page().kind == PageKind::debrief);
    CHECK(again.page().actions == std::vector<std::string>{"continue", "what_if"});
    CHECK(again.looking_back_at() == &again.players()[0]);
    CHECK_FALSE(again.finished());
    CHECK(again.apply(doing(Input::Kind::back)) == "There is nothing to decide here.");
    REQUIRE(again.apply(doing(Input::Kind::go_on)) == "");
    CHECK(again.page().id == "chair-2");
    REQUIRE(play(again, "ac") == "");
    REQUIRE(again.page().kind == PageKind::picture);
    const std::string picture = page_text(again.page());
    REQUIRE(again.apply(choosing(look_back_id(2))) == "");
    CHECK(again.page().case_title == "A small family: home");
    REQUIRE(again.apply(doing(Input::Kind::go_on)) == "");
    CHECK(page_text(again.page()) == picture);
    CHECK(again.finished());
}

TEST_CASE("it is taken up at the first chair that is not finished") {
    const auto at = [](const std::vector<std::string>& choices) {
        std::vector<Player> players;
        for (Player& player : played_chairs(choices)) {
            Diagnostics diagnostics;
            auto resumed = Player::resume(player.attempt().scenario_ptr(), player.attempt().judge().rules(),
                                          player.log(), "log", diagnostics);
            REQUIRE(resumed);
            // A log without a decision is a chair that nobody has sat on yet.
            players.push_back(std::move(*resumed));
        }
        return JigsawPlayer(small_jigsaw().jigsaw, std::move(players), small_jigsaw().planned).page().id;
    };
    CHECK(at({"", "", ""}) == "chair-1");
    CHECK(at({"a", "", ""}) == "D2");
    CHECK(at({"aa", "", ""}) == "chair-2");
    CHECK(at({"aa", "b", ""}) == "chair-3");
    CHECK(at({"aa", "b", "c"}) == "picture");
}

TEST_CASE("leaving makes no picture, and playing again begins with the intro") {
    JigsawPlayer player = fresh_jigsaw();
    CHECK(player.apply(doing(Input::Kind::replay)) == "The jigsaw is still running.");
    REQUIRE(play(player, "a") == "");
    REQUIRE(player.apply(doing(Input::Kind::leave)) == "");
    CHECK(player.page().kind == PageKind::closed);
    CHECK(player.finished());
    CHECK(player.picture() == nullptr);
    CHECK(player.apply(doing(Input::Kind::leave)) == "The jigsaw is over.");
    CHECK(player.apply(doing(Input::Kind::go_on)) == "The jigsaw is over.");
    CHECK(player.apply(choosing("a")) == "There is nothing to decide here.");
    REQUIRE(player.apply(doing(Input::Kind::replay)) == "");
    CHECK(player.page().id == "chair-1");
    for (const Player& one : player.players()) CHECK(one.attempt().decisions().empty());
    REQUIRE(play(player, "aaaa") == "");
    CHECK(player.picture()->arrived() == 3);
}

TEST_CASE("without plans the picture stands by itself") {
    JigsawPlayer player(small_jigsaw().jigsaw, fresh_chairs(), {});
    REQUIRE(play(player, "bbc") == "");
    CHECK(player.planned_picture() == nullptr);
    CHECK(player.page().picture.planned == "");
    CHECK(player.page().picture.sees == "A name and nothing to begin on.");
    for (const PieceView& piece : player.page().picture.pieces) CHECK(piece.planned == "");
}

TEST_CASE("the words about a piece carry no blame") {
    JigsawPlayer player = fresh_jigsaw();
    REQUIRE(play(player, "bbc") == "");
    const std::string text = page_text(player.page());
    CHECK(text.find("The dentist held this.") != std::string::npos);
    for (const char* word : {"fail", "should have", "wrong", "fault", "missed the", "withheld", "blame"}) {
        INFO(word);
        CHECK(text.find(word) == std::string::npos);
    }
}
