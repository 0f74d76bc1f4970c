#include <algorithm>
#include <utility>

#include "engine/host/yaml_layout.h"
#include "engine/host/yaml_scan.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

constexpr auto npos = std::string_view::npos;

// Reads what stands between brackets. Whatever is not quite plain makes it give up, and then the author's lines stay.
class FlowReader {
  public:
    FlowReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::optional<FlowLayout> read() {
        YamlLayout layout;
        if (!collection(layout, 0)) return std::nullopt;
        return FlowLayout{std::move(layout), at_};
    }

  private:
    char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_blanks() {
        while (here() == ' ' || here() == '\n') ++at_;
    }

    bool collection(YamlLayout& layout, int depth) {
        if (depth > limits::tree_depth) return false;
        const bool mapping = here() == '{';
        const char closing = mapping ? '}' : ']';
        layout.kind = mapping ? YamlLayout::Kind::flow_mapping : YamlLayout::Kind::flow_list;
        ++at_;
        for (skip_blanks(); here() != closing; skip_blanks()) {
            YamlPart part;
            if (mapping && !key(part)) return false;
            if (!value(part.value, depth)) return false;
            layout.parts.push_back(std::move(part));
            skip_blanks();
            if (here() == ',')
                ++at_;
            else if (here() != closing)
                return false;
        }
        ++at_;
        return true;
    }

    bool key(YamlPart& part) {
        YamlLayout name;
        if (!scalar(name) || name.lines.size() != 1) return false;
        part.key = std::move(name.lines[0]);
        skip_blanks();
        if (here() != ':') return false;
        ++at_;
        if (here() != ' ' && here() != '\n' && name.kind != YamlLayout::Kind::quoted) return false;
        skip_blanks();
        return true;
    }

    bool value(YamlLayout& layout, int depth) {
        if (here() == '[' || here() == '{') return collection(layout, depth + 1);
        if (!scalar(layout)) return false;
        return here() != ':';  // [ a: b ] is a mapping without braces
    }

    bool scalar(YamlLayout& layout) { return here() == '"' || here() == '\'' ? quoted(layout) : plain(layout); }

    bool quoted(YamlLayout& layout) {
        const std::size_t end = closing_quote(text_, at_);
        if (end == npos) return false;
        const std::string_view written = text_.substr(at_, end + 1 - at_);
        at_ = end + 1;
        return put(layout, YamlLayout::Kind::quoted, written);
    }

    bool plain(YamlLayout& layout) {
        if (std::string_view("#&*!|>%@`?-,").find(here()) != npos && !is_dashed_word()) return false;
        const std::size_t start = at_;
        for (; at_ < text_.size(); ++at_) {
            const char c = here();
            if (std::string_view(",[]{}").find(c) != npos) break;
            const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
            if (c == ':' && std::string_view(" \n,[]{}").find(next) != npos) break;
            if (c == '#' && (text_[at_ - 1] == ' ' || text_[at_ - 1] == '\n')) return false;  // a remark
        }
        std::string_view written = text_.substr(start, at_ - start);
        written = written.substr(0, written.find_last_not_of(" \n") + 1);
        return !written.empty() && put(layout, YamlLayout::Kind::plain, written);
    }

    // -3 or -x: a dash that does not begin an entry.
    bool is_dashed_word() const {
        return here() == '-' && at_ + 1 < text_.size() && std::string_view(" \n,[]{}").find(text_[at_ + 1]) == npos;
    }

    // A text over several lines is one with single spaces; an empty line in it would be a new line.
    static bool put(YamlLayout& layout, YamlLayout::Kind kind, std::string_view written) {
        std::string joined;
        for (std::size_t i = 0; i < written.size(); ++i) {
            if (written[i] != '\n') {
                joined += written[i];
                continue;
            }
            const std::size_t next = written.find_first_not_of(' ', i + 1);
            if (next == npos || written[next] == '\n' || (i > 0 && written[i - 1] == '\\')) return false;
            joined.erase(joined.find_last_not_of(' ') + 1);
            joined += ' ';
            i = next - 1;
        }
        layout.kind = kind;
        layout.lines = {std::move(joined)};
        return true;
    }

    std::string_view text_;
    std::size_t at_;
};

// The end of what begins with a bracket: brackets in quotes and remarks do not count.
std::size_t end_of_brackets(std::string_view text, std::size_t start) {
    int depth = 0;
    for (std::size_t i = start; i < text.size(); ++i) {
        const char c = text[i];
        const char before = i > start ? text[i - 1] : ' ';
        const bool fresh = std::string_view(" \n,[]{}:").find(before) != npos;
        if (c == '#' && (before == ' ' || before == '\n')) {
            i = text.find('\n', i);
            if (i == npos) return npos;
        } else if ((c == '"' || c == '\'') && fresh) {
            i = closing_quote(text, i);
            if (i == npos) return npos;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if ((c == ']' || c == '}') && --depth == 0) {
            return i + 1;
        }
    }
    return npos;
}

}  // namespace

std::optional<FlowLayout> read_flow_layout(std::string_view text, std::size_t start) {
    if (auto read = FlowReader(text, start).read()) return read;
    const std::size_t end = end_of_brackets(text, start);
    if (end == npos) return std::nullopt;
    FlowLayout flow;
    flow.end = end;
    flow.layout.kind = YamlLayout::Kind::as_written;
    const std::size_t line = text.rfind('\n', start);
    flow.layout.column = start - (line == npos ? 0 : line + 1);
    for (std::size_t at = start; at < end;) {
        const std::size_t stop = std::min(end, text.find('\n', at));
        std::string_view written = text.substr(at, stop - at);
        written = written.substr(0, written.find_last_not_of(' ') + 1);
        if (written.empty()) return std::nullopt;
        flow.layout.lines.emplace_back(written);
        at = stop + 1;
    }
    return flow;
}

}  // namespace ntk
