#include "engine/rules/rule_view.h"

#include "engine/rules/condition_words.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

namespace {

std::string words(const std::string& condition) {
    static const auto book = small_book(
        "define:\n  at_risk: { is: bool, as: \"case.harm >= possible\", cite: src#p, says: The child may be at risk. "
        "}\n"
        "  lead: { of: [a agency], is: bool, as: \"a.can_act\", cite: src#p, says: An agency able to act. }\n");
    Diagnostics diagnostics;
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = condition;
    tree.place.source = diagnostics.add_source("test", condition);
    const Expression compiled = compile(tree, {&vocabulary().schema, &book->definitions(), {}}, {}, diagnostics);
    CHECK(diagnostics.render() == "");
    return condition_words(compiled, {}, book->definitions());
}

}  // namespace

TEST_CASE("a condition reads as words") {
    CHECK(words("at_risk") == "the child may be at risk");
    CHECK(words("case.harm >= likely and not at_risk") ==
          "the level of harm is at least \"likely\", and not (the child may be at risk)");
    CHECK(words("any d in dues have (d.kind is lead and not d.served)") ==
          "there is a duty in what is due where (the duty's kind is \"lead\", and not (the duty: something due has "
          "reached a fitting "
          "recipient))");
    CHECK(words("none a in agencies have (lead(a))") ==
          "there is no agency in the agencies where (the agency: an agency able to act)");
    CHECK(words("any a in acts have (a.kind in [share, hand_over] and any b in history have (b.at < a.at))") ==
          "there is an act in what is done now where (the act's kind is one of: \"share\", \"hand over\", and there is "
          "an act b in what "
          "has been done so far where (the act b's time is below the act's time))");
    CHECK(
        words("exists(p in people where (p.role is carer or p is child))") ==
        "there is something in those of the people where (the person's role is \"carer\", or the person is the child)");
    CHECK(condition_words({}, {}, rule_book({"england-2024"})->definitions()).empty());
}

TEST_CASE("every condition of the shipped packs can be put in words") {
    const auto rules = rule_book({"england-2024", "plymouth"});
    for (const Norm& norm : rules->norms()) {
        INFO(norm.id);
        for (const PartView& part : norm_view(*rules, norm).parts) {
            std::string all = part.arises + "\n" + part.binds + "\n" + part.judged;
            for (const auto* lines : {&part.asks, &part.unless, &part.repair})
                for (const std::string& line : *lines) all += "\n" + line;
            CHECK(all.find(" have (") == std::string::npos);
            CHECK(all.find("exists(") == std::string::npos);
            CHECK(all.find(": .") == std::string::npos);
        }
    }
}

TEST_CASE("a norm stands beside its source in words") {
    const auto book = small_book(
        "define:\n  at_risk: { is: bool, as: \"case.harm >= possible\", cite: src#p, says: The child may be at risk. "
        "}\n"
        "norms:\n" +
        norm_entry("N.1",
                   "type: forbid\nseverity: { base: C }\nfor_each: decision\nwhen: at_risk\n"
                   "forbid: \"any a in acts have (a.gate)\"\n"
                   "unless: [ { id: told, says: They knew., when: \"child.reachable\", kind: conduct } ]\n"
                   "repair: [ { within: close, credit: 1/2, says: you mended it. } ]\n"
                   "better: Do it.\n"));
    CHECK(norm_text(norm_view(*book, book->norms().front())) ==
          "N.1  A title\n\n"
          "Says: What it asks.\n"
          "Source: A part (A source, Its authors, 2024)\n"
          "Grade: explicit (stated in the source)\n"
          "Sign-off: nobody has signed this norm off yet\n"
          "Pack: small\n"
          "Counts under: Heading, In words\n"
          "Kind: must not\n"
          "Strand: protect\n"
          "Severity: major (weight 4), at times critical\n"
          "Notes:\n"
          "  - Critical when the level of harm is at least \"likely\": an assessor looks at it, whatever the score.\n"
          "\nHow it works\n"
          "Arises: For each decision.\n"
          "Binds when: the child may be at risk.\n"
          "Judged: At every decision while it binds.\n"
          "Asks or forbids:\n"
          "  - Not to be done: there is an act in what is done now where (the act: a no would stop the share).\n"
          "Exceptions:\n"
          "  - They knew. [told] Earned by what was done, so it counts as kept. When: the child: can be reached at "
          "present.\n"
          "Repair:\n"
          "  - You mended it (before the close): credit 1/2.\n"
          "Credit: Can only take away: kept it adds nothing.\n"
          "As written in the pack:\n"
          "  binds when: at_risk\n"
          "  forbid: any a in acts have (a.gate)\n"
          "  unless told: child.reachable\n"
          "\nTerms\n"
          "  at_risk: The child may be at risk. As written: case.harm >= possible\n"
          "\nWhat the learner reads\n"
          "  kept: It was kept.\n"
          "  breached: It was breached.\n"
          "  better: Do it.\n");
    CHECK(list_text(*book) ==
          "small 1.0.0; as of 2024-09-01\n\n"
          "N.1     A title\n"
          "        must not; explicit; protect; major (weight 4), at times critical; under H\n"
          "\n1 norms\n");
}
