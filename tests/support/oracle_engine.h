#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/rules/fact_flip.h"
#include "engine/rules/score.h"
#include "tests/support/oracle.h"

namespace ntk::oracle {

// A whole story, closed, for the engine to judge. What is `hidden` never comes to light.
PastCase engine_past(const Story& story, const std::shared_ptr<const RuleBook>& rules, const Names& hidden = {});

// The engine's judge after a whole story, closed. What is `hidden` never comes to light.
Judge engine_judge(const Story& story, const std::shared_ptr<const RuleBook>& rules, const Names& hidden = {});

// For each norm what came of it, one entry per instance, sorted: "breached 1/2 of 4, earns". Prohibitions kept are left
// out; contested instances show no credit.
using Verdicts = std::map<std::string, std::vector<std::string>>;
Verdicts by_engine(const Judge& judge);
Verdicts by_oracle(const Story& story);

// The norms on which the two testers differ.
std::vector<std::string> differing(const Verdicts& engine, const Verdicts& oracle);

// A smaller story for which `still` holds: acts, decisions, people, items and their particulars are dropped one by one
// for as long as that works.
Story shrink(Story story, const std::function<bool(const Story&)>& still);

// The story as a rule-pack test, with what each tester says on one norm.
std::string dispute(const Story& story, const std::string& norm, const Verdicts& engine, const Verdicts& oracle);

}  // namespace ntk::oracle
