#include "engine/study/case_template.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/text/json.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_heading = 80;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string case_id_problem(std::string_view id) {
    if (id.empty()) return "a case needs an id";
    if (id.size() > longest_id) return "the id has more than " + std::to_string(longest_id) + " characters";
    const bool plain =
        std::all_of(id.begin(), id.end(), [](char c) { return is_small_letter(c) || is_digit(c) || c == '-'; });
    if (!plain || !is_small_letter(id.front()) || id.back() == '-') return "'" + printable(id) + "' cannot name a case";
    return {};
}

std::string heading_problem(std::string_view text, std::string_view what) {
    const std::string name(what);
    if (text.find_first_not_of(' ') == std::string_view::npos) return name + " is empty";
    if (first_invalid_utf8(text)) return name + " is not UTF-8 text";
    if (first_unwanted(text) || text.find_first_of("\n\t") != std::string_view::npos)
        return name + " holds a character that nobody can see";
    if (count_characters(text) > longest_heading)
        return name + " has more than " + std::to_string(longest_heading) + " characters";
    return {};
}

bool is_calendar_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (!is_digit(text[i])) return false;
    const auto number = [&](std::size_t from, std::size_t digits) {
        int value = 0;
        for (std::size_t i = from; i < from + digits; ++i) value = value * 10 + (text[i] - '0');
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    if (month < 1 || month > 12) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int last = days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
    const int day = number(8, 2);
    return day >= 1 && day <= last;
}

std::string naming_problems(const NewCase& names) {
    std::string all;
    if (const std::string problem = case_id_problem(names.id); !problem.empty())
        all += problem + ".\nUse up to 64 small letters, digits and -, a letter first: half-a-sandwich.\n";
    if (const std::string problem = heading_problem(names.title, "the title"); !problem.empty()) all += problem + ".\n";
    if (const std::string problem = heading_problem(names.role, "the role"); !problem.empty()) all += problem + ".\n";
    if (!is_calendar_day(names.date))
        all += "'" + printable(names.date) + "' is not a day.\nWrite year, month and day: 2024-09-01.\n";
    return all;
}

std::string title_from_id(std::string_view id) {
    std::string title(id);
    std::replace(title.begin(), title.end(), '-', ' ');
    if (!title.empty() && is_small_letter(title.front())) title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return title;
}

std::string fill_template(std::string_view text, const NewCase& names) {
    const std::array<std::pair<std::string_view, std::string>, 5> marks = {{
        {"@id@", names.id},
        {"@title@", names.title},
        {"@date@", names.date},
        {"@title_text@", Json(names.title).canonical()},
        {"@role_text@", Json(names.role).canonical()},
    }};
    std::string filled;
    while (!text.empty()) {
        const std::size_t at = text.find('@');
        filled += text.substr(0, at);
        if (at == std::string_view::npos) break;
        text.remove_prefix(at);
        const auto mark =
            std::find_if(marks.begin(), marks.end(), [&](const auto& one) { return text.starts_with(one.first); });
        filled += mark == marks.end() ? "@" : mark->second;
        text.remove_prefix(mark == marks.end() ? 1 : mark->first.size());
    }
    return filled;
}

}  // namespace ntk
