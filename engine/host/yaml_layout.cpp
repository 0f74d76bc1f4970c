#include "engine/host/yaml_layout.h"

#include <algorithm>
#include <utility>

#include "engine/host/yaml_scan.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

constexpr auto npos = std::string_view::npos;
using Kind = YamlLayout::Kind;

// Ends the reading of a text that holds something unknown.
struct Unknown {};

// Reads the layout line by line. Remarks and empty lines wait in `waiting_` until it is clear whose they are.
class LayoutReader {
  public:
    explicit LayoutReader(std::string_view text) : text_(text) {}

    YamlLayout read() {
        gather();
        YamlLayout layout = collection(0);
        if (layout.kind != Kind::list && layout.kind != Kind::mapping) end_of_braces();
        gather();
        if (at_ < text_.size()) throw Unknown{};
        for (Waiting& remark : waiting_) layout.after.push_back(std::move(remark.text));
        return layout;
    }

  private:
    struct Waiting {
        std::string text;
        std::size_t column = 0;
    };

    char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
    char here() const { return at(at_); }
    bool blank_at(std::size_t offset) const { return at(offset) == ' ' || at(offset) == '\n'; }
    std::size_t line_start() const {
        const std::size_t before = at_ == 0 ? npos : text_.rfind('\n', at_ - 1);
        return before == npos ? 0 : before + 1;
    }
    std::size_t column() const { return at_ - line_start(); }
    std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }
    static std::string trimmed(std::string_view line) {
        return std::string(line.substr(0, line.find_last_not_of(" \t") + 1));
    }

    // Goes on to the next line that is neither empty nor a remark, and to its first character. Must be called at the
    // beginning of a line.
    void gather() {
        while (at_ < text_.size()) {
            const std::size_t start = at_;
            at_ = text_.find_first_not_of(' ', at_);
            if (at_ == npos) at_ = text_.size();
            if (at_ == text_.size()) return;
            if (here() != '#' && here() != '\n') return;
            waiting_.push_back({trimmed(text_.substr(at_, line_end() - at_)), at_ - start});
            at_ = line_end() + 1;
        }
        at_ = text_.size();
    }

    // A whole file in braces may have a remark after it.
    void end_of_braces() {
        while (here() == ' ') ++at_;
        if (here() == '#') waiting_.push_back({trimmed(text_.substr(at_, line_end() - at_)), 0});
        at_ = line_end() + 1;
    }

    std::vector<std::string> take_waiting() {
        std::vector<std::string> taken;
        for (Waiting& remark : waiting_) taken.push_back(std::move(remark.text));
        waiting_.clear();
        return taken;
    }

    // What stands after the last part belongs to it as far as it is written no further left.
    std::vector<std::string> take_after(std::size_t least) {
        std::vector<std::string> taken;
        std::size_t count = 0;
        for (std::size_t i = 0; i < waiting_.size(); ++i) {
            if (waiting_[i].text.empty()) continue;
            if (waiting_[i].column < least) break;
            count = i + 1;
        }
        for (std::size_t i = 0; i < count; ++i) taken.push_back(std::move(waiting_[i].text));
        waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
        return taken;
    }

    bool at_dash() const { return here() == '-' && blank_at(at_ + 1); }

    // The end of the key that begins here, or npos when this is not a key.
    std::size_t key_end() const {
        if (here() == '"' || here() == '\'') {
            const std::size_t end = closing_quote(text_, at_);
            if (end == npos || end > line_end()) return npos;
            const std::size_t colon = text_.find_first_not_of(' ', end + 1);
            return at(colon) == ':' && blank_at(colon + 1) ? end + 1 : npos;
        }
        if (here() == '[' || here() == '{' || here() == '|' || here() == '>') return npos;
        for (std::size_t i = at_; i < line_end(); ++i) {
            if (text_[i] == '#' && i > at_ && text_[i - 1] == ' ') return npos;
            if (text_[i] == ':' && blank_at(i + 1)) return i;
        }
        return npos;
    }

    // A list or mapping whose first entry begins here.
    YamlLayout collection(int depth, bool same_column_as_key = false) {
        if (depth > limits::tree_depth + 1) throw Unknown{};
        if (here() == '[' || here() == '{') return flow();
        YamlLayout layout;
        const std::size_t indentation = column();
        layout.kind = at_dash() ? Kind::list : Kind::mapping;
        while (at_ < text_.size() && column() == indentation && at_dash() == (layout.kind == Kind::list)) {
            layout.parts.push_back(part(layout.kind, indentation, depth));
            gather();
        }
        if (layout.parts.empty() || (at_ < text_.size() && column() > indentation)) throw Unknown{};
        layout.after = take_after(indentation + (same_column_as_key ? 1 : 0));
        return layout;
    }

    YamlPart part(Kind kind, std::size_t indentation, int depth) {
        YamlPart part;
        part.before = take_waiting();
        if (kind == Kind::mapping) {
            const std::size_t end = key_end();
            if (end == npos) throw Unknown{};
            part.key = trimmed(text_.substr(at_, end - at_));
            at_ = text_.find(':', end);
        }
        ++at_;
        while (here() == ' ') ++at_;
        if (take_remark(part) || here() == '\n') {
            ++at_;
            below(part, kind, indentation, depth);
            return part;
        }
        const bool nested = kind == Kind::list && (at_dash() || key_end() != npos);
        if (nested)
            nested_in_dash(part, depth);
        else
            inline_value(part, indentation);
        return part;
    }

    // What begins in the line of its dash: remarks above its first entry stand above the dash.
    void nested_in_dash(YamlPart& part, int depth) {
        part.value = collection(depth + 1);
        if (part.value.parts.empty()) return;
        for (std::string& remark : part.value.parts[0].before)
            if (!remark.empty()) part.before.push_back(std::move(remark));
        part.value.parts[0].before.clear();
    }

    // A remark to the end of the line; stays before the line's end.
    bool take_remark(YamlPart& part) {
        if (here() != '#') return false;
        part.remark_column = column();
        part.remark = trimmed(text_.substr(at_, line_end() - at_));
        at_ = line_end();
        return true;
    }

    // The value of a key or dash with nothing else on its line.
    void below(YamlPart& part, Kind kind, std::size_t indentation, int depth) {
        gather();
        const bool deeper = at_ < text_.size() && column() > indentation;
        const bool list_below_key = at_ < text_.size() && kind == Kind::mapping && column() == indentation && at_dash();
        if (!deeper && !list_below_key) return;
        const bool nested = at_dash() || key_end() != npos;
        if (nested && kind == Kind::mapping) {
            part.value = collection(depth + 1, list_below_key);
            return;
        }
        // The value moves up to its key or dash, so the remarks go above both.
        if (!part.remark.empty()) part.before.push_back(std::exchange(part.remark, {}));
        for (std::string& remark : take_waiting())
            if (!remark.empty()) part.before.push_back(std::move(remark));
        if (nested)
            nested_in_dash(part, depth);
        else
            inline_value(part, indentation);
    }

    void inline_value(YamlPart& part, std::size_t indentation) {
        const char sign = here();
        if (sign == '|' || sign == '>') {
            block(part, indentation);
            return;
        }
        if (sign == '[' || sign == '{')
            part.value = flow();
        else if (sign == '"' || sign == '\'')
            part.value = quoted();
        else
            part.value = plain(indentation);
        while (here() == ' ') ++at_;
        take_remark(part);
        if (here() != '\n') throw Unknown{};
        ++at_;
    }

    YamlLayout flow() {
        std::optional<FlowLayout> flow = read_flow_layout(text_, at_);
        if (!flow) throw Unknown{};
        at_ = flow->end;
        return std::move(flow->layout);
    }

    YamlLayout quoted() {
        const std::size_t end = closing_quote(text_, at_);
        if (end == npos) throw Unknown{};
        YamlLayout layout;
        layout.kind = Kind::quoted;
        for (std::size_t start = at_; start <= end;) {
            const std::size_t stop = std::min(end + 1, text_.find('\n', start));
            std::string line = std::string(text_.substr(start, stop - start));
            if (stop <= end) {
                const std::size_t last = line.find_last_not_of(' ') + 1;
                const bool escaped = last > 0 && last < line.size() && line[last - 1] == '\\';
                line.erase(escaped ? last + 1 : last);
            }
            if (!layout.lines.empty()) line.erase(0, line.find_first_not_of(' '));
            layout.lines.push_back(std::move(line));
            start = stop + 1;
        }
        at_ = end + 1;
        return layout;
    }

    YamlLayout plain(std::size_t indentation) {
        YamlLayout layout;
        layout.kind = Kind::plain;
        for (;;) {
            std::size_t end = line_end();
            for (std::size_t i = at_ + 1; i < end; ++i)
                if (text_[i] == '#' && (text_[i - 1] == ' ' || text_[i - 1] == '\t')) end = i;
            layout.lines.push_back(trimmed(text_.substr(at_, end - at_)));
            at_ = end;
            if (end != line_end()) return layout;
            const std::size_t next = text_.find_first_not_of(" \n", at_);
            if (next == npos || text_[next] == '#') return layout;
            const std::size_t start = text_.rfind('\n', next) + 1;
            if (next - start <= indentation) return layout;
            for (auto lines = std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(next), '\n');
                 lines > 1; --lines)
                layout.lines.emplace_back();
            at_ = next;
        }
    }

    // A text under | or >, without its indentation. Empty lines after it belong to it only under |+ and >+.
    void block(YamlPart& part, std::size_t indentation) {
        YamlLayout& layout = part.value;
        layout.kind = Kind::block;
        std::size_t end = at_;
        while (end < line_end() && text_[end] != ' ') ++end;
        std::string sign(text_.substr(at_, end - at_));
        at_ = end;
        while (here() == ' ') ++at_;
        take_remark(part);
        if (here() != '\n') throw Unknown{};
        ++at_;
        std::size_t inner = 0;
        for (char& c : sign)
            if (c >= '1' && c <= '9') {
                inner = indentation + static_cast<std::size_t>(c - '0');
                c = '2';  // which is how far it will be indented
            }
        layout.lines.push_back(sign);
        while (at_ < text_.size()) {
            const std::size_t content = std::min(text_.find_first_not_of(' ', at_), text_.size());
            const bool empty = content >= text_.size() || text_[content] == '\n';
            if (!empty && inner == 0) inner = content - at_;
            if (!empty && (content - at_ < inner || inner <= indentation)) break;
            const std::size_t start = inner == 0 ? line_end() : std::min(at_ + inner, line_end());
            layout.lines.emplace_back(text_.substr(start, line_end() - start));
            at_ = line_end() + 1;
        }
        at_ = std::min(at_, text_.size());
        if (sign.find('+') != std::string::npos) return;
        bool gap = false;
        while (layout.lines.size() > 1 && layout.lines.back().empty()) {
            layout.lines.pop_back();
            gap = true;
        }
        if (gap) waiting_.push_back({});
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Waiting> waiting_;
};

