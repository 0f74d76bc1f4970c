#pragma once

#include <string>
#include <vector>

#include "game/desktop/session.h"

namespace ntk::desktop {

// Which cases of the library the learner wants to see. Empty parts, and 0 minutes, leave everything in.
struct CaseFilter {
    std::string level, neglect, field;
    int minutes = 0;  // no longer than this

    bool wants(const CaseCard& card) const;
    bool empty() const { return level.empty() && neglect.empty() && field.empty() && minutes == 0; }

    // The filter in words: "level 2, at most 20 minutes, medical neglect"; empty when everything is in.
    std::string words() const;
};

// What the cards of a library can be told apart by, each list in order and without doubles.
struct FilterAnswers {
    std::vector<std::string> levels, neglect, fields;
    std::vector<int> minutes;  // the longest times of the cases
};

FilterAnswers filter_answers(const std::vector<CaseCard>& cards);

}  // namespace ntk::desktop
