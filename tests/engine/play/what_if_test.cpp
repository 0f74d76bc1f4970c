#include "engine/play/what_if.h"

#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_trial.h"
#include "tests/support/shipped_case.h"

using namespace ntk;

TEST_CASE("a way already gone is judged as it was") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Attempt attempt = wander("three-letters", seed, 40);
        REQUIRE(attempt.ended());
        CHECK(all_text(past_of(attempt).judged(Proofs::written).verdicts()) == all_text(attempt.judge().verdicts()));
    }
    const Attempt half = wander("half-a-sandwich", 4, 2);
    CHECK(all_text(past_of(half).judged(Proofs::written).verdicts()) == all_text(half.judge().verdicts()));
}

TEST_CASE("a page of practice answers for its verdicts when asked, and nothing changes") {
    Player player = player_of(three_letters);
    REQUIRE(play(player, "a") == "");
    while (player.page().kind != PageKind::feedback) REQUIRE(player.apply(doing(Input::Kind::go_on)) == "");
    REQUIRE_FALSE(player.page().feedback.verdicts.empty());
    const auto& actions = player.page().actions;
    CHECK(std::find(actions.begin(), actions.end(), "what_if") != actions.end());
    const std::string log = player.log();
    const VerdictView verdict = player.page().feedback.verdicts.front();
    CHECK(player.what_if(verdict) ==
          "Harm looked possible. If no harm had been in sight, this rule would not have come into it.");
    CHECK(player.log() == log);
    CHECK(player.what_if(VerdictView{}) == "There is no such verdict here.");
}

TEST_CASE("an assessment does not say what one fact would have changed") {
    Player player = player_of(two_doors, Mode::assessment);
    REQUIRE(play(player, "a") == "");
    for (const std::string& action : player.page().actions) CHECK(action != "what_if");
    CHECK(player.what_if(VerdictView{}) == "What one fact would have changed is told in practice only.");
}
