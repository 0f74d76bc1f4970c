#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/host/source_file.h"
#include "engine/rules/pack_diff.h"
#include "engine/rules/pack_tests.h"
#include "engine/rules/rule_view.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

namespace {

Tree shipped(const std::string& name) {
    Diagnostics diagnostics;
    return read_tree_file(std::filesystem::path(NTK_ROOT) / "assets/rulepacks" / name, diagnostics);
}

std::string failures(const std::shared_ptr<const RuleBook>& rules, const std::string& tests) {
    Diagnostics diagnostics;
    const Tree file = shipped(tests);
    const PackTestResult result = run_pack_tests(file, rules, diagnostics);
    CHECK(diagnostics.render() == "");
    CHECK(result.tests > 0);
    std::string text;
    for (const std::string& failure : result.failures) text += failure + "\n";
    return text;
}

// Which norms, definitions and zones an overlay touches, one line each.
std::string touched(const std::vector<std::string>& before, const std::vector<std::string>& after,
                    const std::string& day) {
    std::string text;
    for (const RuleChange& change : compare_rules(*rule_book(before, day), *rule_book(after, day))) {
        const std::string line = (change.kind == RuleChange::Kind::added     ? "added "
                                  : change.kind == RuleChange::Kind::removed ? "gone "
                                                                             : "changed ") +
                                 change.what + (change.field.empty() ? "" : ": " + change.field) + "\n";
        text += line;
    }
    return text;
}

const std::string told =
    "case: { need: child_in_need, harm: possible }\n"
    "learner: { sector: voluntary, organisation: voluntary }\n"
    "people: { mia: { role: child } }\n"
    "agencies: { csc: { kind: childrens_social_care, onward_risk: [] } }\n"
    "items: { hunger: { about: [mia], use: { csc: essential } } }\n";

std::string basis_verdict(const std::vector<std::string>& stack, const std::string& day, const std::string& norm) {
    Trial trial(rule_book(stack, day), told);
    trial.step("Mon 10:00", "- share: { items: [hunger], to: [csc], basis: recognised_legitimate_interest }");
    return trial.states(norm);
}

}  // namespace

TEST_CASE("each overlay passes its own tests") {
    CHECK(failures(rule_book({"england-2024", "england-2026-duty"}, "2026-10-01"), "england-2026-duty.tests.yaml") ==
          "");
    CHECK(failures(rule_book({"england-2024", "gmc-doctor"}), "gmc-doctor.tests.yaml") == "");
    CHECK(failures(rule_book({"england-2024", "charity"}, "2026-03-02"), "charity.tests.yaml") == "");
}

TEST_CASE("overlays are off unless somebody switches them on, and say that they are not reviewed") {
    for (const char* name : {"england-2026-duty", "gmc-doctor", "charity"}) {
        const PackCard card = pack_card(shipped(std::string(name) + ".yaml"));
        INFO(name);
        CHECK_FALSE(card.default_on);
        CHECK(card.review_status.find("not ") == 0);
        CHECK(card.reviewed_by == "none");
    }
    CHECK(pack_card(shipped("england-2024.yaml")).default_on);
    CHECK(pack_card(shipped("england-2026-duty.yaml")).note.find("Not legally reviewed") == 0);
}

TEST_CASE("the duty to share begins on the day reported, and not before") {
    const std::string record = "- record: { parts: [decision, reason] }";
    const auto verdicts = [&](const std::string& day) {
        Trial trial(rule_book({"england-2024", "england-2026-duty"}, day),
                    "case: { need: child_in_need, harm: possible }\nlearner: { organisation: health }\npeople: { mia: "
                    "{ role: child } }\n"
                    "agencies: { csc: { kind: childrens_social_care, onward_risk: [] } }\nitems: { hunger: { use: { "
                    "csc: essential } } }\n");
        trial.step("Mon 10:00", record);
        trial.close();
        return trial.states("DU.1");
    };
    CHECK(verdicts("2026-09-29") == "");
    CHECK(verdicts("2026-09-30") == "breached");
}

