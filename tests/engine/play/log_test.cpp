#include "engine/play/log.h"

#include <algorithm>
#include <sstream>

#include "engine/text/sha256.h"
#include "tests/support/catch.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

struct Taken {
    std::optional<Player> player;
    std::string findings;
};

Taken take_up(const std::string& log, const std::string& path = two_doors, const std::vector<std::string>& stack = {}) {
    const auto scenario = scenario_at(path);
    Diagnostics diagnostics;
    Taken taken;
    taken.player = Player::resume(scenario, rule_book(stack.empty() ? scenario->packs : stack, scenario->as_of), log,
                                  "log", diagnostics);
    taken.findings = diagnostics.render();
    return taken;
}

std::string finished_log() {
    Player player = player_of(two_doors);
    play(player, "b");
    go_to_scene(player);
    player.apply(composing(
        "own", {{"items", {"hunger", "alone"}}, {"to", {"csc"}}, {"redact", {"joe"}}, {"record", {"reason"}}}));
    play(player, "a");
    return player.log();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a log is a header, a line for each decision and an end, each carrying the digest of the one before") {
    const auto lines = lines_of(finished_log());
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].starts_with("{\"engine\":\"0.1.0\",\"mode\":\"practice\",\"packs\":{\"as_of\":\"2024-09-01\","));
    CHECK(lines[0].ends_with(",\"seed\":0,\"v\":2}"));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        CHECK(has(lines[i], "\"prev_hash\":\"" + sha256(lines[i - 1]) + "\""));
        CHECK(has(lines[i], "\"seq\":" + std::to_string(i) + ","));
    }
    CHECK(has(lines[2],
              "\"answers\":{\"basis\":[\"public_task\"],\"form\":[\"extract\"],\"handling\":[\"no\"],\"items\":["
              "\"hunger\",\"alone\"],"));
    CHECK(has(lines[4], "\"ending\":"));
    CHECK_FALSE(has(finished_log(), "Kay fetches"));
}

TEST_CASE("a log holds no expectation, no meter and no time but the case's own") {
    Player player = player_of(three_letters);
    play(player, "bcd");
    for (const char* word : {"expect", "safety\"", "trust", "picture", "2026"}) CHECK_FALSE(has(player.log(), word));
}

TEST_CASE("taking up a log gives the same attempt, page and log") {
    for (const std::string options : {"", "a", "b", "bb", "ba", "cbb"}) {
        Player player = player_of(two_doors, Mode::practice, 5);
        REQUIRE(play(player, options).empty());
        if (!options.empty()) go_to_scene(player);
        const Taken taken = take_up(player.log());
        INFO(options << "\n" << taken.findings);
        REQUIRE(taken.player);
        CHECK(taken.findings.empty());
        CHECK(taken.player->log() == player.log());
        CHECK(page_text(taken.player->page()) == page_text(player.page()));
    }
}

TEST_CASE("an assessment is taken up as one") {
    Player player = player_of(two_doors, Mode::assessment, 3);
    REQUIRE(play(player, "b").empty());
    const Taken taken = take_up(player.log());
    REQUIRE(taken.player);
    CHECK(taken.player->mode() == Mode::assessment);
    CHECK(taken.player->seed() == 3);
    CHECK(taken.player->page().id == "D2");
}

TEST_CASE("a finished log shows its debrief again, and one left early as well") {
    const Taken finished = take_up(finished_log());
    REQUIRE(finished.player);
    CHECK(finished.player->page().kind == PageKind::debrief);
    CHECK(finished.player->log() == finished_log());

    Player early = player_of(two_doors);
    play(early, "a");
    go_to_scene(early);
    early.apply(doing(Input::Kind::skip));
    const Taken left = take_up(early.log());
    REQUIRE(left.player);
    CHECK(page_text(left.player->page()) == page_text(early.page()));
    CHECK(left.player->log() == early.log());
}

