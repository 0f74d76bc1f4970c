#include <array>
#include <optional>
#include <set>

#include "engine/study/lint/finders.h"

namespace ntk {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// A stretch of one line, and the characters just outside it.
struct Line {
    std::string_view text;
    char at(std::size_t i) const { return i < text.size() ? text[i] : '\0'; }
    bool starts_word(std::size_t i) const { return i == 0 || (!is_letter(text[i - 1]) && !is_digit(text[i - 1])); }
    bool ends_word(std::size_t i) const { return i >= text.size() || (!is_letter(text[i]) && !is_digit(text[i])); }
};

// Digits from `from` on, with single spaces, hyphens or brackets between them; `end` is set behind the last.
std::string digits_at(const Line& line, std::size_t from, std::size_t& end) {
    std::string digits;
    end = from;
    constexpr std::size_t most = 16;  // longer is no number of a person
    for (std::size_t i = from; i < line.text.size() && digits.size() < most; ++i) {
        if (is_digit(line.at(i))) {
            digits += line.at(i);
            end = i + 1;
        } else if (!(line.at(i) == ' ' || line.at(i) == '-' || line.at(i) == '(' || line.at(i) == ')') || i > end + 1) {
            break;
        }
    }
    return digits;
}

// Ten digits whose last is the check digit of the nine before (weights 10 to 2, modulo 11).
bool is_health_number(const std::string& digits) {
    if (digits.size() != 10) return false;
    int sum = 0;
    for (int i = 0; i < 9; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
    const int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits[9] - '0';
}

using Found = std::optional<std::pair<std::size_t, const char*>>;  // where it ends, and what it looks like

Found number_at(const Line& line, std::size_t i) {
    if (!(is_digit(line.at(i)) || line.at(i) == '+' || line.at(i) == '(') || !line.starts_word(i)) return std::nullopt;
    if (i > 0 && (line.at(i - 1) == '.' || line.at(i - 1) == '-' || line.at(i - 1) == '+')) return std::nullopt;
    std::size_t end = 0;
    const bool abroad = line.at(i) == '+';
    const std::string digits = digits_at(line, i + (is_digit(line.at(i)) ? 0 : 1), end);
    if (!line.ends_word(end)) return std::nullopt;
    if (is_health_number(digits) && digits[0] != '0') return std::pair(end, "an NHS number");
    // Freephone and short lines belong to services, not to people.
    const bool service = digits.starts_with("0800") || digits.starts_with("0808") || digits.starts_with("116");
    if (!service && ((digits.starts_with("0") && (digits.size() == 10 || digits.size() == 11)) ||
                     (abroad && digits.starts_with("44") && digits.size() >= 11 && digits.size() <= 13)))
        return std::pair(end, "a telephone number");
    return std::nullopt;
}

// "QQ 12 34 56 C", by the letters that are really used.
Found insurance_number_at(const Line& line, std::size_t i) {
    static constexpr std::string_view first = "ABCEGHJKLMNOPRSTWXYZ";
    static constexpr std::string_view second = "ABCEGHJKLMNPRSTWXYZ";
    if (!line.starts_word(i) || first.find(line.at(i)) == std::string_view::npos || line.at(i) == '\0')
        return std::nullopt;
    if (line.at(i + 1) == '\0' || second.find(line.at(i + 1)) == std::string_view::npos) return std::nullopt;
    std::size_t at = i + 2;
    int digits = 0;
    while (digits < 6 && (is_digit(line.at(at)) || line.at(at) == ' ')) {
        if (is_digit(line.at(at))) ++digits;
        ++at;
    }
    if (line.at(at) == ' ') ++at;
    const char last = line.at(at);
    if (digits != 6 || last < 'A' || last > 'D' || !line.ends_word(at + 1)) return std::nullopt;
    return std::pair(at + 1, "a National Insurance number");
}

// "PL1 2AB": one or two letters, a digit, perhaps one more sign, a space, a digit and two letters.
Found postcode_at(const Line& line, std::size_t i) {
    if (!line.starts_word(i) || !is_capital(line.at(i))) return std::nullopt;
    std::size_t at = i + 1;
    if (is_capital(line.at(at))) ++at;
    if (!is_digit(line.at(at))) return std::nullopt;
    ++at;
    if (is_digit(line.at(at)) || is_capital(line.at(at))) ++at;
    if (line.at(at) == ' ')
        ++at;
    else
        at = is_digit(line.at(at)) ? at : at - 1;  // "PL12AB", written together
    static constexpr std::string_view inward = "ABDEFGHJLNPQRSTUWXYZ";
    if (!is_digit(line.at(at))) return std::nullopt;
    for (const std::size_t more : {1U, 2U})
        if (line.at(at + more) == '\0' || inward.find(line.at(at + more)) == std::string_view::npos)
            return std::nullopt;
    if (!line.ends_word(at + 3)) return std::nullopt;
    return std::pair(at + 3, "a postcode");
}

Found address_at(const Line& line, std::size_t i) {
    const auto part = [](char c) {
        return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+';
    };
    if (!part(line.at(i)) || (i > 0 && part(line.at(i - 1)))) return std::nullopt;
    std::size_t at = i;
    while (part(line.at(at))) ++at;
    if (line.at(at) != '@' || at == i) return std::nullopt;
    const std::size_t host = ++at;
    std::size_t dot = 0;
    while (part(line.at(at))) {
        if (line.at(at) == '.' && at > host && is_letter(line.at(at + 1))) dot = at;
        ++at;
    }
    if (dot == 0) return std::nullopt;
    while (line.at(at - 1) == '.') --at;  // the end of a sentence
    return std::pair(at, "an e-mail address");
}

// A day, month and year: "03/04/2019", "3 April 2019".
std::size_t full_date_at(const Line& line, std::size_t i) {
    static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                "jul", "aug", "sep", "oct", "nov", "dec"};
    if (!is_digit(line.at(i)) || !line.starts_word(i)) return 0;
    std::size_t at = i;
    while (is_digit(line.at(at))) ++at;
    if (at - i > 2) return 0;
    const auto year_at = [&](std::size_t from) -> std::size_t {
        std::size_t end = from;
        while (is_digit(line.at(end))) ++end;
        const std::string_view year = line.text.substr(std::min(from, line.text.size()), end - from);
        return (year.starts_with("19") || year.starts_with("20")) && year.size() == 4 && line.ends_word(end) ? end : 0;
    };
    if (const char mark = line.at(at); mark == '/' || mark == '.' || mark == '-') {
        std::size_t next = at + 1;
        while (is_digit(line.at(next))) ++next;
        if (next == at + 1 || next > at + 3 || line.at(next) != mark) return 0;
        return year_at(next + 1);
    }
    while (line.at(at) == ' ' || is_letter(line.at(at)) || line.at(at) == ',') ++at;
    for (std::size_t start = i; start < at; ++start) {
        if (!is_letter(line.at(start))) continue;
        std::string word;
        for (std::size_t k = start; k < start + 3 && is_letter(line.at(k)); ++k)
            word += static_cast<char>(is_capital(line.at(k)) ? line.at(k) - 'A' + 'a' : line.at(k));
        std::size_t end = start;
        while (is_letter(line.at(end))) ++end;
        for (const std::string_view month : months)
            if (word == month && line.starts_word(start) && at - end <= 2) return year_at(at);
        start = end;
    }
    return 0;
}

Found date_of_birth_at(const Line& line, std::size_t i) {
    const std::size_t end = full_date_at(line, i);
    if (end == 0) return std::nullopt;
    // A date is anybody's; with a word of birth before it, it is somebody's.
    const std::size_t from = i < 40 ? 0 : i - 40;
    std::string before;
    for (std::size_t k = from; k < i; ++k)
        before += static_cast<char>(is_capital(line.at(k)) ? line.at(k) - 'A' + 'a' : line.at(k));
    for (const std::string_view word : {"born", "birth", "dob", "d.o.b"})
        if (before.find(word) != std::string::npos) return std::pair(end, "a date of birth");
    return std::nullopt;
}

void look_at_line(std::string_view text, int line_number, int source, Diagnostics& diagnostics) {
    const Line line{text};
    constexpr std::size_t longest = 20'000;  // nobody writes such a line by hand
    const bool may_hold_address = text.find('@') != std::string_view::npos;
    for (std::size_t i = 0; i < text.size() && i < longest; ++i) {
        const char c = text[i];
        if (!is_digit(c) && !is_capital(c) && c != '+' && c != '(' && !may_hold_address) continue;
        for (const auto find : {number_at, insurance_number_at, postcode_at, address_at, date_of_birth_at})
            if (const Found found = find(line, i)) {
                int column = 1;
                for (std::size_t k = 0; k < i; ++k)
                    column += (static_cast<unsigned char>(text[k]) & 0xC0U) != 0x80U ? 1 : 0;
                diagnostics.report(
                    "W507", {source, line_number, column},
                    "\"" + std::string(text.substr(i, found->first - i)) + "\" looks like " + found->second,
                    "no real person may be in a case: leave it out, or say it in words");
                i = found->first;
                break;
            }
    }
}

// Calls f(line, number) for every line of a source.
template <class F>
void each_line(std::string_view source, F&& f) {
    int number = 1;
    for (std::size_t start = 0; start < source.size(); ++number) {
        std::size_t end = source.find('\n', start);
        if (end == std::string_view::npos) end = source.size();
        f(source.substr(start, end - start), number);
        start = end + 1;
    }
}

// The name of a picture file in a line, or an empty text.
std::string_view picture_in(std::string_view line) {
    for (const std::string_view ending : {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"}) {
        const std::size_t at = line.find(ending);
        if (at == std::string_view::npos || at == 0 || !(Line{line}.ends_word(at + ending.size()))) continue;
        std::size_t start = at;
        while (start > 0 && (is_letter(line[start - 1]) || is_digit(line[start - 1]) || line[start - 1] == '-' ||
                             line[start - 1] == '_' || line[start - 1] == '/'))
            --start;
        if (start < at) return line.substr(start, at + ending.size() - start);
    }
    return {};
}

}  // namespace

void find_personal_data(std::string_view text, int source, Diagnostics& diagnostics) {
    each_line(text, [&](std::string_view line, int number) { look_at_line(line, number, source, diagnostics); });
}

void find_personal_data(const LintCase& lint, Diagnostics& diagnostics) {
    const int source = lint.tree.place.source;
    find_personal_data(diagnostics.source_text(source), source, diagnostics);
}

void find_bare_pictures(std::string_view text, int source, Diagnostics& diagnostics) {
    each_line(text, [&](std::string_view line, int number) {
        const std::size_t mark = line.find("![");
        const bool described = mark != std::string_view::npos && line.find("](", mark) != std::string_view::npos &&
                               line.find_first_not_of(" ]", mark + 2) < line.find("](", mark);
        const std::string_view picture = picture_in(line);
        if (picture.empty() || described) return;
        const auto column = static_cast<int>(picture.data() - line.data()) + 1;
        diagnostics.report(
            "W508", {source, number, column}, "the picture \"" + std::string(picture) + "\" has no words beside it",
            "say what it shows: ![what it shows](" + std::string(picture) + "); nothing may hang on a picture alone");
    });
}

void find_bare_pictures(const LintCase& lint, Diagnostics& diagnostics) {
    const int source = lint.tree.place.source;
    find_bare_pictures(diagnostics.source_text(source), source, diagnostics);
}

}  // namespace ntk
