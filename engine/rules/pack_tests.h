#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// What running the tests of a pack came to.
struct PackTestResult {
    int tests = 0;
    int expectations = 0;
    std::vector<std::string> failures;  // one paragraph each: where, what was expected, what came out
    std::vector<std::pair<std::string, std::string>> seen;  // norm and state, as expected and reached, without repeats
};

// Runs the situations of a pack's test file against a rule book: facts, then steps of acts with the verdicts expected
// after each and at the close (engine/README.md shows the format). Problems of form go to `diagnostics`.
PackTestResult run_pack_tests(const Tree& file, const std::shared_ptr<const RuleBook>& rules, Diagnostics& diagnostics);

// Whether some test fails under these rules, or cannot be run at all, as when a norm it expects is gone; tests that
// expect something of the norm `about` are tried first. Stops at the first that fails.
bool some_pack_test_fails(const Tree& file, const std::shared_ptr<const RuleBook>& rules, const std::string& about);

}  // namespace ntk
