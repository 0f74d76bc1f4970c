#include "engine/play/player.h"

#include <algorithm>

#include "engine/play/attempt.h"
#include "engine/rules/score.h"
#include "tests/support/catch.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

std::string actions(const Player& player) {
    std::string all;
    for (const std::string& action : player.page().actions) all += (all.empty() ? "" : " ") + action;
    return all;
}

std::string page_id(const Player& player) { return player.page().id; }

}  // namespace

TEST_CASE("practice goes briefing, scene, consequence, feedback, scene") {
    Player player = player_of(two_doors);
    CHECK(page_id(player) == "briefing");
    CHECK(actions(player) == "continue leave");
    CHECK(player.apply(doing(Input::Kind::go_on)).empty());
    CHECK(page_id(player) == "D1");
    CHECK(actions(player) == "leave skip skip_scene");
    CHECK(player.page().step == 0);
    CHECK(player.page().steps == 3);
    CHECK(player.apply(choosing("b")).empty());
    CHECK(page_id(player) == "C1");
    CHECK(player.page().kind == PageKind::consequence);
    CHECK(player.page().feedback.verdicts.empty());
    CHECK(actions(player) == "continue back leave");
    CHECK(player.apply(doing(Input::Kind::go_on)).empty());
    CHECK(page_id(player) == "D1/feedback");
    CHECK(player.page().feedback.headline == "Safety comes before privacy");
    CHECK(player.page().feedback.tempting == "It keeps Kay on your side.");
    CHECK(player.apply(doing(Input::Kind::go_on)).empty());
    CHECK(page_id(player) == "D2");
    CHECK(player.page().forms.size() == 1);
}

TEST_CASE("text and information depend on the way taken") {
    Player told = player_of(two_doors);
    REQUIRE(play(told, "a").empty());
    go_to_scene(told);
    Player promised = player_of(two_doors);
    REQUIRE(play(promised, "b").empty());
    go_to_scene(promised);

    const auto shown = [](const Player& player, const std::string& words) {
        return std::any_of(player.page().blocks.begin(), player.page().blocks.end(),
                           [&](const Block& block) { return block.text == words; });
    };
    CHECK(shown(promised, "Kay does not look at you."));
    CHECK_FALSE(shown(told, "Kay does not look at you."));
    CHECK(shown(told, "You have not heard from the neighbour."));
    CHECK_FALSE(shown(promised, "You have not heard from the neighbour."));

    // On the way past the call, what the neighbour said is not known and drops out of the option.
    REQUIRE(told.apply(choosing("a")).empty());
    REQUIRE(promised.apply(choosing("a")).empty());
    const auto items_sent = [](const Player& player) {
        return act_set(player.attempt().decisions().back().acts.front(), vocabulary().act_items).count();
    };
    CHECK(items_sent(told) == 1);
    CHECK(items_sent(promised) == 2);
}

TEST_CASE("a standing record follows unless the option has its own") {
    Player player = player_of(two_doors);
    REQUIRE(play(player, "aaa").empty());
    const auto records = [&](std::size_t decision) {
        std::vector<int> parts;
        for (const Act& act : player.attempt().decisions()[decision].acts)
            if (act.kind == ActKind::record) parts.push_back(act_set(act, vocabulary().act_parts).count());
        return parts;
    };
    CHECK(records(0) == std::vector<int>{7});
    CHECK(records(2) == std::vector<int>{2});
}

TEST_CASE("the feedback does not give away what comes next") {
    Player player = player_of(two_doors);
    REQUIRE(play(player, "b").empty());
    REQUIRE(player.apply(doing(Input::Kind::go_on)).empty());
    REQUIRE(player.page().kind == PageKind::feedback);
    const auto& timeline = player.page().case_file.timeline;
    CHECK(std::none_of(timeline.begin(), timeline.end(),
                       [](const EventView& event) { return event.text == "The form"; }));
}

TEST_CASE("trying the other way undoes one decision and its line") {
    Player player = player_of(two_doors);
    REQUIRE(play(player, "a").empty());
    go_to_scene(player);
    const std::string log = player.log();
    const std::string scene = page_text(player.page());
    REQUIRE(player.apply(choosing("b")).empty());
    CHECK(player.log() != log);
    REQUIRE(player.apply(doing(Input::Kind::back)).empty());
    CHECK(player.log() == log);
    CHECK(page_text(player.page()) == scene);

    SECTION("from the debrief") {
        REQUIRE(play(player, "aa").empty());
        go_to_scene(player);
        REQUIRE(player.page().kind == PageKind::debrief);
        REQUIRE(player.apply(doing(Input::Kind::back)).empty());
        CHECK(page_id(player) == "D3");
        CHECK(player.score_card() == nullptr);
        CHECK(player.log().find("\"ending\"") == std::string::npos);
    }
    SECTION("to the first decision and no further") {
        REQUIRE(player.apply(doing(Input::Kind::back)).empty());
        CHECK(page_id(player) == "D1");
        CHECK(player.apply(doing(Input::Kind::back)) == "There is nothing to go back to yet.");
    }
}

