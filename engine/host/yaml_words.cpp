#include "engine/host/yaml_words.h"

#include <algorithm>
#include <optional>

namespace ntk {

namespace {

// What is in the quotes, when nothing in it is escaped but quotation marks and backslashes.
std::optional<std::string> unquoted(const std::string& written) {
    const char quote = written.front();
    std::string text;
    for (std::size_t i = 1; i + 1 < written.size(); ++i) {
        if (quote == '\'' && written[i] == '\'') ++i;
        if (quote == '"' && written[i] == '\\') {
            ++i;
            if (written[i] != '"' && written[i] != '\\') return std::nullopt;
        }
        text += written[i];
    }
    return text;
}

// Whether a line may begin with this word without becoming something else than text.
bool may_begin_line(const std::string& word) {
    const auto c = static_cast<unsigned char>(word[0]);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '(' || c >= 0x80;
}

// Breaks at single spaces; what must stay together is one word.
std::vector<std::string> split(const std::string& text, bool any_word) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool single = text[i] == ' ' && i > 0 && i + 1 < text.size() && text[i - 1] != ' ' && text[i + 1] != ' ';
        if (single && (any_word || may_begin_line(text.substr(i + 1, 1))))
            words.emplace_back();
        else
            words.back() += text[i];
    }
    return words;
}

}  // namespace

std::string in_double_quotes(const std::string& written) {
    if (written.size() < 2 || written.front() != '\'') return written;
    const std::optional<std::string> text = unquoted(written);
    if (!text || text->find_first_of("\"\\") != std::string::npos) return written;
    return '"' + *text + '"';
}

YamlWords yaml_words(const YamlLayout& text) {
    YamlWords words;
    std::string joined;
    for (const std::string& line : text.lines) {
        const bool escaped_end =
            text.kind == YamlLayout::Kind::quoted && &line != &text.lines.back() && line.ends_with('\\');
        if (line.empty() || escaped_end) return {};
        joined += (joined.empty() ? "" : " ") + line;
    }
    words.one_line = in_double_quotes(joined);
    if (text.kind == YamlLayout::Kind::plain) {
        words.broken = split(joined, false);
    } else if (const std::optional<std::string> inside = unquoted(joined);
               inside && !inside->empty() && inside->front() != ' ' && inside->back() != ' ' &&
               inside->find('\t') == std::string::npos) {
        words.sign = ">-";
        words.broken = split(*inside, true);
    }
    return words;
}

}  // namespace ntk
