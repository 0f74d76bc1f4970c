#include <string>

#include "engine/rules/norm.h"
#include "tests/support/catch.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

namespace {

const std::string plain = "for_each: case\nform: by\ndo: \"exists(history)\"\n";

std::shared_ptr<const RuleBook> book_of(const std::string& body) {
    return small_book("norms:\n" + norm_entry("N", body));
}

// Keeps the book so that the norm stays.
struct Read {
    explicit Read(const std::string& body)
        : book(book_of(body)), norm(*book->norm("N")), family(norm.families.front()) {}
    std::shared_ptr<const RuleBook> book;
    const Norm& norm;
    const Family& family;
};

// "E416 message | hint" of the first finding, or nothing.
std::string problem(const std::string& body, const std::string& before = {}) {
    const std::string all = small_book_problems(before + "norms:\n" + norm_entry("N", body));
    const std::size_t at = all.find("error ");
    if (at == std::string::npos) return {};
    std::string text = all.substr(at + 6, all.find('\n', at) - at - 6);
    const std::size_t hint = all.find("hint: ");
    if (hint != std::string::npos) text += " | " + all.substr(hint + 6, all.find('\n', hint) - hint - 6);
    return text;
}

bool says(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a norm reads with its words, weight and place in the reports") {
    const Read read(plain +
                    "title: Do it\nsays: Do it now.\nbetter: Do it sooner.\naloud: \"I will do it.\"\nstrand: "
                    "privacy\nsignoff: panel\n"
                    "group: cause\nbalance: stray\nseverity: { base: J }\ngrade: inferred\nexplain: { kept: Done., "
                    "breached: Not done., missed: Never. }\n");
    CHECK(read.norm.title == "Do it");
    CHECK(read.norm.says == "Do it now.");
    CHECK(read.norm.better == "Do it sooner.");
    CHECK(read.norm.aloud == "I will do it.");
    CHECK(read.norm.strand == Strand::privacy);
    CHECK(read.norm.group == "cause");
    CHECK(read.norm.balance == "stray");
    CHECK(read.norm.grade == "inferred");
    CHECK(read.norm.signoff == "panel");
    CHECK(read.norm.weight == 4);
    CHECK(read.norm.pack == "small");
    CHECK(read.norm.cites == std::vector<std::string>{"src#p"});
    CHECK(read.norm.explain.at("missed") == "Never.");
    CHECK_FALSE(read.norm.always_critical);
    CHECK_FALSE(static_cast<bool>(read.norm.critical_if));
}

TEST_CASE("severity is a weight, and for the gravest a condition") {
    const auto weight = [](const char* base) { return Read(plain + "severity: { base: " + base + " }\n").norm.weight; };
    CHECK(weight("m") == 1);
    CHECK(weight("M") == 2);
    CHECK(weight("J") == 4);
    CHECK(weight("C") == 4);
    CHECK(weight("\"C!\"") == 4);
    CHECK(Read(plain + "severity: { base: C }\n").norm.critical_if.source() == "case.harm >= likely");
    CHECK(Read(plain + "severity: { base: \"C!\" }\n").norm.always_critical);
    CHECK(Read(plain + "severity: { base: J, critical_if: \"case.harm is actual\" }\n").norm.critical_if.source() ==
          "case.harm is actual");
    CHECK(says(problem(plain + "severity: { base: X }\n"), "E117"));
}

TEST_CASE("what an instance is bound to and until when") {
    CHECK(Read(plain).family.per == Per::case_);
    CHECK(Read(plain + "until: close\n").family.until == Family::Until::close);
    const Read decision("for_each: decision\nform: at\ndo: \"exists(acts)\"\nuntil: next_decision\n");
    CHECK(decision.family.per == Per::decision);
    CHECK(decision.family.until == Family::Until::decisions);
    CHECK(decision.family.until_decisions == 1);
    const Read entity("for_each: \"q in requests\"\nform: by\nuntil: request\ndo: \"q.answered\"\n");
    CHECK(entity.family.per == Per::entity);
    CHECK(entity.family.bound.name == "q");
    CHECK(entity.family.until == Family::Until::request);
    CHECK(Read("for_each: \"d in dues\"\nform: by\nuntil: duty\ndo: \"d.served\"\n").family.until ==
          Family::Until::duty);
    CHECK(Read("for_each: \"d in dues\"\nform: by\nuntil: decision\ndo: \"d.served\"\n").family.until_decisions == 0);
}

TEST_CASE("names given with let and each stand in the scope of all that follows") {
    const Read read(
        "for_each: \"d in dues\"\nlet: { late: { as: \"i in d.items where (not d.sent[i] overlaps d.to)\", says: what "
        "is late } }\nform: by\n"
        "each: \"r in d.to\"\nfold: best\ndo: \"not exists(late) or r.can_act\"\n");
    REQUIRE(read.family.variables.size() == 3);
    CHECK(read.family.variables[0].name == "d");
    CHECK(read.family.variables[1].name == "late");
    CHECK(read.family.variables[2].name == "r");
    CHECK(read.family.fold == Family::Fold::best);
}

TEST_CASE("a set with a name says what is in it") {
    const std::string norm = "for_each: case\nform: by\ndo: \"case.closed\"\n";
    CHECK(problem(norm + "let: { gone: { as: items, says: all of it } }\n").empty());
    CHECK(says(problem(norm + "let: { gone: { as: items } }\n"), "E111"));
    CHECK(says(problem(norm + "let: { gone: items }\n"), "E110"));
    CHECK(says(problem(norm + "let: { gone: { says: all of it } }\n"), "E111"));
}

TEST_CASE("a norm may have two families with one set of words") {
    const Read read(
        "families:\n  - { name: due, for_each: \"d in dues\", form: by, do: \"d.served\" }\n"
        "  - { name: undue, for_each: decision, when: \"exists(acts)\", form: at, do: \"decision.moved\" }\n");
    REQUIRE(read.norm.families.size() == 2);
    CHECK(read.norm.families[0].name == "due");
    CHECK(read.norm.families[0].credit_class == CreditClass::earn);
    CHECK(read.norm.families[1].credit_class == CreditClass::deduct);
}

TEST_CASE("exceptions and repairs keep their order, windows and worth") {
    const Read read(plain +
                    "unless:\n  - { id: a, says: A., when: \"case.harm is none\" }\n"
                    "  - { id: b, says: B., when: \"case.closed\", kind: conduct, until_deadline: true, defer: OTHER, "
                    "granted_by: P, cite: src#p }\n"
                    "repair:\n  - { when: \"case.closed\", within: deadline, credit: 3/4, says: a. }\n"
                    "  - { of_measure: true, within: next_decision, credit: 1/2, says: b. }\n"
                    "  - { when: \"case.closed\", credit: 1/4, says: c. }\n");
    REQUIRE(read.family.unless.size() == 2);
    CHECK_FALSE(read.family.unless[0].by_conduct);
    CHECK_FALSE(read.family.unless[0].late);
    CHECK(read.family.unless[1].by_conduct);
    CHECK(read.family.unless[1].late);
    CHECK(read.family.unless[1].defers_to == "OTHER");
    REQUIRE(read.family.repair.size() == 3);
    CHECK(read.family.repair[0].within == RepairStep::Within::deadline);
    CHECK(read.family.repair[0].credit == Credit::of(3, 4));
    CHECK(read.family.repair[1].of_measure);
    CHECK(read.family.repair[1].within == RepairStep::Within::next_decision);
    CHECK(read.family.repair[2].within == RepairStep::Within::close);
}

TEST_CASE("whether a norm earns follows from what its trigger reads, in every part of it") {
    const auto derived = [](const std::string& body) { return Read(body).family.credit_class; };
    const std::string rest = "form: by\ndo: \"exists(history)\"\n";  // what is asked may read anything
    CHECK(derived("for_each: case\n" + rest) == CreditClass::earn);
    CHECK(derived("for_each: case\nwhen: \"case.harm is likely\"\n" + rest) == CreditClass::earn);
    CHECK(derived("for_each: \"d in dues\"\n" + rest) == CreditClass::earn);
    CHECK(derived("for_each: \"d in dues where (d.served)\"\n" + rest) == CreditClass::deduct);
    CHECK(derived("for_each: \"q in requests where (not q.answered)\"\n" + rest) == CreditClass::deduct);
    CHECK(derived("for_each: case\nwhen: \"case.closed\"\n" + rest) == CreditClass::deduct);
    CHECK(derived("for_each: case\neach: \"i in items where (exists(i.sent_to))\"\n" + rest) == CreditClass::deduct);
    CHECK(derived("for_each: case\neach: \"i in items\"\n" + rest) == CreditClass::earn);
    CHECK(derived("type: forbid\nfor_each: case\nforbid: \"case.harm is none\"\n") == CreditClass::deduct);
    CHECK(problem("for_each: case\nclass: earn\n" + rest).empty());
    CHECK(problem("for_each: case\nclass: deduct\n" + rest) ==
          "E417: the norm N is stated as 'deduct', but what it reads makes it 'earn' | its trigger reads only the "
          "situation");
    CHECK(problem("for_each: case\nwhen: \"case.closed\"\nclass: earn\n" + rest) ==
          "E417: the norm N is stated as 'earn', but what it reads makes it 'deduct' | its trigger reads what the "
          "learner did");
}

TEST_CASE("a trigger that asks whether anything was done at all only takes away") {
    CHECK(Read("for_each: case\nwhen: \"exists(history)\"\nform: by\ndo: \"case.closed\"\n").family.credit_class ==
          CreditClass::deduct);
    CHECK(Read("for_each: case\nwhen: \"exists(acts)\"\nform: by\ndo: \"case.closed\"\n").family.credit_class ==
          CreditClass::deduct);
}

TEST_CASE("a trigger that reads conduct through a definition only takes away") {
    const std::string define =
        "define:\n  gone: { of: [a item], is: bool, as: \"exists(a.sent_to)\", cite: src#p, says: It went. }\n";
    const auto book =
        small_book(define + "norms:\n" +
                   norm_entry("N", "for_each: \"i in items where (gone(i))\"\nform: by\ndo: \"exists(history)\"\n"));
    CHECK(book->norm("N")->families.front().credit_class == CreditClass::deduct);
}

TEST_CASE("a norm that cannot be judged is refused in words") {
    CHECK(problem("for_each: case\nform: by\n") ==
          "E416: the norm N asks for nothing | say what is asked:  do: \"...\"  or  measure:");
    CHECK(problem("for_each: case\ntype: forbid\n") ==
          "E416: the norm N forbids nothing | say what is forbidden:  forbid: \"...\"");
    CHECK(problem("for_each: case\nform: keep\n") ==
          "E416: the norm N forbids nothing | say what is forbidden:  forbid: \"...\"");
    CHECK(says(problem(plain + "forbid: \"case.closed\"\n"), "E416: the norm N must not have forbid:"));
    CHECK(problem("form: by\ndo: \"exists(history)\"\n").find("E111") == 0);
    CHECK(problem(plain + "cite: []\n") == "E413: the norm N cites nothing | name its source: cite: [dfe24#r3]");
    CHECK(problem(plain + "reports: []\n") ==
          "E414: the norm N is reported under no heading | for example  reports: [R3]");
    CHECK(problem(plain + "explain: { kept: Yes. }\n") ==
          "E415: the norm N must explain itself when kept and when breached | explain: { kept: ..., breached: ... }");
    CHECK(says(problem(plain + "type: obliged\n"), "E117"));
    CHECK(says(problem(plain + "until: dutie\n"), "did you mean 'duty'?"));
    CHECK(says(problem(plain + "extra: 1\n"), "E115"));
}

TEST_CASE("a measure is one of four, made of sets, checks or steps") {
    const std::string ask = "for_each: case\nform: by\n";
    CHECK(problem(ask + "measure: { fraction: { got: items, of: items } }\n").empty());
    CHECK(says(problem(ask + "measure: { fractions: { got: items, of: items } }\n"),
               "E418: 'fractions' is not a measure | did you mean 'fraction'?"));
    CHECK(says(problem(ask + "measure: { fraction: { got: \"case.closed\", of: items } }\n"),
               "E418: a fraction needs sets"));
    CHECK(says(problem(ask + "measure: [items]\n"), "E418"));
    CHECK(says(problem(ask + "measure: { fraction: { got: items } }\n"), "E111"));
    CHECK(problem(ask + "measure: { checks: [{ when: \"case.closed\", says: closing }] }\n").empty());
    CHECK(says(problem(ask + "measure: { checks: [{ when: \"case.closed\" }] }\n"), "E111"));
    CHECK(says(problem(ask + "measure: { steps: [{ when: \"case.closed\", credit: 2/5 }] }\n"),
               "E419: '2/5' is not a credit | use 1, 3/4, 2/3, 1/2, 1/3, 1/4 or 0"));
    CHECK(says(problem(plain + "repair: [{ when: \"case.closed\", credit: 1, says: x. }]\n"),
               "E420: mending a breach cannot be worth as much as keeping the norm | give it a credit below 1"));
}

TEST_CASE("a duty names its recipients, items and a deadline that covers every case") {
    const auto duty = [](const std::string& deadline, const std::string& deadlines) {
        return problem(plain, "deadlines:\n" + deadlines +
                                  "duties:\n  - { id: a, kind: lead, to: \"a in agencies\", items: items, deadline: " +
                                  deadline + ", cite: src#p, says: A. }\n");
    };
    const std::string good =
        "  soon: { 2024-01-01: [{ when: \"case.harm is likely\", clock: 1wd, decisions: 2 }, { close: true }] }\n";
    CHECK(duty("soon", good).empty());
    CHECK(duty("request", good).empty());
    CHECK(says(duty("sooner", good), "E411: there is no deadline called 'sooner' | did you mean 'soon'?"));
    CHECK(says(duty("soon", "  soon: { 2024-01-01: [{ when: \"case.harm is likely\", clock: 1wd }] }\n"), "E412"));
    CHECK(says(duty("soon", "  soon: { 2024-01-01: [{ clock: fast }] }\n"), "E119: 'fast' is not a length of time"));
    CHECK(says(duty("soon", "  soon: { 2024-01-01: [{ clock: 1d, decisions: 101 }] }\n"), "E114"));
}

TEST_CASE("duties of one kind rank by the order in which they are written") {
    const auto book = small_book(
        "deadlines: { end: { 2024-01-01: [{ close: true }] } }\nduties:\n"
        "  - { id: a, kind: lead, to: \"a in agencies\", items: items, deadline: end, cite: src#p, says: A. }\n"
        "  - { id: b, kind: move, to: \"a in agencies\", items: items, deadline: end, cite: src#p, says: B. }\n"
        "  - { id: c, kind: lead, to: \"a in agencies\", items: items, deadline: end, cite: src#p, says: C. }\n");
    REQUIRE(book->duties().size() == 3);
    CHECK(book->duties()[0].rank == 0);
    CHECK(book->duties()[1].rank == 0);
    CHECK(book->duties()[2].rank == 1);
}
