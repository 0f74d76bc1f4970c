#include "engine/report/what_changed.h"

#include "engine/rules/rule_book.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/json_schema.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The base pack with one piece of its text replaced.
std::shared_ptr<const RuleBook> changed_pack(const std::string& was, const std::string& is) {
    std::string pack = whole_file("assets/rulepacks/england-2024.yaml");
    const std::size_t at = pack.find(was);
    REQUIRE(at != std::string::npos);
    pack.replace(at, was.size(), is);
    Diagnostics diagnostics;
    const Tree tree = read_yaml_text(pack, diagnostics);
    auto rules = read_rule_book({&tree}, "2024-09-01", diagnostics);
    INFO(diagnostics.render());
    REQUIRE(rules);
    return rules;
}

Player played(const std::string& path, const std::string& options) {
    Player player = player_of(path, Mode::assessment);
    REQUIRE(play(player, options).empty());
    go_to_scene(player);
    return player;
}

WhatChanged compared(const Player& player, const std::shared_ptr<const RuleBook>& rules) {
    std::string problem;
    auto changed = what_changed(player.attempt(), rules, problem);
    REQUIRE(problem == "");
    REQUIRE(changed);
    return std::move(*changed);
}

const VerdictChange* find(const WhatChanged& changed, const std::string& norm) {
    for (const VerdictChange& change : changed.verdicts)
        if (change.norm == norm) return &change;
    return nullptr;
}

}  // namespace

TEST_CASE("under the same rules nothing differs") {
    const Player player = played(two_doors, "bba");
    const auto same = compared(player, rule_book({"england-2024"}, "2024-09-01"));
    CHECK_FALSE(same.anything());
    CHECK(same.complete);
    CHECK(same.decisions == 3);
    CHECK(has(what_changed_text(same), "\nNo verdict and no score differs.\n"));
    // A pack that differs in words alone changes no verdict.
    const auto reworded =
        compared(player, changed_pack("title: Consent is not the gate", "title: Do not wait for a yes"));
    CHECK_FALSE(reworded.anything());
}

TEST_CASE("a lighter norm shows with the part of the norm that differs, and nothing else does") {
    const Player player = played(two_doors, "bba");
    const std::string head = "  - id: GR2.1\n    title: \"Tell the family who, what and why\"\n";
    std::string pack = whole_file("assets/rulepacks/england-2024.yaml");
    pack = pack.substr(pack.find(head));
    const std::string was = pack.substr(0, pack.find("severity: { base: M }") + 21);
    std::string is = was;
    is.replace(is.size() - 4, 4, " m }");
    is.replace(is.find("title: "), 7, "title: Do ");
    is.replace(is.find("Do \"Tell the family who, what and why\""), 38, "Tell them");
    const auto changed = compared(player, changed_pack(was, is));
    const VerdictChange* found = find(changed, "GR2.1");
    REQUIRE(found != nullptr);
    REQUIRE(found->before);
    REQUIRE(found->after);
    CHECK(found->before->weight == 2);
    CHECK(found->after->weight == 1);
    CHECK(found->before->state == found->after->state);
    REQUIRE(found->why.size() == 2);
    CHECK(found->why[0].field == "title");
    CHECK(found->why[1].what == "norm GR2.1");
    CHECK(found->why[1].field == "severity");
    CHECK(found->why[1].before == "medium (weight 2)");
    CHECK(found->why[1].after == "minor (weight 1)");
    for (const VerdictChange& change : changed.verdicts) CHECK(change.norm == "GR2.1");
    CHECK(changed.anything());
}

TEST_CASE("an overlay's norms appear, and those it stands for are set beside them") {
    const Player player = played(two_doors, "bba");
    const auto changed = compared(player, rule_book({"england-2024", "plymouth"}, "2024-09-01"));
    CHECK(changed.anything());
    const std::string text = what_changed_text(changed);
    CHECK(differs_from_golden("tests/golden/play/two-doors-bba-changed.txt", text) == "");
    CHECK(has(text, "This only compares. The log, its report and its score stand as they are.\n"));
    bool stands_for = false;
    for (const VerdictChange& change : changed.verdicts)
        stands_for = stands_for || (change.before && change.after && change.before->norm != change.after->norm);
    CHECK(stands_for);
}

TEST_CASE("a case left early is compared without scores") {
    Player player = player_of(two_doors);
    play(player, "b");
    const auto changed = compared(player, rule_book({"england-2024", "plymouth"}, "2024-09-01"));
    CHECK_FALSE(changed.complete);
    CHECK(changed.scores.empty());
    CHECK(has(what_changed_text(changed), "The case was not played to its end, so there are no scores.\n"));
}

TEST_CASE("the data keep to their published schema") {
    const nlohmann::json schema = nlohmann::json::parse(whole_file("assets/schema/changed-1.schema.json"));
    Player early = player_of(two_doors);
    play(early, "b");
    const Player whole = played(two_doors, "bba");
    Json::List logs;
    for (const auto& rules :
         {rule_book({"england-2024", "plymouth"}, "2024-09-01"), rule_book({"england-2024"}, "2024-09-01")})
        for (const Player* player : std::initializer_list<const Player*>{&early, &whole}) {
            Json one = what_changed_json(compared(*player, rules));
            one["log"] = "log.jsonl";
            one["scenario"] = "two-doors";
            logs.push_back(std::move(one));
        }
    CHECK(schema_findings(nlohmann::json::parse(changed_logs_json(std::move(logs)).canonical()), schema) == "");
}
