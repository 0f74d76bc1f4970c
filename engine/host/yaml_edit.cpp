#include "engine/host/yaml_edit.h"

#include <algorithm>
#include <functional>

#include "engine/host/yaml_layout.h"
#include "engine/host/yaml_reader.h"
#include "engine/host/yaml_scan.h"
#include "engine/host/yaml_spans.h"

namespace ntk {

namespace {

constexpr std::size_t widest_line = 118;

Result<std::string> refused(std::string why) {
    return tl::unexpected(Problem{std::move(why), "change it in the file with any editor"});
}

// The text of one file while it is being changed. What stands at the end of lines, and a mark at its beginning, are
// put back as they were.
class YamlDraft {
  public:
    YamlDraft(const YamlDraft&) = delete;  // its spans look into its own text
    YamlDraft& operator=(const YamlDraft&) = delete;
    explicit YamlDraft(std::string_view yaml)
        : text_(prepare_yaml(yaml)), spans_(text_), mark_(yaml.starts_with("\xEF\xBB\xBF")) {
        const auto lines = static_cast<std::size_t>(std::count(yaml.begin(), yaml.end(), '\n'));
        std::size_t returns = 0;
        for (std::size_t at = yaml.find("\r\n"); at != std::string_view::npos; at = yaml.find("\r\n", at + 2))
            ++returns;
        windows_ = returns > 0;
        mixed_ = returns > 0 && returns != lines;
        open_end_ = !yaml.ends_with('\n');
        tree_ = read(text_, readable_);
    }

    const std::string& text() const { return text_; }
    const YamlSpans& spans() const { return spans_; }
    const Tree& tree() const { return tree_; }
    const Tree* find(const TreePath& path) const { return find_value(tree_, path); }

    // Why nothing can be changed in this file; empty when all is well.
    std::string trouble() const {
        if (!readable_) return "The file has mistakes in its YAML; they must be mended first.";
        if (mixed_)
            return "Some lines of the file end as on Windows and some do not; save it in one of both ways first.";
        return {};
    }

    // The text with a part replaced, when it reads back as `wanted`.
    bool becomes(TextSpan span, std::string_view with, const Tree& wanted, std::string& result) const {
        const std::string changed = text_.substr(0, span.begin) + std::string(with) + text_.substr(span.end);
        bool readable = false;
        const Tree now = read(changed, readable);
        if (!readable || !same_content(now, wanted)) return false;
        result = mark_ ? "\xEF\xBB\xBF" : "";
        for (const char c : changed) {
            if (c == '\n' && windows_) result += '\r';
            result += c;
        }
        if (open_end_) result.erase(result.find_last_not_of("\r\n") + 1);
        return true;
    }

  private:
    static Tree read(const std::string& text, bool& readable) {
        Diagnostics diagnostics;
        const int source = diagnostics.add_source("", "");
        Tree tree = read_yaml(text, source, diagnostics);
        readable = !diagnostics.has_errors() && tree.kind == Tree::Kind::mapping;
        return tree;
    }

    std::string text_;
    YamlSpans spans_;
    Tree tree_;
    bool mark_, windows_ = false, mixed_ = false, open_end_ = false, readable_ = false;
};

Tree* find_to_change(Tree& root, const TreePath& path) { return const_cast<Tree*>(find_value(root, path)); }

// What a value written in one line reads as. A remark is no part of a value.
bool read_flow(std::string_view flow, Tree& value) {
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("", "");
    const std::string line = "value: " + std::string(flow) + "\n";
    const Tree tree = read_yaml(line, source, diagnostics);
    const Tree* found = tree.find("value");
    if (diagnostics.has_errors() || found == nullptr || tree.entries.size() != 1) return false;
    const auto layout = read_yaml_layout(line);
    if (!layout || !remarks_of(*layout).empty()) return false;
    value = *found;
    return flow.find('\n') == std::string_view::npos;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

// The words with spaces between, on as many lines as they need. The first line begins at column `at`.
std::string on_lines(const std::vector<std::string>& words, std::size_t at, std::size_t indent) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty() && at + 1 + word.size() > widest_line) {
            text += "\n" + std::string(indent, ' ');
            at = indent;
        } else if (!text.empty()) {
            text += ' ';
            ++at;
        }
        text += word;
        at += word.size();
    }
    return text;
}

