#include "engine/study/story_walk.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/play/attempt.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/story_maker.h"

using namespace ntk;

namespace {

// What going every way one by one comes to.
struct Gone {
    std::uint64_t ways = 0, without_ending = 0;
    std::map<std::string, std::uint64_t> endings;
    std::map<std::string, std::pair<int, int>> times;  // scene -> earliest and latest
    std::set<std::pair<std::string, const Passage*>> shown;
    int shortest = 1'000, longest = 0;
};

void note(const Attempt& attempt, std::size_t known, Gone& gone) {
    const auto& visits = attempt.visits();
    for (std::size_t i = known; i < visits.size(); ++i) {
        const auto [at, fresh] = gone.times.emplace(visits[i].node, std::pair(visits[i].minutes, visits[i].minutes));
        at->second.first = std::min(at->second.first, visits[i].minutes);
        at->second.second = std::max(at->second.second, visits[i].minutes);
    }
    if (attempt.node() == nullptr) return;
    for (const Passage& passage : attempt.node()->text)
        if (attempt.holds(passage.when)) gone.shown.emplace(attempt.node()->id, &passage);
}

void go(const Attempt& attempt, Gone& gone) {
    if (attempt.ended()) {
        ++gone.ways;
        const auto length = static_cast<int>(attempt.decisions().size());
        gone.shortest = std::min(gone.shortest, length);
        gone.longest = std::max(gone.longest, length);
        if (attempt.ending() == nullptr)
            ++gone.without_ending;
        else
            ++gone.endings[attempt.ending()->id];
        return;
    }
    if (!attempt.deciding()) {
        Attempt on = attempt;
        on.move_on();
        note(on, attempt.visits().size(), gone);
        go(on, gone);
        return;
    }
    for (const Option& option : attempt.node()->options) {
        Attempt after = attempt;
        REQUIRE(after.choose(option.id).empty());
        after.move_on();
        note(after, attempt.visits().size(), gone);
        go(after, gone);
    }
}

Gone go_every_way(const std::shared_ptr<const Scenario>& story) {
    Gone gone;
    const Attempt start(story, no_rules());
    note(start, 0, gone);
    go(start, gone);
    return gone;
}

// Both as text, so that a difference shows what it is about.
std::string text_of(const Gone& gone, const Scenario& story) {
    std::string text = BigCount(gone.ways).text() + " ways of " + std::to_string(gone.shortest) + " to " +
                       std::to_string(gone.longest) + "\n";
    for (const Ending& ending : story.endings) {
        const auto found = gone.endings.find(ending.id);
        text += ending.id + " " + BigCount(found == gone.endings.end() ? 0 : found->second).text() + "\n";
    }
    text += "none " + BigCount(gone.without_ending).text() + "\n";
    for (const Node& node : story.nodes) {
        const auto found = gone.times.find(node.id);
        if (found == gone.times.end()) continue;
        text += node.id + " " + std::to_string(found->second.first) + " " + std::to_string(found->second.second) + "\n";
        for (const Passage& passage : node.text)
            if (gone.shown.count({node.id, &passage}) == 0)
                text += "never shown " + node.id + ": " + passage.text + "\n";
    }
    return text;
}

std::string text_of(const StoryProof& proof, const Scenario& story) {
    std::string text = proof.ways.text() + " ways of " + std::to_string(proof.shortest) + " to " +
                       std::to_string(proof.longest) + "\n";
    for (std::size_t i = 0; i < story.endings.size(); ++i)
        text += story.endings[i].id + " " + proof.endings[i].ways.text() + "\n";
    text += "none " + proof.without_ending.ways.text() + "\n";
    for (std::size_t i = 0; i < story.nodes.size(); ++i) {
        if (!proof.scenes[i].reached) continue;
        text += story.nodes[i].id + " " + std::to_string(proof.scenes[i].earliest) + " " +
                std::to_string(proof.scenes[i].latest) + "\n";
        for (const std::string& passage : proof.passages_never_shown)
            if (passage.starts_with(story.nodes[i].id + ": ")) text += "never shown " + passage + "\n";
    }
    return text;
}

Option leading_to(std::string id, std::string then) {
    Option option;
    option.id = std::move(id);
    Route route;
    route.then = std::move(then);
    option.routes = {route};
    return option;
}

Node scene(std::string id, std::vector<Option> options, std::string at = "+1h") {
    Node node;
    node.id = std::move(id);
    node.at = std::move(at);
    node.options = std::move(options);
    return node;
}

Scenario story_of(std::vector<Node> nodes) {
    Scenario story(new_case());
    story.start = nodes.front().id;
    story.nodes = std::move(nodes);
    return story;
}

}  // namespace

TEST_CASE("the ways through a story by hand are counted") {
    const Scenario story =
        story_of({scene("A", {leading_to("a", "B"), leading_to("b", "C")}, "w1 Mon 09:00"),
                  scene("B", {leading_to("a", "D"), leading_to("b", "D"), leading_to("c", "end")}),
                  scene("C", {leading_to("a", "D")}), scene("D", {leading_to("a", "end"), leading_to("b", "end")})});
    const StoryProof proof = prove_story(story);
    CHECK(proof.complete);
    CHECK(proof.exact);
    CHECK(proof.ways.text() == "7");
    CHECK(proof.shortest == 2);
    CHECK(proof.longest == 3);
    CHECK(proof.states == 4);
    CHECK(proof.backwards.empty());
}

