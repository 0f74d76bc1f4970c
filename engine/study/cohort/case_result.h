#pragma once

#include <string>
#include <vector>

#include "engine/rules/score.h"

namespace ntk {

// How a decision came out as a whole: the bands in which options are compared with a panel's ratings.
enum class DecisionBand { critical, short_of, sound };

// One decision of a result, in sums of what counted there.
struct DecisionResult {
    std::string node, title;
    std::string option;  // the option or form
    Tally tally;
    DecisionBand band = DecisionBand::sound;
    bool waited_for_consent = false;  // held back or asked first for want of consent, and a rule was missed here
};

// What one learner's way through one case came to, as far as a cohort asks: a report without its words.
struct CaseResult {
    std::string learner;  // a pseudonym; empty when the report has none
    bool assessment = false;
    bool complete = false;  // false: the learner left before the end, and there is no score
    std::string case_id, case_title, case_version, case_sha256, rules_sha256, engine, log_sha256;
    Tally overall;
    std::vector<ScopeScore> strands, rules, points;
    Balance balance;
    CriticalCount criticals;
    Outcome outcome = Outcome::not_yet;
    std::vector<DecisionResult> decisions;
    int skipped = 0;  // decisions skipped by choice; they are not among the others
};

}  // namespace ntk
