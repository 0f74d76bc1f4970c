#include "engine/casework/reader.h"

#include <string>

#include "engine/text/limits.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

const Vocabulary& v() { return vocabulary(); }

const char* const people = R"(
people:
  mia: { role: child, age: 6 }
  kay: { role: carer, carer_of: [mia] }
agencies:
  desk: { kind: childrens_social_care }
  club: { kind: charity }
items:
  bruise: { about: [mia] }
requests:
  ask: { from: desk, items: [bruise] }
)";

struct Written {
    Diagnostics diagnostics;
    Store store = new_case();
    CaseReader reader{store, diagnostics};

    explicit Written(const std::string& facts = people) { read(facts); }

    void read(const std::string& facts) {
        const Tree tree = read_yaml_text(facts, diagnostics);
        Fields root(tree, "the case", diagnostics);
        reader.read_case(root);
        root.finish();
    }
    Tree tree(const std::string& text) { return read_yaml_text(text, diagnostics); }
    std::optional<Act> act(const std::string& text) {
        const Tree list = tree("does:\n  - " + text);
        return reader.read_act(list.entries.front().value.items.front());
    }
    std::vector<Setting> change(const std::string& line) {
        const Tree mapping = tree(line);
        return reader.read_change(mapping.entries.front());
    }
    int party(const char* name) const { return store.find(v().party, name); }

    // "E301 1:22 message | hint", one line each, in the order reported.
    std::string findings() const {
        std::string text;
        for (const Diagnostic& d : diagnostics.all())
            text += d.code + " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " +
                    d.message + (d.hint.empty() ? "" : " | " + d.hint) + "\n";
        return text;
    }
};

std::string in_act(const std::string& text) {
    Written reading;
    reading.act(text);
    return reading.findings();
}

std::string in_change(const std::string& line) {
    Written reading;
    CHECK(reading.change(line).empty());
    return reading.findings();
}

std::string in_case(const std::string& facts) { return Written(facts).findings(); }

}  // namespace

TEST_CASE("a case reads into facts by name") {
    const Written reading(R"(
case: { need: child_in_need, harm: likely, harm_kind: [medical, supervisory] }
learner: { sector: health, organisation: public, route: via_lead, advisers: { nurse: 30m, office: 2wd } }
people:
  mia: { role: child, age: 6, voice_risk: [kay], moving_on: "w2 Fri 09:00", moving_to: north }
  kay: { role: carer, carer_of: [mia], reachable: false, objects_to: desk }
  nurse: { role: professional }
  office: { role: professional }
agencies:
  desk: { kind: childrens_social_care, onward_risk: [kay] }
  team: { kind: health, area: north }
items:
  bruise: { about: [mia], source: kay, grade: reported, use: { desk: essential, team: helpful }, held: { desk: told } }
requests:
  ask: { from: desk, items: [bruise], purpose_given: true, due_in: 4h }
pulls:
  click: { by: nurse, to: [desk], items: [bruise] }
events:
  no_thanks: { kind: objection, by: kay, to: desk }
)");
    CHECK(reading.findings() == "");
    const Store& s = reading.store;
    CHECK(s.number(v().case_harm, 0) == enum_value(v().harm, "likely"));
    CHECK(s.set(v().case_harm_kind, 0).count() == 2);
    CHECK(s.number(v().learner_route, 0) == enum_value(v().route, "via_lead"));
    const int mia = reading.party("mia");
    CHECK(s.root_number(v().root_child) == mia);
    CHECK(s.set(v().voice_risk, mia) == Bits::of(reading.party("kay")));
    CHECK(s.number(v().moving_on, mia) == 7 * 1440 + 4 * 1440 + 540);
    CHECK(s.number(v().moving_to, mia) == s.number(v().area, reading.party("team")));
    CHECK(s.set(v().objects_to, reading.party("kay")) == Bits::of(reading.party("desk")));
    CHECK(s.number(v().adviser, reading.party("nurse")) == 1);
    CHECK(s.number(v().adviser, reading.party("kay")) == 0);
    CHECK(s.number(v().answers_in, reading.party("nurse")) == 30);
    CHECK(s.number(v().answers_in, reading.party("office")) == 2 * 1440);
    CHECK(s.number(v().use_, 0, reading.party("team")) == enum_value(v().use, "helpful"));
    CHECK(s.number(v().held, 0, reading.party("desk")) == enum_value(v().hold, "told"));
    CHECK(s.number(v().request_due_in, 0) == 240);
    CHECK(s.number(v().request_due, 0) == -1);
    CHECK(s.number(v().event_kind_, 0) == enum_value(v().event_kind, "objection"));
    CHECK(s.set(v().pull_to, 0) == Bits::of(reading.party("desk")));
}

