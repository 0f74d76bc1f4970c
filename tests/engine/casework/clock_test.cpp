#include "engine/casework/clock.h"

#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

using namespace ntk;

namespace {

constexpr int hour = 60;
constexpr int day = 24 * hour;
constexpr int week = 7 * day;

int moment(const std::string& written) {
    const auto at = read_moment(written);
    INFO(written);
    REQUIRE(at);
    return *at;
}

std::string later(const std::string& written, const std::string& from) {
    const auto at = read_later(written, moment(from));
    return at ? moment_text(*at) : "refused";
}

std::string span_after(const std::string& from, const std::string& span) {
    const auto read = read_span(span);
    return read ? moment_text(after(moment(from), *read)) : "refused";
}

}  // namespace

TEST_CASE("a moment counts minutes from Monday of week 1") {
    CHECK(moment("Mon 00:00") == 0);
    CHECK(moment("w1 Mon 00:00") == 0);
    CHECK(moment("Tue 00:01") == day + 1);
    CHECK(moment("w1 Sun 23:59") == week - 1);
    CHECK(moment("w2 Mon 14:30") == week + 14 * hour + 30);
    CHECK(moment("w999 Wed 09:05") == 998 * week + 2 * day + 9 * hour + 5);
}

TEST_CASE("what is not a moment is refused") {
    for (const char* written : {"",
                                "w",
                                "w2",
                                "w2 ",
                                "w2Mon 14:30",
                                "w0 Mon 14:30",
                                "w1000 Mon 14:30",
                                "w-1 Mon 14:30",
                                "Mon",
                                "Mon 9:30",
                                "Mon 24:00",
                                "Mon 09:60",
                                "Mon 09.30",
                                "Mon  09:30",
                                "Mon 09:30 ",
                                "mon 09:30",
                                "Mond 09:30",
                                "Mon -9:30",
                                "Mon 1a:30",
                                "Mon 09:+1",
                                "W2 Mon 14:30",
                                "w99999999999999999999 Mon 09:30"}) {
        INFO(written);
        CHECK_FALSE(read_moment(written));
    }
}

TEST_CASE("a moment reads back in words") {
    CHECK(moment_text(0) == "week 1, Monday 00.00");
    CHECK(moment_text(moment("w2 Mon 14:30")) == "week 2, Monday 14.30");
    CHECK(moment_text(moment("w10 Sun 09:05")) == "week 10, Sunday 09.05");
}

TEST_CASE("a later moment is read against an earlier one") {
    CHECK(later("+30m", "Mon 23:45") == "week 1, Tuesday 00.15");
    CHECK(later("+2h", "Sun 23:00") == "week 2, Monday 01.00");
    CHECK(later("+1d", "w1 Thu 08:49") == "week 1, Friday 08.49");
    CHECK(later("+1d 09:30", "w1 Thu 08:49") == "week 1, Friday 09.30");
    CHECK(later("+0d 17:15", "w1 Thu 08:49") == "week 1, Thursday 17.15");
    CHECK(later("+35d 11:20", "w1 Thu 08:49") == "week 6, Thursday 11.20");
    CHECK(later("+2wd 09:40", "w1 Thu 08:49") == "week 2, Monday 09.40");
    CHECK(later("next Fri 09:00", "w1 Mon 10:00") == "week 1, Friday 09.00");
    CHECK(later("next Mon 10:30", "w1 Thu 16:00") == "week 2, Monday 10.30");
}

TEST_CASE("'next' never means now or before") {
    CHECK(later("next Mon 10:00", "w1 Mon 09:59") == "week 1, Monday 10.00");
    CHECK(later("next Mon 10:00", "w1 Mon 10:00") == "week 2, Monday 10.00");
    CHECK(later("next Mon 10:00", "w1 Mon 10:01") == "week 2, Monday 10.00");
}

TEST_CASE("a time of day on the same day may lie before the earlier moment; the story never goes back to it") {
    CHECK(later("+0d 08:00", "w1 Thu 16:00") == "week 1, Thursday 08.00");
}

TEST_CASE("what is not a later moment is refused") {
    for (const char* written :
         {"", "+", "+1", "1d", "+1d9:30", "+1d 9:30", "+1d 25:00", "+30m 09:30", "+2h 09:30", "-1d", "+ 1d", "next",
          "next ", "next Fri", "next w2 Fri 09:00", "next Friday 09:00", "+1x", "+999999d"}) {
        INFO(written);
        CHECK_FALSE(read_later(written, 0));
    }
}

TEST_CASE("a length of time is minutes, hours, days or working days") {
    CHECK(read_span("30m")->minutes == 30);
    CHECK(read_span("4h")->minutes == 240);
    CHECK(read_span("2d")->minutes == 2 * day);
    CHECK(read_span("2d")->working_days == 0);
    CHECK(read_span("3wd")->working_days == 3);
    CHECK(read_span("3wd")->minutes == 0);
    CHECK(read_span("0m")->minutes == 0);
    for (const char* written : {"", "m", "30", "30 m", "-5m", "1w", "1.5h", "100000m", "30M", "1dd", "+1d"}) {
        INFO(written);
        CHECK_FALSE(read_span(written));
    }
}

TEST_CASE("working days skip Saturday and Sunday") {
    const std::vector<std::pair<std::string, std::string>> one_day = {
        {"w1 Mon 14:30", "week 1, Tuesday 14.30"}, {"w1 Thu 14:30", "week 1, Friday 14.30"},
        {"w1 Fri 14:30", "week 2, Monday 14.30"},  {"w1 Sat 14:30", "week 2, Monday 14.30"},
        {"w1 Sun 14:30", "week 2, Monday 14.30"},  {"w2 Fri 00:00", "week 3, Monday 00.00"},
        {"w2 Fri 23:59", "week 3, Monday 23.59"}};
    for (const auto& [from, expected] : one_day) {
        INFO(from);
        CHECK(span_after(from, "1wd") == expected);
    }
    CHECK(span_after("w1 Fri 10:00", "2wd") == "week 2, Tuesday 10.00");
    CHECK(span_after("w1 Mon 10:00", "5wd") == "week 2, Monday 10.00");
    CHECK(span_after("w1 Wed 10:00", "10wd") == "week 3, Wednesday 10.00");
    CHECK(span_after("w1 Sat 10:00", "0wd") == "week 1, Saturday 10.00");
    CHECK(span_after("w1 Fri 10:00", "1d") == "week 1, Saturday 10.00");
}

TEST_CASE("a length of time reads back in words") {
    CHECK(span_text({0, 1}) == "1 working day");
    CHECK(span_text({0, 2}) == "2 working days");
    CHECK(span_text({30, 0}) == "30 minutes");
    CHECK(span_text({1, 0}) == "1 minute");
    CHECK(span_text({60, 0}) == "1 hour");
    CHECK(span_text({90, 0}) == "90 minutes");
    CHECK(span_text({1440, 0}) == "1 day");
    CHECK(span_text({2880, 0}) == "2 days");
    CHECK(span_text({0, 0}) == "0 minutes");
}
