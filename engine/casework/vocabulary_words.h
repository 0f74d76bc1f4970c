#pragma once

#include <string>
#include <string_view>

namespace ntk {

// A name of the vocabulary as people read it in the language in use: "early_help" is "early help". Other words stay as
// they are, with spaces.
std::string said_name(std::string_view name);

}  // namespace ntk
