#include "engine/language/answers.h"

#include "tests/support/catch.h"
#include "tests/support/small_case.h"

using namespace ntk;
using namespace ntk::testing;

namespace {

const Definitions& definitions() {
    static const Definitions all = small_definitions();
    return all;
}

Expression read(const std::string& text, Type wanted = boolean()) {
    Diagnostics diagnostics;
    const Scope scope{&small().schema, &definitions(), {}};
    const Expression expression = compile(written(text, diagnostics), scope, wanted, diagnostics);
    INFO(text << "\n" << diagnostics.render());
    REQUIRE(expression);
    return expression;
}

// Changes one fact, or makes it unknown.
void change(Store& store, const SmallCase& c, int which, int value) {
    const SmallVocabulary& v = small();
    const int person = which % 4;
    switch (which % 7) {
        case 0: store.put(v.case_harm, 0, std::int64_t{value % 4}); break;
        case 1: store.put(v.danger_to, person, Bits::of(value % 4)); break;
        case 2: store.forget(v.danger_to, person); break;
        case 3: store.put(v.onward, c.desk, Bits::of(value % 4)); break;
        case 4: store.put(v.about, value % 3, Bits::of(person)); break;
        case 5: store.show(v.person, person, value % 2 == 0); break;
        default: store.forget(v.about, value % 3); break;
    }
}

}  // namespace

TEST_CASE("answers remembered through many changes are those worked out afresh") {
    std::vector<Expression> questions;
    for (const char* text :
         {"at_risk", "any p in people have (dangerous(p))", "all p in people have (dangerous(p) or at_risk)",
          "none p in people have (route(p, child) and not dangerous(p))",
          "any i in items have (any p in i.about have (dangerous(p)))",
          "any i in items have (any p in people have (any r in agencies have (hazard(p, i, r))))",
          "any r in agencies have (any p in people have (route(p, r) and dangerous(p)))",
          "exists(wards) and any q in wards have (not dangerous(q))",
          "any i in items have (exists(i.about) and (i.about overlaps wards or i.source is child))"})
        questions.push_back(read(text));
    const Expression people = read("p in people where (dangerous(p))", set_of(small().person));

    SmallCase c;
    Answers answers;
    c.store.take_changes();
    std::uint32_t state = 7;
    int yes = 0, no = 0, unknown = 0;
    for (int step = 0; step < 3000; ++step) {
        state = state * 1664525U + 1013904223U;
        change(c.store, c, static_cast<int>(state >> 8U) % 700, static_cast<int>(state >> 20U));
        answers.forget(c.store.take_changes());
        for (const Expression& question : questions) {
            Frame frame;
            Trace trace;
            const Tri afresh = question.test(c.store, frame, &trace);
            INFO(step << ": " << question.source());
            REQUIRE(answers.test(question, c.store, frame) == afresh);
            REQUIRE(question.test(c.store, frame) == afresh);
            ++(afresh == Tri::yes ? yes : afresh == Tri::no ? no : unknown);
        }
        Frame frame;
        Trace trace;
        const SetRange afresh = people.set(c.store, frame, &trace);
        const SetRange remembered = answers.set(people, c.store, frame);
        REQUIRE(remembered.sure == afresh.sure);
        REQUIRE(remembered.possible == afresh.possible);
    }
    // Enough of each to mean something.
    CHECK(yes > 1000);
    CHECK(no > 1000);
    CHECK(unknown > 1000);
}

TEST_CASE("what is remembered is kept until something it reads changes") {
    SmallCase c;
    Answers answers;
    Frame frame;
    const Expression question = read("at_risk");
    REQUIRE(answers.test(question, c.store, frame) == Tri::yes);
    c.store.take_changes();
    c.store.put(small().case_harm, 0, std::int64_t{0});
    const Cells changes = c.store.take_changes();
    CHECK(answers.test(question, c.store, frame) == Tri::yes);  // nobody has said so yet
    answers.forget(changes);
    CHECK(answers.test(question, c.store, frame) == Tri::no);
}
