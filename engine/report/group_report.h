#pragma once

#include <string>

#include "engine/play/group_player.h"
#include "engine/report/report.h"

namespace ntk {

// What a group's run came to: the report of the case with the votes on each decision, as counts, and what was not
// played. It names nobody. Needs a player whose debrief is showing.
ReportDocument group_report(const GroupPlayer& group, const std::string& reflection = {});

}  // namespace ntk