TEST_CASE("wherever a log breaks off, it is taken up before the cut") {
    const std::string log = finished_log();
    const auto lines = lines_of(log);
    for (std::size_t cut = 0; cut < log.size(); cut += 37) {
        const std::string left = log.substr(0, cut);
        const auto whole = static_cast<std::size_t>(std::count(left.begin(), left.end(), '\n'));
        const Taken taken = take_up(left);
        INFO(cut << "\n" << taken.findings);
        CHECK(taken.player.has_value() == (whole > 0));
        if (!taken.player) continue;
        CHECK(has(taken.findings, "warning W701: the log breaks off") == (left.back() != '\n'));
        // A cut in the line for the end loses nothing: it follows from the decisions.
        std::string expected;
        for (std::size_t i = 0; i < (whole == 4 ? 5 : whole); ++i) expected += lines[i] + "\n";
        CHECK(taken.player->log() == expected);
    }
}

TEST_CASE("no change of a single byte goes unnoticed") {
    const std::string log = finished_log();
    std::size_t tried = 0;
    for (std::size_t at = 0; at < log.size(); at += tried % 2 == 0 ? 23 : 31) {
        for (const char mask : {'\x01', '\x20'}) {
            std::string changed = log;
            changed[at] = static_cast<char>(changed[at] ^ mask);
            const Taken taken = take_up(changed);
            INFO(at << " of " << log.size() << ": " << changed.substr(at < 20 ? 0 : at - 20, 40));
            CHECK_FALSE(taken.findings.empty());
            if (taken.player) CHECK(has(taken.findings, "W701"));  // the last line end is gone, and that is said
        }
        ++tried;
    }
    CHECK(tried > 100);
}

TEST_CASE("lines taken out, doubled, moved or added are noticed, with the line") {
    const auto lines = lines_of(finished_log());
    const auto joined = [&](const std::vector<std::size_t>& order) {
        std::string text;
        for (const std::size_t i : order) text += lines[i] + "\n";
        return text;
    };
    CHECK(has(take_up(joined({0, 2, 3, 4})).findings, "log:2:1: error E705"));
    CHECK(has(take_up(joined({0, 1, 1, 2, 3, 4})).findings, "log:3:1: error E705"));
    CHECK(has(take_up(joined({0, 2, 1, 3, 4})).findings, "log:2:1: error E705"));
    CHECK(has(take_up(joined({0, 1, 2, 3, 4, 4})).findings, "log:6:1: error E709"));
    CHECK(has(take_up(joined({1, 2, 3, 4})).findings, "log:1:1: error E700"));
}

TEST_CASE("another choice written in with a fitting digest does not come out again") {
    auto lines = lines_of(finished_log());
    const std::string was = "\"option\":\"b\"";
    const auto at = lines[1].find(was);
    REQUIRE(at != std::string::npos);
    lines[1].replace(at, was.size(), "\"option\":\"a\"");
    std::string forged = lines[0] + "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto hash = lines[i].find("\"prev_hash\":\"") + 13;
        lines[i].replace(hash, 64, sha256(lines[i - 1]));
        forged += lines[i] + "\n";
    }
    const Taken taken = take_up(forged);
    CHECK_FALSE(taken.player);
    CHECK(
        has(taken.findings, "log:2:1: error E707: this line does not come out again when the choices are made again"));
}

TEST_CASE("a log is not taken up in another case or under other rules") {
    CHECK(has(take_up(finished_log(), three_letters).findings, "error E702: this log belongs to the case 'two-doors'"));
    const Taken other = take_up(finished_log(), two_doors, {"england-2024", "plymouth"});
    CHECK_FALSE(other.player);
    CHECK(has(other.findings, "error E704: the rules have changed since"));
}

TEST_CASE("the case of a log is known from its first line") {
    CHECK(scenario_of_log(finished_log()) == "two-doors");
    CHECK(scenario_of_log("nonsense").empty());
    CHECK(scenario_of_log("").empty());
    CHECK(scenario_of_log("{\"scenario\":[]}").empty());
}

TEST_CASE("an undone decision leaves no line") {
    Player player = player_of(two_doors);
    play(player, "b");
    player.apply(doing(Input::Kind::back));
    play(player, "a");
    Player straight = player_of(two_doors);
    play(straight, "a");
    CHECK(player.log() == straight.log());
}
