#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"
#include "engine/study/lint/allowed.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// What stands beside a case, as far as it is there.
struct BesideCase {
    const Tree* plan = nullptr;
    std::string plan_name;  // as it is or should be called
    const std::string* checklist = nullptr;
    int checklist_source = 0;
    std::string checklist_name;
    std::function<bool(const std::string& id)> has_case;  // whether there is a case of that name beside this one
};

// The rules that a case asks for, or null after an error that is in the diagnostics.
using FindRules = std::function<std::shared_ptr<const RuleBook>(const Scenario& scenario, Diagnostics& diagnostics)>;

// What no authored file may hold, whatever it is about: a real person's details (W507) and bare pictures (W508).
void look_for_people(int source, Diagnostics& diagnostics);

// Reads a case and says all that is wrong with it, and all that could be better. Returns what its author has allowed.
std::vector<AllowedFinding> check_case(const Tree& tree, const BesideCase& beside, const FindRules& find_rules,
                                       Diagnostics& diagnostics);

}  // namespace ntk
