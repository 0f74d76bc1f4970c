#include "engine/language/lexer.h"

#include <algorithm>
#include <array>

#include "engine/text/utf8.h"

namespace ntk {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// What people who know other languages write, and how it is written here.
std::string advice_on(std::string_view rest) {
    switch (rest.front()) {
        case '=': return "write 'is'";
        case '!': return rest.starts_with("!=") ? "write 'is not'" : "write 'not'";
        case '&': return "write 'and'";
        case '|': return "write 'or'";
        case '"':
        case '\'': return "names are written without quotation marks";
        case '{':
        case '}': return "a list is written in square brackets";
        case ':': return "expressions never need a colon";
        default: return {};
    }
}

// Minutes in one unit, or 0 when there is no such unit. A working day counts as a day of 24 hours.
std::int64_t minutes_in(std::string_view unit) {
    if (unit == "m") return 1;
    if (unit == "h") return 60;
    if (unit == "d" || unit == "wd") return 24 * 60;
    return 0;
}

class Lexer {
  public:
    Lexer(const Tree& tree, Diagnostics& diagnostics) : tree_(tree), text_(tree.text), diagnostics_(diagnostics) {}

    std::vector<Token> read() {
        while (true) {
            while (at_ < text_.size() && is_space(text_[at_])) ++at_;
            if (at_ == text_.size()) break;
            if (is_letter(text_[at_]))
                add(Token::Kind::word, word_length(at_), 0);
            else if (is_digit(text_[at_]))
                number();
            else
                sign();
        }
        add(Token::Kind::end, 0, 0);
        return std::move(tokens_);
    }

    bool ok() const { return ok_; }

  private:
    std::size_t word_length(std::size_t from) const {
        std::size_t end = from;
        while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
        return end - from;
    }

    void add(Token::Kind kind, std::size_t length, std::int64_t value) {
        tokens_.push_back({kind, text_.substr(at_, length), at_, value});
        at_ += length;
    }

    void refuse(std::string_view code, std::size_t length, std::string message, std::string hint) {
        diagnostics_.report(code, place_at(tree_, at_), std::move(message), std::move(hint));
        ok_ = false;
        at_ += length;
    }

    void number() {
        const std::size_t length = word_length(at_);
        const std::string_view whole = text_.substr(at_, length);
        std::size_t digits = 0;
        std::int64_t value = 0;
        while (digits < length && is_digit(whole[digits])) {
            value = std::min(value * 10 + (whole[digits] - '0'), largest_number + 1);
            ++digits;
        }
        const std::string_view unit = whole.substr(digits);
        const std::string shown = "'" + std::string(whole) + "'";
        if (digits > 1 && whole.front() == '0')
            return refuse("E106", length, shown + " begins with a needless 0", "write the number without it");
        if (value > largest_number)
            return refuse("E106", length, shown + " is too large", "the largest number is 1000000");
        if (unit.empty()) return add(Token::Kind::integer, length, value);
        if (minutes_in(unit) == 0)
            return refuse("E106", length, shown + " is neither a number nor a length of time",
                          "lengths of time look like 30m, 4h, 2d or 1wd (working day)");
        add(Token::Kind::duration, length, value * minutes_in(unit));
    }

    void sign() {
        const std::string_view rest = text_.substr(at_);
        const bool pair = rest.starts_with("<=") || rest.starts_with(">=");
        if (pair || std::string_view("()[].,<>").find(rest.front()) != std::string_view::npos)
            return add(Token::Kind::sign, pair ? 2 : 1, 0);
        const std::size_t length = read_utf8(text_, at_).bytes;
        const std::string shown = printable(rest.substr(0, length));
        // A doubled sign such as == or && is one mistake.
        const bool doubled = rest.size() > 1 && (rest[1] == rest[0] || rest[1] == '=');
        refuse("E102", doubled ? 2 : length, "expressions have no '" + shown + "'", advice_on(rest));
    }

    const Tree& tree_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace

std::vector<Token> read_tokens(const Tree& tree, Diagnostics& diagnostics, bool& ok) {
    Lexer lexer(tree, diagnostics);
    std::vector<Token> tokens = lexer.read();
    ok = lexer.ok();
    return tokens;
}

bool is_reserved(std::string_view word) {
    static constexpr std::array<std::string_view, 14> reserved = {
        "or", "and", "not", "in", "have", "is", "has", "overlaps", "where", "true", "false", "union", "except", "both"};
    return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

bool is_word(std::string_view text) {
    return !text.empty() && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

Place place_at(const Tree& tree, std::size_t offset) {
    const std::string_view before = std::string_view(tree.text).substr(0, offset);
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    Place place = tree.place;
    place.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    place.column += static_cast<int>(count_characters(before.substr(line_start)));
    return place;
}

}  // namespace ntk
