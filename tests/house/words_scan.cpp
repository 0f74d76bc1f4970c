#include "tests/house/words_scan.h"

#include <algorithm>
#include <cctype>

namespace ntk::house {

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool for_people(const std::string& words) {
    const std::string end_of_line = "\\n";
    std::string plain = words;
    for (std::size_t at = plain.find(end_of_line); at != std::string::npos; at = plain.find(end_of_line))
        plain.replace(at, 2, " ");
    bool word = false;
    for (std::size_t i = 0; i + 1 < plain.size(); ++i)
        word = word || ((is_lower(plain[i]) || is_upper(plain[i])) && is_lower(plain[i + 1]));
    return word && (is_upper(plain[0]) || plain.find(' ') != std::string::npos);
}

std::size_t after_space(const std::string& text, std::size_t at) {
    while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0) ++at;
    return at;
}

// Whether the code before a literal ends in this.
bool before_literal(const std::string& text, std::size_t begin, const std::string& code) {
    while (begin > 0 && std::isspace(static_cast<unsigned char>(text[begin - 1])) != 0) --begin;
    return begin >= code.size() && text.compare(begin - code.size(), code.size(), code) == 0;
}

// The end of the literal that begins at `at`.
std::size_t end_of_literal(const std::string& text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"' && text[at] != '\n'; ++at)
        if (text[at] == '\\') ++at;
    return std::min(at + 1, text.size());
}

void look_through(const SourceFile& file, std::vector<std::string>& found) {
    const std::string text = without_comments(file.text, true);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t line_start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
        if (text[at] == '#' && after_space(text, line_start) == at) at = std::min(text.find('\n', at), text.size());
        if (at < text.size() && text[at] == '\'' && at + 2 < text.size() &&
            (text[at + 2] == '\'' || text[at + 1] == '\\')) {
            at += text[at + 1] == '\\' ? 3 : 2;
            continue;
        }
        if (at >= text.size() || text[at] != '"') continue;
        const std::size_t begin = at;
        std::string words;
        std::size_t end = at;
        while (true) {  // literals side by side are one
            const std::size_t stop = end_of_literal(text, at);
            words += text.substr(at + 1, stop - at - 2);
            end = stop;
            at = after_space(text, stop);
            if (at >= text.size() || text[at] != '"') break;
        }
        const bool is_text = text.compare(end, 3, "_en") == 0 || text.compare(end, 5, "_text") == 0 ||
                             before_literal(text, begin, "number_of<");
        if (!is_text && for_people(words)) {
            const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n') + 1;
            found.push_back(file.path + ":" + std::to_string(line) + ": " + words);
        }
        at = end - 1;
    }
}

}  // namespace

std::vector<std::string> hard_coded_words(const std::vector<SourceFile>& code) {
    std::vector<std::string> found;
    for (const SourceFile& file : code) look_through(file, found);
    return found;
}

}  // namespace ntk::house
