#include "engine/rules/pack_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

namespace {

const std::string base =
    small_pack(R"y(
deadlines:
  soon: { 2024-01-01: [{ close: true }], 2025-01-01: [{ decisions: 2 }] }
define:
  worry: { is: bool, as: { 2024-01-01: "case.harm >= possible", 2025-01-01: "case.harm >= likely" }, cite: src#p, says: There is a worry. }
duties:
  - { id: tell, kind: lead, when: worry, to: "a in agencies", items: items, deadline: soon, cite: src#p, says: Tell. }
norms:
)y" + norm_entry("ONE", "for_each: case\nform: by\ndo: worry\n") +
               norm_entry("TWO", "for_each: case\nform: by\ndo: \"exists(history)\"\nseverity: { base: J }\n"));

std::string overlay(const std::string& parts) {
    return "pack: { id: local, version: 2.1.0, vocabulary: core/1, extends: small, valid: { from: 2024-01-01 } }\n"
           "sources: { loc: { title: Local words, by: A partnership, kind: local, published: \"2024\", parts: { a: "
           "First } } }\n"
           "headings: [{ id: L, label: Point 1, title: Local, kind: point }]\n" +
           parts;
}

struct Stack {
    explicit Stack(const std::vector<std::string>& packs, const std::string& as_of = "2024-09-01") {
        std::vector<Tree> trees;
        for (const std::string& pack : packs) trees.push_back(read_yaml_text(pack, diagnostics));
        std::vector<const Tree*> pointers;
        for (const Tree& tree : trees) pointers.push_back(&tree);
        book = read_rule_book(pointers, as_of, diagnostics);
    }

    // "E402 message | hint" for each finding.
    std::string findings() const {
        std::string text;
        for (const Diagnostic& d : diagnostics.all())
            text += d.code + " " + d.message + (d.hint.empty() ? "" : " | " + d.hint) + "\n";
        return text;
    }
    std::string norms() const {
        std::string text;
        for (const Norm& norm : book->norms())
            text += norm.id + (norm.alias_of.empty() ? "" : "=" + norm.alias_of) + " ";
        return text;
    }

    Diagnostics diagnostics;
    std::shared_ptr<const RuleBook> book;
};

std::string one_op(const std::string& op) { return overlay("overlay:\n  - " + op + "\n"); }

std::string indented(const std::string& norm) {  // an entry of "norms:" as what stands under "norm:"
    std::string text;
    std::size_t from = 0;
    std::string lines = norm;
    lines.replace(lines.find("- "), 2, "  ");
    while (from < lines.size()) {
        const std::size_t end = lines.find('\n', from);
        text += "    " + lines.substr(from, end + 1 - from);
        from = end + 1;
    }
    return text;
}

std::string op_with_norm(const std::string& op, const std::string& norm) {
    return overlay("overlay:\n  - " + op + "\n    reason: why\n    cite: loc#a\n    norm:\n" + indented(norm));
}

}  // namespace

TEST_CASE("a stack of packs is known by its packs, its date and a digest of what they say") {
    const Stack one({base});
    REQUIRE(one.book);
    CHECK(one.findings().empty());
    REQUIRE(one.book->stack().size() == 1);
    CHECK(one.book->stack()[0].id == "small");
    CHECK(one.book->stack()[0].version == "1.0.0");
    CHECK(one.book->as_of() == "2024-09-01");
    CHECK(one.book->sha256().size() == 64);
    CHECK(Stack({base}).book->sha256() == one.book->sha256());
    CHECK(Stack({"# a remark\n" + base}).book->sha256() == one.book->sha256());
    CHECK(Stack({base + "tests: [{ name: nothing }]\n"}).book->sha256() == one.book->sha256());
    CHECK(Stack({base}, "2024-09-02").book->sha256() != one.book->sha256());
    std::string changed = base;
    changed.replace(changed.find("There is a worry"), 16, "There is a doubt");
    CHECK(Stack({changed}).book->sha256() != one.book->sha256());
    CHECK(Stack({base, overlay("")}).book->sha256() != one.book->sha256());
}

TEST_CASE("what a pack says by date is taken as it stood on the day") {
    const Stack early({base});
    const Stack late({base}, "2025-01-01");
    REQUIRE(early.book);
    REQUIRE(late.book);
    CHECK(early.book->duties()[0].deadline[0].at_close);
    CHECK_FALSE(late.book->duties()[0].deadline[0].at_close);
    CHECK(late.book->duties()[0].deadline[0].decisions == 2);
    const auto kept = [](const std::shared_ptr<const RuleBook>& book) {
        Trial trial(book, "case: { harm: possible }\nagencies: { desk: { kind: police } }\n");
        trial.at("Mon 10:00");
        return trial.states("ONE");
    };
    CHECK(kept(early.book) == "kept");
    CHECK(kept(late.book) == "pending");
}

TEST_CASE("an overlay adds, replaces, switches off and annotates norms of the base") {
    const Stack added({base, op_with_norm("op: add\n    target: THREE",
                                          norm_entry("THREE", "for_each: case\nform: by\ndo: worry\n"))});
    INFO(added.findings());
    REQUIRE(added.book);
    CHECK(added.norms() == "ONE TWO THREE ");
    CHECK(added.book->norm("THREE")->pack == "local");
    CHECK(added.book->norm("ONE")->pack == "small");

    const Stack replaced(
        {base, op_with_norm("op: replace\n    target: TWO",
                            norm_entry("TWO", "for_each: case\nform: by\ndo: worry\nseverity: { base: m }\n"))});
    REQUIRE(replaced.book);
    CHECK(replaced.norms() == "ONE TWO ");
    CHECK(replaced.book->norm("TWO")->weight == 1);
    CHECK(replaced.book->norm("TWO")->pack == "local");

    const Stack disabled({base, one_op("{ op: disable, target: TWO, reason: why, cite: loc#a }")});
    REQUIRE(disabled.book);
    CHECK(disabled.norms() == "ONE ");

    const Stack annotated({base, one_op("{ op: annotate, target: ONE, reports: [L, H], reason: why, cite: loc#a }")});
    REQUIRE(annotated.book);
    CHECK(annotated.book->norm("ONE")->reports == std::vector<std::string>{"H", "L"});
}

TEST_CASE("an alias is counted once, under the norm it stands for") {
    const Stack stack({base, op_with_norm("op: add\n    target: NEW\n    replaces_alias: TWO",
                                          norm_entry("NEW", "for_each: case\nform: by\ndo: worry\n"))});
    INFO(stack.findings());
    REQUIRE(stack.book);
    CHECK(stack.norms() == "ONE TWO=NEW NEW ");
    CHECK(stack.book->norm("TWO")->id == "NEW");
    Trial trial(stack.book, "case: { harm: possible }\n");
    trial.step("Mon 10:00", "");
    trial.close();
    CHECK(trial.states("NEW") == "kept");
    CHECK(trial.states("TWO").empty());

    const Stack named({base, op_with_norm("op: add\n    target: SAME", norm_entry("SAME", "alias_of: ONE\n"))});
    INFO(named.findings());
    REQUIRE(named.book);
    CHECK(named.book->norm("SAME")->id == "ONE");
}

TEST_CASE("an overlay may replace a definition when it says so") {
    const std::string define =
        "define:\n  worry: { is: bool, as: \"case.harm >= actual\", cite: loc#a, says: Graver., replaces: true, "
        "reason: local }\n";
    const Stack stack({base, overlay(define)});
    INFO(stack.findings());
    REQUIRE(stack.book);
    Trial trial(stack.book, "case: { harm: likely }\n");
    trial.at("Mon 10:00");
    CHECK(trial.states("ONE") == "pending");
    std::string silent = define;
    silent.replace(silent.find(", replaces: true"), 16, "");
    const Stack refused({base, overlay(silent)});
    CHECK_FALSE(refused.book);
    CHECK(refused.findings().find("'worry'") != std::string::npos);
}

TEST_CASE("a stack is refused with every fault at once, and says what to do") {
    const auto findings = [](const std::vector<std::string>& packs, const std::string& as_of = "2024-09-01") {
        const Stack stack(packs, as_of);
        CHECK_FALSE(stack.book);
        return stack.findings();
    };
    CHECK(findings({overlay("")}) ==
          "E402 'local' is an overlay and needs 'small' before it | list the base pack first: packs: [small, local]\n");
    CHECK(findings({base, base})
              .find("E402 'small' does not extend a pack that stands before it | name the base pack: extends: "
                    "england-2024\n") == 0);
    CHECK(findings({base}, "2023-12-31")
              .find("E404 'small' is not in force on 2023-12-31 | it is valid from 2024-01-01\n") != std::string::npos);
    CHECK(findings({base}, "2023-12-31")
              .find("E405 the deadline 'soon' has no value on 2023-12-31 | add an entry with an earlier date\n") !=
          std::string::npos);
    CHECK(findings({base, one_op("{ op: disable, target: TWOO, reason: why, cite: loc#a }")}) ==
          "E407 there is no norm 'TWOO' to change | did you mean 'TWO'?\n");
    CHECK(findings({base, one_op("{ op: replace, target: TWO, reason: why, cite: loc#a }")}) ==
          "E408 op: replace needs the norm itself | write it under norm:\n");
    CHECK(findings({base, one_op("{ op: annotate, target: TWO, reports: [X], reason: why, cite: loc#b }")})
              .find("E409 the citation 'loc#b' is not among the sources") == 0);
    CHECK(findings({base, one_op("{ op: annotate, target: TWO, reports: [X], reason: why, cite: loc#a }")}) ==
          "E410 the norm TWO reports under 'X', which is no heading | use the id of one of the headings\n");
    CHECK(findings({base, op_with_norm("op: add\n    target: ONE",
                                       norm_entry("ONE", "for_each: case\nform: by\ndo: worry\n"))})
              .find("E406 the norm ONE is already there | give it an id of its own; to change it, use an overlay with "
                    "op: replace\n") == 0);
    std::string two_faults = one_op("{ op: disable, target: A, reason: why, cite: loc#a }");
    two_faults += "  - { op: disable, target: B, reason: why, cite: nowhere }\n";
    const std::string both = findings({base, two_faults});
    CHECK(both.find("no norm 'A'") != std::string::npos);
    CHECK(both.find("no norm 'B'") != std::string::npos);
    CHECK(both.find("'nowhere'") != std::string::npos);
}

TEST_CASE("citations read as the document and its part") {
    const Stack stack({base});
    REQUIRE(stack.book);
    CHECK(stack.book->citation_text("src#p") == "A part (A source, Its authors, 2024)");
    CHECK(stack.book->citation_text("src") == "A source, Its authors, 2024");
    CHECK(stack.book->citation_text("src#q") == "A source, Its authors, 2024");
    CHECK(stack.book->citation_text("other") == "other");
    CHECK(stack.book->source("nothing") == nullptr);
    CHECK(stack.book->heading("H")->title == "In words");
    CHECK(stack.book->heading("X") == nullptr);
    CHECK(stack.book->norm("NONE") == nullptr);
}

TEST_CASE("the pass rule has the usual marks unless a pack sets them") {
    CHECK(Stack({base}).book->pass_rule().cut_percent == 70);
    CHECK(Stack({base}).book->pass_rule().strand_floor_percent == 60);
    const Stack own({base + "pass: { cut: 80, floor: 50 }\n"});
    CHECK(own.book->pass_rule().cut_percent == 80);
    CHECK(own.book->pass_rule().strand_floor_percent == 50);
}

TEST_CASE("the shipped packs read without a finding, and every norm of the base says whom it is for") {
    const auto book = rule_book({"england-2024", "plymouth"});
    CHECK(book->stack().size() == 2);
    for (const Norm& norm : book->norms()) {
        INFO(norm.id);
        CHECK_FALSE(norm.cites.empty());
        CHECK_FALSE(norm.reports.empty());
        CHECK_FALSE(norm.says.empty());
        for (const std::string& citation : norm.cites) CHECK(book->source(citation) != nullptr);
        for (const std::string& heading : norm.reports) CHECK(book->heading(heading) != nullptr);
        for (const std::string& defeated : norm.defeats) CHECK(book->norm(defeated) != nullptr);
    }
}

TEST_CASE("every heading of the shipped packs has a norm that can earn under it") {
    const auto book = rule_book({"england-2024", "plymouth"});
    for (const Heading& heading : book->headings()) {
        bool earns = false;
        for (const Norm& norm : book->norms())
            for (const Family& family : norm.families)
                earns |= family.credit_class == CreditClass::earn && norm.type == NormType::oblige &&
                         std::find(norm.reports.begin(), norm.reports.end(), heading.id) != norm.reports.end();
        INFO(heading.id);
        CHECK(earns);
    }
}
