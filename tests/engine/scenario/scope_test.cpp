#include "engine/scenario/scope.h"

#include "engine/casework/reader.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

Tree scalar(const std::string& text) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = text;
    return tree;
}

// A case with people and agencies mixed, so that the two share one table.
Scenario some_case() {
    const Vocabulary& v = vocabulary();
    Scenario scenario(new_case());
    for (const char* name : {"mia", "kay"}) add_entity(scenario.opening, v.person, name);
    for (const char* name : {"csc", "police"}) add_entity(scenario.opening, v.agency, name);
    for (const char* name : {"letter", "visits"}) add_entity(scenario.opening, v.item, name);
    add_entity(scenario.opening, v.request, "form");
    add_entity(scenario.opening, v.event, "move");
    return scenario;
}

Tri holds(const Scenario& scenario, const std::string& condition) {
    Diagnostics diagnostics;
    diagnostics.add_source("condition", condition);
    const Expression when =
        compile(scalar(condition), scenario_scope(scenario.opening), {Type::Base::boolean, -1}, diagnostics);
    INFO(diagnostics.render());
    REQUIRE(when);
    Frame frame = scenario_frame(scenario);
    return when.test(scenario.opening, frame);
}

}  // namespace

TEST_CASE("conditions name people, agencies, items and what arises by their ids") {
    Scenario scenario = some_case();
    const Vocabulary& v = vocabulary();
    Store& store = scenario.opening;
    store.put(v.given_to, store.find(v.item, "letter"), Bits::of(store.find(v.party, "police")));
    store.put(v.request_answered, store.find(v.request, "form"), std::int64_t{1});

    CHECK(holds(scenario, "letter.given_to has police") == Tri::yes);
    CHECK(holds(scenario, "letter.given_to has csc") == Tri::no);
    CHECK(holds(scenario, "visits.given_to has police") == Tri::no);
    CHECK(holds(scenario, "form.answered") == Tri::yes);
    CHECK(holds(scenario, "any i in items have (i is letter and exists(i.given_to))") == Tri::yes);
    CHECK(holds(scenario, "items has visits") == Tri::yes);
}
