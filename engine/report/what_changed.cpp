#include "engine/report/what_changed.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/play/views.h"
#include "engine/rules/rule_view.h"

namespace ntk {

namespace {

// The norm that stands for this one in a rule book, or the id as it is.
std::string standing_for(const RuleBook& rules, const std::string& id) {
    const Norm* norm = rules.norm(id);
    return norm == nullptr ? id : norm->id;
}

std::string title_of(const RuleBook& rules, const std::string& id) {
    const Norm* norm = rules.norm(id);
    return norm == nullptr ? std::string() : norm->title;
}

// The same choices under other rules.
std::optional<Attempt> make_again(const Attempt& attempt, const std::shared_ptr<const RuleBook>& rules,
                                  std::string& problem) {
    Attempt again(attempt.scenario_ptr(), rules);
    for (const DecisionMade& made : attempt.decisions()) {
        again.settle();
        const std::string refusal = again.repeat(made);
        if (!refusal.empty()) {
            problem = "the choice '" + made.option + "' at '" + made.node + "' cannot be made there: " + refusal;
            return std::nullopt;
        }
    }
    again.settle();
    return again;
}

// All that was judged in an attempt, with its score when it is over.
struct Judged {
    explicit Judged(const Attempt& attempt) {
        if (attempt.ended()) card = score(attempt.judge());
        for (Verdict& verdict : card ? card->verdicts : attempt.judge().verdicts())
            if (verdict.state != VerdictState::inactive) verdicts.push_back(std::move(verdict));
    }
    std::optional<ScoreCard> card;
    std::vector<Verdict> verdicts;
};

bool same(const Verdict& a, const Verdict& b) {
    return a.state == b.state && a.credit == b.credit && a.weight == b.weight && a.critical == b.critical &&
           a.counted == b.counted && a.credit_class == b.credit_class && a.in_scope == b.in_scope;
}

int decision_of(const VerdictChange& change) {
    const Verdict& verdict = change.before ? *change.before : *change.after;
    return 1 + std::max(0, verdict.decided >= 0 ? verdict.decided : verdict.opened);
}

// What kind of thing a verdict is about: its key without numbers.
std::string kind_of(const Verdict& verdict) {
    std::string kind = verdict.key;
    kind.erase(std::remove_if(kind.begin(), kind.end(), [](char c) { return c >= '0' && c <= '9'; }), kind.end());
    return kind;
}

// Sets the verdicts of both sides beside each other: of a norm, or of the one that stands for it on the other side, and
// about the same thing. Something that other rules let arise at another time is set beside what is left of its kind.
class Pairing {
  public:
    Pairing(std::vector<Verdict> before, std::vector<Verdict> after, const RuleBook& rules_before,
            const RuleBook& rules_after)
        : before_(std::move(before)), after_(std::move(after)), taken_(after_.size(), false) {
        partner_.assign(before_.size(), -1);
        for (const Verdict& verdict : before_) later_.push_back(standing_for(rules_after, verdict.norm));
        for (const Verdict& verdict : after_) earlier_.push_back(standing_for(rules_before, verdict.norm));
        pair([](const Verdict& a, const Verdict& b) { return a.key == b.key; });
        pair([](const Verdict& a, const Verdict& b) { return kind_of(a) == kind_of(b) && a.opened == b.opened; });
    }

    std::vector<VerdictChange> differences() const {
        std::vector<VerdictChange> all;
        const auto add = [&](const Verdict* before, const Verdict* after) {
            VerdictChange change;
            if (before != nullptr) change.before = *before;
            if (after != nullptr) change.after = *after;
            change.norm = before != nullptr ? before->norm : after->norm;
            change.decision = decision_of(change);
            all.push_back(std::move(change));
        };
        for (std::size_t i = 0; i < before_.size(); ++i) {
            const Verdict* after = partner_[i] < 0 ? nullptr : &after_[static_cast<std::size_t>(partner_[i])];
            if (after == nullptr || !same(before_[i], *after)) add(&before_[i], after);
        }
        for (std::size_t i = 0; i < after_.size(); ++i)
            if (!taken_[i]) add(nullptr, &after_[i]);
        std::stable_sort(all.begin(), all.end(), [](const VerdictChange& a, const VerdictChange& b) {
            return a.norm != b.norm ? a.norm < b.norm : a.decision < b.decision;
        });
        return all;
    }

  private:
    void pair(const std::function<bool(const Verdict&, const Verdict&)>& fits) {
        for (std::size_t i = 0; i < before_.size(); ++i)
            for (std::size_t j = 0; j < after_.size() && partner_[i] < 0; ++j)
                if (!taken_[j] && (later_[i] == after_[j].norm || before_[i].norm == earlier_[j]) &&
                    fits(before_[i], after_[j])) {
                    partner_[i] = static_cast<int>(j);
                    taken_[j] = true;
                }
    }

