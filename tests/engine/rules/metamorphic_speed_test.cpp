// What must hold between two situations that differ in one known way, whatever they are (engine.md section 14, item 3).
// Each relation is tried on seeded random situations with the shipped packs.

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "engine/play/views.h"
#include "tests/support/catch.h"
#include "tests/support/oracle_case.h"
#include "tests/support/oracle_engine.h"
#include "tests/support/oracle_plans.h"
#include "tests/support/oracle_stories.h"
#include "tests/support/rule_packs.h"

namespace ntk::oracle {

namespace {

constexpr int trials = 2'000;

std::shared_ptr<const RuleBook> shipped() { return rule_book({"england-2024", "plymouth"}); }

struct Result {
    ScoreCard card;
    std::vector<std::string> verdicts;  // sorted: norm, state, credit
};

// Judged without proofs in words: oracle_speed_test holds that this comes to the same.
Result play(const Story& story, const Names& hidden = {}) {
    const Judge judge = engine_past(story, shipped(), hidden).judged(Proofs::left_out);
    Result out{score(judge), {}};
    for (const Verdict& verdict : out.card.verdicts) {
        const bool silent = verdict.state == VerdictState::inactive ||
                            (verdict.credit_class == CreditClass::deduct && verdict.credit == Credit::full() &&
                             verdict.state != VerdictState::contested);
        if (silent) continue;
        out.verdicts.push_back(verdict.norm + " " + std::to_string(static_cast<int>(verdict.state)) + " " +
                               verdict.credit.text() + (verdict.critical ? " critical" : "") +
                               (verdict.counted ? "" : " not counted"));
    }
    std::sort(out.verdicts.begin(), out.verdicts.end());
    return out;
}

// The score of a scope as earned minus lost over offered, compared exactly; floored at nothing.
int compare(const Tally& a, const Tally& b) {
    if (a.offered == 0 || b.offered == 0) return 0;
    const auto left = static_cast<std::int64_t>(std::max<std::int64_t>(0, a.earned - a.lost)) * b.offered;
    const auto right = static_cast<std::int64_t>(std::max<std::int64_t>(0, b.earned - b.lost)) * a.offered;
    return left < right ? -1 : left > right ? 1 : 0;
}

// The first scope in which `after` scores higher than `before`; empty when there is none.
std::string raised(const ScoreCard& before, const ScoreCard& after) {
    if (compare(after.overall, before.overall) > 0) return "overall";
    for (const auto part : {&ScoreCard::strands, &ScoreCard::rules, &ScoreCard::points})
        for (std::size_t n = 0; n < (before.*part).size(); ++n)
            if (compare((after.*part)[n].tally, (before.*part)[n].tally) > 0) return (before.*part)[n].id;
    return "";
}

// Tries a relation: `broken` says what is wrong with a story, or nothing. Shows the smallest story that breaks it.
void hold(std::uint64_t seed, const std::function<std::string(const Story&, Dice&)>& broken) {
    Dice dice(seed);
    int tried = 0;
    for (int n = 0; n < trials; ++n) {
        const Story story = random_story(dice);
        const std::uint64_t turn = static_cast<std::uint64_t>(dice.below(1'000'000));
        const auto what = [&](const Story& s) {
            Dice own(turn);
            return broken(s, own);
        };
        if (what(story).empty()) {
            ++tried;
            continue;
        }
        const Story small = shrink(story, [&](const Story& s) { return !what(s).empty(); });
        INFO(what(small) << "\n" << as_yaml(small, {}));
        CHECK(what(small).empty());
        return;
    }
    CHECK(tried == trials);
}

std::string unlike(const Story& a, const Story& b, const Names& hidden = {}) {
    const Result first = play(a);
    const Result second = play(b, hidden);
    std::vector<std::string> only;
    std::set_symmetric_difference(first.verdicts.begin(), first.verdicts.end(), second.verdicts.begin(),
                                  second.verdicts.end(), std::back_inserter(only));
    std::string text;
    for (const std::string& one : only) text += one + "; ";
    return text.empty() ? "" : "differs in " + text + "\nbecomes\n" + as_yaml(b, {});
}

// A share of the story, chosen at random; null when there is none.
Deed* some_share(Story& story, Dice& dice, const std::function<bool(const Deed&)>& fit) {
    std::vector<Deed*> all;
    for (Step& step : story.steps)
        for (Deed& d : step.deeds)
            if ((d.kind == "share" || d.kind == "hand_over") && fit(d)) all.push_back(&d);
    return all.empty() ? nullptr : dice.pick(all);
}

// Making one share worse in some way raises no score.
void worse(std::uint64_t seed, const std::function<bool(const Deed&)>& fit,
           const std::function<void(Deed&, const Facts&, Dice&)>& spoil) {
    hold(seed, [&](const Story& story, Dice& dice) -> std::string {
        Story spoilt = story;
        Deed* share = some_share(spoilt, dice, fit);
        if (share == nullptr) return "";
        spoil(*share, story.facts, dice);
        const std::string scope = raised(play(story).card, play(spoilt).card);
        return scope.empty() ? "" : "raises " + scope + "\nbecomes\n" + as_yaml(spoilt, {});
    });
}

bool any_share(const Deed&) { return true; }

bool divided(const Facts& facts) {
    const Story story{facts, {{600, {}, {}}}};
    return Case(story).divided();
}

Deed full_record() {
    Deed d;
    d.kind = "record";
    d.parts = {"decision", "reason", "recipient", "basis", "condition", "ground", "classification"};
    return d;
}

// The story without anything that gives information away.
Story without_shares(Story story) {
    for (Step& step : story.steps)
        step.deeds.erase(
            std::remove_if(step.deeds.begin(), step.deeds.end(), [](const Deed& d) { return Case::moves(d); }),
            step.deeds.end());
    return story;
}

std::int64_t credit_of(const Result& out, const std::string& norm) {
    std::int64_t sum = 0;
    for (const Verdict& verdict : out.card.verdicts)
        if (verdict.norm == norm) sum += verdict.credit.units;
    return sum;
}

// Points lost: what was offered and not earned, and what was taken away.
std::int64_t loss(const Result& out) {
    return out.card.overall.offered - out.card.overall.earned + out.card.overall.lost;
}

void rename(Names& names) {
    Names renamed;
    for (const std::string& name : names) renamed.insert("x" + name);
    names = renamed;
}

void rename(std::map<std::string, std::string>& table) {
    std::map<std::string, std::string> renamed;
    for (const auto& [name, value] : table) renamed["x" + name] = value;
    table = renamed;
}

Story renamed(Story s) {
    for (Person& p : s.facts.people) {
        p.id = "x" + p.id;
        for (Names* names : {&p.danger_to, &p.knows, &p.associates, &p.objects_to}) rename(*names);
    }
    for (Agency& a : s.facts.agencies) a.id = "x" + a.id, rename(a.onward), rename(a.needs_identity);
    for (Item& i : s.facts.items) i.id = "x" + i.id, rename(i.about), rename(i.identifies), rename(i.use);
    for (Request& q : s.facts.requests) q.id = "x" + q.id, q.from = "x" + q.from, rename(q.items);
    for (Pull& u : s.facts.pulls) {
        u.id = "x" + u.id;
        if (!u.by.empty()) u.by = "x" + u.by;
        rename(u.to), rename(u.items);
    }
    for (Step& step : s.steps)
        for (Deed& d : step.deeds) {
            for (Names* names : {&d.items, &d.to, &d.from, &d.who, &d.about, &d.redact}) rename(*names);
            rename(d.labels), rename(d.classify);
            if (!d.request.empty()) d.request = "x" + d.request;
        }
    return s;
}

}  // namespace

TEST_CASE("duplicate: repeating an act in a decision changes nothing") {
    hold(1, [](const Story& story, Dice& dice) -> std::string {
        Story twice = story;
        for (Step& step : twice.steps)
            if (!step.deeds.empty()) step.deeds.push_back(dice.pick(std::vector<Deed>(step.deeds)));
        return unlike(story, twice);
    });
}

TEST_CASE("reorder: the order of facts and of simultaneous acts changes nothing") {
    hold(2, [](const Story& story, Dice&) -> std::string {
        // Reported: of two entries in one decision, the first takes from the second what `since_last` covers; and of
        // several items sent without a label, only the last need be corrected.
        for (const Step& step : story.steps) {
            const auto count = [&](const std::string& kind) {
                return std::count_if(step.deeds.begin(), step.deeds.end(),
                                     [&](const Deed& d) { return d.kind == kind; });
            };
            if (count("record") > 1 || count("correct") > 0) return "";
        }
        Story turned = story;
        for (Step& step : turned.steps) std::reverse(step.deeds.begin(), step.deeds.end());
        std::reverse(turned.facts.people.begin() + 1, turned.facts.people.end());
        std::reverse(turned.facts.agencies.begin(), turned.facts.agencies.end());
        std::reverse(turned.facts.items.begin(), turned.facts.items.end());
        return unlike(story, turned);
    });
}

TEST_CASE("split-item: sending two items separately changes nothing") {
    hold(3, [](const Story& story, Dice& dice) -> std::string {
        Story split = story;
        Deed* share = some_share(split, dice, [](const Deed& d) { return d.items.size() > 1; });
        if (share == nullptr) return "";
        Deed rest = *share;
        rest.items.erase(rest.items.begin());
        share->items = {*share->items.begin()};
        for (Step& step : split.steps)
            for (const Deed& d : step.deeds)
                if (&d == share) {
                    step.deeds.push_back(rest);
                    return unlike(story, split);
                }
        return "";
    });
}

TEST_CASE("split-recipient: sending to two recipients separately changes nothing") {
    hold(4, [](const Story& story, Dice& dice) -> std::string {
        Story split = story;
        Deed* share = some_share(split, dice, [](const Deed& d) { return d.to.size() > 1; });
        if (share == nullptr) return "";
        Deed rest = *share;
        rest.to.erase(rest.to.begin());
        share->to = {*share->to.begin()};
        for (Step& step : split.steps)
            for (const Deed& d : step.deeds)
                if (&d == share) {
                    step.deeds.push_back(rest);
                    return unlike(story, split);
                }
        return "";
    });
}

TEST_CASE("bad-item: adding what no recipient needs raises no score") {
    hold(5, [](const Story& story, Dice& dice) -> std::string {
        // Reported: recalling anything at all mends RS.1, even while something else goes astray.
        for (const Step& step : story.steps)
            for (const Deed& d : step.deeds)
                if (d.kind == "recall") return "";
        Story with = story;
        Item idle;
        idle.id = "idle";
        idle.category = dice.one_in(2) ? "special" : "ordinary";
        with.facts.items.push_back(idle);
        Story spoilt = with;
        Deed* share = some_share(spoilt, dice, any_share);
        if (share == nullptr) return "";
        share->items.insert("idle");
        const std::string scope = raised(play(with).card, play(spoilt).card);
        return scope.empty() ? "" : "raises " + scope + "\nbecomes\n" + as_yaml(spoilt, {});
    });
}

TEST_CASE("bad-recipient: adding someone without a role raises no score") {
    // An outsider who has asked is left alone here: giving it what it wants also answers it (GR7.5).
    worse(6, any_share, [](Deed& d, const Facts& f, Dice&) {
        for (const Agency& a : f.agencies)
            if (a.kind == "housing" && (f.requests.empty() || f.requests.front().from != a.id)) d.to.insert(a.id);
    });
}

TEST_CASE("whole-file: sending the whole record instead of an extract raises no score") {
    worse(7, any_share, [](Deed& d, const Facts&, Dice&) { d.form = "whole_file"; });
}

TEST_CASE("consent-basis: naming consent instead of a basis that fits raises no score") {
    worse(
        8, [](const Deed& d) { return d.basis == "public_task" || d.basis == "legitimate_interests"; },
        [](Deed& d, const Facts&, Dice&) { d.basis = "consent"; });
}

TEST_CASE("drop-shield: no longer leaving someone out raises no score") {
    worse(
        9, [](const Deed& d) { return !d.redact.empty() || d.handling; },
        [](Deed& d, const Facts&, Dice&) { d.redact.clear(), d.handling = false; });
}

TEST_CASE("drop-label: no longer saying how sure it is raises no score") {
    worse(
        10, [](const Deed& d) { return !d.labels.empty(); }, [](Deed& d, const Facts&, Dice&) { d.labels.clear(); });
}

TEST_CASE("excuse-swap: another reason for holding back never changes DA.1") {
    hold(11, [](const Story& story, Dice& dice) -> std::string {
        Story other = story;
        for (Step& step : other.steps)
            for (Deed& d : step.deeds)
                if (Case::holds(d))
                    d.reason = dice.pick<std::string>({"privacy", "no_consent", "someone_will", "not_necessary",
                                                       "uncertain", "fear_criticism", "no_role", "unsafe"});
        const auto lines = [](const Story& s) {
            return by_engine(engine_past(s, shipped()).judged(Proofs::left_out))["DA.1"];
        };
        return lines(story) == lines(other) ? "" : "changes DA.1";
    });
}

TEST_CASE("clean-share-added: the clean share that is due never lowers the overall score") {
    hold(12, [](const Story& story, Dice& dice) -> std::string {
        if (divided(story.facts)) return "";
        const std::vector<CleanShare> shares = clean_shares(story.facts);
        if (shares.empty()) return "";
        const CleanShare& share = dice.pick(shares);
        const Story before = without_shares(story);
        Story after = before;
        after.steps[static_cast<std::size_t>(dice.below(static_cast<int>(after.steps.size())))].deeds.push_back(
            share.deed);
        return compare(play(after).card.overall, play(before).card.overall) < 0
                   ? "lowers\nbecomes\n" + as_yaml(after, {})
                   : "";
    });
}

TEST_CASE("denominator-fixed: what can be earned does not depend on what is done") {
    hold(13, [](const Story& story, Dice& dice) -> std::string {
        if (divided(story.facts)) return "";  // reported: at the close, RS.1 is kept in zone CZ1 instead of contested
        Story first = story;
        for (Step& step : first.steps) step.offers = {"share"};
        Story second = first;
        for (Step& step : second.steps) {
            step.deeds.clear();
            for (int n = dice.below(5); n > 0; --n) step.deeds.push_back(random_deed(dice, random_facts(dice)));
            for (Deed& d : step.deeds) {
                for (Names* names : {&d.items, &d.to}) {
                    Names there;
                    for (const std::string& name : *names)
                        for (const Item& i : story.facts.items)
                            if (names == &d.to || i.id == name) there.insert(name);
                    *names = there;
                }
                d.labels.clear();
                d.classify.clear();
            }
            step.deeds.erase(std::remove_if(step.deeds.begin(), step.deeds.end(),
                                            [](const Deed& d) { return d.kind != "share" || d.items.empty(); }),
                             step.deeds.end());
        }
        const auto offered = [](const Story& s) { return play(s).card.overall.offered; };
        return offered(first) == offered(second)
                   ? ""
                   : "offers " + std::to_string(offered(first) / Credit::whole) + " and then " +
                         std::to_string(offered(second) / Credit::whole) + "\nbecomes\n" + as_yaml(second, {});
    });
}

TEST_CASE("repair-less: what was mended is worth less than what was kept") {
    hold(14, [](const Story& story, Dice&) -> std::string {
        for (const Verdict& verdict : play(story).card.verdicts)
            if (verdict.state == VerdictState::repaired && verdict.credit >= Credit::full())
                return verdict.norm + " is mended in full";
        return "";
    });
}

TEST_CASE("delay: sending what is due later never improves DA.1 or GR6.4") {
    hold(15, [](const Story& story, Dice& dice) -> std::string {
        const std::vector<CleanShare> shares = clean_shares(story.facts);
        if (shares.empty() || story.steps.size() < 2) return "";
        const CleanShare& share = dice.pick(shares);
        Story early = without_shares(story);
        Story late = early;
        early.steps.front().deeds.push_back(share.deed);
        late.steps.back().deeds.push_back(share.deed);
        const Result first = play(early);
        const Result second = play(late);
        for (const char* norm : {"DA.1", "GR6.4"})
            if (credit_of(second, norm) > credit_of(first, norm)) return std::string("improves ") + norm;
        return "";
    });
}

TEST_CASE("rename: other ids change nothing") {
    hold(16, [](const Story& story, Dice&) -> std::string { return unlike(story, renamed(story)); });
}

TEST_CASE("bystander: an unrelated person, agency or item changes nothing") {
    hold(17, [](const Story& story, Dice&) -> std::string {
        Story fuller = story;
        Person passer;
        passer.id = "passer";
        passer.role = "other";
        fuller.facts.people.push_back(passer);
        Agency club;
        club.id = "club";
        club.kind = "other";
        fuller.facts.agencies.push_back(club);
        Item weather;
        weather.id = "weather";
        fuller.facts.items.push_back(weather);
        return unlike(story, fuller);
    });
}

TEST_CASE("unseen: what has not come to light changes no verdict") {
    hold(18, [](const Story& story, Dice&) -> std::string {
        Story fuller = story;
        Person hidden;
        hidden.id = "hidden";
        hidden.role = "carer";
        hidden.unsafe = true;
        hidden.danger_to = {"joe", "mia"};
        fuller.facts.people.push_back(hidden);
        Item secret;
        secret.id = "secret";
        secret.about = {"mia"};
        secret.identifies = {"joe"};
        secret.grade = "rumour";
        secret.category = "special";
        secret.use = {{"csc", "essential"}, {"police", "essential"}, {"hub", "essential"}};
        Names known;
        for (const Person& p : story.facts.people) known.insert(p.id);
        for (const Agency& a : story.facts.agencies) known.insert(a.id);
        for (const char* who : {"csc", "police", "hub"})
            if (known.count(who) == 0) secret.use.erase(who);
        for (const char* who : {"mia", "joe"})
            if (known.count(who) == 0) hidden.danger_to.erase(who), secret.identifies.erase(who);
        fuller.facts.people.back() = hidden;
        fuller.facts.items.push_back(secret);
        return unlike(story, fuller, {"hidden", "secret"});
    });
}

TEST_CASE("harm-up-tell: with more harm, telling a lead is worth no less") {
    hold(19, [](const Story& story, Dice&) -> std::string {
        std::int64_t before = 0;
        for (const Harm harm : {Harm::possible, Harm::likely, Harm::actual, Harm::immediate}) {
            Facts facts = story.facts;
            facts.harm = harm;
            facts.need = std::max(facts.need, Need::child_in_need);
            Story silent{facts, {{story.steps.front().minutes, {}, {"share"}}}};
            Story told = silent;
            for (const CleanShare& share : clean_shares(facts))
                if (share.lead) told.steps.front().deeds.push_back(share.deed);
            const std::int64_t advantage = loss(play(silent)) - loss(play(told));
            if (advantage < before)
                return "is worth " + std::to_string(advantage / Credit::whole) + " after " +
                       std::to_string(before / Credit::whole) + "\nbecomes\n" + as_yaml(told, {});
            before = advantage;
        }
        return "";
    });
}

TEST_CASE("consent-irrelevant: where there is risk, consent changes only PC.3, LO.2 and LO.3") {
    hold(20, [](const Story& story, Dice& dice) -> std::string {
        if (story.facts.harm == Harm::none) return "";
        Story other = story;
        for (Person& p : other.facts.people)
            if (p.role == "carer") p.consent = dice.pick<std::string>({"given", "refused", "withdrawn"});
        const auto rest = [](std::vector<std::string> lines) {
            lines.erase(std::remove_if(lines.begin(), lines.end(),
                                       [](const std::string& line) {
                                           return line.rfind("PC.3", 0) == 0 || line.rfind("LO.2", 0) == 0 ||
                                                  line.rfind("LO.3", 0) == 0;
                                       }),
                        lines.end());
            return lines;
        };
        return rest(play(story).verdicts) == rest(play(other).verdicts) ? "" : unlike(story, other);
    });
}

TEST_CASE("good-record-added: a full record lowers no score") {
    hold(21, [](const Story& story, Dice& dice) -> std::string {
        Story fuller = story;
        fuller.steps[static_cast<std::size_t>(dice.below(static_cast<int>(story.steps.size())))].deeds.push_back(
            full_record());
        const std::string scope = raised(play(fuller).card, play(story).card);
        return scope.empty() ? "" : "lowers " + scope + "\nbecomes\n" + as_yaml(fuller, {});
    });
}

TEST_CASE("late-record: writing it up later raises no score") {
    hold(22, [](const Story& story, Dice&) -> std::string {
        if (story.steps.size() < 2) return "";
        Story prompt = story;
        Story late = story;
        prompt.steps[0].deeds.push_back(full_record());
        prompt.steps[1].deeds.push_back(full_record());
        Deed record = full_record();
        record.since_last = true;
        record.marked_late = true;
        late.steps[1].deeds.push_back(record);
        const std::string scope = raised(play(prompt).card, play(late).card);
        return scope.empty() ? "" : "raises " + scope + "\nbecomes\n" + as_yaml(late, {});
    });
}

TEST_CASE("skip-costs-nothing: what somebody else does at a skipped decision breaks nothing for the learner") {
    using Short = std::set<std::string>;
    const auto fallen = [](const Judge& judge) {
        Short names;
        for (const Verdict& verdict : judge.verdicts())
            if (fell_short(verdict)) names.insert(verdict.norm + ", " + verdict.key);
        return names;
    };
    hold(29, [&](const Story& story, Dice& dice) -> std::string {
        const PastCase plain = engine_past(story, shipped());
        const auto at = static_cast<std::size_t>(dice.below(static_cast<int>(plain.moments.size())));
        PastCase skipped = plain;
        skipped.moments[at].skipped = true;
        PastCase before = plain;  // what had fallen short by then, and may not have been put right since
        before.moments.resize(at);
        before.closed = false;
        const Judge judge = skipped.judged(Proofs::left_out);
        const Short still = fallen(before.judged(Proofs::left_out));
        const Short all = fallen(plain.judged(Proofs::left_out));
        for (const std::string& one : fallen(judge))
            if (still.count(one) == 0 && all.count(one) == 0)
                return one + " falls short because decision " + std::to_string(at + 1) + " is skipped";
        if (!judge.verdicts_of(static_cast<int>(at)).empty()) return "something is judged at the skipped decision";
        for (PastMoment& moment : skipped.moments) moment.skipped = true;
        const ScoreCard none = score(skipped.judged(Proofs::left_out));
        if (none.overall.offered != 0 || none.overall.lost != 0 || !none.criticals.empty())
            return "something is judged though everything is skipped";
        return "";
    });
}

TEST_CASE("ideal-is-one: doing all that the rules ask earns everything") {
    hold(23, [](const Story& story, Dice&) -> std::string {
        if (divided(story.facts)) return "";
        const Story best{story.facts, {{story.steps.front().minutes, ideal(story.facts), {"share"}}}};
        const Result out = play(best);
        if (out.card.overall.earned - out.card.overall.lost == out.card.overall.offered) return "";
        std::string text = "loses by ";
        for (const Verdict& verdict : out.card.verdicts)
            if (verdict.counted && verdict.in_scope && verdict.credit < Credit::full() &&
                verdict.state != VerdictState::contested && verdict.state != VerdictState::inactive)
                text += verdict.norm + " " + verdict.credit.text() + "; ";
        return text + "\nbecomes\n" + as_yaml(best, {});
    });
}

}  // namespace ntk::oracle
