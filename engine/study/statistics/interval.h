#pragma once

#include <optional>

namespace ntk {

// A range that figures of this kind would fall around the true value 95 times in a hundred.
struct Interval {
    double low = 0, high = 0;
};

// How many of all, with Wilson's score interval: it stays within 0 and 1, also for none or all. Missing for nobody, or
// for more successes than people.
std::optional<Interval> wilson_interval(int successes, int people);

}  // namespace ntk
