#include "engine/text/json_reader.h"

#include <map>
#include <optional>
#include <string>

#include "engine/text/limits.h"
#include "engine/text/text_index.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || is_digit(c); }

// One pass over the text. A function that returns false met something that makes the rest unreadable; it has
// reported it, and all its callers stop too. Other findings are reported in passing.
class JsonReader {
  public:
    JsonReader(std::string_view text, int source, Diagnostics& diagnostics)
        : text_(text), index_(text), source_(source), diagnostics_(diagnostics) {}

    bool read(Tree& tree) {
        skip_space();
        if (at_end()) {
            diagnostics_.report("E020", {source_, 0, 0}, "there is nothing in this file",
                                "a JSON file holds one { ... }");
            return false;
        }
        if (!read_value(tree, 1)) return false;
        skip_space();
        if (!at_end())
            return stop("E054", at_, "there is something after the end of the JSON value",
                        "one file or line holds one value; is there a closing bracket too many?");
        return true;
    }

  private:
    bool at_end() const { return at_ >= text_.size(); }
    char peek() const { return at_end() ? '\0' : text_[at_]; }
    Place place(std::size_t offset) const { return index_.place(offset, source_); }

    void skip_space() {
        while (!at_end() && std::string_view(" \t\n\r").find(text_[at_]) != std::string_view::npos) ++at_;
    }

    bool stop(std::string_view code, std::size_t offset, std::string message, std::string hint) {
        diagnostics_.report(code, place(offset), std::move(message), std::move(hint));
        return false;
    }

    bool read_value(Tree& tree, int depth) {
        if (++nodes_ > limits::tree_nodes)
            return stop("E032", at_, "there are more than " + std::to_string(limits::tree_nodes) + " values here",
                        "split the file into several");
        tree.place = place(at_);
        const char c = peek();
        if (c == '{' || c == '[') {
            if (depth > limits::tree_depth)
                return stop(
                    "E031", at_,
                    "brackets and braces are nested more than " + std::to_string(limits::tree_depth) + " levels deep",
                    "a case needs far fewer levels; is a bracket left open?");
            return c == '{' ? read_object(tree, depth) : read_array(tree, depth);
        }
        tree.kind = Tree::Kind::scalar;
        if (c == '"') {
            tree.quoted = true;
            tree.place = place(at_ + 1);
            return read_string(tree.text);
        }
        return c == '-' || is_digit(c) ? read_number(tree.text) : read_word(tree);
    }

    bool read_object(Tree& tree, int depth) {
        tree.kind = Tree::Kind::mapping;
        std::map<std::string, int> first_lines;
        ++at_;
        skip_space();
        if (peek() == '}') return ++at_, true;
        for (;;) {
            if (peek() != '"') return stop_at_key();
            TreeEntry entry;
            entry.key_place = place(at_ + 1);
            if (!read_string(entry.key)) return false;
            skip_space();
            if (peek() != ':')
                return stop("E050", at_, "there is no colon after the key '" + entry.key + "'",
                            "write \"" + entry.key + "\": and then its value");
            ++at_;
            skip_space();
            if (!read_value(entry.value, depth + 1)) return false;
            const auto [first, fresh] = first_lines.emplace(entry.key, entry.key_place.line);
            if (fresh)
                tree.entries.push_back(std::move(entry));
            else
                diagnostics_.report("E028", entry.key_place, "the key '" + entry.key + "' is here a second time",
                                    "it was first written in line " + std::to_string(first->second));
            bool more = false;
            if (!read_separator('}', more)) return false;
            if (!more) return true;
        }
    }

    bool read_array(Tree& tree, int depth) {
        tree.kind = Tree::Kind::list;
        ++at_;
        skip_space();
        if (peek() == ']') return ++at_, true;
        for (;;) {
            if (peek() == ']')
                return stop("E050", at_, "there is a comma with nothing after it", "take the last comma away");
            tree.items.emplace_back();
            if (!read_value(tree.items.back(), depth + 1)) return false;
            bool more = false;
            if (!read_separator(']', more)) return false;
            if (!more) return true;
        }
    }

    // Passes a comma (more follows) or the closing bracket (nothing follows).
    bool read_separator(char closing, bool& more) {
        skip_space();
        more = peek() == ',';
        if (more || peek() == closing) {
            ++at_;
            if (more) skip_space();
            return true;
        }
        const std::string bracket(1, closing);
        if (at_end())
            return stop("E050", at_, "the text ends before the closing '" + bracket + "'",
                        "every opening bracket needs its closing one");
        return stop("E050", at_, "a comma or the closing '" + bracket + "' is expected here",
                    "separate values with commas; inside a text write \\\" for a quotation mark");
    }

    bool stop_at_key() {
        if (at_end())
            return stop("E050", at_, "the text ends before the closing '}'",
                        "every opening bracket needs its closing one");
        if (peek() == '}')
            return stop("E050", at_, "there is a comma with nothing after it", "take the last comma away");
        if (peek() == '/' || peek() == '#') return stop_at_comment();
        return stop("E050", at_, "a key in double quotes is expected here", "in JSON write { \"name\": \"value\" }");
    }

    bool stop_at_comment() { return stop("E050", at_, "JSON has no comments", "take the comment away"); }

