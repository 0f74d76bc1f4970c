#include "engine/rules/score.h"

#include <algorithm>
#include <array>
#include <map>

#include "engine/text/said.h"

namespace ntk {

namespace {

constexpr int enough_evidence = 3;  // earning opportunities (engine.md section 12.2)

bool judged(const Verdict& verdict) {
    switch (verdict.state) {
        case VerdictState::kept:
        case VerdictState::breached:
        case VerdictState::repaired:
        case VerdictState::missed:
        case VerdictState::excused: return verdict.in_scope;
        default: return false;
    }
}

std::int64_t loss(const Verdict& verdict) { return verdict.weight * (Credit::whole - verdict.credit.units); }

// One root cause counts once: within a group, per duty (or per decision when no duty binds it), only the heaviest
// stands.
void count_root_causes(std::vector<Verdict>& verdicts) {
    std::map<std::pair<std::string, std::string>, Verdict*> heaviest;
    for (Verdict& verdict : verdicts) {
        if (verdict.group.empty() || verdict.credit_class != CreditClass::deduct || !judged(verdict)) continue;
        const std::string thing = verdict.key.substr(0, verdict.key.find(" ("));
        Verdict*& stands = heaviest[{verdict.group, thing}];
        if (stands == nullptr) {
            stands = &verdict;
            continue;
        }
        Verdict* lighter = loss(verdict) > loss(*stands) ? stands : &verdict;
        if (lighter == stands) stands = &verdict;
        lighter->counted = false;
    }
}

void add_to(Tally& tally, const Verdict& verdict) {
    if (!judged(verdict)) return;
    if (verdict.credit_class == CreditClass::earn) {
        tally.offered += verdict.weight * Credit::whole;
        tally.earned += verdict.weight * verdict.credit.units;
        ++tally.opportunities;
    } else if (verdict.counted &&
               (verdict.state == VerdictState::breached || verdict.state == VerdictState::repaired)) {
        tally.lost += loss(verdict);
    }
}

// A norm by its name, and the scopes its verdicts are reported under; each looked up once.
class Reported {
  public:
    struct Entry {
        const Norm* norm = nullptr;
        std::vector<Tally*> tallies;
    };
    // The scopes of `card` must stay where they are.
    Reported(const RuleBook& rules, ScoreCard& card) : rules_(rules), card_(card) {}

    const Entry& of(const std::string& id) {
        const auto [found, fresh] = entries_.try_emplace(id);
        Entry& entry = found->second;
        if (!fresh) return entry;
        entry.norm = rules_.norm(id);
        if (entry.norm == nullptr) return entry;
        entry.tallies = {&card_.overall, &card_.strands[static_cast<std::size_t>(entry.norm->strand)].tally};
        const std::vector<std::string>& reports = entry.norm->reports;
        for (auto* scopes : {&card_.rules, &card_.points})
            for (ScopeScore& scope : *scopes)
                if (std::find(reports.begin(), reports.end(), scope.id) != reports.end())
                    entry.tallies.push_back(&scope.tally);
        return entry;
    }

