#pragma once

#include <string>
#include <string_view>

namespace ntk {

// Adds a text to `out` as JSON, quoted as RFC 8259 asks. Bytes that are not UTF-8 become U+FFFD, so that the output is
// always valid JSON.
void append_json(std::string& out, std::string_view text);

}  // namespace ntk