TEST_CASE("an assessment holds feedback back and has no way back") {
    Player player = player_of(two_doors, Mode::assessment);
    player.apply(doing(Input::Kind::go_on));
    REQUIRE(player.apply(choosing("b")).empty());
    CHECK(page_id(player) == "C1");
    CHECK(actions(player) == "continue leave");
    player.apply(doing(Input::Kind::go_on));
    CHECK(page_id(player) == "D2");
    CHECK(player.apply(doing(Input::Kind::back)) == "In an assessment there is no way back.");
    REQUIRE(play(player, "aa").empty());
    CHECK(player.page().kind == PageKind::debrief);
    CHECK(actions(player).empty());
    CHECK_FALSE(player.page().debrief.decisions[0].verdicts.empty());
    CHECK(player.apply(doing(Input::Kind::replay)) == "An assessment is taken once.");
    CHECK(player.page().debrief.summary.find("For review by an assessor.") != std::string::npos);
}

TEST_CASE("leaving scores nothing and keeps the log") {
    Player player = player_of(two_doors);
    REQUIRE(play(player, "a").empty());
    const std::string log = player.log();
    REQUIRE(player.apply(doing(Input::Kind::leave)).empty());
    CHECK(player.page().kind == PageKind::closed);
    CHECK(player.finished());
    CHECK(player.score_card() == nullptr);
    CHECK(player.log() == log);
    REQUIRE(player.apply(doing(Input::Kind::replay)).empty());
    CHECK(page_id(player) == "briefing");
}

TEST_CASE("going to the debrief early shows what was judged, and scores nothing") {
    Player player = player_of(two_doors);
    REQUIRE(play(player, "b").empty());
    go_to_scene(player);
    REQUIRE(player.apply(doing(Input::Kind::skip)).empty());
    CHECK(player.page().kind == PageKind::debrief);
    CHECK(player.page().debrief.overall.score == "not scored");
    CHECK(player.page().debrief.decisions.size() == 1);
    CHECK(player.score_card() == nullptr);
    CHECK(player.log().find("\"early\":true") != std::string::npos);
    REQUIRE(player.apply(doing(Input::Kind::back)).empty());
    CHECK(page_id(player) == "D2");
    CHECK(player.log().find("\"early\"") == std::string::npos);
}

TEST_CASE("what cannot be done is refused in words and changes nothing") {
    Player player = player_of(two_doors);
    const auto refused = [&](const Input& input) {
        const std::string before = page_text(player.page()) + player.log();
        const std::string refusal = player.apply(input);
        CHECK(page_text(player.page()) + player.log() == before);
        return refusal;
    };
    CHECK(refused(choosing("a")) == "There is nothing to decide here.");
    CHECK(refused(doing(Input::Kind::replay)) == "The case is still running.");
    CHECK(refused(doing(Input::Kind::skip)) == "You can go to the debrief from a scene.");
    go_to_scene(player);
    CHECK(refused(doing(Input::Kind::go_on)) == "Choose one of the options first.");
    CHECK(refused(choosing("z")) == "There is no choice 'z' here.");
    CHECK(refused(choosing("a", 101)) == "How sure you are is a number from 0 to 100.");
    CHECK(refused(composing("own", {})) == "There is no form 'own' here.");
    REQUIRE(play(player, "aaa").empty());
    go_to_scene(player);
    CHECK(refused(doing(Input::Kind::go_on)) == "The case is over.");
    CHECK(refused(doing(Input::Kind::leave)) == "The case is over.");
}

TEST_CASE("the ending follows the meters, and the meters never reach the score") {
    Player well = player_of(two_doors);
    REQUIRE(play(well, "aaa").empty());
    go_to_scene(well);
    CHECK(well.page().debrief.ending_title == "Fed");
    CHECK(well.page().debrief.childs_week == "Mia eats breakfast.");
    Player slow = player_of(two_doors);
    REQUIRE(play(slow, "bbb").empty());
    go_to_scene(slow);
    CHECK(slow.page().debrief.ending_title == "Slowly");
    CHECK(page_text(well.page()).find("safety") == std::string::npos);
}

TEST_CASE("a seed shuffles what is shown, and nothing else") {
    Player author = player_of(three_letters);
    Player shuffled = player_of(three_letters, Mode::practice, 7);
    const auto order = [](Player& player) {
        go_to_scene(player);
        std::string ids;
        for (const Choice& choice : player.page().choices) ids += choice.id;
        return ids;
    };
    CHECK(order(author) == "abcd");
    std::string all;
    for (const char choice : std::string("bcdacdac")) {
        all += order(shuffled) + " ";
        REQUIRE(shuffled.apply(choosing(std::string(1, choice))).empty());
        REQUIRE(play(author, std::string(1, choice)).empty());
    }
    CHECK(all != "abcd abcd abcd abcd abcd abcd abcd abcd ");
    for (std::size_t i = 0; i < 8; ++i) {
        std::string four = all.substr(i * 5, 4);
        std::sort(four.begin(), four.end());
        CHECK(four == "abcd");
    }
    CHECK(author.attempt().judge().verdicts().size() == shuffled.attempt().judge().verdicts().size());
}
