#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/rules/judge.h"

namespace ntk {

// One scene of a way through a case as it was: what the learner met there, and what they did.
struct PastMoment {
    Arrival arrival;
    std::vector<Act> acts;
    bool acted = false;    // false: a scene without a decision, or one still open
    bool skipped = false;  // somebody else did these acts: Judge::skip
};

// A way through a case as it was, so that it can be judged again with a fact changed: the same scenes at the same
// times, the same acts.
struct PastCase {
    std::shared_ptr<const RuleBook> rules;
    Names names;
    Store opening = new_case();
    std::vector<PastMoment> moments;
    bool closed = false;

    Judge judged(Proofs proofs) const;
    int moment_of(int decision) const;  // index of the scene of a decision; -1 when there is none
};

// The facts as they were written by the time of a scene: what was not yet known is hidden, and a use on which
// practitioners are divided is "contested", not what one reading makes of it.
Store facts_written(const PastCase& past, int moment);

// The same way with one fact other than it was at a scene: the last statement of that fact until then, whether the
// opening's or a scene's, says this instead. What the story states of it later stands.
PastCase with_fact(PastCase past, int moment, const Setting& fact);

// How a rule stood at a decision.
enum class RuleStanding { silent, open, kept, excused, contested, fell_short };
RuleStanding standing_of(const Verdict& verdict);

// One fact that was changed, with its value before and after in words.
struct FactChanged {
    Setting fact;
    std::string path, was, would_be;
};

// The smallest change of facts found that would have made a verdict come out otherwise.
struct FactFlip {
    std::vector<FactChanged> changes;  // one; two where no single one does; empty: nothing tried does
    RuleStanding then = RuleStanding::silent;
    Verdict verdict;        // what it would be then; without a norm when the rule would not have spoken
    std::string words;      // as it was, what if, and what the verdict would be: whole sentences
    int tried = 0;          // ways of changing the facts that were weighed
    bool all_tried = true;  // false: the search stopped before every one had been
};

// Looks for it by judging the same choices again with each fact changed that the rule may read: facts of the situation,
// never what the learner did. A fact is given each other value of its own kind; one that was not known may become
// known. Of several the one is taken that could most readily have been so. The verdict is flipped when, at its
// decision, no verdict of its norm stands as it did. Bounded; the same answer every time.
FactFlip change_one_fact(const PastCase& past, int decision, const Verdict& verdict);

}  // namespace ntk
