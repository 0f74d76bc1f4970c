#pragma once

#include <string>

#include "engine/rules/situation.h"
#include "engine/text/json.h"

namespace ntk {

// What judging a stand-alone situation came to, as lines: step by step what was done and every verdict with its reason,
// the facts read, the exceptions tried and the source; then what still changed at the close.
std::string situation_text(const Situation& situation, const JudgedSituation& judged, const RuleBook& rules);

// The same as data.
Json situation_json(const Situation& situation, const JudgedSituation& judged, const RuleBook& rules);

}  // namespace ntk