void add_remarks(const std::vector<std::string>& lines, std::vector<std::string>& remarks) {
    for (const std::string& line : lines)
        if (!line.empty()) remarks.push_back(line);
}

void add_remarks(const YamlLayout& layout, std::vector<std::string>& remarks) {
    for (const YamlPart& part : layout.parts) {
        add_remarks(part.before, remarks);
        const bool first =
            part.value.kind == Kind::list || part.value.kind == Kind::mapping || part.value.kind == Kind::block;
        if (first && !part.remark.empty()) remarks.push_back(part.remark);
        add_remarks(part.value, remarks);
        if (!first && !part.remark.empty()) remarks.push_back(part.remark);
    }
    if (layout.kind == Kind::as_written)
        for (const std::string& line : layout.lines) remarks.push_back(line.substr(line.find_first_not_of(' ')));
    add_remarks(layout.after, remarks);
}

}  // namespace

std::optional<YamlLayout> read_yaml_layout(std::string_view text) {
    try {
        return LayoutReader(text).read();
    } catch (const Unknown&) {
        return std::nullopt;
    }
}

std::vector<std::string> remarks_of(const YamlLayout& layout) {
    std::vector<std::string> remarks;
    add_remarks(layout, remarks);
    return remarks;
}

}  // namespace ntk
