#pragma once

#include <compare>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/play/expect.h"
#include "engine/study/plan.h"

namespace ntk {

// An option tried out at one decision of one run.
struct OptionTried {
    std::string node, option;
    std::set<std::string> breached;  // norms
    bool contested = false;          // some verdict is contested
    bool on_best_line = false;
};

// How a planned run came out.
struct RunTried {
    std::string problem;  // why it stopped early; empty when it reached the end
    std::string ending;
    int decisions = 0;
    int breaches = 0;  // decisions with a breach, as judged then
    bool met = false;  // the case would be passed
};

// A decision at which every option broke a rule, on one planned run.
struct NoCleanOption {
    std::string node, run;
    std::string broken;  // "a GR1.1 and GR6.4; b RS.1"
};

// A scene at which a contested zone of the packs holds.
struct ZoneMet {
    std::string node, zone;
    friend auto operator<=>(const ZoneMet&, const ZoneMet&) = default;
};

// What trying out every option along every planned run has shown. Every way through a case is walked elsewhere.
struct Trials {
    std::vector<OptionTried> tried;
    std::vector<Unexpected> unexpected;        // each once
    std::vector<RunTried> runs;                // one for each planned run
    std::map<std::string, std::string> best;   // by scene: what the planned run without any breach does there
    std::vector<NoCleanOption> nowhere_clean;  // each scene once
    std::set<ZoneMet> zones;
    bool empty() const { return tried.empty(); }
};

Trials try_out(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
               const Plan& plan);

}  // namespace ntk
