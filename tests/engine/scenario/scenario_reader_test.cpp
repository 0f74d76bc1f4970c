#include "engine/scenario/reader.h"

#include <algorithm>
#include <string>

#include "engine/casework/case_file.h"
#include "engine/host/yaml_reader.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

// A short scenario in which each test changes what it is about.
std::string story(const std::string& options, const std::string& more_scenes = {}, const std::string& top = {}) {
    return "scenario: { id: sleepy, title: Sleepy, version: 1.0.0 }\n"
           "guidance: { packs: [england-2024], as_of: 2024-09-01 }\n"
           "card: { role: Teacher, content_note: A tired child. }\n"
           "people:\n"
           "  mia: { name: Mia, role: child }\n"
           "agencies:\n"
           "  csc: { name: Front door, kind: childrens_social_care }\n"
           "items:\n"
           "  nap: { says: Mia fell asleep in class., grade: reported, category: special }\n"
           "  bruise: { says: A bruise., known: later }\n"
           "meters: { trust: 5 }\n"
           "flags: [promised]\n" +
           top +
           "start: D1\n"
           "nodes:\n"
           "  D1:\n"
           "    title: Monday\n"
           "    at: \"w1 Mon 09:00\"\n"
           "    text: Mia falls asleep again.\n"
           "    options:\n" +
           options + "      - { id: z, say: Let it be., then: D9 }\n" + more_scenes +
           "  D9:\n"
           "    title: The last\n"
           "    at: \"+1d 09:00\"\n"
           "    text: Another day.\n"
           "    reveals: [bruise]\n"
           "    then: end\n"
           "endings:\n"
           "  - { id: all, title: Later, text: Mia sleeps well at home. }\n"
           "review: { author: A teacher, date: 2026-11-22 }\n";
}

struct Read {
    std::shared_ptr<const Scenario> scenario;
    std::string findings;
};

Read read(const std::string& text) {
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("story.yaml", text);
    const Tree tree = read_yaml(text, source, diagnostics);
    Read result;
    result.scenario = read_scenario(tree, diagnostics);
    result.findings = diagnostics.render();
    CHECK((result.scenario == nullptr) == diagnostics.has_errors());
    return result;
}

const Option& first_option(const Read& read) { return read.scenario->nodes.at(0).options.at(0); }

// What a share says of an item's label or category, or -1.
std::int64_t keyed(const Act& act, int fact, int key) {
    for (const Setting& setting : act.settings)
        if (setting.fact == fact && setting.key == key) return setting.number;
    return -1;
}

}  // namespace

TEST_CASE("a share is completed from the defaults unless the author says otherwise") {
    const std::string defaults =
        "defaults: { share: { basis: public_task, form: extract, labels: as_graded, classify: as_categorised } }\n";
    const Vocabulary& v = vocabulary();

    SECTION("what is left unsaid is filled in") {
        const Read story_read =
            read(story("      - { id: a, say: Tell., does: [ { share: { items: [nap], to: [csc] } } ], then: D9 }\n",
                       "", defaults));
        CHECK(story_read.findings.empty());
        const Act& share = first_option(story_read).acts.at(0);
        CHECK(act_number(share, v.act_basis, -1) == enum_value(v.basis, "public_task"));
        CHECK(act_number(share, v.act_form, -1) == enum_value(v.form, "extract"));
        CHECK(keyed(share, v.act_labels, 0) == enum_value(v.grade, "reported"));
        CHECK(keyed(share, v.act_classify, 0) == enum_value(v.category, "special"));
    }
    SECTION("what is said stays, and none means none") {
        const Read story_read =
            read(story("      - id: a\n"
                       "        say: Tell.\n"
                       "        does:\n"
                       "          - share: { items: [nap], to: [csc], basis: consent, form: none,\n"
                       "                     labels: none, classify: { nap: ordinary } }\n"
                       "        then: D9\n",
                       "", defaults));
        CHECK(story_read.findings.empty());
        const Act& share = first_option(story_read).acts.at(0);
        CHECK(act_number(share, v.act_basis, -1) == enum_value(v.basis, "consent"));
        CHECK(act_number(share, v.act_form, -1) == -1);
        CHECK(keyed(share, v.act_labels, 0) == -1);
        CHECK(keyed(share, v.act_classify, 0) == enum_value(v.category, "ordinary"));
    }
    SECTION("other acts are left alone") {
        const Read story_read = read(story(
            "      - { id: a, say: Wait., does: [ { withhold: { items: [nap], reason: uncertain } } ], then: D9 }\n",
            "", defaults));
        CHECK(first_option(story_read).acts.at(0).settings.size() == 2);
    }
}

TEST_CASE("what is known later is hidden until a scene reveals it") {
    const Read story_read = read(story("      - { id: a, say: Write., then: D9 }\n"));
    const Store& opening = story_read.scenario->opening;
    const int item = vocabulary().item;
    CHECK(opening.shown(item, opening.find(item, "nap")));
    CHECK_FALSE(opening.shown(item, opening.find(item, "bruise")));
    const std::vector<EntityRef> reveals = story_read.scenario->node("D9")->reveals;
    CHECK(reveals == std::vector<EntityRef>{{item, opening.find(item, "bruise")}});
}

