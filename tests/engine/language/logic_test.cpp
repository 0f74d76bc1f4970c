#include <array>

#include "tests/support/catch.h"
#include "tests/support/small_case.h"

using namespace ntk;
using namespace ntk::testing;

namespace {

constexpr std::array<Tri, 3> all_values = {Tri::no, Tri::unknown, Tri::yes};

// Robin's case with three yes-or-no facts set to given values: a, b and c stand for them below.
struct Facts {
    SmallCase base;
    void set(int field, int entity, Tri value) {
        base.store.put(field, entity, std::int64_t{value == Tri::yes ? 1 : 0});
        if (value == Tri::unknown) base.store.forget(field, entity);
    }
    Facts(Tri a, Tri b, Tri c) {
        set(small().case_closed, 0, a);
        set(small().unsafe, base.robin, b);
        set(small().reachable, base.robin, c);
    }
};

Expression question(const std::string& text) {
    std::string written_out;
    for (const char letter : text) {
        if (letter == 'A')
            written_out += "case.closed";
        else if (letter == 'B')
            written_out += "child.unsafe";
        else if (letter == 'C')
            written_out += "child.reachable";
        else
            written_out += letter;
    }
    Diagnostics diagnostics;
    const Scope scope{&small().schema, nullptr, {}};
    const Expression expression = compile(written(written_out, diagnostics), scope, boolean(), diagnostics);
    INFO(diagnostics.render());
    REQUIRE(expression);
    return expression;
}

Tri value(const Expression& expression, Tri a, Tri b, Tri c = Tri::no) {
    const Facts facts(a, b, c);
    Frame frame;
    return expression.test(facts.base.store, frame);
}

}  // namespace

TEST_CASE("the truth tables of Kleene's strong logic") {
    // no < unknown < yes: `and` is the least, `or` the greatest, `not` turns the order round.
    const auto rank = [](Tri t) { return t == Tri::no ? 0 : t == Tri::unknown ? 1 : 2; };
    const Expression conjunction = question("A and B");
    const Expression disjunction = question("A or B");
    const Expression negation = question("not A");
    for (const Tri a : all_values) {
        CHECK(rank(value(negation, a, Tri::no)) == 2 - rank(a));
        for (const Tri b : all_values) {
            CHECK(rank(value(conjunction, a, b)) == std::min(rank(a), rank(b)));
            CHECK(rank(value(disjunction, a, b)) == std::max(rank(a), rank(b)));
        }
    }
}

TEST_CASE("laws that hold whatever is unknown") {
    const std::pair<const char*, const char*> laws[] = {
        {"not (A and B)", "not A or not B"},
        {"not (A or B)", "not A and not B"},
        {"not not A", "A"},
        {"A and (B or C)", "A and B or A and C"},
        {"A or B and C", "(A or B) and (A or C)"},
        {"A and B and C", "C and B and A"},
        {"(A or B) or C", "A or (B or C)"},
        {"A and (A or B)", "A or (A and B)"},
        {"A is B", "A and B or not A and not B"},
        {"A is not B", "not (A is B)"},
        {"A is true", "A"},
        {"A is false", "not A"},
        {"any p in [child] have (p.unsafe and A)", "B and A"},
        {"all p in [child] have (p.unsafe or A)", "B or A"},
        {"none p in people have (p.unsafe and C)", "all p in people have (not p.unsafe or not C)"},
        {"any p in people have (p.unsafe)", "exists(p in people where (p.unsafe))"},
        {"all p in people have (p.unsafe)", "not exists(p in people where (not p.unsafe))"},
        {"child in (p in people where (p.unsafe))", "B"},
        {"child in (people except (p in people where (p.unsafe)))", "not B"},
        {"child in ((p in people where (p.unsafe)) both (p in people where (p.reachable)))", "B and C"},
        {"child in ((p in people where (p.unsafe)) union (p in people where (p.reachable)))", "B or C"},
        {"any p in (q in people where (q.unsafe)) have (p.reachable and p is child)", "B and C"},
        {"all p in (q in people where (q.unsafe)) have (p.reachable or p is not child)", "not B or C"},
    };
    for (const auto& [left, right] : laws) {
        INFO(left << "  =  " << right);
        const Expression first = question(left);
        const Expression second = question(right);
        for (const Tri a : all_values)
            for (const Tri b : all_values)
                for (const Tri c : all_values) CHECK(value(first, a, b, c) == value(second, a, b, c));
    }
}
