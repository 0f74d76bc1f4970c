#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/host/result.h"

namespace ntk {

// Whether a program can be found along $PATH.
bool program_exists(const std::string& name);

// Runs a program that turns its input into output, such as `dot -Tsvg`, and returns that output. Nothing is handed to a
// shell. Refused when the program cannot be started or ends with anything but success; what it says about that goes to
// our own standard error.
Result<std::string> run_filter(const std::vector<std::string>& command, std::string_view input);

}  // namespace ntk
