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

// The tests of a pack as read once, to be run against one rule book after another.
class PackTests {
  public:
    struct Test;

    // Reads a test file: facts, then steps of acts with the verdicts expected after each and at the close
    // (engine/README.md shows the format). Problems of form, and norms that `rules` do not have, go to `diagnostics`;
    // tests from the first such problem on are left out.
    static PackTests read(const Tree& file, const RuleBook& rules, Diagnostics& diagnostics);
    ~PackTests();
    PackTests(PackTests&&) noexcept;

    PackTestResult run(const std::shared_ptr<const RuleBook>& rules) const;

    // Whether some test fails under these rules, or cannot be run at all, as when a norm it expects is gone. Stops at
    // the first that fails. Tests that expect something of the norm `about` are tried first, and among them those
    // that failed last.
    bool some_fails(const std::shared_ptr<const RuleBook>& rules, const std::string& about);

  private:
    PackTests();
    std::vector<std::shared_ptr<const Test>> tests_;
};

// Reads a test file and runs it against a rule book.
PackTestResult run_pack_tests(const Tree& file, const std::shared_ptr<const RuleBook>& rules, Diagnostics& diagnostics);

}  // namespace ntk
