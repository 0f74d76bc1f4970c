#include "engine/rules/fact_flip.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "engine/rules/explain.h"
#include "engine/rules/fact_candidates.h"
#include "engine/rules/fact_words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

constexpr int most_tried = 1'500;    // single changes judged
constexpr std::size_t pair_of = 24;  // when none does: pairs among so many of the likeliest

bool is_of(const Setting& a, const Setting& b) { return a.fact == b.fact && a.entity == b.entity && a.key == b.key; }

void put(Store& store, const Setting& s) {
    const bool set = v().schema.fields[static_cast<std::size_t>(s.fact)].type.is_set();
    if (s.unknown)
        store.forget(s.fact, s.entity);
    else if (set && s.key >= 0)
        store.put(s.fact, s.entity, s.key, s.set);
    else if (set)
        store.put(s.fact, s.entity, s.set);
    else if (s.key >= 0)
        store.put(s.fact, s.entity, s.key, s.number);
    else
        store.put(s.fact, s.entity, s.number);
}

// How much a reader learns from this instead of that; less is better.
int worth(RuleStanding was, RuleStanding then) {
    using enum RuleStanding;
    switch (then) {
        case kept: return 0;
        case excused: return was == kept ? 1 : 0;
        case fell_short: return 0;
        case silent: return 1;
        case contested: return 2;
        case open: return 3;
    }
    return 3;
}

// The verdicts of one norm at one decision.
std::vector<Verdict> of_norm(const Judge& judge, int decision, const std::string& norm) {
    std::vector<Verdict> all = judge.verdicts_of(decision);
    all.erase(std::remove_if(all.begin(), all.end(), [&](const Verdict& one) { return one.norm != norm; }), all.end());
    return all;
}

// What came of a norm there instead, or nothing when some verdict of it still stands as this one did.
std::optional<Verdict> flipped(const Judge& judge, int decision, const Verdict& from) {
    const std::vector<Verdict> all = of_norm(judge, decision, from.norm);
    const RuleStanding was = standing_of(from);
    const Verdict* best = nullptr;
    for (const Verdict& one : all) {
        const RuleStanding now = standing_of(one);
        if (now == was) return std::nullopt;
        const auto rank = [&](const Verdict& other) {
            return std::pair(worth(was, standing_of(other)), other.key != from.key);
        };
        if (best == nullptr || rank(one) < rank(*best)) best = &one;
    }
    return best == nullptr ? Verdict{} : *best;
}

void go_through(Judge& judge, const PastMoment& moment) {
    judge.arrive(moment.arrival);
    if (moment.skipped)
        judge.skip(moment.acts);
    else if (moment.acted)
        judge.act(moment.acts);
}

// with_fact() in place. Returns the scene whose statement was changed, or -1 for the opening.
int change_fact(PastCase& past, int moment, const Setting& fact) {
    for (int i = moment; i >= 0; --i) {
        std::vector<Setting>& changes = past.moments[static_cast<std::size_t>(i)].arrival.changes;
        for (auto change = changes.rbegin(); change != changes.rend(); ++change)
            if (is_of(*change, fact)) {
                *change = fact;
                return i;
            }
    }
    put(past.opening, fact);
    return -1;
}

// Judges a way with facts changed, without proofs. Up to the first scene that states one of them nothing is other than
// it was, so judging begins there.
class Rejudged {
  public:
    Rejudged(const PastCase& past, int moment) : past_(past), moment_(moment) {
        Judge judge(past.rules, past.opening, {}, Proofs::left_out);
        for (int i = 0; i <= moment; ++i) {
            before_.push_back(judge);
            go_through(judge, past.moments[static_cast<std::size_t>(i)]);
        }
    }

    Judge with(const std::vector<FactCandidate>& changes) const {
        PastCase other = past_;
        int first = moment_;
        for (const FactCandidate& change : changes)
            first = std::min(first, change_fact(other, moment_, change.would_be));
        if (first < 0) return other.judged(Proofs::left_out);
        Judge judge = before_[static_cast<std::size_t>(first)];
        for (std::size_t i = static_cast<std::size_t>(first); i < other.moments.size(); ++i)
            go_through(judge, other.moments[i]);
        if (other.closed) judge.close();
        return judge;
    }

  private:
    const PastCase& past_;
    int moment_;
    std::vector<Judge> before_;  // each scene until then
};

std::string outcome_words(RuleStanding was, RuleStanding then) {
    using enum RuleStanding;
    switch (then) {
        case kept: return "this rule would have been kept"_en;
        case excused: return "an exception to this rule would have applied"_en;
        case fell_short:
            return was == kept ? "the same choice would have broken this rule"_en
                               : "this rule would not have been kept"_en;
        case contested: return "practitioners would have been divided here"_en;
        case open: return "this rule would still have been open here"_en;
        case silent: return "this rule would not have come into it"_en;
    }
    return {};
}

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string sentences(const std::vector<FactCandidate>& changes, RuleStanding was, const FactFlip& flip,
                      const Store& written, const Names& names) {
    std::string as_it_was;
    std::string had_it_been;
    for (const FactCandidate& change : changes) {
        const auto clause = [&](const Setting& fact, FactMood mood) {
            return fact_clause(fact, change.member, mood, written, names);
        };
        const std::string was_so = change.was.unknown ? fill("it was not known whether {fact}"_en,
                                                             {{"fact", clause(change.would_be, FactMood::as_it_was)}})
                                                      : clause(change.was, FactMood::as_it_was);
        const std::string would_be = change.was.unknown ? fill("it had been known that {fact}"_en,
                                                               {{"fact", clause(change.would_be, FactMood::as_it_was)}})
                                                        : clause(change.would_be, FactMood::had_it_been);
        as_it_was =
            as_it_was.empty() ? was_so : fill("{fact}, and {other}"_en, {{"fact", as_it_was}, {"other", was_so}});
        had_it_been = had_it_been.empty() ? would_be
                                          : fill("{fact} and {other}"_en, {{"fact", had_it_been}, {"other", would_be}});
    }
    const bool told = !flip.verdict.text.empty() && flip.then != RuleStanding::open;
    return fill(told ? "{facts}. If {change}, {outcome}: {verdict}"_en : "{facts}. If {change}, {outcome}."_en,
                {{"facts", capital(as_it_was)},
                 {"change", had_it_been},
                 {"outcome", outcome_words(was, flip.then)},
                 {"verdict", flip.verdict.text}});
}

}  // namespace

