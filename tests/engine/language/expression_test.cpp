#include "engine/language/expression.h"

#include "tests/support/catch.h"
#include "tests/support/small_case.h"

using namespace ntk;
using namespace ntk::testing;

namespace {

struct Row {
    const char* text;
    const char* value;
};

}  // namespace

TEST_CASE("questions about a case in which everything is known") {
    const SmallCase c;
    const Row rows[] = {
        {"true", "yes"},
        {"not true", "no"},
        {"case.harm is likely", "yes"},
        {"case.harm is not likely", "no"},
        {"case.harm >= possible", "yes"},
        {"case.harm < likely", "no"},
        {"case.harm > possible and case.harm <= likely", "yes"},
        {"likely is case.harm", "yes"},
        {"possible < case.harm", "yes"},
        {"case.harm in [likely, actual]", "yes"},
        {"case.harm in [none, actual]", "no"},
        {"[likely, actual] has case.harm", "yes"},
        {"case.closed", "no"},
        {"case.closed is false", "yes"},
        {"not case.closed and case.harm is likely", "yes"},
        {"case.closed or case.harm is actual or child.age is 4", "yes"},
        {"case.closed and case.closed or true is case.closed", "no"},
        {"case.limit <= 4h", "yes"},
        {"case.limit < 240m", "no"},
        {"case.limit > 1wd or case.limit > 1d", "no"},
        {"case.opened < now and now < case.due", "yes"},
        {"child.age < 5", "yes"},
        {"child.role is infant", "yes"},
        {"any p in people have (p.danger_to has p)", "no"},
        {"any p in people have (p.role is neighbour)", "yes"},
        {"all p in people have (p.role is carer or p.role is neighbour or p is child)", "yes"},
        {"none p in people have (p.unsafe)", "yes"},
        {"all p in (q in people where (q.unsafe)) have (p.age is 3)", "yes"},
        {"exists(i in items where (i.about has child))", "yes"},
        {"exists(p in people)", "yes"},
        {"exists(people except people)", "no"},
        {"exists(wards)", "yes"},
        {"count(people) is 4", "yes"},
        {"count(agencies) < 2", "no"},
        {"count(i in items where (any a in acts have (a.items has i))) is 1", "yes"},
        {"any d in dues have (d.items overlaps (i in items where (i.about has child)))", "yes"},
        {"any a in acts have (a.parts has who and not a.parts has why)", "yes"},
        {"any a in acts have (a.parts overlaps [why, what])", "yes"},
        {"any a in acts have (who in a.parts)", "yes"},
        {"any a in acts have (a.parts has decision)", "no"},  // the value, though there is a root of that name
        {"any i in items have (i.use[i.source] is helpful)", "yes"},
        {"any i in items have (any r in agencies have (i.use[r] is essential))", "yes"},
        {"any i in items have (any r in agencies have (i.shown_to[r] has child))", "no"},
        {"any i in items have (any r in agencies have (i.shown_to[r] overlaps people))", "yes"},
        {"any i in items have (i.source is child)", "no"},
        {"any i in items have (i.source in agencies)", "yes"},
        {"any a in agencies have (any b in agencies have (a is not b and a.area is b.area))", "yes"},
        {"any p in parties have (p.role is carer)", "yes"},
        {"any p in people have (p.partner.danger_to has p)", "unknown"},  // whoever has no partner
        {"any p in people have (p.partner in people and p.partner.role is carer)", "yes"},
        {"at_risk", "yes"},
        {"at_risk()", "yes"},
        {"not at_risk or case.closed", "no"},
        {"any p in people have (dangerous(p))", "yes"},
        {"dangerous(child)", "no"},
        {"any i in items have (any r in agencies have (any p in i.about have (hazard(p, i, r))))", "yes"},
        {"any i in items have (first_source(i) is child)", "no"},
        {"any i in items have (route(child, first_source(i)))", "unknown"},  // the rumour has no source
        {"any i in items have (any p in people have (p.role is carer and route(p, first_source(i))))", "yes"},
        {"any a in acts have (met(a.parts))", "no"},
        {"met([who, why])", "yes"},
        {"either(none, likely)", "yes"},
        {"either(case.harm, none)", "yes"},
        {"case.harm in [actual, case.harm]", "yes"},
        {"child in [child]", "yes"},
        {"any p in people union agencies have (p is child)", "yes"},
        {"(people except wards) has child", "no"},
        {"people except wards has child", "no"},
        {"((case.harm) is (likely))", "yes"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(answer(row.text, c.store) == row.value);
    }
}

TEST_CASE("sets and numbers") {
    SmallCase c;
    CHECK(members("people", c.store) == "Robin Ann Bob Nel");
    CHECK(members("p in people where (p.role is carer)", c.store) == "Ann Bob");
    CHECK(members("i in items where (exists(d in dues where (d.items has i)))", c.store) == "letter photo");
    CHECK(members("people union agencies", c.store) == "Robin Ann Bob Nel Desk Police");
    CHECK(members("parties except people", c.store) == "Desk Police");
    CHECK(members("parties both people except wards", c.store) == "Ann Bob Nel");
    CHECK(members("parties both (people except wards)", c.store) == "Ann Bob Nel");
    CHECK(members("people except people union wards", c.store) == "Robin");
    CHECK(members("people except (people union wards)", c.store) == "");
    CHECK(members("[child, child.partner]", c.store) == "Robin");
    CHECK(members("wards", c.store) == "Robin");
    CHECK(number("count(people)", c.store) == "4");
    CHECK(number("child", c.store) == std::to_string(c.robin));
    CHECK(number("child.age", c.store) == "4");
    CHECK(number("now", c.store) == "150");
    CHECK(number("2d", c.store) == "2880");
    CHECK(number("decision", c.store) == "unknown");
    CHECK(number("decision.opened", c.store) == "unknown");
}

TEST_CASE("what is unknown stays unknown unless it cannot matter") {
    const SmallVocabulary& v = small();
    SmallCase c;
    c.store.forget(v.case_harm, 0);
    c.store.forget(v.danger_to, c.bob);
    c.store.forget(v.use_by, c.photo);
    c.store.forget(v.act_parts, c.share);
    c.store.forget(v.partner, c.ann);
    const Row rows[] = {
        {"case.harm is likely", "unknown"},
        {"case.harm is not likely", "unknown"},
        {"case.harm >= possible and case.closed", "no"},
        {"case.harm >= possible or not case.closed", "yes"},
        {"not at_risk", "unknown"},
        {"case.harm in [likely, actual]", "unknown"},
        {"(case.harm is likely) is case.closed", "unknown"},
        {"known(case.harm)", "no"},
        {"known(case.closed)", "yes"},
        {"known(child)", "yes"},
        {"known(decision)", "no"},
        {"known(decision.opened)", "no"},
        {"any i in items have (any r in agencies have (not known(i.use[r])))", "yes"},
        {"any p in people have (not known(p.danger_to))", "yes"},
        {"any p in people have (p.danger_to has child)", "unknown"},
        {"none p in people have (p.danger_to has child)", "unknown"},
        {"all p in people have (p.danger_to has child)", "no"},
        {"any p in people have (any q in p.danger_to have (q.role is neighbour))", "unknown"},
        {"any p in people have (any q in p.danger_to have (q.unsafe))", "no"},
        {"all p in people have (all q in p.danger_to have (not q.unsafe))", "yes"},
        {"all p in people have (all q in p.danger_to have (q.role is neighbour))", "unknown"},
        {"all p in people have (none q in p.danger_to have (q.unsafe))", "yes"},
        {"any p in people have (exists(p.danger_to))", "unknown"},
        {"any p in people have (count(p.danger_to) >= 1)", "unknown"},
        {"any p in people have (p.danger_to overlaps people)", "unknown"},
        {"any a in acts have (a.parts has why)", "unknown"},
        {"any a in acts have (met(a.parts))", "unknown"},
        {"any a in acts have (met(a.parts except [who]))", "no"},
        {"any i in items have (i.use[i.source] is essential)", "unknown"},
        {"any p in people have (p.partner is child)", "unknown"},
        {"any p in people have (p.partner in agencies)", "unknown"},
        {"any p in people have (p.partner in (q in people where (q.unsafe)))", "no"},
        {"any p in people have (dangerous(p.partner))", "unknown"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(answer(row.text, c.store) == row.value);
    }
    CHECK(members("p in people where (p.danger_to has child)", c.store) == "(Bob)");
    CHECK(members("p in people where (not p.danger_to has child)", c.store) == "Robin Ann Nel (Bob)");
    CHECK(members("people except (p in people where (p.danger_to has child))", c.store) == "Robin Ann Nel (Bob)");
    CHECK(number("case.harm", c.store) == "unknown");
}

TEST_CASE("an empty place equals nothing and is not unknown") {
    const SmallVocabulary& v = small();
    SmallCase c;
    c.store.put(v.case_harm, 0, std::int64_t{-1});
    const Row rows[] = {
        {"case.harm is none", "no"},
        {"case.harm is not none", "yes"},
        {"case.harm < likely", "no"},
        {"case.harm >= possible", "no"},
        {"case.harm in [none, likely]", "no"},
        {"known(case.harm)", "yes"},
        {"any a in acts have (a.reason is why)", "no"},
        {"child.partner is child", "no"},
        {"child.partner is not child", "yes"},
        {"child.partner in people", "no"},
        {"any p in people have (any q in people have (p is not q and p.partner is q.partner))", "no"},
        {"known(child.partner)", "yes"},
        {"child.partner.unsafe", "unknown"},
        {"known(child.partner.unsafe)", "no"},
        {"any a in agencies have (any p in parties have (p is a and p.role is infant))", "no"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(answer(row.text, c.store) == row.value);
    }
}

TEST_CASE("what the learner cannot see is in no set") {
    const SmallVocabulary& v = small();
    SmallCase c;
    c.store.show(v.item, c.letter, false);
    CHECK(members("items", c.store) == "photo rumour");
    CHECK(answer("any d in dues have (any i in d.items have (i.about has child))", c.store) == "no");
    c.store.forget(v.duty_items, c.lead);
    CHECK(answer("any d in dues have (any i in d.items have (i.about has child))", c.store) == "no");
    c.store.show(v.item, c.letter, true);
    CHECK(answer("any d in dues have (any i in d.items have (i.about has child))", c.store) == "unknown");
    c.store.show(v.person, c.nel, false);
    CHECK(answer("any p in people have (exists(p.danger_to))", c.store) == "no");
}

TEST_CASE("variables in scope keep their slots") {
    const SmallVocabulary& v = small();
    SmallCase c;
    Diagnostics diagnostics;
    const Definitions definitions = small_definitions();
    const Scope scope{
        &v.schema, &definitions, {{"d", one(v.duty)}, {"shielded", set_of(v.person)}, {"sure", boolean()}}};
    const Tree tree =
        written("sure and all p in shielded have (any i in d.items have (i.about has p and first_source(i) is p))",
                diagnostics);
    const Expression expression = compile(tree, scope, boolean(), diagnostics);
    REQUIRE(diagnostics.render() == "");
    Frame frame;
    frame.slots.resize(3);
    frame.slots[0].number = {true, c.lead};
    frame.slots[1].set = {Bits::of(c.nel), Bits::of(c.nel)};
    frame.slots[2].number = {true, 1};
    CHECK(expression.test(c.store, frame) == Tri::yes);
    CHECK(frame.slots[0].number.value == c.lead);
    CHECK(frame.slots[1].set.sure == Bits::of(c.nel));
    frame.slots[1].set = {{}, Bits::of(c.ann)};
    CHECK(expression.test(c.store, frame) == Tri::unknown);
    frame.slots[2].number = {false, 0};
    CHECK(expression.test(c.store, frame) == Tri::unknown);
}

TEST_CASE("an expression says what it reads") {
    const SmallVocabulary& v = small();
    Diagnostics diagnostics;
    const Definitions definitions = small_definitions();
    const Scope scope{&v.schema, &definitions, {}};
    const auto made = [&](std::string text) {
        return compile(written(std::move(text), diagnostics), scope, {}, diagnostics);
    };
    const Expression risk = made("at_risk and any i in items have (i.source is child)");
    CHECK(risk.fields_read() == std::vector<int>{v.case_harm, v.case_closed, v.source});
    CHECK_FALSE(risk.reads_conduct());
    CHECK(made("exists(acts)").reads_conduct());
    CHECK(made("not gated").reads_conduct());
    CHECK(made("any a in history have (a.gate)").reads_conduct());
    CHECK(risk.source() == "at_risk and any i in items have (i.source is child)");
    CHECK(made("items").cost() == 1);
    CHECK(made("any i in items have (exists(i.about))").cost() == 2 + 12 * 3);
    CHECK(made("any i in items have (any p in i.about have (p.unsafe))").cost() == 2 + 12 * (3 + 6 * 3));
    CHECK(made("people").type() == set_of(v.person));
    CHECK(Expression().source().empty());
    CHECK_FALSE(Expression());
}

TEST_CASE("a trace holds each fact read once and the conjuncts that failed") {
    const SmallVocabulary& v = small();
    SmallCase c;
    c.store.forget(v.unsafe, c.robin);
    Diagnostics diagnostics;
    const Definitions definitions = small_definitions();
    const Scope scope{&v.schema, &definitions, {}};
    const auto traced = [&](std::string text) {
        const Expression expression = compile(written(std::move(text), diagnostics), scope, boolean(), diagnostics);
        Frame frame;
        Trace trace;
        const Tri plain = expression.test(c.store, frame);
        CHECK(expression.test(c.store, frame, &trace) == plain);
        return trace;
    };
    const Trace trace = traced("case.harm is actual and (not case.closed) and child.unsafe and case.harm >= likely");
    CHECK(trace.failed == std::vector<std::string>{"case.harm is actual", "child.unsafe"});
    CHECK(trace.facts == std::vector<FactRead>{{v.case_harm, 0, -1}, {v.case_closed, 0, -1}, {v.unsafe, c.robin, -1}});

    c.store.put(v.case_closed, 0, std::int64_t{1});
    CHECK(traced("at_risk").failed == std::vector<std::string>{"not case.closed"});
    CHECK(traced("(at_risk)").failed == std::vector<std::string>{"not case.closed"});
    CHECK(traced("at_risk and not case.closed").failed == std::vector<std::string>{"at_risk", "not case.closed"});
    CHECK(traced("at_risk or child.unsafe").failed == std::vector<std::string>{"at_risk or child.unsafe"});
    CHECK(traced("case.harm is likely").failed.empty());
    CHECK(traced("any i in items have (i.use[i.source] is helpful)").facts ==
          std::vector<FactRead>{{v.source, c.letter, -1},
                                {v.use_by, c.letter, c.nel},
                                {v.source, c.photo, -1},
                                {v.use_by, c.photo, c.desk}});
    CHECK(traced("known(child.unsafe)").facts == std::vector<FactRead>{{v.unsafe, c.robin, -1}});
}

TEST_CASE("a binder names the members of a set one by one") {
    const SmallVocabulary& v = small();
    SmallCase c;
    Diagnostics diagnostics;
    const Definitions definitions = small_definitions();
    const Scope scope{&v.schema, &definitions, {}};
    const Binder all = compile_binder(written("d in dues", diagnostics), scope, diagnostics);
    const Binder some =
        compile_binder(written("i in items where (i.about has child)", diagnostics), scope, diagnostics);
    CHECK(diagnostics.render() == "");
    CHECK(all.name == "d");
    CHECK(all.element == one(v.duty));
    CHECK(some.element == one(v.item));
    Frame frame;
    CHECK(all.domain.set(c.store, frame).sure == Bits::of(c.lead));
    CHECK(some.domain.set(c.store, frame).sure == Bits::of(c.letter));
    CHECK_FALSE(compile_binder(written("x in [who]", diagnostics), scope, diagnostics));
}