std::string in_double_quotes(std::string_view words) {
    std::string text = "\"";
    for (const char c : words) text += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return text + "\"";
}

std::string in_single_quotes(std::string_view words) {
    std::string text = "'";
    for (const char c : words) text += c == '\'' ? std::string("''") : std::string(1, c);
    return text + "'";
}

// Bare text that no reader could take for a number, a yes or a no, or anything else but text.
bool can_stand_bare(std::string_view words) {
    static constexpr std::string_view not_text[] = {"true", "false", "null", "yes", "no", "on", "off"};
    const char first = words.empty() ? ' ' : words.front();
    const bool letter =
        (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
    return letter && std::find(std::begin(not_text), std::end(not_text), words) == std::end(not_text) &&
           words.find(": ") == std::string_view::npos && words.find(" #") == std::string_view::npos &&
           words.find('#') == std::string_view::npos && words.back() != ':' &&
           words.find_first_of("[]{}") == std::string_view::npos;
}

// The ways in which a text could be written in the place of another, best first.
std::vector<std::string> ways_to_write(const YamlDraft& draft, TextSpan old, const std::vector<std::string>& words) {
    std::string plain;
    for (const std::string& word : words) plain += (plain.empty() ? "" : " ") + word;
    const std::string_view before = std::string_view(draft.text()).substr(old.begin, old.end - old.begin);
    const std::size_t indent = draft.spans().indent_of(old.begin);
    const std::size_t column = old.begin - draft.spans().line_start(old.begin);
    std::vector<std::string> ways;
    if (draft.spans().is_block_text(old.begin) && before.find('\n') != std::string_view::npos) {
        const std::size_t first = before.find_first_not_of(" \n", before.find('\n'));
        const std::size_t inside = first - before.rfind('\n', first) - 1;
        const std::string head(before.substr(0, before.find('\n')));
        if (before.front() == '>')
            ways.push_back(head + "\n" + std::string(inside, ' ') + on_lines(words, inside, inside));
        ways.push_back(head + "\n" + std::string(inside, ' ') + plain);
        return ways;
    }
    const auto add_both = [&](const std::function<std::string(std::string_view)>& quoted) {
        ways.push_back(quoted(on_lines(words, column, indent + 4)));
        ways.push_back(quoted(plain));
    };
    if (before.front() == '\'') add_both(in_single_quotes);
    if (before.front() != '"' && before.front() != '\'' && can_stand_bare(plain))
        add_both([](std::string_view text) { return std::string(text); });
    add_both(in_double_quotes);
    return ways;
}

// Whether a comment stands between two places; what is replaced must not take one away.
bool holds_comment(std::string_view text) {
    for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1))
        if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') return true;
    return false;
}

Result<std::string> finished(const YamlDraft& draft, TextSpan span, std::string_view with, const Tree& wanted) {
    std::string result;
    if (draft.becomes(span, with, wanted, result)) return result;
    return refused("This place is written in a way that cannot be changed here without changing something else");
}

}  // namespace

const Tree* find_value(const Tree& root, const TreePath& path) {
    const Tree* at = &root;
    for (const TreeStep& step : path) {
        if (at == nullptr) return nullptr;
        if (!step.key.empty())
            at = at->find(step.key);
        else
            at = step.index < at->items.size() ? &at->items[step.index] : nullptr;
    }
    return at;
}

bool same_content(const Tree& one, const Tree& other) {
    return one.kind == other.kind && one.text == other.text &&
           std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(), same_content) &&
           std::equal(
               one.entries.begin(), one.entries.end(), other.entries.begin(), other.entries.end(),
               [](const TreeEntry& a, const TreeEntry& b) { return a.key == b.key && same_content(a.value, b.value); });
}

