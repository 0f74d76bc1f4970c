#include "engine/casework/case_file.h"

#include <string>

#include "engine/casework/reader.h"
#include "engine/text/limits.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

const Vocabulary& v() { return vocabulary(); }

const char* const small_world = R"(
case: { need: early_help, harm: possible }
learner: { sector: health, advisers: { lead: 30m } }
people:
  mia: { role: child, age: 6 }
  kay: { role: carer, carer_of: [mia] }
  lead: { role: professional }
agencies:
  desk: { kind: childrens_social_care }
  school: { kind: school }
items:
  bruise: { about: [mia], use: { desk: essential, school: contested } }
  diary: { about: [kay], category: special }
requests:
  ask: { from: desk, items: [bruise], due_in: 2h }
  other: { from: school, items: [diary], due: "w1 Fri 12:00" }
events:
  objection: { kind: objection, by: kay, to: desk }
)";

// A case file with everything at hand by name.
struct World {
    explicit World(const std::string& facts = small_world, Reading reading = Reading::as_needed)
        : store(new_case()), reader(store, diagnostics), file(read(facts), reading) {}

    Store read(const std::string& facts) {
        const Tree tree = read_yaml_text(facts, diagnostics);
        Fields root(tree, "the case", diagnostics);
        reader.read_case(root);
        root.finish();
        INFO(diagnostics.render());
        REQUIRE(diagnostics.empty());
        return store;
    }

    int party(const char* name) const { return store.find(v().party, name); }
    int item(const char* name) const { return store.find(v().item, name); }
    int request(const char* name) const { return store.find(v().request, name); }

    std::vector<Act> acts(const std::string& text) {
        const Tree tree = read_yaml_text("does:\n" + text, diagnostics);
        auto read = reader.read_acts(tree.entries.front().value);
        INFO(diagnostics.render());
        REQUIRE(diagnostics.empty());
        return read;
    }

    void arrive(int minutes, Arrival arrival = {}) {
        arrival.minutes = minutes;
        arrival.decision = true;
        file.arrive(arrival);
    }
    void does(const std::string& text) { file.perform(acts(text), true); }
    void story(const std::string& text) { file.perform(acts(text), false); }

    // A duty as the rules would open it: the bruise, due to the desk.
    int open_duty() {
        Store& facts = file.facts();
        const int duty = add_entity(facts, v().duty, "a duty");
        facts.put(v().duty_items, duty, Bits::of(item("bruise")));
        facts.put(v().duty_to, duty, Bits::of(party("desk")));
        facts.put(v().duty_due, duty, item("bruise"), Bits::of(party("desk")));
        return duty;
    }

    const Store& facts() const { return file.facts(); }
    bool flag(int fact, int entity) const { return facts().number(fact, entity) != 0; }

    Diagnostics diagnostics;
    Store store;
    CaseReader reader;
    CaseFile file;
};

std::string parts_of(const Store& facts, int fact, int entity) {
    std::string text;
    facts.set(fact, entity).for_each([&](int value) {
        text += (text.empty() ? "" : " ") +
                v().schema.enums[static_cast<std::size_t>(v().part)].values[static_cast<std::size_t>(value)];
    });
    return text;
}

}  // namespace

TEST_CASE("an empty case has a case, a learner and one open quiet time") {
    const Store store = new_case();
    CHECK(store.count(v().case_) == 1);
    CHECK(store.count(v().learner) == 1);
    CHECK(store.count(v().phase) == 1);
    CHECK(store.number(v().phase_open, 0) == 1);
    CHECK(store.root_number(v().root_child) == -1);
    CHECK(store.count(v().party) == 0);
}

