#pragma once

#include <string>

namespace ntk::tool {

// The page of a diagnostic code: what it means, why it matters, a file that draws it with what is then said, and one
// that does not. The examples are those of tests/bad, which the tests hold to the letter. Empty when there is no such
// code; `problem` says so.
std::string code_page(const std::string& code, std::string& problem);

}  // namespace ntk::tool
