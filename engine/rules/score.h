#pragma once

#include <string>
#include <vector>

#include "engine/rules/judge.h"

namespace ntk {

// Exact sums for one scope: a heading, a strand or the whole.
struct Tally {
    std::int64_t earned = 0;  // units of 1/27,720 of a weight, as below
    std::int64_t lost = 0;
    std::int64_t offered = 0;  // the denominator: what the situations met could earn
    int opportunities = 0;     // earning instances
    int percent() const;       // max(0, (earned - lost) / offered), half up; -1 when nothing was offered
};

struct ScopeScore {
    std::string id;     // "R1", "DA", "protect"
    std::string label;  // "Rule 1", "Don't assume", "Protect"
    Tally tally;
    bool enough = false;  // at least three earning opportunities
};

// How far the learner leans (engine.md section 12.2).
struct Balance {
    int duties = 0, hits = 0;  // duties to a lead or early help, and those served in time
    int restraints = 0,
        false_alarms = 0;  // decisions where a share was on offer, and those where something unneeded left
    std::int64_t protect_loss = 0, privacy_loss = 0;
    bool enough = false;  // at least three of each
    int hit_rate_percent() const;
    int false_alarm_percent() const;
    int j_percent() const;      // hit rate minus false-alarm rate, -100..100
    int lean_percent() const;   // towards sharing too much (+) or holding back (-); 0 when nothing was lost
    std::string words() const;  // "You lean towards holding back."
};

enum class Outcome { met, refer, not_yet, not_enough };

// How many decisions a result is about, and how many of them the learner skipped, which costs nothing. A result that
// rests on too few says so instead of "met".
struct Skips {
    int decisions = 0, skipped = 0;
    bool too_many() const { return skipped * 4 > decisions; }  // more than a quarter
};

// The whole result of an attempt.
struct ScoreCard {
    Tally overall;
    std::vector<ScopeScore> strands, rules, points;
    Balance balance;
    std::vector<Verdict> verdicts;  // with `counted` set by root cause
    std::vector<Verdict> criticals;
    Outcome outcome = Outcome::met;  // for review by an assessor
    std::string outcome_words;
    Skips skips;
};

ScoreCard score(const Judge& judge);

// How many critical breaches there were: left open, and of the gravest kind left open or put right.
struct CriticalCount {
    int open = 0, gravest_open = 0, gravest_mended = 0;
};

// What scores and critical breaches come to under a mark (engine.md section 12.3). Where anything was skipped, "met"
// asks for three chances to earn in each strand.
Outcome outcome_of(const Tally& overall, const std::vector<ScopeScore>& strands, const CriticalCount& criticals,
                   const PassRule& pass, const Skips& skips = {});

// "met", "refer", "not_yet" or "not_enough", as logs and reports write it.
const char* outcome_id(Outcome outcome);

// Several results as one, under a mark of their own: sums over all of them, never averages of percentages.
ScoreCard combine(const std::vector<ScoreCard>& cards, const RuleBook& rules, const PassRule& pass);

}  // namespace ntk