TEST_CASE("recognised legitimate interest fits a charity from the day it is reported in force") {
    CHECK(basis_verdict({"england-2024"}, "2026-03-01", "GR3.8") == "breached");
    CHECK(basis_verdict({"england-2024", "charity"}, "2026-02-04", "GR3.8") == "breached");
    CHECK(basis_verdict({"england-2024", "charity"}, "2026-02-05", "GR3.8") == "kept");
    CHECK(basis_verdict({"england-2024", "england-2026-duty"}, "2026-02-05", "GR3.8") == "kept");
    CHECK(basis_verdict({"england-2024", "plymouth", "charity"}, "2026-02-05", "LO.1") == "kept");
}

TEST_CASE("an overlay changes what it says it changes, and nothing else") {
    CHECK(touched({"england-2024"}, {"england-2024", "charity"}, "2026-03-01") ==
          "added norm CH.1\n"
          "changed definition basis_fits: condition\n"
          "changed definition basis_fits: source\n"
          "added heading CH\n");
    CHECK(touched({"england-2024"}, {"england-2024", "gmc-doctor"}, "2024-09-01") ==
          "changed norm GR3.1: notes\n"
          "changed norm GR3.1: exceptions\n"
          "changed norm GR3.1: condition \"unless asked_first\"\n"
          "changed norm GR3.2: notes\n"
          "changed norm GR3.2: exceptions\n"
          "changed norm GR3.2: condition \"unless agreed\"\n"
          "added norm GD.1\n"
          "added norm GD.2\n"
          "added definition strong_reason\n"
          "added definition asked\n"
          "added definition asked_about\n"
          "added heading GM\n"
          "gone divided practice CZ2\n");
    CHECK(touched({"england-2024", "plymouth"}, {"england-2024", "plymouth", "england-2026-duty"}, "2026-10-01") ==
          "added norm DU.1\n"
          "changed definition basis_fits: condition\n"
          "changed definition basis_fits: source\n"
          "added definition duty_in_force\n"
          "added definition bound_body\n"
          "added definition listed_body\n"
          "added definition would_help\n"
          "added definition passed_on\n"
          "added divided practice CZ3\n"
          "added heading DU\n");
}

TEST_CASE("with every overlay on, the tests of the base packs still pass, but for the new basis itself") {
    CHECK(failures(rule_book({"england-2024", "england-2026-duty", "charity"}, "2026-10-01"),
                   "england-2024.tests.yaml") == "");
    const std::string local = failures(
        rule_book({"england-2024", "plymouth", "england-2026-duty", "charity"}, "2026-10-01"), "plymouth.tests.yaml");
    CHECK(local.find("test 'a basis of a later law is not yet one'") != std::string::npos);
    CHECK(std::count(local.begin(), local.end(), '\n') == 1);
}

TEST_CASE("an overlay that brings no exception, or names no norm, is refused") {
    const auto problems = [](const std::string& op) {
        return small_book_problems(
            "norms:\n" +
            norm_entry("N.1", "type: forbid\nfor_each: decision\nforbid: \"any a in acts have (a.gate)\"\n") +
            "overlay:\n  - " + op);
    };
    CHECK(problems("{ op: except, target: N.1, reason: x, cite: src#p }\n")
              .find("error E111: op: except needs the exceptions it brings") != std::string::npos);
    CHECK(problems("{ op: except, target: N.2, reason: x, cite: src#p, unless: [] }\n").find("error E407") !=
          std::string::npos);
    CHECK(problems("{ op: disable, target: CZ9, reason: x, cite: src#p }\n").find("error E407") != std::string::npos);
    CHECK(problems("{ op: except, target: N.1, reason: x, cite: src#p, unless: [ { id: e, says: Yes., when: "
                   "\"case.closed\" } ] }\n") == "");
}