TEST_CASE("what is not written has a plain default") {
    const Written reading(
        "people: { mia: { role: child } }\nagencies: { desk: { kind: police } }\nitems: { note: {} }\n"
        "requests: { ask: {} }\n");
    CHECK(reading.findings() == "");
    const Store& s = reading.store;
    const int mia = reading.party("mia");
    const int desk = reading.party("desk");
    CHECK(s.number(v().reachable, mia) == 1);
    CHECK(s.number(v().unsafe_to_tell, mia) == 0);
    CHECK(s.number(v().consent_, mia) == enum_value(v().consent, "none"));
    CHECK(s.number(v().status_, mia) == -1);
    CHECK(s.number(v().moving_on, mia) == -1);
    CHECK(s.number(v().grade_, 0) == enum_value(v().grade, "observed"));
    CHECK(s.number(v().accuracy_, 0) == enum_value(v().accuracy, "ok"));
    CHECK(s.number(v().category_, 0) == enum_value(v().category, "ordinary"));
    CHECK(s.number(v().source, 0) == -1);
    CHECK_FALSE(s.known(v().onward_risk, desk));  // who may learn through an agency counts as open until stated
    CHECK(s.number(v().request_legitimate, 0) == 1);
    CHECK(s.number(v().request_purpose_given, 0) == 0);
}

TEST_CASE("whether an agency has a role follows from its kind unless it is written") {
    const Written reading(R"(
agencies:
  police: { kind: police }
  school: { kind: school }
  landlord: { kind: housing }
  warm_landlord: { kind: housing, safeguards_child: true }
  cool_school: { kind: school, safeguards_child: false }
)");
    CHECK(reading.findings() == "");
    const auto role = [&](const char* name) {
        return std::to_string(reading.store.number(v().safeguards_child, reading.party(name))) +
               std::to_string(reading.store.number(v().supports_family, reading.party(name)));
    };
    CHECK(role("police") == "10");
    CHECK(role("school") == "11");
    CHECK(role("landlord") == "00");
    CHECK(role("warm_landlord") == "10");
    CHECK(role("cool_school") == "01");
}

TEST_CASE("'unknown' leaves a fact open, in quotes it is a word like any other") {
    const Written open("case: { harm: unknown }\nagencies: { desk: { kind: police, onward_risk: unknown } }\n");
    CHECK(open.findings() == "");
    CHECK_FALSE(open.store.known(v().case_harm, 0));
    const std::string quoted = in_case("case: { harm: \"unknown\" }\n");
    CHECK(quoted.substr(0, 4) == "E117");
}

TEST_CASE("an act reads with its fields, and with nothing it was not given") {
    Written reading;
    const auto act = reading.act("share: { items: [bruise], to: desk, labels: { bruise: reported }, handling: true }");
    CHECK(reading.findings() == "");
    REQUIRE(act);
    CHECK(act->kind == ActKind::share);
    CHECK_FALSE(act->by_story);
    CHECK(act_set(*act, v().act_items) == Bits::of(0));
    CHECK(act_set(*act, v().act_to) == Bits::of(reading.party("desk")));
    CHECK(act_number(*act, v().act_handling, 0) == 1);
    CHECK(act_number(*act, v().act_basis, -7) == -7);
    CHECK(act_set(*act, v().act_redact).empty());
    CHECK(act->settings.size() == 4);
}

