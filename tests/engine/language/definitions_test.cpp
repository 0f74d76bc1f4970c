#include "tests/support/catch.h"
#include "tests/support/small_case.h"

using namespace ntk;
using namespace ntk::testing;

namespace {

// Adds definitions "name = text", all yes or no, and gives back what finishing them reports.
std::string finished(std::initializer_list<std::pair<const char*, const char*>> all, Definitions& definitions) {
    Diagnostics diagnostics;
    for (const auto& [heading, text] : all)
        definitions.add(definition(heading, boolean(), text, diagnostics), false, diagnostics);
    definitions.finish(small().schema, diagnostics);
    return diagnostics.render();
}

std::string finished(std::initializer_list<std::pair<const char*, const char*>> all) {
    Definitions definitions;
    return finished(all, definitions);
}

Variable parameter(std::string text, std::string* problems = nullptr) {
    Diagnostics diagnostics;
    const std::optional<Variable> read =
        read_parameter(written(std::move(text), diagnostics), small().schema, diagnostics);
    if (problems != nullptr) *problems = diagnostics.render();
    return read.value_or(Variable{});
}

}  // namespace

TEST_CASE("definitions may be written in any order") {
    Definitions definitions;
    CHECK(finished({{"worrying", "serious or case.closed"}, {"serious", "case.harm >= likely"}}, definitions) == "");
    const SmallCase c;
    Frame frame;
    CHECK(definitions.find("worrying")->body.test(c.store, frame) == Tri::yes);
    CHECK(definitions.find("worrying")->body.fields_read() == std::vector<int>{small().case_harm, small().case_closed});
    CHECK(definitions.find("nothing") == nullptr);
}

TEST_CASE("an overlay replaces a definition and everything that calls it follows") {
    Definitions definitions;
    REQUIRE(finished({{"serious", "case.harm >= likely"}, {"worrying", "serious"}}, definitions) == "");
    Diagnostics diagnostics;
    definitions.add(definition("serious", boolean(), "case.harm is actual", diagnostics), true, diagnostics);
    definitions.finish(small().schema, diagnostics);
    CHECK(diagnostics.render() == "");
    const SmallCase c;
    Frame frame;
    CHECK(definitions.find("worrying")->body.test(c.store, frame) == Tri::no);
    CHECK(definitions.all().size() == 2);
}

TEST_CASE("a cycle of definitions is printed once") {
    CHECK(finished({{"start", "beta or case.closed"},
                    {"alpha", "beta and case.closed"},
                    {"beta", "not gamma"},
                    {"gamma", "case.closed or alpha"},
                    {"fine", "case.closed"}}) ==
          "pack.yaml:3:1: error E205: 'alpha' is defined by way of itself: alpha -> beta -> gamma -> alpha\n"
          "  when: beta and case.closed\n"
          "  ^\n");
    CHECK(finished({{"self(p person)", "self(p)"}}) ==
          "pack.yaml:3:1: error E205: 'self' is defined by way of itself: self -> self\n"
          "  when: self(p)\n"
          "  ^\n");
}

TEST_CASE("a problem in a definition is told once, where it is written") {
    CHECK(finished({{"serious", "case.hram is likely"}, {"worrying", "serious or case.closed"}}) ==
          "pack.yaml:3:12: error E302: case has no fact 'hram'\n"
          "  when: case.hram is likely\n"
          "             ^\n"
          "  hint: did you mean 'harm'?\n");
    CHECK(finished({{"crowd", "people"}}) ==
          "pack.yaml:3:7: error E201: expected yes or no, found set of person\n"
          "  when: people\n"
          "        ^\n"
          "  hint: ask whether it has members with exists(...)\n");
}

TEST_CASE("names that definitions and parameters may not take") {
    CHECK(finished({{"likely", "case.closed"}}) ==
          "pack.yaml:3:1: error E310: 'likely' cannot name a definition, because it is a value of harm\n"
          "  when: case.closed\n"
          "  ^\n");
    CHECK(finished({{"items", "case.closed"}}) ==
          "pack.yaml:3:1: error E310: 'items' cannot name a definition, because it is a word of the vocabulary\n"
          "  when: case.closed\n"
          "  ^\n");
    CHECK(finished({{"at-risk", "case.closed"}}) ==
          "pack.yaml:3:1: error E310: 'at-risk' cannot name a definition, because it is not one word of letters, "
          "digits and "
          "underscores\n"
          "  when: case.closed\n"
          "  ^\n");
    CHECK(finished({{"likely(p person)", "p.unsafe"}}) == "");  // always written with brackets
    CHECK(finished({{"risky(p person, p person)", "p.unsafe"}}) ==
          "pack.yaml:3:1: error E307: 'p' is in use here already\n"
          "  when: p.unsafe\n"
          "  ^\n"
          "  hint: choose another name\n");
    CHECK(finished({{"other", "case.closed"}, {"risky(other person)", "case.closed"}}) ==
          "pack.yaml:3:1: error E307: 'other' is a definition\n"
          "  when: case.closed\n"
          "  ^\n"
          "  hint: choose another name\n");
}

