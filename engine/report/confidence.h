#pragma once

#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/rules/score.h"

namespace ntk {

// How sure the learner was of a decision, beside what it came to.
struct SureDecision {
    int decision = 0;  // from 0
    int sure = 0;      // percent
    int share = -1;    // percent of what could be earned there; -1: nothing there could earn
};

// How sure the learner was against how right. Nothing of it goes into a score.
struct Confidence {
    std::vector<SureDecision> decisions;  // those with an answer
    int compared = 0;                     // of them, those at which something could be earned
    int mean_sure = -1, mean_share = -1;  // percent over the compared; -1 for none
    bool enough = false;                  // at least three compared
    std::string words() const;            // "You were surer than your answers bore out ..."
};

// Takes the verdicts that count at each decision. Empty when the learner was never asked.
Confidence confidence_of(const Attempt& attempt, const ScoreCard& card);

// Whether a verdict went into the score: not where the situation took it out, nor where a heavier deduction with the
// same root cause stands for it. The verdicts that count add up to the score. Without a card: whether it would.
bool went_into_score(const Verdict& verdict, const ScoreCard* card);

}  // namespace ntk