TEST_CASE("an act is written as its name and what belongs to it: E110, E303, E111, E115") {
    CHECK(in_act("share") ==
          "E110 2:5 an act is written as its name and what belongs to it | "
          "for example  - share: { items: [letter], to: [csc] }\n");
    CHECK(in_act("{ share: {}, record: {} }") ==
          "E110 2:5 an act is written as its name and what belongs to it | "
          "for example  - share: { items: [letter], to: [csc] }\n");
    CHECK(in_act("shared: { items: [bruise], to: [desk] }") ==
          "E303 2:5 there is no act called 'shared' | did you mean 'share'?\n");
    CHECK(in_act("share: { items: [bruise] }").find("E111 2:12 ") == 0);
    CHECK(in_act("record: { parts: [reason], because: [reason] }").find("E115 2:32 ") == 0);
    CHECK(in_act("record: { parts: [reasons] }").find("E117 2:23 ") == 0);
    CHECK(in_act("record: [reason]").find("E110 2:13 ") == 0);
}

TEST_CASE("acts are a list: E112") {
    Written reading;
    const Tree mapping = reading.tree("record: { parts: [reason] }");
    CHECK(reading.reader.read_acts(mapping).empty());
    CHECK(reading.findings() ==
          "E112 1:1 acts are written as a list | start each with a dash:  - record: { parts: [reason] }\n");
}

TEST_CASE("one wrong act does not hide the next, and all faults come in one run") {
    Written reading;
    const Tree tree = reading.tree(
        "does:\n"
        "  - shar: {}\n"
        "  - record: { parts: [reason] }\n"
        "  - wait: {}\n"
        "  - inform: { who: [may], parts: [who] }\n");
    const std::vector<Act> acts = reading.reader.read_acts(tree.entries.front().value);
    CHECK(acts.size() == 3);
    std::string codes;
    for (const Diagnostic& d : reading.diagnostics.all()) codes += d.code + " ";
    CHECK(codes == "E303 E111 E301 ");
}

TEST_CASE("a name must be one of the case, and of the right kind: E301") {
    CHECK(in_act("share: { items: [bruises], to: [desk] }") ==
          "E301 2:22 there is no item called 'bruises' | did you mean 'bruise'?\n");
    CHECK(in_act("inform: { who: [desk], parts: [who] }") ==
          "E301 2:21 there is no person called 'desk' | 'desk' is not a person\n");
    CHECK(in_act("answer: { to: [desk], request: asks }") ==
          "E301 2:36 there is no request called 'asks' | did you mean 'ask'?\n");
    CHECK(in_act("share: { items: [bruise], to: [nobody_like_this] }") ==
          "E301 2:36 there is no party called 'nobody_like_this'\n");
    CHECK(in_case("people: { kay: { carer_of: [mio] }, mia: {} }\n") ==
          "E301 1:29 there is no person called 'mio' | did you mean 'mia'?\n");
}

TEST_CASE("a change names whose fact it is and which: E302") {
    CHECK(in_change("harm: likely") ==
          "E302 1:1 'harm' does not name a fact | write whose fact it is: case.harm, letter.accuracy\n");
    CHECK(in_change("kya.reachable: true") == "E302 1:1 nothing here is called 'kya' | did you mean 'kay'?\n");
    CHECK(in_change("case.harmed: likely") == "E302 1:1 'case' has no fact 'harmed' | did you mean 'harm'?\n");
    CHECK(in_change("kay.kind: police") == "E302 1:1 'kay' has no fact 'kind'\n");
    CHECK(in_change("bruise.sent_to: [desk]").find("E302 1:1 'bruise' has no fact 'sent_to'") == 0);
    CHECK(in_change("ask.answered: true").find("E302 1:1 'ask' has no fact 'answered'") == 0);
}

TEST_CASE("changes read for the case, the learner, the child and everything with a name") {
    Written reading;
    for (const char* line :
         {"case.harm: likely", "learner.unsure_about: [law]", "child.moving: true", "kay.reachable: false",
          "desk.can_act: true", "bruise.accuracy: wrong", "ask.purpose_given: true"}) {
        INFO(line);
        CHECK(reading.change(line).size() == 1);
    }
    const auto use = reading.change("bruise.use: { desk: none, club: essential }");
    REQUIRE(use.size() == 2);
    CHECK(use[0].key == reading.party("desk"));
    CHECK(use[1].key == reading.party("club"));
    const auto open = reading.change("case.harm: unknown");
    REQUIRE(open.size() == 1);
    CHECK(open[0].unknown);
    CHECK(reading.findings() == "");
}

