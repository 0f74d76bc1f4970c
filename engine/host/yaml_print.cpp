#include <algorithm>
#include <optional>
#include <utility>

#include "engine/host/yaml_format.h"
#include "engine/host/yaml_words.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

using Kind = YamlLayout::Kind;

bool is_flow(const YamlLayout& layout) { return layout.kind == Kind::flow_list || layout.kind == Kind::flow_mapping; }

bool is_nested(const YamlLayout& layout) { return layout.kind == Kind::list || layout.kind == Kind::mapping; }

// Brackets that hold brackets are set off with spaces, as braces always are.
bool is_spaced(const YamlLayout& layout) {
    return layout.kind == Kind::flow_mapping ||
           std::any_of(layout.parts.begin(), layout.parts.end(), [](const YamlPart& p) { return is_flow(p.value); });
}

std::string one_line(const YamlLayout& layout);

std::string atom(const YamlPart& part) {
    return (part.key.empty() ? "" : in_double_quotes(part.key) + ": ") + one_line(part.value);
}

std::string opening(const YamlLayout& layout) {
    return std::string(layout.kind == Kind::flow_list ? "[" : "{") + (is_spaced(layout) ? " " : "");
}

std::string closing(const YamlLayout& layout) {
    return std::string(is_spaced(layout) ? " " : "") + (layout.kind == Kind::flow_list ? "]" : "}");
}

// A text or brackets in one line, however long.
std::string one_line(const YamlLayout& layout) {
    if (!is_flow(layout)) return layout.lines.empty() ? std::string() : in_double_quotes(layout.lines[0]);
    if (layout.parts.empty()) return layout.kind == Kind::flow_list ? "[]" : "{}";
    std::string text = opening(layout);
    for (std::size_t i = 0; i < layout.parts.size(); ++i) text += (i == 0 ? "" : ", ") + atom(layout.parts[i]);
    return text + closing(layout);
}

// Brackets filled line by line, each line beginning under the first entry. Nothing when an entry is too wide for that.
std::optional<std::string> filled(const YamlLayout& layout, std::size_t column) {
    std::string text = opening(layout);
    const std::size_t start = column + text.size();
    std::size_t width = start;
    for (std::size_t i = 0; i < layout.parts.size(); ++i) {
        const std::string entry = atom(layout.parts[i]);
        const std::size_t wide = count_characters(entry);
        const bool last = i + 1 == layout.parts.size();
        const std::size_t after = last ? closing(layout).size() : 1;
        if (i > 0 && width + 1 + wide + after > formatted_width) {
            text += "\n" + std::string(start, ' ');
            width = start;
        } else if (i > 0) {
            text += ' ';
            ++width;
        }
        width += wide + after;
        if (width > formatted_width) return std::nullopt;
        text += entry + (last ? closing(layout) : ",");
    }
    return text;
}

class Printer {
  public:
    std::string print(const YamlLayout& layout) {
        if (is_nested(layout))
            collection(layout, 0);
        else
            line(0, one_line_or_filled(layout));
        if (!is_nested(layout)) remarks(layout.after, 0, false);
        while (out_.ends_with("\n\n")) out_.pop_back();
        return std::move(out_);
    }

  private:
    static std::string one_line_or_filled(const YamlLayout& layout) {
        std::string text = layout.kind == Kind::as_written ? joined(layout, 0, 0) : one_line(layout);
        if (is_flow(layout) && count_characters(text) > formatted_width) text = filled(layout, 0).value_or(text);
        return text;
    }

    void line(std::size_t indentation, std::string_view text) {
        out_ += std::string(indentation, ' ');
        out_ += text;
        out_ += '\n';
    }

    // Lines of remarks; several empty lines become one, and none begins a list or mapping.
    void remarks(const std::vector<std::string>& lines, std::size_t indentation, bool first) {
        for (const std::string& text : lines) {
            if (text.empty() && (first || out_.ends_with("\n\n"))) continue;
            line(text.empty() ? 0 : indentation, text);
            first = false;
        }
    }

    void collection(const YamlLayout& layout, std::size_t indentation) {
        bool first = true;
        for (const YamlPart& part : layout.parts) {
            entry(part, indentation, first);
            first = false;
        }
        remarks(layout.after, indentation, false);
    }

    void entry(const YamlPart& part, std::size_t indentation, bool first) {
        remarks(part.before, indentation, first);
        std::string head = part.key.empty() ? "-" : in_double_quotes(part.key) + ":";
        if (!joins_) head.insert(0, indentation, ' ');
        joins_ = false;
        write(part, std::move(head), indentation);
    }

    void write(const YamlPart& part, std::string head, std::size_t indentation) {
        const YamlLayout& value = part.value;
        const std::size_t column =
            indentation + (part.key.empty() ? 1 : count_characters(in_double_quotes(part.key)) + 1);
        switch (value.kind) {
            case Kind::nothing: end(head, column, part); return;
            case Kind::list:
            case Kind::mapping: nested(part, std::move(head), column, indentation); return;
            case Kind::block:
                end(head + " " + value.lines[0], column + 1 + value.lines[0].size(), part);
                for (std::size_t i = 1; i < value.lines.size(); ++i)
                    line(value.lines[i].empty() ? 0 : indentation + 2, value.lines[i]);
                return;
            case Kind::as_written: {
                const std::string text = joined(value, column + 1, indentation + 1);
                end(head + " " + text, last_width(text, column + 1), part);
                return;
            }
            case Kind::flow_list:
            case Kind::flow_mapping: flow(part, std::move(head), column, indentation); return;
            case Kind::plain:
            case Kind::quoted: words(part, std::move(head), column, indentation); return;
        }
    }