TEST_CASE("routes keep the author's order, their times and their meters") {
    const Read story_read =
        read(story("      - id: a\n"
                   "        say: Tell.\n"
                   "        does: [ { share: { items: [nap], to: [csc] } } ]\n"
                   "        arrive: \"+2h\"\n"
                   "        then:\n"
                   "          - { when: nap.given_to has csc, then: D9, meters: { trust: -2 } }\n"
                   "          - { then: end, arrive: \"next Fri 09:00\" }\n"));
    CHECK(story_read.findings.empty());
    const std::vector<Route>& routes = first_option(story_read).routes;
    REQUIRE(routes.size() == 2);
    CHECK(routes[0].then == "D9");
    CHECK(routes[0].arrive == "+2h");
    CHECK(routes[0].when);
    CHECK(routes[0].meters.at(0).by == -2);
    CHECK(routes[1].then == "end");
    CHECK(routes[1].arrive == "next Fri 09:00");
    CHECK_FALSE(routes[1].when);
}

TEST_CASE("a circle with a way out is a story like any other") {
    const Read story_read = read(story("      - { id: a, say: Ask., then: D2 }\n",
                                       "  D2:\n"
                                       "    title: Ask again\n"
                                       "    at: \"+1d 09:00\"\n"
                                       "    text: Nobody answers.\n"
                                       "    options:\n"
                                       "      - { id: a, say: Ask again., then: D2 }\n"
                                       "      - { id: b, say: Go on., then: D9 }\n"));
    CHECK(story_read.findings.empty());
}

TEST_CASE("an item known on one way only may be used where the ways meet") {
    const std::string meet = "      - { id: a, say: Look., then: D2 }\n      - { id: b, say: Wait., then: D3 }\n";
    const auto scenes = [](const std::string& reveal_at_d2) {
        return "  D2: { title: Look, at: \"+1h\", text: A bruise., " + reveal_at_d2 +
               "then: D3 }\n"
               "  D3:\n"
               "    title: Meet\n"
               "    at: \"+2h\"\n"
               "    text: Both ways meet here.\n"
               "    options:\n"
               "      - { id: a, say: Tell., does: [ { share: { items: [bruise], to: [csc] } } ], then: D9 }\n"
               "      - { id: b, say: Wait., then: D9 }\n";
    };
    CHECK(read(story(meet, scenes("reveals: [bruise], "))).findings.empty());
    CHECK(read(story(meet, scenes(""))).findings.find("'bruise' is not known here on any way") != std::string::npos);
}

TEST_CASE("all mistakes are found in one run, and a scenario with any is never made") {
    const Read story_read =
        read(story("      - { id: a, say: Tell., does: [ { shar: { items: [nap] } } ], then: D8, flags: [promise] }\n",
                   "", "briefing: [1, [2]]\nwhatever: true\n"));
    CHECK(story_read.scenario == nullptr);
    for (const char* code : {"E303", "E604", "E609", "E116", "E115"})
        CHECK(story_read.findings.find(code) != std::string::npos);
    // Where a scene is misspelt, nothing is said about scenes that are not reached because of it.
    CHECK(story_read.findings.find("E605") == std::string::npos);
}

TEST_CASE("a form offers acts with the scenario's own limits") {
    const std::string scene =
        "  D2:\n"
        "    title: Write\n"
        "    at: \"+1h\"\n"
        "    text: A form.\n"
        "    compose:\n"
        "      - { id: own, title: Write it, act: hand_over, to_area: hull, items: [nap], to: [csc],\n"
        "          tell: [mia], ask: [items, tell], then: D9 }\n";
    const Read story_read = read(story("      - { id: a, say: Write., then: D2 }\n", scene));
    CHECK(story_read.findings.empty());
    const Node& node = *story_read.scenario->node("D2");
    CHECK(node.decision());
    const Compose& compose = node.composes.at(0);
    CHECK(compose.act == ActKind::hand_over);
    CHECK(compose.to_area == "hull");
    CHECK(compose.send == "Send it");
    CHECK(compose.ask == std::vector<std::string>{"items", "tell"});
    CHECK(compose.items.count() == 1);
}

TEST_CASE("the digest follows what a learner can meet and nothing else") {
    const std::string option = "      - { id: a, say: Write., then: D9, expect: { GR7.1: kept } }\n";
    const std::string digest = read(story(option)).scenario->sha256;
    CHECK(digest.size() == 64);

    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string text = story(option);
        text.replace(text.find(from), from.size(), to);
        return read(text).scenario->sha256;
    };
    CHECK(changed("start: D1", "# a note to colleagues\nstart: D1") == digest);
    CHECK(changed("GR7.1: kept", "GR7.1: breached 1/2") == digest);
    CHECK(changed("author: A teacher", "author: Two teachers") == digest);
    CHECK(changed("{ role: Teacher, content_note: A tired child. }",
                  "{ content_note: \"A tired child.\", role: Teacher }") == digest);
    CHECK(changed("Let it be.", "Let it go.") != digest);
    CHECK(changed("trust: 5", "trust: 6") != digest);
    CHECK(changed("Mia fell asleep in class.", "Mia fell asleep in bed.") != digest);
}
