#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/play/attempt.h"

namespace ntk {

// Whether two lists name the same acts in the same order.
bool same_acts(const std::vector<Act>& a, const std::vector<Act>& b);

// The other ways open at one decision, each tried out on a copy of the attempt: what they would have brought is what
// "the other way would have kept it" rests on.
class OtherWays {
  public:
    // `before` stands at the decision; `made` is what was done there.
    OtherWays(const Attempt& before, const DecisionMade& made);

    // The verdicts the decision itself brought, by the same measure as the others.
    const std::vector<Verdict>& own() const { return own_; }

    // What would have kept this verdict's norm, cost no more overall and broken nothing else: a way without any fault
    // before all others, and a choice of the scene before a change of the composed act. Of choices, the one that the
    // author names as the better way; then the one that mends most of what went before and keeps most; then the one
    // that differs in the fewest acts. Empty when nothing tried would have, and for a rule that came due only later.
    std::string better(const Verdict& verdict) const;

    // Whether some other choice here would have broken this norm: then keeping it was an achievement.
    bool could_break(const std::string& norm) const;

  private:
    struct Way {
        std::string words;
        bool choice = true;  // another choice, rather than a change of the composed act
        bool named = false;  // the author names it as the better way
        int distance = 0;    // acts that differ
        std::vector<Verdict> verdicts;
        std::int64_t cost = 0;
        std::int64_t left = 0;  // what is lost so far with it, the decisions before it included
        int kept = 0;           // norms that it keeps
    };

    Way& try_way(Attempt attempt, std::string words, bool choice, const std::vector<Act>& own_acts);
    bool breaks_more(const Way& way) const;
    void try_changes(const Attempt& before, const DecisionMade& made);

    std::vector<Verdict> own_;
    std::int64_t own_cost_ = 0;
    std::vector<Way> ways_;
};

}  // namespace ntk