TEST_CASE("what is hidden is not in the case until a scene reveals it") {
    World world;
    const int diary = world.item("diary");
    world.file.facts().show(v().item, diary, false);
    world.file.facts().show(v().party, world.party("school"), false);
    world.arrive(10);
    CHECK_FALSE(world.facts().all(v().item).has(diary));
    CHECK(world.facts().all(v().item).has(world.item("bruise")));
    CHECK_FALSE(world.facts().all(v().agency).has(world.party("school")));

    Arrival arrival;
    arrival.reveals = {{v().item, diary}, {v().agency, world.party("school")}};
    world.arrive(70, arrival);
    CHECK(world.facts().all(v().item).has(diary));
    CHECK(world.facts().all(v().party).has(world.party("school")));
    CHECK(world.facts().since(v().category_, diary) == 70);
    CHECK(world.facts().since(v().grade_, world.item("bruise")) == 0);
}

TEST_CASE("a request is due so long after it comes, or when it says") {
    World world;
    Arrival arrival;
    arrival.reveals = {{v().request, world.request("ask")}, {v().request, world.request("other")}};
    world.arrive(600, arrival);
    CHECK(world.facts().number(v().request_due, world.request("ask")) == 600 + 120);
    CHECK(world.facts().number(v().request_due, world.request("other")) == 4 * 1440 + 720);
}

TEST_CASE("an event happened when it came to light") {
    World world;
    Arrival arrival;
    arrival.reveals = {{v().event, 0}};
    world.arrive(90, arrival);
    CHECK(world.facts().number(v().event_at, 0) == 90);
}

TEST_CASE("an adviser asked now answers so much later") {
    World world;
    world.arrive(100);
    CHECK(world.facts().number(v().answers_by, world.party("lead")) == 130);
    world.arrive(500);
    CHECK(world.facts().number(v().answers_by, world.party("lead")) == 530);
}

TEST_CASE("working days of an adviser and of a request skip Saturday and Sunday") {
    World world(R"y(
learner: { sector: health, organisation: health, route: direct, advisers: { lead: 2wd } }
people: { mia: { role: child }, lead: { role: professional } }
agencies: { desk: { kind: childrens_social_care } }
items: { bruise: { about: [mia] } }
requests: { ask: { from: desk, items: [bruise], purpose_given: true, due_in: 1wd } }
)y",
                Reading::as_needed);
    Arrival arrival;
    arrival.reveals = {{v().request, 0}};
    const int friday = 4 * 1440 + 600;
    world.arrive(friday, arrival);
    CHECK(world.facts().number(v().answers_by, world.party("lead")) == friday + 4 * 1440);
    CHECK(world.facts().number(v().request_due, 0) == friday + 3 * 1440);
    const int monday = 7 * 1440 + 600;
    world.arrive(monday);
    CHECK(world.facts().number(v().answers_by, world.party("lead")) == monday + 2 * 1440);
}

TEST_CASE("a length of time changed to hours is no longer counted in working days") {
    World world;
    Diagnostics diagnostics;
    const Tree change = read_yaml_text("lead.answers_in: 2wd\n", diagnostics);
    Arrival arrival;
    arrival.changes = world.reader.read_change(change.entries.front());
    const int friday = 4 * 1440;
    world.arrive(friday, arrival);
    CHECK(world.facts().number(v().answers_by, world.party("lead")) == friday + 4 * 1440);
    const Tree back = read_yaml_text("lead.answers_in: 3h\n", diagnostics);
    arrival.changes = world.reader.read_change(back.entries.front());
    world.arrive(friday, arrival);
    CHECK(world.facts().number(v().answers_by, world.party("lead")) == friday + 180);
}

TEST_CASE("what is told is told of what was known then") {
    World world;
    const int diary = world.item("diary");
    world.file.facts().show(v().item, diary, false);
    world.arrive(10);
    world.does("  - inform: { who: [kay], parts: [what], about: [desk] }\n");
    Arrival arrival;
    arrival.reveals = {{v().item, diary}};
    world.arrive(20, arrival);
    CHECK(world.facts().set(v().told_of, world.item("bruise"), world.party("kay")).has(world.party("desk")));
    CHECK_FALSE(world.facts().set(v().told_of, diary, world.party("kay")).has(world.party("desk")));
}

