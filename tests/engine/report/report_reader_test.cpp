#include "engine/report/report_reader.h"

#include "engine/play/attempt.h"
#include "engine/report/report.h"
#include "engine/text/json_reader.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

Player finished(const std::string& path, const std::string& options) {
    Player player = player_of(path);
    REQUIRE(play(player, options).empty());
    go_to_scene(player);
    return player;
}

std::optional<CaseResult> read_back(const Player& player, Diagnostics& diagnostics) {
    const std::string text = report_json(player, "p-0123456789abcdef").pretty();
    const Tree tree = read_json(text, diagnostics.add_source("report.json", text), diagnostics);
    return read_report(tree, diagnostics);
}

}  // namespace

TEST_CASE("what the program writes is read back to the last unit") {
    for (const std::string options : {"aaa", "bba", "bbb", "caa"}) {
        Player player = player_of(two_doors);
        if (!play(player, options).empty()) continue;
        go_to_scene(player);
        if (player.score_card() == nullptr) continue;
        INFO(options);
        Diagnostics diagnostics;
        const auto result = read_back(player, diagnostics);
        CHECK(diagnostics.render() == "");
        REQUIRE(result);
        const ScoreCard& card = *player.score_card();
        CHECK(result->learner == "p-0123456789abcdef");
        CHECK(result->case_id == player.attempt().scenario().id);
        CHECK(result->case_sha256 == player.attempt().scenario().sha256);
        CHECK(result->overall.earned == card.overall.earned);
        CHECK(result->overall.lost == card.overall.lost);
        CHECK(result->overall.offered == card.overall.offered);
        CHECK(result->strands.size() == card.strands.size());
        CHECK(result->rules.size() == card.rules.size());
        CHECK(result->balance.duties == card.balance.duties);
        CHECK(result->balance.privacy_loss == card.balance.privacy_loss);
        CHECK(result->outcome == card.outcome);
        CHECK(result->decisions.size() == player.attempt().decisions().size());
    }
}

TEST_CASE("a heavier deduction with the same root cause is counted once in a report too") {
    Diagnostics diagnostics;
    const Player player = finished(three_letters, "abacdacbabda");
    const auto result = read_back(player, diagnostics);
    CHECK(diagnostics.render() == "");
    REQUIRE(result);
    CHECK(result->overall.lost == player.score_card()->overall.lost);
}

TEST_CASE("every problem of a report is said at once, and nothing is read") {
    Diagnostics diagnostics;
    std::string text = report_json(finished(two_doors, "aaa"), "Kay").pretty();
    text.insert(text.find("\"seed\""), "\"sead\": 1,\n  ");
    const Tree tree = read_json(text, diagnostics.add_source("report.json", text), diagnostics);
    CHECK_FALSE(read_report(tree, diagnostics));
    std::vector<std::string> codes;
    for (const Diagnostic& one : diagnostics.in_order()) codes.push_back(one.code);
    CHECK(codes == std::vector<std::string>{"E732", "E115"});
}
