#pragma once

#include <string>
#include <tl/expected.hpp>

namespace ntk {

// Something the outside world refused, in words for the person at the screen.
struct Problem {
    std::string message;
    std::string hint;  // what they can do about it; may be empty
};

// A value, or why the outside world did not give it.
template <class T>
using Result = tl::expected<T, Problem>;

}  // namespace ntk
