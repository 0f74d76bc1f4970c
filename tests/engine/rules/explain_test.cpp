#include "engine/rules/explain.h"

#include <string>

#include "engine/casework/reader.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

namespace {

const Vocabulary& v() { return vocabulary(); }

// A small case with words for some of its people and items.
struct Scene {
    Scene() : reader(store, diagnostics) {
        const Tree tree = read_yaml_text(R"y(
case: { need: early_help, harm: likely }
people:
  mia: { role: child }
  kay: { role: carer, reachable: false }
agencies: { desk: { kind: childrens_social_care } }
items:
  bruise: { about: [mia], grade: reported, use: { desk: essential } }
  diary: { about: [mia, kay], category: special, source: kay }
requests: { ask: { from: desk, items: [bruise], due: "w1 Fri 12:00" } }
)y",
                                         diagnostics);
        Fields root(tree, "the case", diagnostics);
        reader.read_case(root);
        root.finish();
        REQUIRE(diagnostics.empty());
        names.parties = {"Mia", "her mum"};
        names.items = {"a bruise on her arm"};
    }

    int party(const char* name) const { return store.find(v().party, name); }
    int item(const char* name) const { return store.find(v().item, name); }

    // Fills a template of a norm about one request `q`, with some items `kept` and some parts `told`.
    std::string filled(const std::string& text, Bits kept = {}, Bits told = {}, const ExplainWords& words = {}) const {
        const std::vector<Variable> variables = {{"q", {Type::Base::entity, v().request}},
                                                 {"kept", {Type::Base::entity_set, v().item}},
                                                 {"told", {Type::Base::enum_set, v().part}}};
        Frame frame;
        frame.slots = {{{true, 0}, {}}, {{}, {kept, kept}}, {{}, {told, told}}};
        return fill(text, variables, frame, store, names, words);
    }

    std::string shown(int field, int entity, int key = -1) const {
        FactRead read;
        read.field = field;
        read.entity = entity;
        read.key = key;
        const FactShown fact = show_fact(read, store, names);
        return fact.path + " = " + fact.value;
    }

    Store store = new_case();
    Diagnostics diagnostics;
    CaseReader reader;
    Names names;
};

Bits both(int a, int b) { return Bits::of(a) | Bits::of(b); }

}  // namespace

TEST_CASE("slots are filled with the names a learner knows, and ids where there are none") {
    const Scene scene;
    CHECK(scene.filled("For {child} ({harm}, {need}).") == "For Mia (likely, early help).");
    CHECK(scene.filled("{kept} stayed.", both(0, 1)) == "A bruise on her arm and diary stayed.");
    CHECK(scene.filled("From {q.from}: {q.items}.") == "From desk: a bruise on her arm.");
    CHECK(scene.filled("By {q.due}.") == "By week 1, Friday 12.00.");
    CHECK(scene.filled("About {kept.about}.", both(0, 1)) == "About Mia and her mum.");
    CHECK(scene.filled("It was {kept.grade}.", both(0, 1)) == "It was reported and observed.");
    CHECK(scene.filled("You told {told}.", {}, both(0, 2)) == "You told who and why.");
}

TEST_CASE("a slot with nothing in it falls back on general words, so that no sentence has a hole") {
    const Scene scene;
    CHECK(scene.filled("Not {kept}.") == "Not what was due.");
    CHECK(scene.filled("About {kept.about}.") == "About someone.");
    CHECK(scene.filled("Before {deadline}: {missing}.") == "Before the end: some of it.");
    CHECK(scene.filled("Not {failed}, {told}.") == "Not those concerned, this.");
    ExplainWords words;
    words.deadline = "Friday";
    words.failed = "her mum";
    words.missing = "the rest";
    words.credit = "1/2";
    CHECK(scene.filled("{failed}: {missing} by {deadline} ({credit}).", {}, {}, words) ==
          "Her mum: the rest by Friday (1/2).");
    Store childless = new_case();
    Frame frame;
    CHECK(fill("{child} is safe.", {}, frame, childless, {}, {}) == "The child is safe.");
}

TEST_CASE("a sentence starts with a capital and a lone bracket is left as it is") {
    const Scene scene;
    CHECK(scene.filled("nothing to fill") == "Nothing to fill");
    CHECK(scene.filled("") == "");
    CHECK(scene.filled("an { open bracket") == "An { open bracket");
}

TEST_CASE("names join as in a sentence") {
    Store store = new_case();
    for (const char* name : {"a", "b", "c", "d"}) add_entity(store, v().item, name);
    const Type items{Type::Base::entity_set, v().item};
    CHECK(join_names({}, items, store, {}).empty());
    CHECK(join_names(Bits::of(1), items, store, {}) == "b");
    CHECK(join_names(both(0, 2), items, store, {}) == "a and c");
    CHECK(join_names(Bits::first(4), items, store, {}) == "a, b, c and d");
}

