#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/rules/pack_diff.h"
#include "engine/rules/score.h"
#include "engine/text/json.h"

namespace ntk {

// A verdict that comes out differently under other rules, or only under one of the two.
struct VerdictChange {
    int decision = 0;  // from 1: where it was decided, or arose
    std::string norm, title;
    std::optional<Verdict> before, after;
    std::vector<RuleChange> why;  // what differs in the norm and in what it rests on; empty: nothing there does
};

// A score under both rules, in percent; -1: not tested.
struct ScoreChange {
    std::string id, label;
    int before = -1, after = -1;
};

// What an old attempt would come to under other rules. It only tells: logs and reports stay as they are.
struct WhatChanged {
    std::shared_ptr<const RuleBook> rules_before, rules_after;
    int decisions = 0;
    bool complete = false;                // the case was played to its end, so that there are scores
    std::vector<VerdictChange> verdicts;  // by norm, then decision
    std::vector<ScoreChange> scores;      // all of them: overall, strands, rules, points
    std::string outcome_before, outcome_after;
    std::string outcome_words_before, outcome_words_after;
    std::vector<std::string> criticals_before, criticals_after;  // "GR5.1, duty 2"

    bool anything() const;
};

// Makes the choices of an attempt again under other rules and compares. Returns nothing, and why in `problem`, when
// they cannot be made there.
std::optional<WhatChanged> what_changed(const Attempt& attempt, const std::shared_ptr<const RuleBook>& rules,
                                        std::string& problem);

// The same as lines, without saying which log it is about, and as data.
std::string what_changed_text(const WhatChanged& changed);
Json what_changed_json(const WhatChanged& changed);

// What each of some logs would come to, as assets/schema/changed-1.schema.json describes it: each is what
// what_changed_json gave, with the `log` it is about and the id of its `scenario`.
Json changed_logs_json(Json::List logs);

}  // namespace ntk
