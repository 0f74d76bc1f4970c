#include "engine/host/yaml_spans.h"

#include <algorithm>

#include "engine/host/yaml_scan.h"

namespace ntk {

namespace {

constexpr auto npos = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

std::size_t YamlSpans::offset(const Place& place) const {
    const std::string_view rest = index_.part(place.line, place.column, place.column + 1);
    if (!rest.empty()) return static_cast<std::size_t>(rest.data() - text_.data());
    const std::string_view line = index_.line(place.line);
    if (line.data() == nullptr) return text_.size();
    return static_cast<std::size_t>(line.data() - text_.data()) + line.size();
}

std::size_t YamlSpans::line_start(std::size_t at) const {
    const std::size_t before = at == 0 ? npos : text_.rfind('\n', at - 1);
    return before == npos ? 0 : before + 1;
}

std::size_t YamlSpans::line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }

std::size_t YamlSpans::indent_of(std::size_t at) const {
    const std::size_t start = line_start(at);
    return std::min(text_.find_first_not_of(' ', start), text_.size()) - start;
}

bool YamlSpans::in_brackets(const Tree& tree) const {
    const std::size_t begin = offset(tree.place);
    return begin < text_.size() && (text_[begin] == '[' || text_[begin] == '{');
}

// "|", ">-", "|2+", with nothing but a comment after it.
bool YamlSpans::is_block_text(std::size_t begin) const {
    if (begin >= text_.size() || (text_[begin] != '|' && text_[begin] != '>')) return false;
    std::size_t at = begin + 1;
    while (at < text_.size() && (text_[at] == '-' || text_[at] == '+' || (text_[at] >= '0' && text_[at] <= '9'))) ++at;
    const std::size_t rest = text_.find_first_not_of(' ', at);
    return rest == npos || text_[rest] == '\n' || (text_[rest] == '#' && rest > at);
}

std::optional<TextSpan> YamlSpans::value(const Tree& tree) const {
    switch (tree.kind) {
        case Tree::Kind::missing: return std::nullopt;
        case Tree::Kind::scalar: return scalar(tree);
        case Tree::Kind::list:
        case Tree::Kind::mapping: break;
    }
    const std::size_t begin = offset(tree.place);
    if (in_brackets(tree)) return brackets(begin);
    std::optional<TextSpan> last;
    if (!tree.items.empty()) last = value(tree.items.back());
    if (!tree.entries.empty()) {
        const TreeEntry& entry = tree.entries.back();
        if (entry.value.kind != Tree::Kind::missing) {
            last = value(entry.value);
        } else {  // "key:" with nothing after it
            const std::size_t colon = text_.find(':', offset(entry.key_place) + entry.key.size());
            if (colon != npos) last = TextSpan{begin, colon + 1};
        }
    }
    if (!last || last->end < begin) return std::nullopt;
    return TextSpan{begin, last->end};
}

std::optional<TextSpan> YamlSpans::scalar(const Tree& tree) const {
    const std::size_t content = offset(tree.place);
    if (!tree.quoted) return bare_text(content, tree.text);
    if (is_block_text(content)) return TextSpan{content, line_end(content)};  // a block of nothing
    const char before = content == 0 ? '\0' : text_[content - 1];
    if (before == '"' || before == '\'') {
        const std::size_t close = closing_quote(text_, content - 1);
        if (close == npos) return std::nullopt;
        return TextSpan{content - 1, close + 1};
    }
    return block_text(content);
}

std::optional<TextSpan> YamlSpans::block_text(std::size_t content) const {
    const std::size_t start = line_start(content);
    std::size_t header_end = start == 0 ? npos : text_.find_last_not_of(" \n", start - 1);
    if (header_end == npos) return std::nullopt;
    const std::size_t header = line_start(header_end);
    std::size_t sign = npos;
    for (std::size_t at = header; at <= header_end; ++at)
        if (is_block_text(at) && (at == 0 || is_space(text_[at - 1]))) {
            sign = at;
            break;
        }
    if (sign == npos) return std::nullopt;
    const std::size_t indent = content - start;
    std::size_t end = line_end(content);
    for (std::size_t next = end; next < text_.size();) {
        const std::size_t line = next + 1;
        if (line >= text_.size()) break;
        next = line_end(line);
        const std::size_t word = text_.find_first_not_of(' ', line);
        if (word == npos || word >= next) continue;  // an empty line; it belongs to the block if more follows
        if (word - line < indent) break;
        end = next;
    }
    return TextSpan{sign, end};
}

// Bare text is written as it reads, except that a new line with its indentation stands for a space.
std::optional<TextSpan> YamlSpans::bare_text(std::size_t begin, std::string_view value) const {
    std::size_t at = begin;
    for (std::size_t i = 0; i < value.size();) {
        if (is_space(value[i])) {
            if (at >= text_.size() || !is_space(text_[at])) return std::nullopt;
            while (i < value.size() && is_space(value[i])) ++i;
            while (at < text_.size() && is_space(text_[at])) ++at;
        } else if (at < text_.size() && text_[at] == value[i]) {
            ++at;
            ++i;
        } else {
            return std::nullopt;
        }
    }
    return at == begin ? std::nullopt : std::optional(TextSpan{begin, at});
}

std::optional<TextSpan> YamlSpans::brackets(std::size_t begin) const {
    std::size_t depth = 0;
    char before = ' ';  // the last sign that is no space
    for (std::size_t at = begin; at < text_.size(); ++at) {
        const char c = text_[at];
        const bool first = before == '[' || before == '{' || before == ',' || before == ':';
        if ((c == '"' || c == '\'') && first) {
            at = closing_quote(text_, at);
            if (at == npos) return std::nullopt;
        } else if (c == '#' && is_space(text_[at - 1])) {
            at = line_end(at);
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if ((c == ']' || c == '}') && --depth == 0) {
            return TextSpan{begin, at + 1};
        }
        if (at < text_.size() && !is_space(c)) before = c;
    }
    return std::nullopt;
}

std::optional<TextSpan> YamlSpans::item_lines(const Tree& item) const {
    const auto span = value(item);
    if (!span || span->begin == 0) return std::nullopt;
    const std::size_t dash = text_.find_last_not_of(" \n", span->begin - 1);
    if (dash == npos || text_[dash] != '-') return std::nullopt;
    std::size_t begin = line_start(dash);
    if (text_.find_first_not_of(' ', begin) != dash) return std::nullopt;
    const std::size_t indent = dash - begin;
    while (begin > 0) {
        const std::size_t above = line_start(begin - 1);
        const std::size_t word = text_.find_first_not_of(' ', above);
        if (word == npos || text_[word] != '#' || word - above != indent) break;
        begin = above;
    }
    return TextSpan{begin, line_end(span->end)};
}

}  // namespace ntk
