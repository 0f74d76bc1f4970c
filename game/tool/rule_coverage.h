#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"

namespace ntk::tool {

// Which norms a scenario's options brought to which verdicts, on the ways that were tried. A sample, never a proof: a
// norm that is missing here may still be met on another way.
struct ScenarioCoverage {
    std::string id;
    int ways = 0;                                         // from the start to an end
    int choices = 0;                                      // options tried, each at the point where a way came to it
    std::map<std::string, std::set<std::string>> states;  // norm -> verdicts met
};

// Walks one way that always takes the choice with the least loss, and `seeded` ways at random, the same for the same
// numbers; at every decision on the way every option is tried. Forms to fill in are not.
ScenarioCoverage sample_coverage(const std::shared_ptr<const Scenario>& scenario,
                                 const std::shared_ptr<const RuleBook>& rules, int seeded);

// Norms against verdicts as lines: one row to a norm, then the norms no scenario met.
std::string coverage_text(const RuleBook& rules, const std::vector<ScenarioCoverage>& scenarios);

// Norms against verdicts as a table of words; `states` as sample_coverage or pack tests met them. Norms that cannot
// have a verdict of their own (permissions, aliases) are left out.
std::string state_table(const RuleBook& rules, const std::map<std::string, std::set<std::string>>& states,
                        const std::string& pack);

}  // namespace ntk::tool
