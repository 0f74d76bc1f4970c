#pragma once

#include "engine/play/page.h"
#include "engine/play/player.h"
#include "engine/study/assessment/assessment_plan.h"

namespace ntk {

// The pages of an assessment that belong to no case. Their choices have the ids in quotation marks.

// What is kept, for how long and what about it can be asked for: "agree", "decline".
Page notice_page(const AssessmentPlan& plan, const std::string& learner);

// Where there is a limit, how much time: "usual", "tenfold", "off".
Page time_page(const AssessmentPlan& plan);

// The time is up: "more", "finish".
Page time_up_page(const AssessmentPlan& plan);

// Whether to leave a case for the next one: "back", "skip".
Page skip_page(const Player& player);

// After each case but the last: "continue" goes on with the next one.
Page between_page(const AssessmentPlan& plan, const std::vector<Player>& players);

// Everything once more: "submit", and for each case that was begun "look:1" and so on.
Page look_over_page(const AssessmentPlan& plan, const std::vector<Player>& players);

// What was decided in one case, without a verdict: "back".
Page decided_page(const Player& player, std::size_t position);

// Once more before it counts: "yes", "back".
Page confirm_page(const AssessmentPlan& plan, const std::vector<Player>& players);

Page done_page(const AssessmentPlan& plan, const std::string& learner);
Page left_page(const AssessmentPlan& plan, bool begun);  // nothing is kept of one that was not begun

// A page of a case as the assessment shows it: which case of how many it belongs to.
Page page_in_assessment(const Page& page, const AssessmentPlan& plan, std::size_t position);

}  // namespace ntk
