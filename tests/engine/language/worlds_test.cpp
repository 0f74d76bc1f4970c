#include "engine/language/worlds.h"

#include "engine/casework/vocabulary.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

Expression read(const std::string& text, const std::vector<Variable>& variables = {}) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = text;
    Diagnostics diagnostics;
    Expression expression = compile(tree, {&vocabulary().schema, nullptr, variables}, {}, diagnostics);
    INFO(diagnostics.render());
    REQUIRE(expression);
    return expression;
}

bool possible(const std::string& text) {
    const Expression expression = read(text);
    return !worlds_of({{&expression, true, {}}}, vocabulary().schema).empty();
}

}  // namespace

TEST_CASE("What contradicts itself can never be so") {
    CHECK_FALSE(possible("case.harm is none and case.harm is likely"));
    CHECK_FALSE(possible("case.harm >= likely and case.harm < possible"));
    CHECK_FALSE(possible("case.harm >= likely and not case.harm >= possible"));
    CHECK_FALSE(possible("case.closed and not case.closed"));
    CHECK_FALSE(possible("case.harm in [none, possible] and case.harm >= likely"));
    CHECK_FALSE(possible("any a in acts have (a.kind is share and a.kind is wait)"));
    CHECK_FALSE(possible("any p in people have (p.reachable) and none p in people have (p.reachable)"));
    CHECK_FALSE(possible("(case.closed or case.harm is none) and not case.closed and case.harm is likely"));
}

TEST_CASE("What may be so is left alone") {
    CHECK(possible("case.harm >= likely and case.harm is not immediate"));
    CHECK(possible("any a in acts have (a.kind is share) and any a in acts have (a.kind is wait)"));
    CHECK(possible("any p in people have (p.reachable) and any p in people have (not p.reachable)"));
    CHECK(possible("any p in people have (p.reachable and any q in people have (not q.reachable))"));
    CHECK(possible("any p in people have (any q in people have (p.knows has q and not q.knows has p))"));
    CHECK(possible("(case.closed or case.harm is none) and not case.closed"));
    CHECK(possible("not (case.closed and case.harm is none) and case.closed"));
}

TEST_CASE("A word that nothing was written for is none of the values") {
    CHECK(possible("any a in acts have (a.reason is not privacy and a.reason is not sensitive)"));
    CHECK_FALSE(possible("any a in acts have (a.reason is privacy and a.reason is not privacy)"));
}

TEST_CASE("Variables that go by one name stand for the same thing") {
    const Type person{Type::Base::entity, vocabulary().person};
    const Expression here = read("p.reachable", {{"p", person}});
    const Expression gone = read("not q.reachable", {{"q", person}});
    CHECK(worlds_of({{&here, true, {"one"}}, {&gone, true, {"one"}}}, vocabulary().schema).empty());
    CHECK_FALSE(worlds_of({{&here, true, {"one"}}, {&gone, true, {"other"}}}, vocabulary().schema).empty());
    CHECK(worlds_of({{&here, true, {"one"}}, {&here, false, {"one"}}}, vocabulary().schema).empty());
}

TEST_CASE("What one act must be, and what any other would be") {
    const Expression asked = read("any a in history have (a.kind is share and a.handling)");
    const OfOneAct one = of_one_act({&asked, true, {}}, vocabulary().schema);
    REQUIRE(one.asked);
    CHECK(one.worlds.size() == 1);
    CHECK(together(one.worlds, one.contrary).empty());
    const Expression other = read("exists(people)");
    CHECK_FALSE(of_one_act({&other, true, {}}, vocabulary().schema).asked);
}
