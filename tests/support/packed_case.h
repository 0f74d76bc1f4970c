#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/report/group_pack.h"

namespace ntk {

// A case with the ways of its plan, for the pack of a facilitator.
struct PackedCase {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    std::vector<Way> known;
    ReportDocument pack() const { return group_pack(scenario, rules, known); }
};

// The case in a file of the repository, as tests name it.
PackedCase packed_case(std::string path);

}  // namespace ntk