TEST_CASE("a use on which practitioners are divided is needed under one reading and not under the other") {
    const World needed(small_world, Reading::as_needed);
    const World not_needed(small_world, Reading::as_not_needed);
    const int bruise = needed.item("bruise");
    const int school = needed.party("school");
    CHECK(needed.facts().number(v().use_, bruise, school) == enum_value(v().use, "essential"));
    CHECK(not_needed.facts().number(v().use_, bruise, school) == enum_value(v().use, "none"));
    CHECK(needed.facts().number(v().use_, bruise, needed.party("desk")) == enum_value(v().use, "essential"));
    CHECK(not_needed.facts().number(v().use_, bruise, needed.party("desk")) == enum_value(v().use, "essential"));
}

TEST_CASE("a use that becomes contested on the way follows the reading too") {
    for (const Reading reading : {Reading::as_needed, Reading::as_not_needed}) {
        World world(small_world, reading);
        Arrival arrival;
        Setting change;
        change.fact = v().use_;
        change.entity = world.item("diary");
        change.key = world.party("desk");
        change.number = enum_value(v().use, "contested");
        arrival.changes = {change};
        world.arrive(10, arrival);
        CHECK(world.facts().number(v().use_, world.item("diary"), world.party("desk")) ==
              enum_value(v().use, reading == Reading::as_needed ? "essential" : "none"));
    }
}

TEST_CASE("a fact may become unknown, and known again") {
    World world;
    Setting change;
    change.fact = v().case_harm;
    change.entity = 0;
    change.unknown = true;
    Arrival arrival;
    arrival.changes = {change};
    world.arrive(10, arrival);
    CHECK_FALSE(world.facts().known(v().case_harm, 0));
    arrival.changes.front().unknown = false;
    arrival.changes.front().number = enum_value(v().harm, "likely");
    world.arrive(20, arrival);
    CHECK(world.facts().known(v().case_harm, 0));
    CHECK(world.facts().number(v().case_harm, 0) == enum_value(v().harm, "likely"));
    CHECK(world.facts().since(v().case_harm, 0) == 20);
}

TEST_CASE("what the learner shares is on record as sent, and as given with this decision only") {
    World world;
    const int bruise = world.item("bruise");
    world.arrive(10);
    world.does("- share: { items: [bruise], to: [desk] }");
    CHECK(world.facts().set(v().sent_to, bruise) == Bits::of(world.party("desk")));
    CHECK(world.facts().set(v().given_to, bruise) == Bits::of(world.party("desk")));
    CHECK(world.flag(v().decision_moved, 0));
    world.arrive(20);
    CHECK(world.facts().set(v().sent_to, bruise) == Bits::of(world.party("desk")));
    CHECK(world.facts().set(v().given_to, bruise).empty());
    world.does("- hand_over: { items: [bruise], to: [school] }");
    CHECK(world.facts().set(v().sent_to, bruise).count() == 2);
    CHECK(world.facts().set(v().given_to, bruise) == Bits::of(world.party("school")));
}

TEST_CASE("a decision without a share moved nothing") {
    World world;
    world.arrive(10);
    world.does(
        "- withhold: { items: [bruise], from: [desk], reason: privacy }\n- inform: { who: [kay], parts: [why] }");
    CHECK_FALSE(world.flag(v().decision_moved, 0));
    CHECK(world.facts().set(v().sent_to, world.item("bruise")).empty());
}

TEST_CASE("telling a person something gives it to them; telling without items moves nothing") {
    World world;
    const int kay = world.party("kay");
    world.arrive(10);
    world.does("- inform: { who: [kay], parts: [what, why], items: [diary], about: [desk] }");
    CHECK(world.facts().set(v().given_to, world.item("diary")) == Bits::of(kay));
    CHECK(world.facts().set(v().told_items, kay) == Bits::of(world.item("diary")));
    CHECK(world.facts().set(v().told_who, kay).empty());
    CHECK(world.facts().set(v().told_what, kay) == Bits::of(world.party("desk")));
    CHECK(world.facts().set(v().told_why, kay) == Bits::of(world.party("desk")));
    const int act = world.facts().count(v().act) - 1;
    CHECK(world.facts().set(v().act_to, act) == Bits::of(kay));
    CHECK(world.flag(v().act_moves, act));
}

