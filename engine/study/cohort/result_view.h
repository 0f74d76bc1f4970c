#pragma once

#include <string_view>
#include <vector>

#include "engine/study/cohort/case_result.h"

namespace ntk {

// A heading and a decision of a result whose words stand elsewhere.
struct ViewedHeading {
    std::string_view id, label;
    Tally tally;
    bool enough = false;
};
struct ViewedDecision {
    std::string_view node, title, option;
    Tally tally;
    DecisionBand band = DecisionBand::sound;
    bool waited_for_consent = false;
};

// A CaseResult whose words stand elsewhere, such as in the bytes that it is read from: as long as those. One that is
// filled again and again takes no new memory.
struct ResultView {
    std::string_view learner;
    bool assessment = false;
    bool complete = false;
    std::string_view case_id, case_title, case_version, case_sha256, rules_sha256, engine, log_sha256;
    Tally overall;
    std::vector<ViewedHeading> strands, rules, points;
    Balance balance;
    CriticalCount criticals;
    Outcome outcome = Outcome::not_yet;
    int skipped = 0;
    std::vector<ViewedDecision> decisions;
};

// Looks at a result.
ResultView view_of(const CaseResult& result);

}  // namespace ntk
