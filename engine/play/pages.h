#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/play/better.h"
#include "engine/play/page.h"
#include "engine/play/player.h"
#include "engine/rules/score.h"

namespace ntk {

// Each of these builds one kind of page from where an attempt stands.

// Who the learner is, what the case holds and what is expected of them.
Page briefing_page(const Scenario& scenario);

// The scene at which a decision is due, its options in the order the seed gives.
Page scene_page(const Attempt& attempt, Mode mode, std::int64_t seed);

// What followed; no verdict yet.
Page consequence_page(const Attempt& attempt, Mode mode);

// The page after a skipped decision, in front of what followed: it says that it was skipped, and what a colleague did.
// Where a scene of the story follows it, that page says so; otherwise it is one of its own. `waiting` are the pages
// still to be shown; the rest as for feedback_page.
void tell_of_skip(std::deque<Page>& waiting, const Attempt& before, const Attempt& after, Mode mode, CaseFileView file);

// The verdicts on the last decision. `before` stands at that decision, `after` at whatever came next, which the case
// file of this page must not give away: `file` is the one before that.
Page feedback_page(const Attempt& before, const Attempt& after, const OtherWays& ways, CaseFileView file);

// The ending and the whole result. `ways` holds one entry for each decision.
Page debrief_page(const Attempt& attempt, Mode mode, const ScoreCard& card, const std::vector<OtherWays>& ways);

// The debrief of a case that the learner left for its end: what was judged so far, and no score.
Page early_debrief_page(const Attempt& attempt, Mode mode, const std::vector<OtherWays>& ways);

// Left: nothing is scored.
Page closed_page(const Scenario& scenario);

// The verdicts a reader should see on one decision, worst first: all that fell short or is open, and of those kept the
// ones some other choice would have broken, or that add to the score. What reads the same twice is told once.
std::vector<VerdictView> telling_verdicts(const Attempt& attempt, int decision, const OtherWays& ways);

// The rules, scenario and engine behind a result, in one line.
std::string versions_words(const Attempt& attempt);

// Adds the scenario's terms that a page uses, and those its author wants there.
void add_glossary(Page& page, const Scenario& scenario, const std::vector<std::string>& wanted);

// Scores and the balance as they are read on a debrief, or on what several cases came to.
std::vector<ScoreLine> score_lines(const std::vector<ScopeScore>& scopes);
std::string balance_words(const Balance& balance);

}  // namespace ntk