TEST_CASE("telling without naming recipients means those of the shares beside it, whichever is written first") {
    for (const bool share_first : {true, false}) {
        World world;
        world.arrive(10);
        const std::string share = "- share: { items: [bruise], to: [desk] }\n";
        const std::string tell = "- inform: { who: [kay], parts: [who, what, why] }\n";
        world.does(share_first ? share + tell : tell + share);
        CHECK(world.facts().set(v().told_who, world.party("kay")) == Bits::of(world.party("desk")));
        CHECK(world.facts().set(v().told_why, world.party("kay")) == Bits::of(world.party("desk")));
    }
}

TEST_CASE("telling with no share beside it means those to whom something is due") {
    World world;
    world.arrive(10);
    world.open_duty();
    world.does("- inform: { who: [kay], parts: [who] }");
    CHECK(world.facts().set(v().told_who, world.party("kay")) == Bits::of(world.party("desk")));
    CHECK(world.facts().set(v().told_what, world.party("kay")).empty());
}

TEST_CASE("acts of the story change facts and are no part of what the learner did") {
    World world;
    world.arrive(10);
    const int duty = world.open_duty();
    world.story(
        "- inform: { who: [kay], about: [desk], parts: [who, what, why] }\n"
        "- share: { items: [bruise], to: [desk] }\n"
        "- reconsider: { with: [desk], request: ask }");
    CHECK(world.facts().set(v().told_who, world.party("kay")) == Bits::of(world.party("desk")));
    CHECK(world.flag(v().request_reconsidered, world.request("ask")));
    CHECK(world.facts().set(v().sent_to, world.item("bruise")).empty());
    CHECK_FALSE(world.flag(v().request_answered, world.request("ask")));
    CHECK_FALSE(world.flag(v().duty_served, duty));
    CHECK_FALSE(world.flag(v().decision_moved, 0));
    CHECK(world.facts().count(v().act) == 0);
}

TEST_CASE("acts of one decision stand together until the next scene") {
    World world;
    world.arrive(10);
    world.does("- assume: { that: someone_will }\n- record: { parts: [decision] }");
    CHECK(world.facts().root_set(v().root_acts).count() == 2);
    world.arrive(20);
    CHECK(world.facts().root_set(v().root_acts).empty());
    CHECK(world.facts().count(v().act) == 2);
    CHECK(world.facts().number(v().act_decision, 0) == 0);
    CHECK(world.facts().number(v().act_at, 0) == 10);
}

TEST_CASE("an act that says nothing of a reason, basis or form has none, and an extract") {
    World world;
    world.arrive(10);
    world.does("- share: { items: [bruise], to: [desk] }");
    CHECK(world.facts().number(v().act_basis, 0) == -1);
    CHECK(world.facts().number(v().act_condition, 0) == -1);
    CHECK(world.facts().number(v().act_ground, 0) == -1);
    CHECK(world.facts().number(v().act_form, 0) == enum_value(v().form, "extract"));
    CHECK(world.facts().number(v().act_labels, 0, world.item("bruise")) == -1);
    CHECK(world.facts().number(v().act_truthful, 0) == 1);
}

TEST_CASE("what is told in person counts as told for what it is, unless the act says otherwise") {
    World world;
    world.arrive(10);
    world.does("- inform: { who: [kay], parts: [what], items: [bruise] }");
    CHECK(world.facts().number(v().act_labels, 0, world.item("bruise")) == enum_value(v().grade, "observed"));
}