Judge PastCase::judged(Proofs proofs) const {
    Judge judge(rules, opening, proofs == Proofs::written ? names : Names{}, proofs);
    for (const PastMoment& moment : moments) go_through(judge, moment);
    if (closed) judge.close();
    return judge;
}

int PastCase::moment_of(int decision) const {
    int at = -1;
    for (std::size_t i = 0; i < moments.size(); ++i)
        if (moments[i].arrival.decision && ++at == decision) return static_cast<int>(i);
    return -1;
}

Store facts_written(const PastCase& past, int moment) {
    Store store = past.opening;
    for (int i = 0; i <= moment; ++i) {
        const Arrival& arrival = past.moments[static_cast<std::size_t>(i)].arrival;
        for (const EntityRef& ref : arrival.reveals) store.show(ref.kind, ref.entity, true);
        for (const Setting& change : arrival.changes) put(store, change);
    }
    return store;
}

PastCase with_fact(PastCase past, int moment, const Setting& fact) {
    change_fact(past, moment, fact);
    return past;
}

RuleStanding standing_of(const Verdict& verdict) {
    switch (verdict.state) {
        case VerdictState::kept: return RuleStanding::kept;
        case VerdictState::breached:
        case VerdictState::missed:
        case VerdictState::repaired: return RuleStanding::fell_short;
        case VerdictState::excused: return RuleStanding::excused;
        case VerdictState::contested: return RuleStanding::contested;
        case VerdictState::pending: return RuleStanding::open;
        case VerdictState::inactive:
        case VerdictState::lapsed:
        case VerdictState::error: break;
    }
    return RuleStanding::silent;
}

FactFlip change_one_fact(const PastCase& past, int decision, const Verdict& verdict) {
    FactFlip flip;
    const int moment = past.moment_of(decision);
    const Norm* norm = past.rules->norm(verdict.norm);
    if (moment < 0 || norm == nullptr) return flip;
    const RuleStanding was = standing_of(verdict);
    const Store written = facts_written(past, moment);
    const std::vector<FactCandidate> candidates = fact_candidates(*past.rules, *norm, verdict, written);

    const Rejudged rejudged(past, moment);
    using Rank = std::tuple<bool, int, bool, bool, int, int>;
    std::optional<Rank> best_rank;
    std::vector<FactCandidate> best;
    const auto consider = [&](std::vector<FactCandidate> changes) {
        ++flip.tried;
        Rank rank{false, 0, false, false, 0, 0};
        for (const FactCandidate& change : changes) {
            std::get<0>(rank) |= change.ease >= 3;
            std::get<2>(rank) |= change.odd;
            std::get<3>(rank) |= !change.shown;
            std::get<4>(rank) += change.ease;
            std::get<5>(rank) += change.distance;
        }
        if (best_rank && !(rank < *best_rank)) return;  // whatever came of it, it would not be better
        const auto then = flipped(rejudged.with(changes), decision, verdict);
        if (!then) return;
        std::get<1>(rank) = worth(was, standing_of(*then));
        if (best_rank && !(rank < *best_rank)) return;
        best_rank = rank;
        best = std::move(changes);
    };

    for (const FactCandidate& candidate : candidates) {
        flip.all_tried = flip.tried < most_tried;
        if (!flip.all_tried) break;
        consider({candidate});
    }
    if (!best_rank && flip.all_tried) {
        const std::size_t likely = std::min(candidates.size(), pair_of);
        for (std::size_t a = 0; a < likely; ++a)
            for (std::size_t b = a + 1; b < likely; ++b)
                if (!is_of(candidates[a].would_be, candidates[b].would_be)) consider({candidates[a], candidates[b]});
    }
    if (!best_rank) return flip;

    PastCase other = past;
    for (const FactCandidate& change : best) other = with_fact(std::move(other), moment, change.would_be);
    if (auto then = flipped(other.judged(Proofs::written), decision, verdict)) flip.verdict = std::move(*then);
    flip.then = flip.verdict.norm.empty() ? RuleStanding::silent : standing_of(flip.verdict);
    Store after = written;
    for (const FactCandidate& change : best) put(after, change.would_be);
    for (const FactCandidate& change : best) {
        const FactRead read{change.would_be.fact, change.would_be.entity, change.would_be.key};
        const FactShown before = show_fact(read, written, past.names);
        flip.changes.push_back({change.would_be, before.path, before.value, show_fact(read, after, past.names).value});
    }
    flip.words = sentences(best, was, flip, written, past.names);
    return flip;
}

}  // namespace ntk
