#include "engine/language/analysis.h"

#include "engine/casework/vocabulary.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

const Vocabulary& v() { return vocabulary(); }

Expression read(const std::string& text, const std::vector<Variable>& variables = {}) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = text;
    Diagnostics diagnostics;
    Expression expression = compile(tree, {&v().schema, nullptr, variables}, {}, diagnostics);
    INFO(diagnostics.render());
    REQUIRE(expression);
    return expression;
}

MemberBound kinds(const std::string& text, const std::vector<Variable>& variables = {},
                  const std::vector<MemberBound>& proved = {}) {
    return bound_of(read(text, variables), {v().root_acts, v().act_kind_}, proved);
}

Bits only(std::initializer_list<ActKind> wanted) {
    Bits bits;
    for (const ActKind kind : wanted) bits.add(static_cast<int>(kind));
    return bits;
}

}  // namespace

TEST_CASE("An expression reads the facts, kinds and roots it names, and no others") {
    Store store(v().schema);
    const Cells cells = reads_of(read("any p in people have (p.reachable) and now >= decision.at"), v().schema).cells;
    const auto touches = [&](std::size_t cell) {
        Cells one;
        one.add(cell);
        return cells.overlaps(one);
    };
    CHECK(touches(store.field_cell(v().reachable)));
    CHECK(touches(store.kind_cell(v().person)));
    CHECK(touches(store.root_cell(v().root_now)));
    CHECK_FALSE(touches(store.field_cell(v().case_harm)));
    CHECK_FALSE(touches(store.root_cell(v().root_acts)));
}

TEST_CASE("An expression tells which variables of its scope it reads") {
    const Type person{Type::Base::entity, v().person};
    const std::vector<Variable> scope = {{"p", person}, {"q", person}};
    CHECK(reads_of(read("q.reachable", scope), v().schema).variables == std::vector<int>{1});
    CHECK(reads_of(read("p.knows has q", scope), v().schema).variables == std::vector<int>{0, 1});
    CHECK(reads_of(read("case.closed", scope), v().schema).variables.empty());
}

TEST_CASE("A store tells what has changed, and what was put again unchanged has not") {
    Store store(v().schema);
    const int person = store.add(v().person, "mia");
    store.take_changes();
    CHECK(store.take_changes().empty());
    store.put(v().reachable, person, std::int64_t{1});
    Cells reachable;
    reachable.add(store.field_cell(v().reachable));
    CHECK(store.take_changes() == reachable);
    store.put(v().reachable, person, std::int64_t{1});
    CHECK(store.take_changes().empty());
    store.forget(v().reachable, person);
    CHECK(store.take_changes() == reachable);
    store.show(v().person, person, false);
    CHECK_FALSE(store.take_changes().empty());
}

TEST_CASE("The kinds of act that a question needs are proved from its text") {
    CHECK(kinds("any a in acts have (a.kind is share)") == only({ActKind::share}));
    CHECK(kinds("any a in acts have (a.kind in [share, wait] and a.handling)") ==
          only({ActKind::share, ActKind::wait}));
    CHECK(kinds("any a in acts have (a.kind is share or a.kind is inform)") == only({ActKind::share, ActKind::inform}));
    CHECK(kinds("any a in acts have (a.kind is share) or any a in acts have (a.kind is wait)") ==
          only({ActKind::share, ActKind::wait}));
    CHECK(kinds("exists(a in acts where (a.kind is share))") == only({ActKind::share}));
    CHECK(kinds("any i in items have (any a in acts have (a.kind is share and a.items has i))") ==
          only({ActKind::share}));
    CHECK(kinds("any a in acts have (a.kind is share and a.kind is wait)") == Bits{});
}

TEST_CASE("Where nothing is proved, nothing is claimed") {
    CHECK_FALSE(kinds("case.closed"));
    CHECK_FALSE(kinds("none a in acts have (a.kind is share)"));
    CHECK_FALSE(kinds("case.closed or any a in acts have (a.kind is share)"));
    CHECK_FALSE(kinds("any a in history have (a.kind is share)"));
    CHECK_FALSE(kinds("all a in acts have (a.kind is share)"));
}

TEST_CASE("What was proved of a set in scope carries over to what uses it") {
    const Type acts{Type::Base::entity_set, v().act};
    CHECK(kinds("exists(moved)", {{"moved", acts}}, {only({ActKind::hand_over})}) == only({ActKind::hand_over}));
    CHECK_FALSE(kinds("exists(moved)", {{"moved", acts}}));
}