TEST_CASE("a request is answered by a share to the asker, a refusal, an explanation or saying what stays out") {
    const auto answered = [](const std::string& act) {
        World world;
        world.arrive(10);
        world.does(act);
        return world.flag(v().request_answered, world.request("ask"));
    };
    CHECK(answered("- share: { items: [diary], to: [desk] }"));
    CHECK(answered("- refuse: { request: ask, from: [desk], reason: not_necessary }"));
    CHECK(answered("- explain: { to: [desk], request: ask }"));
    CHECK(answered("- answer: { to: [desk], request: ask }"));
    CHECK(answered("- withhold: { items: [bruise], from: [desk], reason: sensitive }"));
    CHECK_FALSE(answered("- share: { items: [bruise], to: [school] }"));
    CHECK_FALSE(answered("- withhold: { items: [diary], from: [desk], reason: sensitive }"));
    CHECK_FALSE(answered("- withhold: { items: [bruise], from: [school], reason: sensitive }"));
    CHECK_FALSE(answered("- explain: { to: [desk] }"));
    CHECK_FALSE(answered("- wait: { request: ask, items: [bruise], from: [desk], reason: uncertain }"));
    CHECK_FALSE(answered("- record: { parts: [decision, reason] }"));
    CHECK_FALSE(answered("- share: { items: [], to: [desk] }"));
}

TEST_CASE("refusing and explaining are kept apart") {
    World world;
    world.arrive(10);
    world.does("- refuse: { request: ask, from: [desk], reason: not_necessary }");
    CHECK(world.flag(v().request_refused, world.request("ask")));
    CHECK_FALSE(world.flag(v().request_explained, world.request("ask")));
    CHECK_FALSE(world.flag(v().request_refused, world.request("other")));
    world.does("- explain: { to: [desk], request: ask }\n- reconsider: { with: [desk], request: other }");
    CHECK(world.flag(v().request_explained, world.request("ask")));
    CHECK(world.flag(v().request_reconsidered, world.request("other")));
}

TEST_CASE("a record covers its decision, or every decision since the last entry") {
    World world;
    world.arrive(10);
    world.does("- record: { parts: [decision] }");
    world.arrive(20);
    world.does("- assume: { that: someone_will }");
    world.arrive(30);
    world.does("- assume: { that: someone_will }");
    world.arrive(40);
    world.does("- record: { parts: [decision, reason], since_last: true, marked_late: true }");
    CHECK(parts_of(world.facts(), v().decision_recorded, 0) == "decision");
    CHECK(parts_of(world.facts(), v().decision_recorded, 1) == "decision reason");
    CHECK(parts_of(world.facts(), v().decision_recorded, 2) == "decision reason");
    CHECK(parts_of(world.facts(), v().decision_recorded, 3) == "decision reason");
    CHECK_FALSE(world.flag(v().decision_late_record, 0));
    CHECK(world.flag(v().decision_late_record, 1));
    CHECK(world.flag(v().decision_late_record, 2));
    CHECK_FALSE(world.flag(v().decision_late_record, 3));
}

TEST_CASE("a late record that is not marked as late is not late, and covers all the same") {
    World world;
    world.arrive(10);
    world.does("- assume: { that: someone_will }");
    world.arrive(20);
    world.does("- record: { parts: [decision], since_last: true }");
    CHECK(parts_of(world.facts(), v().decision_recorded, 0) == "decision");
    CHECK_FALSE(world.flag(v().decision_late_record, 0));
}

TEST_CASE("an empty record covers nothing, and the next one still reaches back to before it") {
    World world;
    world.arrive(10);
    world.does("- record: { parts: [] }");
    world.arrive(20);
    world.does("- record: { parts: [reason], since_last: true }");
    CHECK(parts_of(world.facts(), v().decision_recorded, 0) == "reason");
}

TEST_CASE("two entries at one decision add up") {
    World world;
    world.arrive(10);
    world.does("- record: { parts: [decision] }\n- record: { parts: [reason, basis] }");
    CHECK(parts_of(world.facts(), v().decision_recorded, 0) == "decision reason basis");
}