TEST_CASE("values read as plain words") {
    const auto words = [](int enum_index, const char* value) {
        return value_words(enum_index, enum_value(enum_index, value));
    };
    CHECK(words(v().agency_kind, "childrens_social_care") == "children's social care");
    CHECK(words(v().reason, "dp_fear") == "worry about data protection");
    CHECK(words(v().reason, "no_consent") == "no consent");
    CHECK(words(v().need, "child_in_need") == "child in need");
    CHECK(words(v().basis, "public_task") == "public task");
    CHECK(value_words(v().harm, -1).empty());
    CHECK(value_words(v().harm, 99).empty());
    for (const EnumInfo& info : v().schema.enums)
        for (std::size_t i = 0; i < info.values.size(); ++i) {
            const std::string text =
                value_words(static_cast<int>(&info - v().schema.enums.data()), static_cast<std::int64_t>(i));
            CHECK_FALSE(text.empty());
            CHECK(text.find('_') == std::string::npos);
        }
}

TEST_CASE("a fact is shown with its path, its value and since when it was known") {
    Scene scene;
    scene.store.learned(v().case_harm, 0, 90);
    CHECK(scene.shown(v().case_harm, 0) == "case.harm = likely");
    FactRead read;
    read.field = v().case_harm;
    read.entity = 0;
    CHECK(show_fact(read, scene.store, scene.names).known_at == 90);
    CHECK(scene.shown(v().reachable, scene.party("kay")) == "kay.reachable = no");
    CHECK(scene.shown(v().reachable, scene.party("mia")) == "mia.reachable = yes");
    CHECK(scene.shown(v().use_, scene.item("bruise"), scene.party("desk")) == "bruise.use[desk] = essential");
    CHECK(scene.shown(v().use_, scene.item("diary"), scene.party("desk")) == "diary.use[desk] = none");
    CHECK(scene.shown(v().about, scene.item("diary")) == "diary.about = Mia and her mum");
    CHECK(scene.shown(v().sent_to, scene.item("diary")) == "diary.sent_to = none");
    CHECK(scene.shown(v().source, scene.item("diary")) == "diary.source = her mum");
    CHECK(scene.shown(v().source, scene.item("bruise")) == "bruise.source = nobody");
    CHECK(scene.shown(v().status_, scene.party("mia")) == "mia.status = not stated");
    CHECK(scene.shown(v().request_due, 0) == "ask.due = week 1, Friday 12.00");
    CHECK(scene.shown(v().moving_on, scene.party("mia")) == "mia.moving_on = not stated");
    CHECK(scene.shown(v().onward_risk, scene.party("desk")) == "desk.onward_risk = not known");
    CHECK(scene.shown(v().age, scene.party("mia")) == "mia.age = 0");
}

TEST_CASE("a template may only use what its norm knows: E421") {
    const auto problems = [](const std::string& explain) {
        return small_book_problems(
            "norms:\n" +
            norm_entry(
                "N",
                "for_each: \"q in requests\"\nform: by\ndo: \"q.answered\"\n"
                "let: { asked: { as: \"q.items\", says: what was asked for } }\nexplain: { kept: Yes., breached: \"" +
                    explain + "\" }\n"));
    };
    CHECK(
        problems(
            "{q} {q.from} {q.items} {asked} {asked.about} {child} {failed} {missing} {credit} {deadline} {harm} {need}")
            .empty());
    CHECK(problems("{wanted}").find("error E421: the norm N explains itself with {wanted}, which nothing fills") !=
          std::string::npos);
    CHECK(problems("{aksed}").find("did you mean 'asked'?") != std::string::npos);
    CHECK(problems("{q.whence}").find("{q.whence}, which nothing fills") != std::string::npos);
    CHECK(problems("{child.age}").find("{child.age}, which nothing fills") != std::string::npos);
}

TEST_CASE("a verdict tells which facts it read, once each, and not the inner parts of acts") {
    const auto rules = small_book("norms:\n" + norm_entry("N", R"y(
for_each: decision
form: at
when: "case.harm >= possible and case.harm <= actual"
do: "none a in acts have (a.kind is share) and none p in people have (p.role is carer and p.reachable)"
)y"));
    Trial trial(rules,
                "case: { harm: likely }\npeople: { kay: { role: carer }, mia: { role: child } }\nagencies: { desk: { "
                "kind: police } }\n");
    trial.step("Mon 10:00", "- share: { items: [], to: [desk] }\n- record: { parts: [reason] }");
    std::string facts;
    for (const FactShown& fact : trial.only("N").facts) facts += fact.path + "=" + fact.value + " ";
    CHECK(facts.find("case.harm=likely ") == 0);
    CHECK(facts.find("case.harm", 4) == std::string::npos);
    CHECK(facts.find("act 1") == std::string::npos);
}
