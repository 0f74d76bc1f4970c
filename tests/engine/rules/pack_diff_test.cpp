#include "engine/rules/pack_diff.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

namespace {

const std::vector<std::string> base = {"england-2024"};
const std::vector<std::string> local = {"england-2024", "plymouth"};

std::vector<RuleChange> about(const std::vector<RuleChange>& changes, const std::string& what) {
    std::vector<RuleChange> found;
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(found),
                 [&](const RuleChange& change) { return change.what == what; });
    return found;
}

}  // namespace

TEST_CASE("a stack does not differ from itself") {
    CHECK(compare_rules(*rule_book(base), *rule_book(base)).empty());
    CHECK(diff_text(*rule_book(base), *rule_book(base)).find("Nothing differs.") != std::string::npos);
}

TEST_CASE("an overlay adds norms, headings and duties, stands for norms and changes definitions") {
    const auto changes = compare_rules(*rule_book(base), *rule_book(local));
    for (const char* added : {"norm DA.1", "heading DA", "duty move", "definition condition_valid"}) {
        INFO(added);
        const auto found = about(changes, added);
        REQUIRE(found.size() == 1);
        CHECK(found[0].kind == RuleChange::Kind::added);
    }
    const auto stood_for = about(changes, "norm GR1.3");
    REQUIRE(stood_for.size() == 1);
    CHECK(stood_for[0].field == "counted as");
    CHECK(stood_for[0].after == "DA.1");
    const auto definition = about(changes, "definition hides");
    REQUIRE(!definition.empty());
    CHECK(std::any_of(definition.begin(), definition.end(),
                      [](const RuleChange& change) { return change.field == "condition"; }));
    const auto annotated = about(changes, "norm GR7.1");
    REQUIRE(annotated.size() == 1);
    CHECK(annotated[0].field == "headings");

    const auto back = compare_rules(*rule_book(local), *rule_book(base));
    CHECK(about(back, "norm DA.1").front().kind == RuleChange::Kind::removed);
}

TEST_CASE("a changed deadline, exception and wording show with what was and what is") {
    const std::string norm = "for_each: \"d in dues\"\nform: by\nuntil: duty\ndo: \"d.served\"\n";
    const auto book = [&](const std::string& clock, const std::string& body, const std::string& unless) {
        return small_book("deadlines: { soon: { 2024-01-01: [ { when: \"case.harm is actual\", clock: " + clock +
                          ", decisions: 1 }, { close: true } ] } }\n"
                          "duties:\n  - { id: tell, kind: lead, when: \"case.harm >= possible\", to: \"a in "
                          "agencies\", items: \"items\", deadline: "
                          "soon, cite: src#p, says: It is due. }\n"
                          "norms:\n" +
                          norm_entry("N.1", norm + body + unless));
    };
    const auto before = book("1wd", "", "");
    const auto after =
        book("4h", "title: Another title\n", "unless: [ { id: held, says: They hold it., when: \"d.overdue\" } ]\n");
    CHECK(diff_text(*before, *after) ==
          "Before: small 1.0.0; as of 2024-09-01\n"
          "After:  small 1.0.0; as of 2024-09-01\n"
          "\nChanged norm N.1: Another title\n"
          "  title, before:\n    A title\n"
          "  title, after:\n    Another title\n"
          "  exceptions, before:\n    (nothing)\n"
          "  exceptions, after:\n"
          "    They hold it. [held] Follows from the situation, so nothing is scored. When: the duty: its deadline and "
          "the chances to act "
          "have passed.\n"
          "  condition \"unless held\", before:\n    (nothing)\n"
          "  condition \"unless held\", after:\n    d.overdue\n"
          "\nChanged duty tell: It is due.\n"
          "  deadline, before:\n"
          "    when case.harm is actual: the later of 1 working day and 1 decision; otherwise: the close\n"
          "  deadline, after:\n"
          "    when case.harm is actual: the later of 4 hours and 1 decision; otherwise: the close\n");
}