TEST_CASE("definitions added twice, replaced in vain, or too many") {
    Definitions definitions;
    CHECK(finished({{"serious", "case.closed"}, {"serious", "case.closed"}}, definitions) ==
          "pack.yaml:3:1: error E311: 'serious' is defined twice\n"
          "  when: case.closed\n"
          "  ^\n");
    Diagnostics diagnostics;
    definitions.add(definition("serius", boolean(), "case.closed", diagnostics), true, diagnostics);
    CHECK(diagnostics.render() ==
          "pack.yaml:3:1: error E309: there is no definition 'serius' to replace\n"
          "  when: case.closed\n"
          "  ^\n"
          "  hint: did you mean 'serious'?\n");
    Diagnostics many;
    for (int i = 0; i < 1000; ++i)
        definitions.add(definition("d" + std::to_string(i), boolean(), "case.closed", many), false, many);
    CHECK(many.render() ==
          "pack.yaml:3:1: error E308: more than 1000 definitions\n"
          "  when: case.closed\n"
          "  ^\n");
}

TEST_CASE("a long chain of definitions is refused before it can exhaust the stack") {
    Definitions definitions;
    Diagnostics diagnostics;
    for (int i = 0; i < 300; ++i)
        definitions.add(definition("d" + std::to_string(i), boolean(),
                                   i == 0 ? "case.closed" : "not d" + std::to_string(i - 1), diagnostics),
                        false, diagnostics);
    definitions.finish(small().schema, diagnostics);
    CHECK(diagnostics.render() ==
          "pack.yaml:3:7: error E125: too deeply nested, counting the definitions it calls\n"
          "  when: not d126\n"
          "        ^\n");
}

TEST_CASE("parameters and types as authors write them") {
    const SmallVocabulary& v = small();
    CHECK(parameter("p person").type == one(v.person));
    CHECK(parameter("p person").name == "p");
    CHECK(parameter("level harm").type == Type{Type::Base::enumeration, v.harm});
    CHECK(parameter("parts set of part").type == Type{Type::Base::enum_set, v.part});
    CHECK(parameter("crowd set of person").type == set_of(v.person));

    std::string problems;
    parameter("person", &problems);
    CHECK(problems ==
          "pack.yaml:3:7: error E127: expected a name and its type\n"
          "  when: person\n"
          "        ^\n"
          "  hint: for example: p person\n");
    parameter("items itme", &problems);
    CHECK(problems ==
          "pack.yaml:3:7: error E307: 'items' is a word of the vocabulary\n"
          "  when: items itme\n"
          "        ^\n"
          "  hint: choose another name\n"
          "pack.yaml:3:13: error E306: there is no type 'itme'\n"
          "  when: items itme\n"
          "              ^\n"
          "  hint: did you mean 'item'?\n");

    const auto type = [&](std::string text) {
        Diagnostics diagnostics;
        const Type read = read_type(written(std::move(text), diagnostics), v.schema, diagnostics);
        problems = diagnostics.render();
        return read;
    };
    for (const Type known :
         {boolean(), one(v.item), set_of(v.item), Type{Type::Base::enumeration, v.harm},
          Type{Type::Base::enum_set, v.part}, Type{Type::Base::integer, -1}, Type{Type::Base::moment, -1},
          Type{Type::Base::duration, -1}, Type{Type::Base::symbol, -1}})
        CHECK(type(v.schema.type_name(known)) == known);
    CHECK(type("bool") == boolean());
    CHECK(type("set of tings") == Type{});
    CHECK(problems ==
          "pack.yaml:3:7: error E306: there is no type 'set of tings'\n"
          "  when: set of tings\n"
          "        ^\n"
          "  hint: a type is bool, count, moment, a kind such as item, a list of values, or 'set of' one of these\n");
    CHECK(type("") == Type{});
    CHECK(problems.substr(0, 54) == "pack.yaml:3:7: error E306: expected the name of a type");
}
