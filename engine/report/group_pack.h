#pragma once

#include <memory>
#include <vector>

#include "engine/report/document.h"
#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"
#include "engine/study/way.h"

namespace ntk {

// A case on paper for whoever runs it with a group: how to run it, every scene with all its options, what the engine
// says about each, the questions to talk about, the endings and the words. Every verdict is found by carrying the
// option out, on the recommended way or on a shortest way to the scene; what the author expects is never looked at.
//
// The recommended way is the first of `known` (the runs of the author's plan) on which nothing falls short; when there
// is none, the best way a search finds.
ReportDocument group_pack(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                          const std::vector<Way>& known);

// That way, to its end.
Way recommended_way(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                    const std::vector<Way>& known);

}  // namespace ntk