TEST_CASE("the child has no facts before there is one: E302") {
    Written reading("agencies: { desk: { kind: police } }\n");
    CHECK(reading.change("child.moving: true").empty());
    CHECK(reading.findings().find("E302 1:1 nothing here is called 'child'") == 0);
}

TEST_CASE("a table of facts is written by key: E110") {
    CHECK(in_change("bruise.use: essential") ==
          "E110 1:13 'use' needs a mapping | write one line for each: { csc: essential }\n");
    CHECK(in_change("bruise.use: { desks: essential }") ==
          "E301 1:15 there is no party called 'desks' | did you mean 'desk'?\n");
    CHECK(in_change("bruise.use: { desk: needed }").find("E117 1:21 ") == 0);
}

TEST_CASE("advisers are written with how long they take: E110, E119, E301") {
    const std::string who = "people: { nurse: { role: professional } }\nagencies: { desk: { kind: police } }\n";
    CHECK(in_case(who + "learner: { advisers: [nurse] }\n") ==
          "E110 3:22 'advisers' needs a mapping | write who advises and how long they take: { named_nurse: 30m }\n");
    CHECK(in_case(who + "learner: { advisers: { nurse: soon } }\n") ==
          "E119 3:31 'soon' is not a length of time | write a number and m, h, d or wd: 30m, 4h, 2d, 1wd\n");
    CHECK(in_case(who + "learner: { advisers: { desk: 30m } }\n") ==
          "E301 3:24 there is no person called 'desk' | 'desk' is not a person\n");
}

TEST_CASE("times and lengths of time are written one way: E118, E119") {
    CHECK(in_change("kay.moving_on: Monday") ==
          "E118 1:16 'Monday' is not a time | write week, day and time: \"w2 Mon 14:30\"\n");
    CHECK(in_change("ask.due_in: 2 days") ==
          "E119 1:13 '2 days' is not a length of time | write a number and m, h, d or wd: 30m, 4h, 2d, 1wd\n");
}

TEST_CASE("flags and numbers are plain: E113, E114") {
    CHECK(in_change("kay.reachable: sometimes").find("E113 1:16 ") == 0);
    CHECK(in_change("kay.age: many").find("E114 1:10 ") == 0);
    CHECK(in_change("kay.age: 1001").find("E114 1:10 ") == 0);
}

TEST_CASE("people and agencies share their names: E307") {
    CHECK(in_case("people: { desk: {} }\nagencies: { desk: { kind: police } }\n") ==
          "E307 2:13 'desk' is already the name of a person or agency | give each its own name\n");
}

TEST_CASE("a case has room for so many of a kind and no more: E308") {
    std::string items = "items:\n";
    for (int i = 0; i < limits::entities + 2; ++i) items += "  item_" + std::to_string(i) + ": {}\n";
    Written reading(items);
    CHECK(reading.store.count(v().item) == limits::entities);
    const std::string line = std::to_string(limits::entities + 2);
    CHECK(reading.findings() == "E308 " + line + ":3 there are too many entries in 'items' | the most is " +
                                    std::to_string(limits::entities) + "\n");
}

TEST_CASE("an unknown fact of an entity is refused: E115") {
    CHECK(in_case("people: { kay: { roles: carer } }\n").find("E115 1:18 ") == 0);
    CHECK(in_case("items: { note: { sent_to: [] } }\n").find("E115 1:18 ") == 0);
    CHECK(in_case("case: { closed: true }\n").find("E115 1:9 ") == 0);
}

TEST_CASE("the first child named is the child of the case") {
    const Written reading("people: { kay: { role: carer }, mia: { role: child }, tom: { role: child } }\n");
    CHECK(reading.store.root_number(v().root_child) == reading.party("mia"));
}

TEST_CASE("names of areas are the same wherever they are written") {
    Written reading(
        "people: { mia: { role: child, moving_to: north } }\nagencies: { team: { kind: health, area: north }, far: { "
        "kind: health, area: south } }\n");
    CHECK(reading.findings() == "");
    CHECK(reading.reader.symbols() == std::vector<std::string>{"north", "south"});
    const auto act = reading.act("hand_over: { items: [], to: [team], to_area: north }");
    REQUIRE(act);
    CHECK(act_number(*act, v().act_to_area, -1) == 0);
}