Result<std::string> replace_text(std::string_view yaml, const TreePath& path, std::string_view words) {
    const YamlDraft draft(yaml);
    if (!draft.trouble().empty()) return refused(draft.trouble());
    const Tree* old = draft.find(path);
    if (old == nullptr || old->kind != Tree::Kind::scalar) return refused("There is no text at this place");
    const auto span = draft.spans().value(*old);
    const std::vector<std::string> parts = words_of(words);
    if (!span) return refused("It cannot be told where this text ends");
    if (parts.empty()) return refused("A text cannot be left empty");
    Tree wanted = draft.tree();
    Tree& changed = *find_to_change(wanted, path);
    const bool new_line = changed.text.ends_with('\n');
    changed.text.clear();
    for (const std::string& word : parts) changed.text += (changed.text.empty() ? "" : " ") + word;
    if (new_line) changed.text += '\n';
    std::string result;
    for (const std::string& way : ways_to_write(draft, *span, parts))
        if (draft.becomes(*span, way, wanted, result)) return result;
    return refused("This text cannot be written here without changing something else");
}

Result<std::string> replace_value(std::string_view yaml, const TreePath& path, std::string_view flow) {
    const YamlDraft draft(yaml);
    if (!draft.trouble().empty()) return refused(draft.trouble());
    const Tree* old = draft.find(path);
    Tree value;
    if (old == nullptr || old->kind == Tree::Kind::missing) return refused("There is nothing at this place");
    if (!read_flow(flow, value)) return refused("What was to be written is not one value in one line");
    auto span = draft.spans().value(*old);
    if (!span) return refused("It cannot be told where this value ends");
    if (holds_comment(std::string_view(draft.text()).substr(span->begin, span->end - span->begin)))
        return refused("There is a comment inside what would be replaced");
    std::string with(flow);
    // A list below its key moves up beside it.
    const std::size_t before = draft.text().find_last_not_of(" \n", span->begin - 1);
    if (before != std::string::npos && draft.text()[before] == ':' && before < draft.spans().line_start(span->begin)) {
        span->begin = before + 1;
        with = " " + with;
    }
    Tree wanted = draft.tree();
    *find_to_change(wanted, path) = std::move(value);
    return finished(draft, *span, with, wanted);
}

Result<std::string> swap_items(std::string_view yaml, const TreePath& path, std::size_t one, std::size_t other) {
    const YamlDraft draft(yaml);
    if (!draft.trouble().empty()) return refused(draft.trouble());
    const Tree* list = draft.find(path);
    if (one > other) std::swap(one, other);
    if (list == nullptr || one == other || other >= list->items.size()) return refused("There is no such item");
    const bool flow = draft.spans().in_brackets(*list);
    const auto span_of = [&](std::size_t i) {
        return flow ? draft.spans().value(list->items[i]) : draft.spans().item_lines(list->items[i]);
    };
    const auto first = span_of(one);
    const auto second = span_of(other);
    if (!first || !second || first->end > second->begin) return refused("It cannot be told where these items end");
    const std::string& text = draft.text();
    const std::string with = text.substr(second->begin, second->end - second->begin) +
                             text.substr(first->end, second->begin - first->end) +
                             text.substr(first->begin, first->end - first->begin);
    Tree wanted = draft.tree();
    Tree& changed = *find_to_change(wanted, path);
    std::swap(changed.items[one], changed.items[other]);
    return finished(draft, {first->begin, second->end}, with, wanted);
}