TEST_CASE("more ways than 128 bits hold are counted to the last one") {
    const StoryProof proof = prove_story(*make_layers({100, 1, 4, 1}));
    CHECK(proof.ways.text() == "1,606,938,044,258,990,275,541,962,092,341,162,602,522,202,993,782,792,835,301,376");
    CHECK(proof.states == 100);
    CHECK(proof.longest == 100);
}

TEST_CASE("two doors is proved as going every way finds it") {
    const auto story = scenario_at(two_doors);
    CHECK(text_of(prove_story(*story), *story) == text_of(go_every_way(story), *story));
}

TEST_CASE("what is proved of small stories is what going every way one by one finds") {
    int conditions = 0;
    int ways = 0;
    for (std::uint64_t seed = 1; seed <= 250; ++seed) {
        const auto story = make_small_story(seed);
        const StoryProof proof = prove_story(*story);
        const Gone gone = go_every_way(story);
        INFO("seed " << seed);
        CHECK(proof.exact);
        CHECK(proof.complete);
        CHECK(text_of(proof, *story) == text_of(gone, *story));
        ways += static_cast<int>(gone.ways);
        for (const Node& node : story->nodes)
            for (const Option& option : node.options) conditions += option.routes.size() > 1 ? 1 : 0;
    }
    CHECK(ways > 3'000);
    CHECK(conditions > 500);
}

TEST_CASE("ways that are shown as examples lead where they say") {
    for (std::uint64_t seed = 200; seed <= 260; ++seed) {
        const auto story = make_small_story(seed);
        const StoryProof proof = prove_story(*story);
        INFO("seed " << seed);
        for (std::size_t i = 0; i < story->endings.size(); ++i) {
            if (proof.endings[i].ways.zero()) continue;
            Attempt attempt(story, no_rules());
            attempt.settle();
            for (const char option : proof.endings[i].way) {
                REQUIRE(attempt.choose(std::string(1, option)).empty());
                attempt.settle();
            }
            REQUIRE(attempt.ended());
            CHECK(attempt.ending() == &story->endings[i]);
        }
    }
}

TEST_CASE("a clock that would run backwards is found, with a way there") {
    const Scenario story = story_of({scene("A", {leading_to("a", "B"), leading_to("b", "C")}, "w1 Mon 09:00"),
                                     scene("B", {leading_to("a", "C")}, "w3 Mon 09:00"),
                                     scene("C", {leading_to("a", "end")}, "w2 Mon 09:00")});
    const StoryProof proof = prove_story(story);
    REQUIRE(proof.backwards.size() == 1);
    CHECK(proof.backwards[0].what == "the clock would run backwards on coming to C");
    CHECK(proof.backwards[0].way == "aa");
}

TEST_CASE("a story that goes round is followed as far as the player follows it, and said to be cut off") {
    const auto story = std::make_shared<const Scenario>(
        story_of({scene("A", {leading_to("a", "B"), leading_to("b", "end")}, "w1 Mon 09:00"),
                  scene("B", {leading_to("a", "A"), leading_to("b", "end")})}));
    const StoryProof proof = prove_story(*story);
    CHECK(proof.complete);
    CHECK(proof.cut_off.ways.text() == "1");
    CHECK(proof.longest == 127);
    CHECK(proof.ways.text() == "128");
    CHECK(go_every_way(story).ways == 128);
}

TEST_CASE("scenes, endings and routes that no way comes to are named") {
    Scenario story = story_of({scene("A", {leading_to("a", "B")}, "w1 Mon 09:00"), scene("B", {leading_to("a", "end")}),
                               scene("Z", {leading_to("a", "end")})});
    story.meters = {{"safety", 1}};
    Ending high, rest;
    high.id = "high";
    high.when = {{"safety", 5, 1'000'000}};
    rest.id = "rest";
    story.endings = {high, rest};
    const StoryProof proof = prove_story(story);
    CHECK(proof.scenes[1].reached);
    CHECK_FALSE(proof.scenes[2].reached);
    CHECK(proof.endings[0].ways.zero());
    CHECK(proof.endings[1].ways.text() == "1");
    CHECK(proof.endings[1].way == "aa");
}

TEST_CASE("too large a story is never passed over in silence") {
    const StoryProof proof = prove_story(*make_layers({30, 30, 3, 1}), {100});
    CHECK_FALSE(proof.complete);
    REQUIRE(!proof.notes.empty());
    CHECK(proof.notes.back() == "there are more than 100 states, so the story was followed in part only");
}

TEST_CASE("a condition on what only the rules know is followed both ways, and that is said") {
    Scenario story = story_of({scene("A", {leading_to("a", "B")}, "w1 Mon 09:00"), scene("B", {leading_to("a", "end")}),
                               scene("C", {leading_to("a", "end")})});
    Tree text;
    text.kind = Tree::Kind::scalar;
    text.text = "exists(dues)";
    Diagnostics diagnostics;
    Route route;
    route.then = "C";
    route.when = compile(text, {&vocabulary().schema, nullptr, {}}, {Type::Base::boolean, -1}, diagnostics);
    REQUIRE(route.when);
    story.nodes[0].options[0].routes.insert(story.nodes[0].options[0].routes.begin(), route);
    const StoryProof proof = prove_story(story);
    CHECK_FALSE(proof.exact);
    CHECK(proof.scenes[2].reached);
    REQUIRE(proof.notes.size() == 1);
    CHECK(proof.notes[0] ==
          "the route 'exists(dues)' was followed both ways: it asks about dues, which the rules keep");
}
