#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"
#include "engine/study/plan.h"
#include "engine/study/way.h"

namespace ntk::tool {

// A case to be studied: the scenario, its rules and, when there is one, the plan beside it.
struct StudyCase {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    std::filesystem::path plan_path;  // empty: there is no plan
    Plan plan;
    explicit operator bool() const { return scenario != nullptr && rules != nullptr; }
};

// Reads a case; what is wrong is written to `err`, and then nothing is returned.
StudyCase read_study_case(const std::string& file, std::ostream& err);

// The ways a plan writes down, without those that cannot be read.
std::vector<Way> ways_of(const Plan& plan);

}  // namespace ntk::tool
