#include "engine/rules/score.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"
#include "tests/support/rule_trial.h"

using namespace ntk;

namespace {

const char* const facts = R"y(
case: { need: child_in_need, harm: likely }
people:
  mia: { role: child }
  kay: { role: carer, carer_of: [mia] }
agencies:
  desk: { kind: childrens_social_care }
  school: { kind: school }
items:
  bruise: { about: [mia], use: { desk: essential } }
  hunger: { about: [mia], use: { desk: essential } }
  mood: { about: [kay], use: { school: contested } }
  diary: { about: [kay] }
)y";

const std::string nothing = "- wait: { reason: uncertain }";

// Three headings and one duty for each item; `parts` adds norms.
std::shared_ptr<const RuleBook> book(const std::string& norms, const std::string& more = {}) {
    return small_book(R"y(
deadlines: { soon: { 2024-01-01: [{ close: true }] } }
duties:
  - { id: worry, kind: lead, when: "case.harm >= possible", to: "a in agencies where (a.kind is childrens_social_care)", items: "i in items where (i.use[a] is essential)", deadline: soon, cite: src#p, says: A worry. }
norms:
)y" + norms + more);
}

std::string earning(const std::string& id, const std::string& act, const std::string& more = {}) {
    return norm_entry(
        id, "for_each: case\nform: by\nuntil: close\ndo: \"any a in history have (a.kind is " + act + ")\"\n" + more);
}

std::string forbidding(const std::string& id, const std::string& act, const std::string& more = {}) {
    return norm_entry(
        id, "type: forbid\nfor_each: decision\nforbid: \"any a in acts have (a.kind is " + act + ")\"\n" + more);
}

ScoreCard card(const std::shared_ptr<const RuleBook>& rules, const std::vector<std::string>& acts) {
    Trial trial(rules, facts);
    bool first = true;
    for (const std::string& one : acts) {
        trial.at(first ? "Mon 10:00" : "+1h", "offers: [share]");
        trial.does(one);
        first = false;
    }
    trial.close();
    return score(trial.judge);
}

std::string tally(const Tally& t) {
    return std::to_string(t.earned / Credit::whole) + "-" + std::to_string(t.lost / Credit::whole) + " of " +
           std::to_string(t.offered / Credit::whole);
}

const ScopeScore& scope(const std::vector<ScopeScore>& scopes, const std::string& id) {
    for (const ScopeScore& one : scopes)
        if (one.id == id) return one;
    FAIL("no scope " << id);
    return scopes.front();
}

Tally of(std::int64_t earned, std::int64_t lost, std::int64_t offered) {
    Tally tally;
    tally.earned = earned;
    tally.lost = lost;
    tally.offered = offered;
    return tally;
}

}  // namespace

TEST_CASE("a credit is an exact share in lowest terms") {
    CHECK(Credit::of(1, 3).text() == "1/3");
    CHECK(Credit::of(2, 3).text() == "2/3");
    CHECK(Credit::of(3, 8).text() == "3/8");
    CHECK(Credit::of(4, 8).text() == "1/2");
    CHECK(Credit::of(5, 11).text() == "5/11");
    CHECK(Credit::of(0, 7).text() == "0");
    CHECK(Credit::of(7, 7).text() == "1");
    CHECK(Credit::of(0, 0).text() == "1");  // nothing was asked
    CHECK(Credit{}.text() == "0");
    CHECK(Credit::full().text() == "1");
    for (std::int64_t whole = 1; whole <= 12; ++whole)
        for (std::int64_t part = 0; part <= whole; ++part)
            CHECK(Credit::of(part, whole).units * whole == part * Credit::whole);  // exact up to twelfths
    CHECK(Credit::of(1, 13) < Credit::of(1, 12));
    CHECK(Credit::of(12, 13) < Credit::full());  // rounded down, so never full
    CHECK(Credit::of(1, 3).units + Credit::of(2, 3).units == Credit::whole);
}

