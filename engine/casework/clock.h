#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ntk {

// Case time is minutes since Monday 00:00 of week 1. No wall clock is ever read.

// Reads "w2 Mon 14:30", or "Mon 10:00" for week 1. Returns nothing when it is not written like that.
std::optional<int> read_moment(std::string_view written);

// Reads "+1d 09:30" (that many days later at that time), "+2h"/"+30m", or "next Fri 09:00" (the first such moment still
// to come) against an earlier moment.
std::optional<int> read_later(std::string_view written, int from);

// A length of time "30m", "4h", "2d" in minutes, or "1wd" in working days (Saturday and Sunday skipped, no bank
// holidays).
struct Span {
    int minutes = 0;
    int working_days = 0;
};
std::optional<Span> read_span(std::string_view written);
int after(int from, Span span);

std::string moment_text(int minutes);  // "week 2, Monday 14.30"
std::string span_text(Span span);      // "1 working day", "30 minutes"

}  // namespace ntk
