#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace ntk::tool {

// What is wrong with a command line, in words, with the name that may be meant; the lines end with a newline.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace ntk::tool
