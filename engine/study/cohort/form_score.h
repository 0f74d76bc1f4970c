#pragma once

#include "engine/study/cohort/figures.h"

namespace ntk {

// What one person came to over all cases of a form, scored as one: sums, never averages of percentages.
struct FormScore {
    Tally overall;
    Balance balance;
    Outcome outcome = Outcome::not_yet;
};

FormScore form_score(const FormRows& rows, const PassRule& pass);

// Adds one part to a sum.
void add_to_sum(Tally& sum, const Tally& part);
void add_to_sum(Balance& sum, const Balance& part);

// Hit rate less false-alarm rate, and the lean, in percent; missing without duties or restraints, or without a loss.
std::optional<double> j_of(const Balance& balance);
std::optional<double> lean_of(const Balance& balance);

}  // namespace ntk
