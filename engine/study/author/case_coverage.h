#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/play/attempt.h"

namespace ntk {

// Which norms the options of a case have brought to which verdicts, scene by scene, on the ways that were tried. A
// sample, never a proof: what is missing may still be met on another way.
class CaseCoverage {
  public:
    // Tries every option, and every form as it stands at first, where `at` stands.
    void add(const Attempt& at);

    long tried() const { return tried_; }

    // norm -> scene -> verdicts, as "kept" and "breached".
    const std::map<std::string, std::map<std::string, std::set<std::string>>>& met() const { return met_; }

  private:
    std::map<std::string, std::map<std::string, std::set<std::string>>> met_;
    long tried_ = 0;
};

// One norm in the table of coverage.
struct CoveredNorm {
    std::string id, title;
    std::set<std::string> states;                             // met anywhere
    std::vector<std::pair<std::string, std::string>> scenes;  // scene, and what was met there in words
    bool both() const;  // somebody can keep it here, and somebody can fall short of it
};

// The norms that report under one rule or point of the guidance.
struct CoveredHeading {
    std::string id, label, title;
    bool point = false;  // one of the local points, not one of the rules
    std::vector<CoveredNorm> norms;
    std::size_t met() const;  // how many of its norms have had a verdict
};

// Coverage in the order of the guidance: the rules, then the points. A norm stands under each heading it reports under.
std::vector<CoveredHeading> coverage_by_heading(const CaseCoverage& coverage, const RuleBook& rules);

}  // namespace ntk
