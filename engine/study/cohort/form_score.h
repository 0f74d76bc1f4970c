#pragma once

#include "engine/study/cohort/form_people.h"

namespace ntk {

// What one person came to over all cases of a form, scored as one: sums, never averages of percentages.
struct FormScore {
    Tally overall;
    Balance balance;
    Outcome outcome = Outcome::not_yet;
};

FormScore form_score(const Cohort& cohort, const FormRows& rows, const PassRule& pass);

// Adds one part to a sum.
inline void add_to_sum(Tally& sum, const Tally& part) {
    sum.earned += part.earned;
    sum.lost += part.lost;
    sum.offered += part.offered;
    sum.opportunities += part.opportunities;
}
inline void add_to_sum(Balance& sum, const Balance& part) {
    sum.duties += part.duties;
    sum.hits += part.hits;
    sum.restraints += part.restraints;
    sum.false_alarms += part.false_alarms;
    sum.protect_loss += part.protect_loss;
    sum.privacy_loss += part.privacy_loss;
}

// Hit rate less false-alarm rate, and the lean, in percent; missing without duties or restraints, or without a loss.
std::optional<double> j_of(const Balance& balance);
std::optional<double> lean_of(const Balance& balance);

}  // namespace ntk
