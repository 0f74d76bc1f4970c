#include <algorithm>
#include <string>

#include "engine/text/limits.h"
#include "tests/support/catch.h"
#include "tests/support/small_case.h"

using namespace ntk;
using namespace ntk::testing;

namespace {

struct Row {
    const char* text;
    const char* findings;
};

// Each finding on a line of its own: column within the expression, code, message and, after a bar, the hint.
std::string brief(const Diagnostics& diagnostics) {
    std::vector<Diagnostic> found = diagnostics.all();
    std::stable_sort(found.begin(), found.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place.column < b.place.column; });
    std::string lines;
    for (const Diagnostic& d : found)
        lines += std::to_string(d.place.column - 6) + " " + d.code + ": " + d.message +
                 (d.hint.empty() ? "" : " | " + d.hint) + "\n";
    return lines;
}

std::string findings(const std::string& text) {
    static const Definitions definitions = small_definitions();
    Diagnostics diagnostics;
    const Scope scope{&small().schema, &definitions, {}};
    const Expression expression = compile(written(text, diagnostics), scope, boolean(), diagnostics);
    CHECK(static_cast<bool>(expression) != diagnostics.has_errors());
    return brief(diagnostics);
}

}  // namespace

TEST_CASE("what is said about expressions that are written wrongly") {
    const Row rows[] = {
        {"", "1 E101: an empty expression | write 'true' for something that always holds\n"},
        {"case.harm == likely", "11 E102: expressions have no '=' | write 'is'\n"},
        {"case.harm != likely", "11 E102: expressions have no '!' | write 'is not'\n"},
        {"not case.closed && case.closed", "17 E102: expressions have no '&' | write 'and'\n"},
        {"case.harm is \"likely\"",
         "14 E102: expressions have no '\"' | names are written without quotation marks\n"
         "21 E102: expressions have no '\"' | names are written without quotation marks\n"},
        {"case.harm is ß", "14 E102: expressions have no 'ß'\n"},
        {"case.harm is: likely", "13 E102: expressions have no ':' | expressions never need a colon\n"},
        {"case.harm ? likely", "11 E102: expressions have no '?'\n"},
        {"case.harm is", "13 E103: expected a fact, a name or a value, found the end\n"},
        {"case.harm is and", "14 E103: expected a fact, a name or a value, found 'and'\n"},
        {"and", "1 E103: expected a fact, a name or a value, found 'and'\n"},
        {"any i in items (i.about has child)",
         "25 E103: expected ')', found 'has' | was 'have' or 'where' left out before the '('?\n"},
        {"any i items have (true)",
         "5 E105: expected 'and', 'or' or the end, found 'i' | write for example: any i in items have (...)\n"},
        {"any i in items have i.about has child", "21 E103: expected '(' after 'have', found 'i'\n"},
        {"any in items have (true)",
         "14 E105: expected 'and', 'or' or the end, found 'have' | 'have' belongs to 'any', 'all' and 'none', for "
         "example: any i in items have (...)\n"},
        {"exists(items", "7 E104: this '(' is never closed\n"},
        {"(case.closed or case.closed", "1 E104: this '(' is never closed\n"},
        {"[child, child", "1 E104: this '[' is never closed\n"},
        {"any i in items have (i.about has child", "21 E104: this '(' is never closed\n"},
        {"case.closed)", "12 E104: this ')' closes nothing\n"},
        {"case.closed]", "12 E104: this ']' closes nothing\n"},
        {"(case.closed]", "13 E103: expected ')', found ']'\n"},
        {"case.closed case.closed", "13 E105: expected 'and', 'or' or the end, found 'case'\n"},
        {"case.harm is likely is likely",
         "21 E105: expected 'and', 'or' or the end, found 'is' | compare two things at a time and join the comparisons "
         "with 'and'\n"},
        {"none < case.harm < likely",
         "18 E105: expected 'and', 'or' or the end, found '<' | compare two things at a time and join the comparisons "
         "with 'and'\n"},
        {"i in items have (true)",
         "12 E105: expected 'and', 'or' or the end, found 'have' | 'have' belongs to 'any', 'all' and 'none', for "
         "example: any i in items have (...)\n"},
        {"case.closed where (true)",
         "13 E105: expected 'and', 'or' or the end, found 'where' | 'where' follows a set, for example: i in items "
         "where (...)\n"},
        {"any i in items where (i.about has child) have (true)",
         "16 E103: expected 'have' after the set, found 'where' | say it with 'and' inside 'have (...)'\n"},
        {"case.limit < 3x",
         "14 E106: '3x' is neither a number nor a length of time | lengths of time look like 30m, 4h, 2d or 1wd "
         "(working day)\n"},
        {"case.limit < 010m", "14 E106: '010m' begins with a needless 0 | write the number without it\n"},
        {"child.age < 5000000", "13 E106: '5000000' is too large | the largest number is 1000000\n"},
        {"any where in items have (true)", "5 E109: 'where' is a word of the language and cannot be a name\n"},
        {"known(1)", "7 E103: expected a fact after 'known(', found '1'\n"},
        {"known(likely)",
         "7 E305: 'likely' is a value of harm, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"known(people)", "1 E211: known(...) asks about a fact, such as known(case.harm)\n"},
        {"known(wards)", "1 E211: known(...) asks about a fact, such as known(case.harm)\n"},
        {"case.", "6 E103: expected the name of a fact after '.', found the end\n"},
        {"case.harm is x is any i in items have (true)",
         "16 E105: expected 'and', 'or' or the end, found 'is' | compare two things at a time and join the comparisons "
         "with 'and'\n"},
        {"dangerous(any p in people have (true))",
         "15 E103: expected ')', found 'p' | write for example: any i in items have (...)\n"},
        {"people", "1 E201: expected yes or no, found set of person | ask whether it has members with exists(...)\n"},
        {"case.harm", "1 E201: expected yes or no, found harm | compare it with a value, using 'is'\n"},
        {"child.age", "1 E201: expected yes or no, found count\n"},
        {"case.closed and people",
         "17 E201: expected yes or no, found set of person | ask whether it has members with exists(...)\n"},
        {"case.closed and case.harm",
         "17 E201: expected yes or no, found harm | compare it with a value, using 'is'\n"},
        {"not child", "5 E201: expected yes or no, found person\n"},
        {"any i in items have (i)", "22 E201: expected yes or no, found item\n"},
        {"people.role",
         "8 E202: 'people' is a set, which has no facts of its own | ask about its members, for example: any x in "
         "people have (...)\n"},
        {"case.harm.role", "11 E202: 'case.harm' is harm, which has no facts\n"},
        {"items[1]", "1 E203: 'items' takes nothing in square brackets\n"},
        {"case.harm[child]", "11 E203: 'harm' takes nothing in square brackets\n"},
        {"any i in items have (i.use is helpful)",
         "24 E203: 'use' is kept for each party | write use[...] with the party in the brackets\n"},
        {"any i in items have (i.use[i] is helpful)", "28 E201: expected party in the brackets, found item\n"},
        {"any i in items have (case.harm is i.use[case])", "41 E201: expected party in the brackets, found case\n"},
        {"child is case", "1 E204: person cannot be compared with case\n"},
        {"case.harm is child.role", "1 E204: harm cannot be compared with role\n"},
        {"child.role < carer", "1 E206: nothing says which role is less than another | use 'is' or 'in'\n"},
        {"child < child.partner", "1 E206: nothing says which person is less than another | use 'is' or 'in'\n"},
        {"people < people",
         "1 E206: nothing says which set of person is less than another | compare how many they are with count(...)\n"},
        {"people is people",
         "1 E208: a set cannot be compared with 'is' | write 'has' for one member, or 'overlaps' for at least one in "
         "common\n"},
        {"any p in people have (p.danger_to is p)",
         "23 E208: a set cannot be compared with 'is' | write 'has' for one member, or 'overlaps' for at least one in "
         "common\n"},
        {"any a in acts have (a.parts is who)",
         "21 E208: a set cannot be compared with 'is' | write 'has' for one member, or 'overlaps' for at least one in "
         "common\n"},
        {"people is not agencies",
         "1 E208: a set cannot be compared with 'is' | write 'has' for one member, or 'overlaps' for at least one in "
         "common\n"},
        {"case.harm >= none", "1 E207: 'case.harm >= none' is always true\n"},
        {"case.harm < none", "1 E207: 'case.harm < none' is always false\n"},
        {"case.harm <= actual", "1 E207: 'case.harm <= actual' is always true\n"},
        {"case.harm > actual", "1 E207: 'case.harm > actual' is always false\n"},
        {"none <= case.harm", "1 E207: 'none <= case.harm' is always true\n"},
        {"case.harm is case.harm", "1 E207: 'case.harm is case.harm' is always true\n"},
        {"child.age < child.age", "1 E207: 'child.age < child.age' is always false\n"},
        {"likely is likely",
         "1 E305: 'likely' is a value of harm, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"2 is 3", "1 E207: '2 is 3' is always false\n"},
        {"1d < 24h", "1 E207: '1d < 24h' is always false\n"},
        {"true and case.closed", "1 E207: 'true' decides nothing next to 'and' | leave it out\n"},
        {"case.closed or not false", "16 E207: 'not false' decides nothing next to 'or' | leave it out\n"},
        {"count(people) >= 0", "1 E207: 'count(people) >= 0' is always true\n"},
        {"count(people) < 0", "1 E207: 'count(people) < 0' is always false\n"},
        {"0 <= count(people)", "1 E207: '0 <= count(people)' is always true\n"},
        {"case.harm in [none, possible, likely, actual]",
         "1 E207: 'case.harm in [none, possible, likely, actual]' is always true\n"},
        {"likely in [likely]",
         "1 E305: 'likely' is a value of harm, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"dangerous()", "1 E209: 'dangerous' takes 1 argument, found 0 | write dangerous(p)\n"},
        {"dangerous", "1 E209: 'dangerous' takes 1 argument, found 0 | write dangerous(p)\n"},
        {"dangerous(child, child)", "1 E209: 'dangerous' takes 1 argument, found 2 | write dangerous(p)\n"},
        {"hazard(child, child, child)", "15 E201: expected item for 'i' of 'hazard', found person\n"},
        {"at_risk(child)", "1 E209: 'at_risk' takes 0 arguments, found 1\n"},
        {"any p in child have (true)", "10 E210: expected a set, found person\n"},
        {"exists(child)", "8 E210: expected a set, found person\n"},
        {"count(i in items)", "1 E201: expected yes or no, found count\n"},
        {"exists(case.harm)", "8 E210: expected a set, found harm\n"},
        {"case.harm in likely", "1 E210: 'in' needs a set, found harm\n"},
        {"case.harm has likely",
         "15 E305: 'likely' is a value of harm, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"people has people",
         "1 E204: 'has' asks about one member, found set of person | write 'overlaps' for at least one in common\n"},
        {"people overlaps child",
         "1 E210: 'overlaps' needs two sets, found set of person and person | write 'has' to ask about one member\n"},
        {"child overlaps people",
         "1 E210: 'overlaps' needs two sets, found person and set of person | write 'has' to ask about one member\n"},
        {"people has case", "1 E204: set of person cannot hold case\n"},
        {"people overlaps items", "1 E204: set of person cannot be compared with set of item\n"},
        {"people union items", "1 E204: set of person and set of item cannot be joined\n"},
        {"exists(people union [case])", "22 E211: this list holds person, but 'case' is case\n"},
        {"exists([true])", "9 E211: a list cannot hold a yes or no\n"},
        {"exists([child, case])", "16 E211: this list holds person, but 'case' is case\n"},
        {"exists([who, likely])",
         "9 E305: 'who' is a value of part, but nothing here says of which fact | compare it with a fact, using 'is'\n"
         "14 E305: 'likely' is a value of harm, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"kase.harm is likely", "1 E301: unknown name 'kase' | did you mean 'case'?\n"},
        {"persons", "1 E301: unknown name 'persons'\n"},
        {"any p in people have (q.role is carer)", "23 E301: unknown name 'q'\n"},
        {"any p in people have (p.roel is carer)", "25 E302: person has no fact 'roel' | did you mean 'role'?\n"},
        {"any p in parties have (p.note)",
         "26 E302: 'note' is a fact of both person and agency | ask about one of them only\n"},
        {"case.hram is likely", "6 E302: case has no fact 'hram' | did you mean 'harm'?\n"},
        {"dangerus(child)", "1 E303: there is no definition 'dangerus' | did you mean 'dangerous'?\n"},
        {"any(items)", "1 E303: there is no definition 'any' | write for example: any i in items have (...)\n"},
        {"zzz(child)", "1 E303: there is no definition 'zzz'\n"},
        {"case.harm is possable", "14 E304: 'possable' is not a value of harm | did you mean 'possible'?\n"},
        {"case.harm is carer", "14 E304: 'carer' is not a value of harm | it is a value of role\n"},
        {"case.harm is zebra", "14 E304: 'zebra' is not a value of harm\n"},
        {"case.harm in [likly, carer]",
         "15 E304: 'likly' is not a value of harm | did you mean 'likely'?\n"
         "22 E304: 'carer' is not a value of harm | it is a value of role\n"},
        {"child.role is possible", "15 E304: 'possible' is not a value of role | it is a value of harm\n"},
        {"likely",
         "1 E305: 'likely' is a value of harm, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"case.closed and likely",
         "17 E305: 'likely' is a value of harm, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"child is likely", "10 E305: 'likely' is a value of harm, but this should be person\n"},
        {"exists(x in [who, what])",
         "14 E305: 'who' is a value of part, but nothing here says of which fact | compare it with a fact, using 'is'\n"
         "19 E305: 'what' is a value of part, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"any x in [who, what] have (true)",
         "11 E305: 'who' is a value of part, but nothing here says of which fact | compare it with a fact, using 'is'\n"
         "16 E305: 'what' is a value of part, but nothing here says of which fact | compare it with a fact, using "
         "'is'\n"},
        {"any who in items have (true)", "5 E307: 'who' is a value of part | choose another name\n"},
        {"any items in items have (true)", "5 E307: 'items' is a word of the vocabulary | choose another name\n"},
        {"any at_risk in people have (true)", "5 E307: 'at_risk' is a definition | choose another name\n"},
        {"any p in people have (any p in people have (true))",
         "27 E307: 'p' is in use here already | choose another name\n"},
        {"any count in people have (true)", "5 E307: 'count' is a word of the language | choose another name\n"},
        {"case.harm >= likely and case.hrm is likely and persons has child and 3 is 3",
         "30 E302: case has no fact 'hrm' | did you mean 'harm'?\n"
         "48 E301: unknown name 'persons'\n"
         "70 E207: '3 is 3' is always true\n"},
        {"any d in dues have (any i in d.items have (any r in d.to have (any p in people have (hazard(p, i, r)))))",
         "1 E123: sets are searched 5 deep, counting the definitions it calls; the limit is 4\n"},
        {"((((((((((((((((((((((((((((((((((case.closed))))))))))))))))))))))))))))))))))",
         "33 E108: nested more than 32 levels deep | give a part of it a name under 'define'\n"},
        {"not not not not not not not not not not not not not not not not not not not not not not not not not not not "
         "not not not not not not case.closed",
         "129 E108: nested more than 32 levels deep | give a part of it a name under 'define'\n"},
        {"decision is decision", "1 E207: 'decision is decision' is always true\n"},
        {"child is decision", "1 E204: person cannot be compared with duty\n"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(findings(row.text) == row.findings);
    }
}

TEST_CASE("a finding in a condition shows its line, a caret and a hint") {
    CHECK(problems("case.harm is possable") ==
          "pack.yaml:3:20: error E304: 'possable' is not a value of harm\n"
          "  when: case.harm is possable\n"
          "                     ^\n"
          "  hint: did you mean 'possible'?\n");
}

TEST_CASE("places in text that goes over several lines") {
    Diagnostics diagnostics;
    Tree block;
    block.kind = Tree::Kind::scalar;
    block.text = "case.closed and\ncase.hram is likely";
    block.place = {diagnostics.add_source("pack.yaml", "when: |\n  case.closed and\n  case.hram is likely\n"), 2, 3};
    compile(block, {&small().schema, nullptr, {}}, boolean(), diagnostics);
    CHECK(diagnostics.render() ==
          "pack.yaml:3:8: error E302: case has no fact 'hram'\n"
          "    case.hram is likely\n"
          "         ^\n"
          "  hint: did you mean 'harm'?\n");
}

TEST_CASE("an expression is text") {
    Diagnostics diagnostics;
    Tree list;
    list.kind = Tree::Kind::list;
    list.place = {diagnostics.add_source("pack.yaml", "when: [a]\n"), 1, 7};
    CHECK_FALSE(compile(list, {&small().schema, nullptr, {}}, boolean(), diagnostics));
    CHECK_FALSE(compile_binder(list, {&small().schema, nullptr, {}}, diagnostics));
    CHECK(brief(diagnostics) ==
          "1 E101: expected an expression, written as text\n1 E101: expected an expression, written as text\n");
}

TEST_CASE("the type that is wanted") {
    const SmallVocabulary& v = small();
    CHECK(problems("items", set_of(v.item)) == "");
    CHECK(problems("people", set_of(v.party)) == "");
    CHECK(problems("likely", Type{Type::Base::enumeration, v.harm}) == "");
    CHECK(problems("[who, why]", Type{Type::Base::enum_set, v.part}) == "");
    CHECK(problems("case.closed", {}) == "");
    CHECK(problems("items", set_of(v.person)) ==
          "pack.yaml:3:7: error E201: expected set of person, found set of item\n"
          "  when: items\n"
          "        ^\n");
}

TEST_CASE("a binder needs a name and entities") {
    const auto binder = [](std::string text) {
        Diagnostics diagnostics;
        compile_binder(written(std::move(text), diagnostics), {&small().schema, nullptr, {}}, diagnostics);
        return brief(diagnostics);
    };
    CHECK(binder("d in dues where (exists(d.items))") == "");
    CHECK(binder("dues") ==
          "1 E126: expected a name and the set it ranges over | for example: d in dues where (d.kind is lead)\n");
    CHECK(binder("d in dues and case.closed") == "11 E105: expected 'and', 'or' or the end, found 'and'\n");
    CHECK(binder("likely in dues") == "1 E307: 'likely' is a value of harm | choose another name\n");
    CHECK(binder("d in child") == "6 E210: expected a set, found person\n");
    CHECK(binder("d in case.limit.x where (case.zlosed)") ==
          "17 E202: 'case.limit' is length of time, which has no facts\n31 E302: case has no fact 'zlosed' | did you "
          "mean 'closed'?\n");
}

TEST_CASE("limits of size") {
    const std::string just_short = "case.closed" + std::string(limits::expression_bytes - 11, ' ');
    CHECK(findings(just_short) == "");
    CHECK(findings(just_short + " ") ==
          "1 E107: this expression has 2001 bytes; the limit is 2000 | give a part of it a name under 'define'\n");

    const auto bracketed = [](std::size_t levels) {
        return std::string(levels, '(') + "case.closed" + std::string(levels, ')');
    };
    CHECK(findings(bracketed(30)) == "");
    CHECK(findings(bracketed(900)).find(" E108: nested more than 32 levels deep") != std::string::npos);
    CHECK(findings(std::string(1900, '(')).find(" E108: ") != std::string::npos);
    CHECK(findings(std::string(1900, '[')).find(" E108: ") != std::string::npos);

    std::string chain = "people";
    for (int i = 0; i < 200; ++i) chain += " union dues";
    CHECK(findings("exists(" + chain.substr(0, 1900) + ")").find(" E108: ") != std::string::npos);

    std::string wide = "case.closed";
    while (wide.size() < 1900) wide += " or case.closed";
    CHECK(findings(wide) == "");

    const std::string three = "any a in parties have (any b in parties have (any c in parties have (";
    CHECK(findings(three + "a is b and b is c)))") == "");
    CHECK(
        findings(three +
                 "any d in parties have (a is b and b is c and c is d and d is not a and a is not c and b is not d and "
                 "not a.reachable and not b.reachable and not c.reachable and not d.reachable))))") == "");
    CHECK(findings(three + "any d in parties have (any e in parties have (a is e)))))") ==
          "1 E123: sets are searched 5 deep, counting the definitions it calls; the limit is 4\n");
    std::string costly = three + "any d in parties have (a is b";
    for (int i = 0; i < 20; ++i) costly += " or b is c";
    CHECK(findings(costly + "))))") ==
          "1 E124: this could take too many steps, counting the definitions it calls | search fewer sets inside one "
          "another\n");
}
