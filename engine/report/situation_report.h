#pragma once

#include <string>

#include "engine/rules/situation.h"
#include "engine/text/json.h"

namespace ntk {

// What judging a stand-alone situation came to, as lines: step by step what was done and every verdict with its reason,
// the facts read, the exceptions tried and the source; then what still changed at the close. With `changed_facts`,
// beside each verdict also the smallest change of facts found that would have made it come out otherwise.
std::string situation_text(const Situation& situation, const JudgedSituation& judged,
                           const std::shared_ptr<const RuleBook>& rules, bool changed_facts = false);

// The same as data.
Json situation_json(const Situation& situation, const JudgedSituation& judged,
                    const std::shared_ptr<const RuleBook>& rules, bool changed_facts = false);

}  // namespace ntk
