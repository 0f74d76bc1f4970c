#include "engine/play/skip.h"

#include <algorithm>

#include "engine/play/log.h"
#include "engine/play/what_if.h"
#include "engine/report/report.h"
#include "engine/report/report_reader.h"
#include "engine/report/what_changed.h"
#include "engine/rules/score.h"
#include "tests/support/catch.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"
#include "tests/support/rule_trial.h"
#include "tests/support/shipped_case.h"

using namespace ntk;

namespace {

bool offers(const Page& page, const std::string& action) {
    return std::find(page.actions.begin(), page.actions.end(), action) != page.actions.end();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void skip(Player& player) {
    go_to_scene(player);
    REQUIRE(player.apply(doing(Input::Kind::skip_scene)) == "");
}

void to_the_end(Player& player) {
    while (!player.finished()) REQUIRE(player.apply(doing(Input::Kind::go_on)) == "");
}

// Three letters by its best answers, but for the second scene, which is skipped.
Player one_skipped(Mode mode = Mode::practice) {
    Player player = player_of(three_letters, mode);
    REQUIRE(play(player, "b") == "");
    skip(player);
    REQUIRE(play(player, "dacdacbdab") == "");
    to_the_end(player);
    return player;
}

struct TakenUp {
    std::optional<Player> player;
    std::string findings;
};

TakenUp take_up(const std::string& log, const std::string& path = three_letters) {
    Diagnostics diagnostics;
    const auto scenario = scenario_at(path);
    TakenUp taken;
    taken.player = Player::resume(scenario, rule_book(scenario->packs, scenario->as_of), log, "a log", diagnostics);
    taken.findings = diagnostics.render();
    return taken;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.rfind(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("who skips a scene hears what a colleague did, and no verdict on it") {
    Player player = player_of(three_letters);
    CHECK(has(page_text(player.page()), "You can skip any scene with \"Skip this scene\"."));
    CHECK(player.apply(doing(Input::Kind::skip_scene)) == "There is nothing to decide here.");
    go_to_scene(player);
    REQUIRE(offers(player.page(), "skip_scene"));
    skip(player);
    CHECK(player.page().kind == PageKind::consequence);
    CHECK(player.page().id == "D1/skipped");
    REQUIRE(player.page().blocks.size() == 1);
    CHECK(
        player.page().blocks[0].text ==
        "You skipped this scene. A colleague took this step: Ring audiology: ask to keep his place, and what was sent, "
        "and where.");
    REQUIRE(player.apply(doing(Input::Kind::go_on)) == "");
    CHECK(player.page().id == "D2");
    CHECK(player.page().case_file.timeline[1].text ==
          "A colleague decided for you: Ring audiology: ask to keep his place, and what was sent, and where.");

    // Where a scene of the story follows, it is said there. And in practice there is a way back to the scene itself.
    Player promised = player_of(two_doors);
    REQUIRE(play(promised, "b") == "");
    go_to_scene(promised);
    const std::string before = page_text(promised.page());
    const std::string log = promised.log();
    skip(promised);
    CHECK(promised.page().kind == PageKind::consequence);
    REQUIRE(promised.apply(doing(Input::Kind::back)) == "");
    CHECK(page_text(promised.page()) == before);
    CHECK(promised.log() == log);
}

TEST_CASE("a colleague takes the step with the best verdicts, and the story follows it") {
    Attempt attempt = begin(shipped_scenario("three-letters"));
    const DecisionMade step = step_of_colleague(attempt);
    CHECK(step.option == "b");  // the others break something
    CHECK(step.skipped);
    CHECK(step.confidence == -1);
    Attempt chosen = attempt;
    REQUIRE(chosen.choose("b") == "");
    REQUIRE(attempt.skip_scene() == "");
    CHECK(attempt.skip_scene() == "There is nothing to skip here.");
    chosen.settle();
    attempt.settle();
    CHECK(attempt.node() == chosen.node());
    CHECK(attempt.minutes() == chosen.minutes());
    CHECK(attempt.meters() == chosen.meters());
    CHECK(attempt.flags() == chosen.flags());
    CHECK(attempt.judge().verdicts_of(0).empty());
    CHECK_FALSE(chosen.judge().verdicts_of(0).empty());
}

TEST_CASE("one skipped scene leaves the rest of the score as it is") {
    Player whole = player_of(three_letters);
    REQUIRE(play(whole, "bcdacdacbdab") == "");
    to_the_end(whole);
    const Player skipped = one_skipped();
    const ScoreCard& card = *skipped.score_card();
    CHECK(card.overall.percent() == whole.score_card()->overall.percent());
    CHECK(card.overall.lost == 0);
    CHECK(card.overall.offered < whole.score_card()->overall.offered);
    CHECK(card.overall.earned == card.overall.offered);
    CHECK(card.balance.restraints == whole.score_card()->balance.restraints - 1);
    CHECK(card.skips.decisions == 12);
    CHECK(card.skips.skipped == 1);
    CHECK(card.outcome == Outcome::met);
    for (const Verdict& verdict : card.verdicts) CHECK(verdict.decided != 1);
    const auto lapsed = std::count_if(card.verdicts.begin(), card.verdicts.end(), [](const Verdict& verdict) {
        return verdict.text == "This scene was skipped, so nothing was judged.";
    });
    CHECK(lapsed > 0);

    const DebriefView& told = skipped.page().debrief;
    CHECK(has(told.summary, "You skipped 1 of 12 decisions; nothing was judged there."));
    CHECK(told.decisions[1].skipped);
    CHECK(told.decisions[1].verdicts.empty());
    CHECK(has(told.decisions[1].chosen, "Skipped by choice. A colleague took this step: \"One visit not brought"));
    for (const MapNode& node : told.map) CHECK(node.skipped == (node.id == "D2"));
}

TEST_CASE("to skip everything ends the case with nothing judged and not enough evidence") {
    for (const Mode mode : {Mode::practice, Mode::assessment}) {
        Player player = player_of(three_letters, mode);
        go_to_scene(player);
        while (!player.finished()) {
            skip(player);
            while (player.page().kind != PageKind::scene && !player.finished())
                REQUIRE(player.apply(doing(Input::Kind::go_on)) == "");
        }
        const ScoreCard& card = *player.score_card();
        CHECK(card.overall.offered == 0);
        CHECK(card.overall.lost == 0);
        CHECK(card.criticals.empty());
        CHECK(card.outcome == Outcome::not_enough);
        CHECK(player.page().debrief.overall.score == "not enough evidence");
        CHECK(player.page().debrief.overall.percent == -1);
        CHECK(has(player.page().debrief.summary,
                  "You skipped 12 of 12 decisions, so there is not enough evidence for a score."));
        CHECK(has(player.log(), "\"outcome\":\"not_enough\""));
        const TakenUp taken = take_up(player.log());
        REQUIRE(taken.player);
        CHECK(page_text(taken.player->page()) == page_text(player.page()));
    }
}

TEST_CASE("a skipped scene stands in the log with the step that was taken, and comes out again") {
    const Player player = one_skipped();
    CHECK(has(player.log(), "\"node\":\"D2\",\"option\":\"c\",\"prev_hash\":"));
    CHECK(has(player.log(), "\"seq\":2,\"skipped\":true,\"t\":"));
    CHECK(has(player.log(), "\"verdicts\":[]}"));
    const TakenUp taken = take_up(player.log());
    CHECK(taken.findings == "");
    REQUIRE(taken.player);
    CHECK(taken.player->log() == player.log());
    CHECK(report_json(*taken.player, {}).canonical() == report_json(player, {}).canonical());

    // The choices made again under the same rules, and the way already gone: both come to the same.
    std::string problem;
    const auto changed = what_changed(player.attempt(), player.attempt().judge().rules(), problem);
    REQUIRE(changed);
    CHECK_FALSE(changed->anything());
    CHECK(all_text(past_of(player.attempt()).judged(Proofs::written).verdicts()) ==
          all_text(player.attempt().judge().verdicts()));
}

TEST_CASE("a log that was changed at a skipped scene is refused") {
    Player player = player_of(three_letters);
    REQUIRE(play(player, "b") == "");
    skip(player);
    const std::string log = player.log();
    REQUIRE(take_up(log).player);
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{
             {R"("option":"c")", R"("option":"a")"},              // another step than the engine takes
             {R"("skipped":true,)", ""},                          // a step of the learner's own
             {R"("skipped":true)", R"("skipped":false)"},         // neither one nor the other
             {R"("skipped":true)", R"("skipped":"by choice")"}})  // a reason is not kept
    {
        const TakenUp taken = take_up(replaced(log, from, to));
        INFO(to);
        CHECK_FALSE(taken.player);
        CHECK(has(taken.findings, "E707"));
    }
    // A choice of the learner's cannot be made a skipped one either.
    Player own = player_of(three_letters);
    REQUIRE(play(own, "bc") == "");
    CHECK(has(take_up(replaced(own.log(), R"("seq":2,)", R"("seq":2,"skipped":true,)")).findings, "E707"));
}

TEST_CASE("reports say of a skipped decision only that it was, and count it nowhere else") {
    const Player player = one_skipped(Mode::assessment);
    Diagnostics diagnostics;
    const std::string json = report_json(player, {}).canonical();
    CHECK(has(json, "\"chosen\":\"Skipped by choice.\",\"composed\":false"));
    const auto result = read_report(read_yaml_text(json, diagnostics), diagnostics);
    CHECK(diagnostics.render() == "");
    REQUIRE(result);
    CHECK(result->skipped == 1);
    CHECK(result->decisions.size() == 11);
    CHECK(has(report_text(player), "2. The note (Week 1, Thursday 16.00)"));
    CHECK(has(report_text(player), "Skipped by choice."));
    CHECK_FALSE(has(report_text(player), "A colleague took this step"));
    CHECK(has(report_html(player), "Skipped by choice."));

    // A verdict put in afterwards is found.
    Diagnostics found;
    std::string forged = json;
    const std::size_t at = forged.find("\"verdicts\":[]");
    REQUIRE(at != std::string::npos);
    const std::size_t verdict = forged.find("\"verdicts\":[{") + 12;
    const std::size_t end = forged.find("\"word\":", verdict);
    forged.replace(at, 13, "\"verdicts\":[" + forged.substr(verdict, forged.find('}', end) - verdict + 1) + "]");
    CHECK_FALSE(read_report(read_yaml_text(forged, found), found));
    CHECK(has(found.render(), "this decision was skipped, so nothing was judged there"));
}

TEST_CASE("a scene with nothing but a form is filled in by a colleague as well") {
    auto scenario = std::make_shared<Scenario>(*scenario_at(two_doors));
    for (Node& node : scenario->nodes)
        if (node.id == "D2") node.options.clear();
    const auto rules = rule_book(scenario->packs, scenario->as_of);
    Player player(scenario, rules, Mode::practice);
    REQUIRE(play(player, "a") == "");
    skip(player);
    const DecisionMade& made = player.attempt().decisions().back();
    CHECK(made.composed);
    CHECK(made.skipped);
    CHECK_FALSE(made.answers.at("items").empty());
    CHECK(made.answers.at("to") == std::vector<std::string>{"csc"});
    // Done by the learner, it would have cost nothing.
    Attempt own = begin(scenario);
    REQUIRE(own.choose("a") == "");
    own.settle();
    REQUIRE(own.compose(made.option, made.answers) == "");
    own.settle();
    for (const Verdict& verdict : own.judge().verdicts_of(1)) CHECK(verdict.credit == Credit::full());
    Diagnostics diagnostics;
    const auto again = Player::resume(scenario, rules, player.log(), "a log", diagnostics);
    CHECK(diagnostics.render() == "");
    REQUIRE(again);
    CHECK(again->log() == player.log());
}
