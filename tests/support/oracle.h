#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/oracle_facts.h"

// A second evaluator of the Golden Rules, written from the design and not from the engine: where the two differ, one of
// them is wrong. It looks back on a whole story at its end, norm by norm, instead of following it step by step.
namespace ntk::oracle {

// One norm applied to one thing, as it stands when the case is over. Prohibitions that were kept are not listed.
struct Finding {
    std::string norm, state;
    std::int64_t units = 0;  // credit in 1/27,720
    bool earns = false;
    int weight = 0;
    bool critical = false;
};

constexpr std::int64_t whole = 27'720;

// The norms this evaluator knows.
const std::vector<std::string>& norms();

std::vector<Finding> judge(const Story& story);

}  // namespace ntk::oracle