TEST_CASE("a percentage is rounded half up once, and never below nothing") {
    CHECK(of(1, 0, 2).percent() == 50);
    CHECK(of(1, 0, 3).percent() == 33);
    CHECK(of(2, 0, 3).percent() == 67);
    CHECK(of(1, 0, 200).percent() == 1);       // 0.5
    CHECK(of(99, 0, 20'000).percent() == 0);   // 0.495
    CHECK(of(199, 0, 200).percent() == 100);   // 99.5
    CHECK(of(1989, 0, 2000).percent() == 99);  // 99.45
    CHECK(of(3, 1, 4).percent() == 50);
    CHECK(of(1, 4, 4).percent() == 0);
    CHECK(of(0, 0, 0).percent() == -1);
    CHECK(of(0, 5, 0).percent() == -1);
    CHECK(of(4, 0, 4).percent() == 100);
}

TEST_CASE("what the situation asks earns, what acts bring up only takes away") {
    const auto rules = book(earning("E", "record") + forbidding("F", "assume") + norm_entry("A", R"y(
for_each: decision
when: "any a in acts have (a.moves)"
form: at
do: "any a in acts have (a.kind is inform)"
)y") + norm_entry("C", "for_each: \"d in dues where (d.served)\"\nform: by\nuntil: close\ndo: \"d.served\"\n"));
    const auto of_norm = [&](const char* id) { return rules->norm(id)->families.front().credit_class; };
    CHECK(of_norm("E") == CreditClass::earn);
    CHECK(of_norm("F") == CreditClass::deduct);
    CHECK(of_norm("A") == CreditClass::deduct);
    CHECK(of_norm("C") == CreditClass::deduct);
    CHECK(tally(card(rules, {"- record: { parts: [reason] }"}).overall) == "2-0 of 2");
    CHECK(tally(card(rules, {nothing}).overall) == "0-0 of 2");
    CHECK(tally(card(rules, {"- record: { parts: [reason] }\n- assume: { that: someone_will }"}).overall) ==
          "2-2 of 2");
    CHECK(tally(card(rules, {"- record: { parts: [reason] }\n- share: { items: [bruise], to: [desk] }"}).overall) ==
          "2-2 of 2");
}

TEST_CASE("a trigger that reads what was done through a name of its own only takes away") {
    const auto rules = book(norm_entry("N", R"y(
for_each: case
let:
  gone: { as: "i in items where (exists(i.sent_to))", says: what went }
when: "exists(gone)"
form: by
until: close
do: "any a in history have (a.kind is record)"
)y") + norm_entry("M", R"y(
for_each: case
let:
  gone: { as: "i in items where (exists(i.sent_to))", says: what went }
  all_of: { as: items, says: all of it }
when: "exists(all_of)"
form: by
until: close
do: "exists(gone)"
)y"));
    CHECK(rules->norm("N")->families.front().credit_class == CreditClass::deduct);
    CHECK(rules->norm("M")->families.front().credit_class == CreditClass::earn);
}

TEST_CASE("weights are one, two and four, and a heavier norm counts for more") {
    const auto rules = book(earning("SMALL", "record", "severity: { base: m }\n") +
                            earning("MID", "engage", "severity: { base: M }\n") +
                            earning("LARGE", "check", "severity: { base: J }\n"));
    const std::string engage = "- engage: { who: [kay], parts: [views] }";
    CHECK(card(rules, {"- record: { parts: [reason] }"}).overall.percent() == 14);
    CHECK(card(rules, {engage}).overall.percent() == 29);
    CHECK(card(rules, {"- check: { with: [desk] }"}).overall.percent() == 57);
    CHECK(card(rules, {engage + "\n- check: { with: [desk] }"}).overall.percent() == 86);
}

TEST_CASE("faults of one cause count once for each duty, by the heaviest") {
    const auto rules = book(earning("E", "record", "severity: { base: J }\n") +
                            forbidding("LIGHT", "assume", "group: cause\nseverity: { base: m }\n") +
                            forbidding("HEAVY", "assume", "group: cause\nseverity: { base: J }\n") +
                            forbidding("OTHER", "assume", "severity: { base: M }\n"));
    const std::string both = "- assume: { that: someone_will }\n- record: { parts: [reason] }";
    const ScoreCard once = card(rules, {both});
    CHECK(tally(once.overall) == "4-6 of 4");  // the heaviest of the cause, and the other fault
    std::string counted;
    for (const Verdict& verdict : once.verdicts) counted += verdict.norm + (verdict.counted ? "+ " : "- ");
    CHECK(counted == "E+ LIGHT- HEAVY+ OTHER+ ");
    CHECK(tally(card(rules, {both, both}).overall) == "4-12 of 4");  // each decision is a cause of its own
}

TEST_CASE("a kept norm of a group never hides a breach of it") {
    const auto rules =
        book(earning("E", "record") + forbidding("KEPT", "close", "group: cause\nseverity: { base: J }\n") +
             forbidding("BROKEN", "assume", "group: cause\nseverity: { base: m }\n"));
    CHECK(tally(card(rules, {"- assume: { that: someone_will }\n- record: { parts: [reason] }"}).overall) ==
          "2-1 of 2");
}

TEST_CASE("a duty that earns is no part of a cause: it is lost beside the heaviest fault") {
    const auto rules = book(
        norm_entry(
            "D",
            "for_each: \"d in dues\"\nform: by\nuntil: duty\ndo: \"d.served\"\ngroup: cause\nseverity: { base: J }\n") +
        forbidding("F", "wait", "group: cause\nseverity: { base: m }\n"));
    CHECK(tally(card(rules, {nothing}).overall) == "0-1 of 4");
}

TEST_CASE("permissions, contested and pending norms weigh nothing") {
    const auto rules =
        book(earning("E", "record") + norm_entry("P", "type: permit\nfor_each: case\n") + norm_entry("C", R"y(
severity: { base: J }
type: forbid
for_each: decision
forbid: "any i in items have (any r in i.given_to have (not i.use[r] is essential))"
)y"));
    const ScoreCard open = card(rules, {"- record: { parts: [reason] }\n- share: { items: [mood], to: [school] }"});
    CHECK(tally(open.overall) == "2-0 of 2");
    CHECK(tally(card(rules, {"- record: { parts: [reason] }\n- share: { items: [diary], to: [school] }"}).overall) ==
          "2-4 of 2");
    Trial trial(rules, facts);
    trial.step("Mon 10:00", nothing);
    CHECK(score(trial.judge).overall.percent() == -1);
}

TEST_CASE("what the situation excuses leaves the score on both sides; what conduct earns counts as kept") {
    const auto rules = book(earning("E", "record") + norm_entry("N", R"y(
severity: { base: J }
for_each: case
form: by
until: close
do: "any a in history have (a.kind is engage)"
unless:
  - { id: away, says: Away., when: "not child.reachable" }
  - { id: sorry, says: Said sorry., when: "any a in history have (a.kind is apologise)", kind: conduct }
)y"));
    const auto run = [&](const std::string& changes, const std::string& acts) {
        Trial trial(rules, facts);
        trial.at("Mon 10:00", changes);
        trial.does(acts);
        trial.close();
        return tally(score(trial.judge).overall);
    };
    CHECK(run("changes: {}", nothing) == "0-0 of 6");
    CHECK(run("changes: {}", "- apologise: { who: [kay] }") == "4-0 of 6");
    CHECK(run("changes: { mia.reachable: false }", nothing) == "0-0 of 2");
    CHECK(run("changes: { mia.reachable: false }", "- engage: { who: [kay] }") == "0-0 of 2");
}

TEST_CASE("what a fault was mended to is lost no more") {
    const auto rules = book(earning("E", "record", "severity: { base: J }\n") + norm_entry("F", R"y(
severity: { base: J }
type: forbid
for_each: case
forbid: "any a in acts have (a.kind is assume)"
repair: [{ when: "any a in acts have (a.kind is apologise)", within: close, credit: 3/4, says: you said sorry. }]
)y"));
    const std::string assume = "- assume: { that: someone_will }\n- record: { parts: [reason] }";
    CHECK(tally(card(rules, {assume}).overall) == "4-4 of 4");
    CHECK(tally(card(rules, {assume, "- apologise: { who: [kay] }"}).overall) == "4-1 of 4");
}

TEST_CASE("a norm counts once overall and under each heading and strand it belongs to") {
    const std::string headings =
        "headings: [{ id: H, label: Rule 1, title: One, kind: rule }, { id: K, label: Point 1, title: Two, kind: point "
        "}, "
        "{ id: IN, label: Introduction, title: Three, kind: introduction }]\n";
    std::string pack = small_pack("norms:\n" + earning("E", "record", "reports: [H, K]\nstrand: privacy\n") +
                                  earning("G", "check", "strand: process\n"));
    const std::size_t at = pack.find("headings:");
    pack.replace(at, pack.find('\n', at) + 1 - at, headings);
    Diagnostics diagnostics;
    const Tree tree = read_yaml_text(pack, diagnostics);
    const auto rules = read_rule_book({&tree}, "2024-09-01", diagnostics);
    INFO(diagnostics.render());
    REQUIRE(rules);
    const ScoreCard result = card(rules, {"- record: { parts: [reason] }"});
    CHECK(tally(result.overall) == "2-0 of 4");
    CHECK(tally(scope(result.rules, "H").tally) == "2-0 of 4");
    CHECK(tally(scope(result.points, "K").tally) == "2-0 of 2");
    CHECK(tally(scope(result.points, "IN").tally) == "0-0 of 0");
    CHECK(scope(result.points, "IN").tally.percent() == -1);
    CHECK(scope(result.rules, "H").label == "Rule 1: One");
    CHECK(tally(scope(result.strands, "privacy").tally) == "2-0 of 2");
    CHECK(tally(scope(result.strands, "process").tally) == "0-0 of 2");
    CHECK(tally(scope(result.strands, "protect").tally) == "0-0 of 0");
    CHECK_FALSE(scope(result.rules, "H").enough);
}

TEST_CASE("there is enough to say from three chances on") {
    const auto enough = [](int chances) {
        std::string norms;
        for (int i = 0; i < chances; ++i) norms += earning("E" + std::to_string(i), "record");
        return scope(card(book(norms), {nothing}).rules, "H").enough;
    };
    CHECK_FALSE(enough(2));
    CHECK(enough(3));
}

namespace {

Balance lean(std::int64_t protect, std::int64_t privacy, bool enough = true) {
    Balance balance;
    balance.protect_loss = protect;
    balance.privacy_loss = privacy;
    balance.enough = enough;
    return balance;
}

}  // namespace

TEST_CASE("the balance says in words which way a learner leans") {
    CHECK(lean(0, 0, false).words() == "There were too few chances to say which way you lean.");
    CHECK(lean(9, 0, false).words() == "There were too few chances to say which way you lean.");
    CHECK(lean(0, 0).words() == "You lean neither way: what was due went out, and nothing more.");
    CHECK(lean(0, 4).words() == "You lean towards sharing too much.");
    CHECK(lean(4, 0).words() == "You lean towards holding back.");
    CHECK(lean(4, 4).words() == "You lean neither way by much.");
    CHECK(lean(33, 67).lean_percent() == 34);
    CHECK(lean(33, 67).words() == "You lean towards sharing too much.");
    CHECK(lean(34, 67).words() == "You lean neither way by much.");  // 32.7 of 100
    CHECK(lean(67, 33).words() == "You lean towards holding back.");
    CHECK(lean(67, 34).words() == "You lean neither way by much.");
    CHECK(lean(0, 0).lean_percent() == 0);
}

TEST_CASE("the balance sets duties served against things that strayed") {
    const auto rules =
        book(norm_entry("DUTY", "balance: duty\nfor_each: \"d in dues\"\nform: by\nuntil: duty\ndo: \"d.served\"\n") +
             norm_entry("STRAY", R"y(
balance: stray
strand: privacy
type: forbid
for_each: decision
forbid: "any i in items have (any r in i.given_to have (not i.use[r] is essential))"
)y"));
    const ScoreCard both = card(rules, {"- share: { items: [bruise], to: [desk] }",
                                        "- share: { items: [diary], to: [desk] }", nothing, nothing});
    CHECK(both.balance.duties == 1);
    CHECK(both.balance.hits == 1);
    CHECK(both.balance.restraints == 4);
    CHECK(both.balance.false_alarms == 1);
    CHECK(both.balance.hit_rate_percent() == 100);
    CHECK(both.balance.false_alarm_percent() == 25);
    CHECK(both.balance.j_percent() == 75);
    CHECK(both.balance.lean_percent() == 100);
    CHECK_FALSE(both.balance.enough);
    const ScoreCard none = card(rules, {nothing, nothing, nothing});
    CHECK(none.balance.hits == 0);
    CHECK(none.balance.j_percent() == 0);
    CHECK(none.balance.lean_percent() == -100);
    const ScoreCard all = card(rules, {"- share: { items: [bruise, diary], to: [desk, school] }"});
    CHECK(all.balance.j_percent() == 0);
    CHECK(Balance{}.hit_rate_percent() == 0);
    CHECK(Balance{}.false_alarm_percent() == 0);
}

TEST_CASE("the outcome weighs critical breaches outside the score") {
    const std::string sorry =
        "repair: [{ when: \"any a in acts have (a.kind is apologise)\", within: close, credit: 1/2, says: you said "
        "sorry. }]\n";
    // Plenty to earn, so that a breach leaves the score above every cut.
    std::string plenty;
    for (int i = 0; i < 10; ++i) plenty += earning("E" + std::to_string(i), "record", "severity: { base: J }\n");
    const auto rules = book(plenty + forbidding("GRAVE", "assume", "severity: { base: C }\n" + sorry) +
                            forbidding("GRAVE2", "close", "severity: { base: C }\n" + sorry) +
                            forbidding("GRAVEST", "escalate", "severity: { base: \"C!\" }\n" + sorry) +
                            forbidding("PLAIN", "check", "severity: { base: J }\n"));
    const std::string good = "- record: { parts: [reason] }";
    const std::string grave = "\n- assume: { that: someone_will }";
    const std::string grave2 = "\n- close: { of: [mia] }";
    const std::string gravest = "\n- escalate: { to: [desk] }";
    const std::string apology = "- apologise: { who: [kay] }";
    CHECK(card(rules, {good}).outcome == Outcome::met);
    CHECK(card(rules, {good + "\n- check: { with: [desk] }"}).outcome == Outcome::met);
    CHECK(card(rules, {good + grave}).outcome == Outcome::refer);
    CHECK(card(rules, {good + grave}).overall.percent() == 90);
    CHECK(card(rules, {good + grave + grave2}).outcome == Outcome::not_yet);
    CHECK(card(rules, {good + grave, good + grave}).outcome == Outcome::not_yet);
    CHECK(card(rules, {good + gravest}).outcome == Outcome::not_yet);
    CHECK(card(rules, {good + grave, apology}).outcome == Outcome::met);
    CHECK(card(rules, {good + grave, apology}).criticals.empty());
    CHECK(card(rules, {good + grave + grave2, apology}).outcome == Outcome::met);
    CHECK(card(rules, {good + gravest, apology}).outcome == Outcome::refer);
    CHECK(card(rules, {good + gravest, apology}).criticals.size() == 1);
    CHECK(card(rules, {good}).outcome_words == "The mark was reached, with no critical breach left open.");
    CHECK(card(rules, {good + grave}).outcome_words == "One critical breach needs an assessor's view.");
    CHECK(card(rules, {good + grave + grave2}).outcome_words ==
          "A critical breach that cannot be passed over was left open.");
    CHECK(card(rules, {nothing}).outcome_words == "The mark was not reached, overall or in one of the three strands.");
}

TEST_CASE("the outcome needs the cut overall and the floor in each strand that was tested") {
    const auto outcome = [](int kept, int lost, const std::string& more, const std::string& pass) {
        std::string norms;
        for (int i = 0; i < kept; ++i) norms += earning("K" + std::to_string(i), "record", "severity: { base: m }\n");
        for (int i = 0; i < lost; ++i) norms += earning("L" + std::to_string(i), "close", "severity: { base: m }\n");
        return card(book(norms + more, pass), {"- record: { parts: [reason] }"}).outcome;
    };
    CHECK(outcome(7, 3, "", "") == Outcome::met);        // exactly the cut
    CHECK(outcome(69, 31, "", "") == Outcome::not_yet);  // one below it
    CHECK(outcome(70, 30, "", "") == Outcome::met);
    CHECK(outcome(6, 4, "", "pass: { cut: 60, floor: 60 }\n") == Outcome::met);
    CHECK(outcome(6, 4, "", "pass: { cut: 61, floor: 0 }\n") == Outcome::not_yet);
    const std::string weak_strand = earning("S1", "close", "severity: { base: m }\nstrand: privacy\n") +
                                    earning("S2", "record", "severity: { base: m }\nstrand: privacy\n");
    CHECK(outcome(20, 0, weak_strand, "") == Outcome::not_yet);  // half of privacy
    CHECK(outcome(20, 0, weak_strand, "pass: { cut: 70, floor: 50 }\n") == Outcome::met);
}

TEST_CASE("norms of no strand tested leave nothing to fall below") {
    CHECK(card(book(forbidding("F", "close")), {nothing}).outcome ==
          Outcome::not_yet);  // nothing was offered: not tested
}