TEST_CASE("a duty is served by what is due, and answered by anything given to those it is due to") {
    World world;
    world.arrive(10);
    const int duty = world.open_duty();
    world.does("- share: { items: [bruise], to: [school] }");
    CHECK_FALSE(world.flag(v().duty_answered, duty));
    world.does("- share: { items: [diary], to: [desk] }");
    CHECK(world.flag(v().duty_answered, duty));
    CHECK_FALSE(world.flag(v().duty_served, duty));
    world.does("- share: { items: [bruise], to: [desk] }");
    CHECK(world.flag(v().duty_served, duty));
    CHECK(world.facts().set(v().duty_sent, duty, world.item("bruise")).has(world.party("desk")));
}

TEST_CASE("what went before a duty opened neither serves nor answers it") {
    World world;
    world.arrive(10);
    world.does("- share: { items: [bruise], to: [desk] }");
    world.arrive(20);
    const int duty = world.open_duty();
    world.does("- assume: { that: someone_will }");
    CHECK_FALSE(world.flag(v().duty_answered, duty));
    CHECK_FALSE(world.flag(v().duty_served, duty));
    world.does("- share: { items: [bruise], to: [desk] }");
    CHECK(world.flag(v().duty_served, duty));
}

TEST_CASE("once served, a duty stays served") {
    World world;
    world.arrive(10);
    const int duty = world.open_duty();
    world.does("- share: { items: [bruise], to: [desk] }");
    world.arrive(20);
    world.does("- recall: { items: [bruise], to: [desk] }");
    CHECK(world.flag(v().duty_served, duty));
    CHECK(world.facts().set(v().recalled_from, world.item("bruise")) == Bits::of(world.party("desk")));
}

TEST_CASE("putting right, checking, engaging and closing are each kept on file") {
    World world;
    world.arrive(10);
    world.does(
        "- correct: { items: [bruise], to: [desk] }\n"
        "- confirm_receipt: { with: [school], items: [diary] }\n"
        "- engage: { who: [kay], parts: [views] }\n"
        "- engage: { who: [kay], parts: [help] }\n"
        "- close: { of: [mia] }");
    CHECK(world.facts().set(v().corrected_to, world.item("bruise")) == Bits::of(world.party("desk")));
    CHECK(world.facts().set(v().confirmed_by, world.item("diary")) == Bits::of(world.party("school")));
    CHECK(parts_of(world.facts(), v().engaged, world.party("kay")) == "views help");
    CHECK(world.flag(v().case_closed, 0));
}

TEST_CASE("the quiet time counts once a share was on offer in it") {
    World world;
    Arrival arrival;
    arrival.offers = Bits::of(static_cast<int>(ActKind::record));
    world.arrive(10, arrival);
    CHECK_FALSE(world.flag(v().phase_offered, 0));
    arrival.offers.add(static_cast<int>(ActKind::gather));
    world.arrive(20, arrival);
    CHECK(world.flag(v().phase_offered, 0));

    World later;
    later.file.facts().put(v().phase_open, 0, std::int64_t{0});
    later.arrive(10, arrival);
    CHECK_FALSE(later.flag(v().phase_offered, 0));
}

TEST_CASE("a consequence is no decision") {
    World world;
    Arrival arrival;
    arrival.minutes = 10;
    world.file.arrive(arrival);
    CHECK(world.file.decision() == -1);
    world.arrive(20);
    CHECK(world.file.decision() == 0);
    CHECK(world.file.now() == 20);
    CHECK(world.facts().root_number(v().root_now) == 20);
    CHECK(world.facts().root_number(v().root_decision) == 0);
}

TEST_CASE("a case keeps within its limits however long it goes on") {
    World world;
    for (int i = 0; i < limits::entities + 10; ++i) {
        world.arrive(i);
        world.does("- assume: { that: someone_will }\n- record: { parts: [decision], since_last: true }");
    }
    CHECK(world.facts().count(v().decision) == limits::entities);
    CHECK(world.facts().count(v().act) == limits::entities);
}