Result<std::string> add_item(std::string_view yaml, const TreePath& path, std::string_view flow) {
    const YamlDraft draft(yaml);
    if (!draft.trouble().empty()) return refused(draft.trouble());
    const Tree* list = draft.find(path);
    Tree value;
    if (list == nullptr || list->kind != Tree::Kind::list) return refused("There is no list at this place");
    if (!read_flow(flow, value)) return refused("What was to be written is not one value in one line");
    Tree wanted = draft.tree();
    find_to_change(wanted, path)->items.push_back(std::move(value));
    if (list->items.empty()) {
        const auto span = draft.spans().value(*list);
        if (!span) return refused("It cannot be told where this list ends");
        return finished(draft, *span, "[ " + std::string(flow) + " ]", wanted);
    }
    const Tree& last = list->items.back();
    if (draft.spans().in_brackets(*list)) {
        const auto span = draft.spans().value(last);
        if (!span) return refused("It cannot be told where this list ends");
        const std::size_t column = span->end - draft.spans().line_start(span->end);
        const bool wide = column + flow.size() + 6 > widest_line;
        const std::size_t from = draft.spans().offset(last.place);
        const std::string between =
            wide ? ",\n" + std::string(from - draft.spans().line_start(from), ' ') : std::string(", ");
        return finished(draft, {span->end, span->end}, between + std::string(flow), wanted);
    }
    const auto lines = draft.spans().item_lines(last);
    if (!lines) return refused("It cannot be told where this list ends");
    const auto dash = draft.text().find_last_not_of(" \n", draft.spans().value(last)->begin - 1);
    const std::size_t indent = dash - draft.spans().line_start(dash);
    return finished(draft, {lines->end, lines->end}, "\n" + std::string(indent, ' ') + "- " + std::string(flow),
                    wanted);
}

Result<std::string> remove_item(std::string_view yaml, const TreePath& path, std::size_t item) {
    const YamlDraft draft(yaml);
    if (!draft.trouble().empty()) return refused(draft.trouble());
    const Tree* list = draft.find(path);
    if (list == nullptr || item >= list->items.size()) return refused("There is no such item");
    if (list->items.size() == 1) return replace_value(yaml, path, "[]");
    Tree wanted = draft.tree();
    Tree& changed = *find_to_change(wanted, path);
    changed.items.erase(changed.items.begin() + static_cast<std::ptrdiff_t>(item));
    const std::string& text = draft.text();
    TextSpan span;
    if (draft.spans().in_brackets(*list)) {
        const auto self = draft.spans().value(list->items[item]);
        const bool last = item + 1 == list->items.size();
        const auto beside = draft.spans().value(list->items[last ? item - 1 : item + 1]);
        if (!self || !beside) return refused("It cannot be told where this item ends");
        span = last ? TextSpan{beside->end, self->end} : TextSpan{self->begin, beside->begin};
    } else {
        const auto lines = draft.spans().item_lines(list->items[item]);
        if (!lines) return refused("It cannot be told where this item ends");
        span = {lines->begin, std::min(lines->end + 1, text.size())};
    }
    if (holds_comment(std::string_view(text).substr(span.begin, span.end - span.begin)))
        return refused("There is a comment with what would be taken out");
    return finished(draft, span, "", wanted);
}

Result<std::string> add_entry(std::string_view yaml, const TreePath& path, std::string_view key,
                              std::string_view flow) {
    const YamlDraft draft(yaml);
    if (!draft.trouble().empty()) return refused(draft.trouble());
    const Tree* mapping = draft.find(path);
    Tree value;
    if (mapping == nullptr || mapping->kind != Tree::Kind::mapping || mapping->entries.empty())
        return refused("There is nothing at this place to which it could be added");
    if (mapping->find(key) != nullptr) return refused("'" + std::string(key) + "' is there already");
    if (!read_flow(flow, value)) return refused("What was to be written is not one value in one line");
    const auto span = draft.spans().value(*mapping);
    if (!span) return refused("It cannot be told where this ends");
    Tree wanted = draft.tree();
    find_to_change(wanted, path)->entries.push_back({std::string(key), {}, std::move(value)});
    const std::string entry = std::string(key) + ": " + std::string(flow);
    if (draft.spans().in_brackets(*mapping)) {
        const auto last = draft.spans().value(mapping->entries.back().value);
        if (!last) return refused("It cannot be told where this ends");
        return finished(draft, {last->end, last->end}, ", " + entry, wanted);
    }
    const std::size_t first = draft.spans().offset(mapping->entries.front().key_place);
    const std::size_t indent = first - draft.spans().line_start(first);
    const std::size_t end = draft.spans().line_end(span->end);
    return finished(draft, {end, end}, "\n" + std::string(indent, ' ') + entry, wanted);
}

}  // namespace ntk
