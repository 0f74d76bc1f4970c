#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// The shipped packs of a stack, read once per process; fails the test when they do not read without a finding.
std::shared_ptr<const RuleBook> rule_book(const std::vector<std::string>& stack,
                                          const std::string& as_of = "2024-09-01");

// A Tree from YAML text, for small examples inside tests.
Tree read_yaml_text(const std::string& text, Diagnostics& diagnostics);

}  // namespace ntk
