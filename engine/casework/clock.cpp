#include "engine/casework/clock.h"

#include <array>
#include <charconv>

#include "engine/text/said.h"

namespace ntk {

namespace {

constexpr int day = 24 * 60;
constexpr int week = 7 * day;
constexpr std::array<std::string_view, 7> short_days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

const std::array<const ProgramText*, 7>& long_days() {
    static const std::array<const ProgramText*, 7> days = {&"Monday"_text,   &"Tuesday"_text, &"Wednesday"_text,
                                                           &"Thursday"_text, &"Friday"_text,  &"Saturday"_text,
                                                           &"Sunday"_text};
    return days;
}

// Takes a number of at most `digits` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    int value = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    const auto used = static_cast<std::size_t>(rest - text.data());
    if (error != std::errc{} || used == 0 || used > digits || value < 0) return std::nullopt;
    text.remove_prefix(used);
    return value;
}

// "14:30" as minutes of the day.
std::optional<int> read_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    std::string_view h = text.substr(0, 2);
    std::string_view m = text.substr(3, 2);
    const auto hours = take_number(h, 2);
    const auto minutes = take_number(m, 2);
    if (!hours || !minutes || !h.empty() || !m.empty() || *hours > 23 || *minutes > 59) return std::nullopt;
    return *hours * 60 + *minutes;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::optional<int> read_moment(std::string_view written) {
    int weeks = 0;
    if (!written.empty() && written.front() == 'w') {
        written.remove_prefix(1);
        const auto number = take_number(written, 3);
        if (!number || *number < 1 || written.empty() || written.front() != ' ') return std::nullopt;
        written.remove_prefix(1);
        weeks = *number - 1;
    }
    if (written.size() != 9 || written[3] != ' ') return std::nullopt;
    const auto time = read_time(written.substr(4));
    if (!time) return std::nullopt;
    for (std::size_t d = 0; d < short_days.size(); ++d)
        if (written.substr(0, 3) == short_days[d]) return weeks * week + static_cast<int>(d) * day + *time;
    return std::nullopt;
}

std::optional<int> read_later(std::string_view written, int from) {
    if (written.substr(0, 5) == "next ") {
        const auto in_week = read_moment(written.substr(5));
        if (!in_week || written[5] == 'w') return std::nullopt;
        const int at = from / week * week + *in_week;
        return at > from ? at : at + week;
    }
    if (written.size() < 3 || written.front() != '+') return std::nullopt;
    const std::size_t space = written.find(' ');
    if (space == std::string_view::npos) {
        const auto span = read_span(written.substr(1));
        if (!span) return std::nullopt;
        return after(from, *span);
    }
    const auto span = read_span(written.substr(1, space - 1));
    const auto time = read_time(written.substr(space + 1));
    if (!span || !time || (span->minutes % day) != 0) return std::nullopt;
    const int that_day = after(from, *span) / day * day;
    return that_day + *time;
}

std::optional<Span> read_span(std::string_view written) {
    const auto number = take_number(written, 5);
    if (!number) return std::nullopt;
    if (written == "m") return Span{*number, 0};
    if (written == "h") return Span{*number * 60, 0};
    if (written == "d") return Span{*number * day, 0};
    if (written == "wd") return Span{0, *number};
    return std::nullopt;
}

int after(int from, Span span) {
    int at = from + span.minutes;
    for (int left = span.working_days; left > 0;) {
        at += day;
        if (at % week < 5 * day) --left;
    }
    return at;
}

std::string moment_text(int minutes) {
    const int of_day = minutes % day;
    return fill("week {week}, {day} {hour}.{minute}"_en,
                {{"week", std::to_string(minutes / week + 1)},
                 {"day", long_days()[static_cast<std::size_t>(minutes % week / day)]->said()},
                 {"hour", two_digits(of_day / 60)},
                 {"minute", two_digits(of_day % 60)}});
}

std::string span_text(Span span) {
    const auto n = [](int number) { return static_cast<std::size_t>(number); };
    if (span.working_days > 0) return number_of<"{n} working day | {n} working days">(n(span.working_days));
    if (span.minutes > 0 && span.minutes % day == 0) return number_of<"{n} day | {n} days">(n(span.minutes / day));
    if (span.minutes > 0 && span.minutes % 60 == 0) return number_of<"{n} hour | {n} hours">(n(span.minutes / 60));
    return number_of<"{n} minute | {n} minutes">(n(span.minutes));
}

}  // namespace ntk