    // The end of an entry's last line, with its remark where the author put it if there is room.
    void end(const std::string& text, std::size_t width, const YamlPart& part) {
        out_ += text;
        if (!part.remark.empty()) {
            const std::size_t least = width + 2;
            const bool room =
                part.remark_column >= least && part.remark_column + count_characters(part.remark) <= formatted_width;
            out_ += std::string((room ? part.remark_column : least) - width, ' ') + part.remark;
        }
        out_ += '\n';
    }

    static std::size_t last_width(const std::string& text, std::size_t column) {
        const std::size_t line = text.rfind('\n');
        return line == std::string::npos ? column + count_characters(text)
                                         : count_characters(std::string_view(text).substr(line + 1));
    }

    static std::string joined(const YamlLayout& layout, std::size_t column, std::size_t least) {
        std::string text = layout.lines[0];
        for (std::size_t i = 1; i < layout.lines.size(); ++i) {
            const std::string& written = layout.lines[i];
            const std::size_t spaces = written.find_first_not_of(' ');
            const std::size_t moved = spaces + column >= layout.column ? spaces + column - layout.column : 0;
            text += "\n" + std::string(std::max(moved, least), ' ') + written.substr(spaces);
        }
        return text;
    }

    void nested(const YamlPart& part, std::string head, std::size_t column, std::size_t indentation) {
        if (part.key.empty()) {
            // The first entry goes on in the line of the dash, so remarks stand above the dash.
            if (!part.remark.empty()) line(indentation, part.remark);
            out_ += head + " ";
            joins_ = true;
        } else {
            end(head, column, part);
        }
        collection(part.value, indentation + 2);
    }

    void flow(const YamlPart& part, std::string head, std::size_t column, std::size_t indentation) {
        const std::string text = one_line(part.value);
        const std::size_t wide = count_characters(text);
        if (column + 1 + wide <= formatted_width) {
            end(head + " " + text, column + 1 + wide, part);
            return;
        }
        if (!part.key.empty() && indentation + 2 + wide <= formatted_width) {
            out_ += head + "\n";
            end(std::string(indentation + 2, ' ') + text, indentation + 2 + wide, part);
            return;
        }
        if (!part.key.empty() && part.value.kind == Kind::flow_mapping) {
            if (const auto lines = filled(part.value, indentation + 2)) {
                out_ += head + "\n" + std::string(indentation + 2, ' ');
                end(*lines, last_width(*lines, indentation + 2), part);
                return;
            }
        }
        if (const auto lines = filled(part.value, column + 1)) {
            end(head + " " + *lines, last_width(*lines, column + 1), part);
            return;
        }
        YamlPart opened = part;
        opened.value.kind = part.value.kind == Kind::flow_list ? Kind::list : Kind::mapping;
        nested(opened, std::move(head), column, indentation);
    }

    void words(const YamlPart& part, std::string head, std::size_t column, std::size_t indentation) {
        const YamlWords words = yaml_words(part.value);
        if (words.one_line.empty()) {
            written_lines(part, std::move(head), column, indentation);
            return;
        }
        const std::size_t wide = count_characters(words.one_line);
        if (column + 1 + wide <= formatted_width || words.broken.size() < 2) {
            end(head + " " + words.one_line, column + 1 + wide, part);
            return;
        }
        std::string line_of_text = head;
        std::size_t width = column;
        if (!words.sign.empty()) {
            end(head + " " + words.sign, column + 1 + words.sign.size(), part);
            line_of_text = std::string(indentation + 2, ' ');
            width = indentation + 1;
        }
        bool begun = words.sign.empty();
        for (const std::string& word : words.broken) {
            const std::size_t size = count_characters(word);
            if (begun && width + 1 + size > formatted_width && line_of_text != head) {
                out_ += line_of_text + "\n";
                line_of_text = std::string(indentation + 2, ' ') + word;
                width = indentation + 2 + size;
            } else {
                line_of_text += (begun ? " " : "") + word;
                width += 1 + size;
            }
            begun = true;
        }
        if (words.sign.empty())
            end(line_of_text, width, part);
        else
            out_ += line_of_text + "\n";
    }

    // A text over several lines that must stay as they are.
    void written_lines(const YamlPart& part, std::string head, std::size_t column, std::size_t indentation) {
        std::string text = head + " " + part.value.lines[0];
        for (std::size_t i = 1; i < part.value.lines.size(); ++i)
            text += "\n" + (part.value.lines[i].empty() ? "" : std::string(indentation + 2, ' ') + part.value.lines[i]);
        end(text, last_width(text, column), part);
    }

    std::string out_;
    bool joins_ = false;  // the next entry goes on in the line of a dash
};

}  // namespace

std::string print_yaml(const YamlLayout& layout) { return Printer().print(layout); }

}  // namespace ntk