  private:
    const RuleBook& rules_;
    ScoreCard& card_;
    std::map<std::string, Entry> entries_;
};

Balance balance_of(const Judge& judge, const std::vector<Verdict>& verdicts, Reported& reported) {
    const Vocabulary& v = vocabulary();
    Balance balance;
    std::map<int, bool> stray;
    for (const Verdict& verdict : verdicts) {
        if (!judged(verdict)) continue;
        const Norm* norm = reported.of(verdict.norm).norm;
        if (norm == nullptr) continue;
        if (norm->balance == "duty") {
            ++balance.duties;
            if (verdict.state == VerdictState::kept || verdict.state == VerdictState::excused) ++balance.hits;
        }
        const bool fell_short = verdict.state == VerdictState::breached || verdict.state == VerdictState::repaired ||
                                verdict.state == VerdictState::missed;
        if (norm->balance == "stray" && fell_short) stray[verdict.decided] = true;
        const std::int64_t lost = fell_short && verdict.counted ? loss(verdict) : 0;
        if (norm->strand == Strand::protect) balance.protect_loss += lost;
        if (norm->strand == Strand::privacy) balance.privacy_loss += lost;
    }
    const Store& facts = judge.case_file().facts();
    facts.all(v.decision).for_each([&](int decision) {
        if (judge.skipped(decision)) return;
        const Bits offers = facts.set(v.decision_offers, decision);
        bool on_offer = false;
        for (const ActKind kind : {ActKind::share, ActKind::hand_over, ActKind::inform, ActKind::gather})
            on_offer = on_offer || offers.has(static_cast<int>(kind));
        if (!on_offer) return;
        ++balance.restraints;
        if (stray[decision]) ++balance.false_alarms;
    });
    balance.enough = balance.duties >= enough_evidence && balance.restraints >= enough_evidence;
    return balance;
}

CriticalCount count_criticals(const std::vector<Verdict>& criticals, const RuleBook& rules) {
    CriticalCount count;
    for (const Verdict& critical : criticals) {
        const Norm* norm = rules.norm(critical.norm);
        const bool gravest = norm != nullptr && norm->always_critical;
        if (critical.state == VerdictState::repaired) {
            count.gravest_mended += gravest ? 1 : 0;
        } else {
            ++count.open;
            count.gravest_open += gravest ? 1 : 0;
        }
    }
    return count;
}

bool beyond_review(const CriticalCount& criticals) { return criticals.open >= 2 || criticals.gravest_open > 0; }

void decide_outcome(ScoreCard& card, const RuleBook& rules, const PassRule& rule) {
    const CriticalCount criticals = count_criticals(card.criticals, rules);
    card.outcome = outcome_of(card.overall, card.strands, criticals, rule, card.skips);
    switch (card.outcome) {
        case Outcome::met: card.outcome_words = "The mark was reached, with no critical breach left open."_en; break;
        case Outcome::refer: card.outcome_words = "One critical breach needs an assessor's view."_en; break;
        case Outcome::not_yet:
            card.outcome_words = beyond_review(criticals)
                                     ? "A critical breach that cannot be passed over was left open."_en
                                     : "The mark was not reached, overall or in one of the three strands."_en;
            break;
        case Outcome::not_enough:
            card.outcome_words = card.skips.too_many()
                                     ? "More than a quarter of the decisions were skipped: not enough evidence."_en
                                     : "With what was skipped, one of the three strands has not enough evidence."_en;
            break;
    }
}

}  // namespace

// One open critical breach, or one of the gravest kind even when mended, goes to an assessor; two, or one of the
// gravest kind left open, means not yet.
Outcome outcome_of(const Tally& overall, const std::vector<ScopeScore>& strands, const CriticalCount& criticals,
                   const PassRule& pass, const Skips& skips) {
    if (beyond_review(criticals)) return Outcome::not_yet;
    if (skips.too_many()) return Outcome::not_enough;
    bool enough = overall.percent() >= pass.cut_percent;
    bool tested = true;
    for (const ScopeScore& strand : strands) {
        if (strand.tally.offered > 0 && strand.tally.percent() < pass.strand_floor_percent) enough = false;
        tested = tested && strand.tally.opportunities >= enough_evidence;
    }
    if (!enough) return Outcome::not_yet;
    if (criticals.open == 1 || criticals.gravest_mended > 0) return Outcome::refer;
    return skips.skipped > 0 && !tested ? Outcome::not_enough : Outcome::met;
}

const char* outcome_id(Outcome outcome) {
    switch (outcome) {
        case Outcome::met: return "met";
        case Outcome::refer: return "refer";
        case Outcome::not_yet: return "not_yet";
        case Outcome::not_enough: return "not_enough";
    }
    return "";
}

int Tally::percent() const {
    if (offered <= 0) return -1;
    const std::int64_t net = std::max<std::int64_t>(0, earned - lost);
    return static_cast<int>((net * 200 + offered) / (offered * 2));
}

int Balance::hit_rate_percent() const { return duties == 0 ? 0 : (hits * 200 + duties) / (duties * 2); }
int Balance::false_alarm_percent() const {
    return restraints == 0 ? 0 : (false_alarms * 200 + restraints) / (restraints * 2);
}
int Balance::j_percent() const { return hit_rate_percent() - false_alarm_percent(); }

int Balance::lean_percent() const {
    const std::int64_t sum = protect_loss + privacy_loss;
    return sum == 0 ? 0 : static_cast<int>((privacy_loss - protect_loss) * 100 / sum);
}

std::string Balance::words() const {
    if (!enough) return "There were too few chances to say which way you lean."_en;
    if (protect_loss + privacy_loss == 0) return "You lean neither way: what was due went out, and nothing more."_en;
    const int lean = lean_percent();
    if (lean >= 34) return "You lean towards sharing too much."_en;
    if (lean <= -34) return "You lean towards holding back."_en;
    return "You lean neither way by much."_en;
}

ScoreCard score(const Judge& judge) {
    const RuleBook& rules = *judge.rules();
    ScoreCard card;
    card.verdicts = judge.verdicts();
    count_root_causes(card.verdicts);
    const std::array<std::pair<const char*, std::string>, 3> strands = {
        {{"protect", "Protect"_en}, {"privacy", "Privacy"_en}, {"process", "Process"_en}}};
    for (const auto& [id, label] : strands) card.strands.push_back({id, label, {}, false});
    for (const Heading& heading : rules.headings()) {
        auto& scopes = heading.kind == Heading::Kind::rule ? card.rules : card.points;
        scopes.push_back({heading.id, heading.label + ": " + heading.title, {}, false});
    }
    Reported reported(rules, card);
    for (const Verdict& verdict : card.verdicts) {
        const Reported::Entry& entry = reported.of(verdict.norm);
        for (Tally* tally : entry.tallies) add_to(*tally, verdict);
        if (entry.norm != nullptr && verdict.critical) card.criticals.push_back(verdict);
    }
    for (auto* scopes : {&card.strands, &card.rules, &card.points})
        for (ScopeScore& scope : *scopes) scope.enough = scope.tally.opportunities >= enough_evidence;
    card.balance = balance_of(judge, card.verdicts, reported);
    card.skips = {judge.decision() + 1, judge.skipped_count()};
    decide_outcome(card, rules, rules.pass_rule());
    return card;
}

ScoreCard combine(const std::vector<ScoreCard>& cards, const RuleBook& rules, const PassRule& pass) {
    ScoreCard whole;
    const auto add = [](Tally& sum, const Tally& part) {
        sum.earned += part.earned;
        sum.lost += part.lost;
        sum.offered += part.offered;
        sum.opportunities += part.opportunities;
    };
    const auto add_all = [&](std::vector<ScopeScore>& sums, const std::vector<ScopeScore>& parts) {
        if (sums.empty()) {
            sums = parts;
            return;
        }
        for (std::size_t i = 0; i < sums.size(); ++i) add(sums[i].tally, parts[i].tally);
    };
    for (const ScoreCard& card : cards) {
        add(whole.overall, card.overall);
        add_all(whole.strands, card.strands);
        add_all(whole.rules, card.rules);
        add_all(whole.points, card.points);
        whole.verdicts.insert(whole.verdicts.end(), card.verdicts.begin(), card.verdicts.end());
        whole.criticals.insert(whole.criticals.end(), card.criticals.begin(), card.criticals.end());
        whole.balance.duties += card.balance.duties;
        whole.balance.hits += card.balance.hits;
        whole.balance.restraints += card.balance.restraints;
        whole.balance.false_alarms += card.balance.false_alarms;
        whole.balance.protect_loss += card.balance.protect_loss;
        whole.balance.privacy_loss += card.balance.privacy_loss;
        whole.skips.decisions += card.skips.decisions;
        whole.skips.skipped += card.skips.skipped;
    }
    for (auto* scopes : {&whole.strands, &whole.rules, &whole.points})
        for (ScopeScore& scope : *scopes) scope.enough = scope.tally.opportunities >= enough_evidence;
    whole.balance.enough = whole.balance.duties >= enough_evidence && whole.balance.restraints >= enough_evidence;
    decide_outcome(whole, rules, pass);
    return whole;
}

}  // namespace ntk