    std::vector<Verdict> before_, after_;
    std::vector<std::string> later_, earlier_;  // their norms, as the other rules call them
    std::vector<int> partner_;
    std::vector<bool> taken_;
};

// Parts of a rule that only say it, and cannot change how anything comes out.
bool is_wording(const RuleChange& change) {
    static const std::vector<std::string> only_said = {
        "headings", "notes", "source", "sign-off", "grade", "what would have kept it", "to say aloud"};
    return change.kind == RuleChange::Kind::changed &&
           (std::find(only_said.begin(), only_said.end(), change.field) != only_said.end() ||
            change.field.starts_with("explanation when"));
}

// Which differences between the rules bear on a verdict: those of its norm, of the definitions the norm rests on, of
// the rule by which it was due, and of divided practice where that is how it came out. Where the norm itself is new or
// gone, that says it all.
std::vector<RuleChange> reasons(const VerdictChange& change, const std::vector<RuleChange>& all, const RuleBook& before,
                                const RuleBook& after) {
    std::vector<std::string> norms, rest;
    bool zones = false;
    const auto look_at = [&](const std::optional<Verdict>& verdict, const RuleBook& rules) {
        if (!verdict) return;
        zones = zones || verdict->state == VerdictState::contested;
        norms.push_back("norm " + verdict->norm);
        // What is due is called by the rule that made it so: "harm likely, step 4".
        rest.push_back("duty " + verdict->key.substr(0, verdict->key.find(", step ")));
        if (const Norm* norm = rules.norm(verdict->norm))
            for (const auto& term : norm_view(rules, *norm).terms) rest.push_back("definition " + term.first);
    };
    look_at(change.before, before);
    look_at(change.after, after);
    const auto is_in = [](const std::vector<std::string>& names, const RuleChange& one) {
        return std::find(names.begin(), names.end(), one.what) != names.end();
    };
    std::vector<RuleChange> why;
    for (const RuleChange& one : all)
        if (one.kind != RuleChange::Kind::changed && is_in(norms, one)) why.push_back(one);
    if (!why.empty()) return why;
    for (const RuleChange& one : all)
        if (!is_wording(one) &&
            (is_in(norms, one) || is_in(rest, one) || (zones && one.what.starts_with("divided practice "))))
            why.push_back(one);
    return why;
}

void add_scores(std::vector<ScoreChange>& all, const std::vector<ScopeScore>& before,
                const std::vector<ScopeScore>& after) {
    const std::size_t first = all.size();
    for (const ScopeScore& score : before) all.push_back({score.id, score.label, score.tally.percent(), -1});
    for (const ScopeScore& score : after) {
        const auto known = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                                        [&](const ScoreChange& one) { return one.id == score.id; });
        if (known == all.end())
            all.push_back({score.id, score.label, -1, score.tally.percent()});
        else
            known->after = score.tally.percent();
    }
}

std::vector<std::string> names_of(const std::vector<Verdict>& criticals) {
    std::vector<std::string> names;
    for (const Verdict& verdict : criticals) names.push_back(verdict.norm + ", " + verdict.key);
    return names;
}

}  // namespace

bool WhatChanged::anything() const {
    return !verdicts.empty() || outcome_before != outcome_after ||
           std::any_of(scores.begin(), scores.end(),
                       [](const ScoreChange& score) { return score.before != score.after; });
}

std::optional<WhatChanged> what_changed(const Attempt& attempt, const std::shared_ptr<const RuleBook>& rules,
                                        std::string& problem) {
    const auto again = make_again(attempt, rules, problem);
    if (!again) return std::nullopt;
    const Judged before(attempt);
    const Judged after(*again);
    WhatChanged changed;
    changed.rules_before = attempt.judge().rules();
    changed.rules_after = rules;
    changed.decisions = static_cast<int>(attempt.decisions().size());
    changed.verdicts = Pairing(before.verdicts, after.verdicts, *changed.rules_before, *rules).differences();
    const std::vector<RuleChange> all = compare_rules(*changed.rules_before, *rules);
    for (VerdictChange& change : changed.verdicts) {
        change.title = title_of(change.before ? *changed.rules_before : *rules, change.norm);
        change.why = reasons(change, all, *changed.rules_before, *rules);
    }
    changed.complete = before.card && after.card;
    if (!changed.complete) return changed;
    changed.scores.push_back({"overall", "Overall", before.card->overall.percent(), after.card->overall.percent()});
    add_scores(changed.scores, before.card->strands, after.card->strands);
    add_scores(changed.scores, before.card->rules, after.card->rules);
    add_scores(changed.scores, before.card->points, after.card->points);
    changed.outcome_before = outcome_id(before.card->outcome);
    changed.outcome_after = outcome_id(after.card->outcome);
    changed.outcome_words_before = before.card->outcome_words;
    changed.outcome_words_after = after.card->outcome_words;
    changed.criticals_before = names_of(before.card->criticals);
    changed.criticals_after = names_of(after.card->criticals);
    return changed;
}

}  // namespace ntk
