#pragma once

#include <cstdlib>
#include <string_view>

namespace ntk {

// Whether this is a long search: ./check --deep sets NTK_DEEP to 1.
inline bool deep_check() {
    const char* asked = std::getenv("NTK_DEEP");
    return asked != nullptr && std::string_view(asked) == "1";
}

}  // namespace ntk
