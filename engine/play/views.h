#pragma once

#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/play/page.h"

namespace ntk {

// Whether a verdict says that something fell short: breached, missed, or mended since.
bool fell_short(const Verdict& verdict);

// What a verdict costs: its weight times what is lacking of its credit, in units of Credit; 0 for what is never scored.
std::int64_t loss(const Verdict& verdict);

// "kept", "breached" and so on, as the log and reports write it.
std::string state_name(VerdictState state);

// The state as a learner reads it: "Kept", "Partly kept", "Not kept", "Missed" ...
std::string state_words(const Verdict& verdict);

// A verdict in words. `over`: the case is over, so nothing can be mended any more.
VerdictView verdict_view(const Attempt& attempt, const Verdict& verdict, bool over);

// Orders verdicts for a reader: what fell short first (heaviest first), then contested, excused, open, kept.
void sort_for_reading(std::vector<Verdict>& verdicts);

// The case file as the learner may see it: only what is known by then.
CaseFileView case_file_view(const Attempt& attempt);

// The case file before the first scene.
CaseFileView opening_view(const Scenario& scenario);

// Whom the learner may ask for advice, and how long they take to answer.
std::vector<std::string> advice_words(const Scenario& scenario, const Store& facts);

}  // namespace ntk