    // -1, 0, 2.5, 1e9: kept as they are written.
    bool read_number(std::string& text) {
        const std::size_t start = at_;
        if (peek() == '-') ++at_;
        bool good = is_digit(peek());
        if (peek() == '0')
            ++at_;
        else
            skip_digits();
        if (peek() == '.') {
            ++at_;
            good = good && is_digit(peek());
            skip_digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            ++at_;
            if (peek() == '+' || peek() == '-') ++at_;
            good = good && is_digit(peek());
            skip_digits();
        }
        if (is_word(peek()) || peek() == '.' || peek() == '+') good = false;
        if (!good)
            return stop("E053", start, "this is not a number as JSON writes it",
                        "write 12, -3 or 0.5: no leading zero and no plus sign; put anything else in double quotes");
        text = std::string(text_.substr(start, at_ - start));
        return true;
    }

    void skip_digits() {
        while (is_digit(peek())) ++at_;
    }

    // true, false, and everything that is no JSON value at all.
    bool read_word(Tree& tree) {
        const std::size_t start = at_;
        while (is_word(peek())) ++at_;
        const std::string_view word = text_.substr(start, at_ - start);
        tree.text = std::string(word);
        if (word == "true" || word == "false") return true;
        if (word == "null") {
            diagnostics_.report("E051", place(start), "null is not used here", "leave the field out, or write a value");
            return true;
        }
        if (at_end() && word.empty())
            return stop("E050", start, "the text ends where a value is expected", "is part of the file missing?");
        if (peek() == '/' || peek() == '#') return stop_at_comment();
        return stop("E050", start, "a value is expected here",
                    "a value is a text in double quotes, a number, true, false, [ ... ] or { ... }");
    }

    bool read_string(std::string& text) {
        const std::size_t start = at_++;
        while (peek() != '"') {
            if (at_end() || peek() == '\n')
                return stop("E052", start, "this text is never closed", "put a double quotation mark at its end");
            if (static_cast<unsigned char>(peek()) < 0x20)
                return stop("E052", at_, "a tab or control character stands inside a text",
                            "write \\t for a tab and \\n for a new line");
            if (peek() == '\\') {
                if (!read_escape(text)) return false;
            } else {
                text += text_[at_++];
            }
        }
        ++at_;
        if (const auto found = first_unwanted(text)) report_unwanted(read_utf8(text, *found).code, start + 1);
        return true;
    }

    void report_unwanted(char32_t code, std::size_t offset) {
        const bool control = is_control(code);
        diagnostics_.report(control ? "E011" : "E012", place(offset),
                            "this text holds the " + std::string(control ? "control" : "hidden") + " character " +
                                code_point_name(code),
                            "take it away; only new lines and tabs are allowed besides visible characters");
    }

    bool read_escape(std::string& text) {
        const std::size_t start = at_++;
        const char letter = peek();
        if (letter == 'u') return ++at_, read_code_point(text, start);
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const std::size_t which = at_end() ? std::string_view::npos : letters.find(letter);
        if (which == std::string_view::npos)
            return stop(
                "E039", start, "this backslash escape is not known in JSON",
                "known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits; write \\\\ for a backslash");
        text += meanings[which];
        ++at_;
        return true;
    }

    // The digits after \u; characters beyond U+FFFF are written as two escapes, high surrogate first.
    bool read_code_point(std::string& text, std::size_t start) {
        std::optional<char32_t> code = read_four_digits();
        if (code && *code >= 0xD800 && *code < 0xDC00 && text_.substr(at_, 2) == "\\u") {
            at_ += 2;
            const std::optional<char32_t> low = read_four_digits();
            const bool paired = low && *low >= 0xDC00 && *low < 0xE000;
            code =
                paired ? std::optional<char32_t>(0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00)) : std::nullopt;
        }
        if (!code || (*code >= 0xD800 && *code < 0xE000))
            return stop("E039", start, "this \\u escape names no character",
                        "write \\u and four hexadecimal digits; characters beyond \\uFFFF need two such escapes");
        append_utf8(text, *code);
        return true;
    }

    std::optional<char32_t> read_four_digits() {
        char32_t code = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = peek();
            unsigned digit = 0;
            if (is_digit(c))
                digit = static_cast<unsigned>(c - '0');
            else if (c >= 'a' && c <= 'f')
                digit = static_cast<unsigned>(c - 'a') + 10;
            else if (c >= 'A' && c <= 'F')
                digit = static_cast<unsigned>(c - 'A') + 10;
            else
                return std::nullopt;
            code = code * 16 + digit;
        }
        return code;
    }

    std::string_view text_;
    TextIndex index_;
    int source_;
    Diagnostics& diagnostics_;
    std::size_t at_ = 0;
    std::size_t nodes_ = 0;
};

}  // namespace

Tree read_json(std::string_view text, int source, Diagnostics& diagnostics) {
    if (text.size() > limits::file_bytes) {
        diagnostics.report("E004", {source, 0, 0},
                           "this is larger than the " + std::to_string(limits::file_bytes) + " bytes allowed");
        return {};
    }
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (const auto bad = first_invalid_utf8(text)) {
        diagnostics.report("E010", TextIndex(text).place(*bad, source), "the text is not UTF-8 from here on",
                           "save the file with the encoding UTF-8");
        return {};
    }
    const std::size_t before = diagnostics.all().size();
    Tree tree;
    const bool whole = JsonReader(text, source, diagnostics).read(tree);
    return whole && diagnostics.all().size() == before ? std::move(tree) : Tree{};
}

}  // namespace ntk
