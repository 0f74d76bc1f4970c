#include "engine/host/yaml_errors.h"

#include <algorithm>

namespace ntk {

namespace {

constexpr auto npos = std::string_view::npos;

// The spot where the parser gave up, and the line around it.
struct Spot {
    std::string_view text;
    std::size_t offset;

    char at() const { return offset < text.size() ? text[offset] : '\n'; }
    std::size_t line_start() const {
        const std::size_t before = offset == 0 ? npos : text.rfind('\n', offset - 1);
        return before == npos ? 0 : before + 1;
    }
    std::string_view before() const { return text.substr(line_start(), offset - line_start()); }
    bool first_in_line() const { return before().find_first_not_of(' ') == npos; }
    char previous() const {
        const std::size_t last = before().find_last_not_of(" \t");
        return last == npos ? '\n' : before()[last];
    }
    auto line_number() const { return 1 + std::count(text.begin(), text.begin() + static_cast<long>(offset), '\n'); }
};

YamlExplanation wrong_indentation(const Spot& spot) {
    const std::size_t first = spot.text.find_first_not_of(' ', spot.line_start());
    return {
        "E035", std::min(first, spot.offset), "this line does not fit the lines above it",
        "keys of one mapping begin in the same column; is a colon, or a quotation mark around a long text, missing?"};
}

YamlExplanation bracket(const Spot& spot, const YamlFailure& failure) {
    const std::string at(1, spot.at());
    if (!failure.open_bracket)
        return {"E036", spot.offset, "this '" + at + "' closes nothing that was opened",
                "put a text that holds brackets or braces in quotes"};
    const Spot opening{spot.text, *failure.open_bracket};
    const std::string closing = opening.at() == '{' ? "}" : "]";
    if (at == "]" || at == "}")
        return {"E036", spot.offset,
                "this '" + at + "' does not close the '" + std::string(1, opening.at()) + "' in line " +
                    std::to_string(opening.line_number()),
                "put a '" + closing + "' before it"};
    if (opening.line_number() != spot.line_number())
        return {"E036", opening.offset, "this '" + std::string(1, opening.at()) + "' is not closed",
                "put a '" + closing + "' after its last entry, and commas between the entries"};
    return {"E036", spot.offset, "a comma or the closing '" + closing + "' is missing before this",
            "separate entries with commas; put a text that holds ': ' in quotes"};
}

YamlExplanation second_colon(const Spot& spot) {
    const std::string_view before = spot.before();
    if (before.find(": ") == npos) return wrong_indentation(spot);
    return {"E034", spot.offset, "this line has a second colon, so it is not clear where the value begins",
            "put the whole value in quotes: name: \"first: second\""};
}

YamlExplanation unexpected(const Spot& spot, const YamlFailure& failure) {
    const char previous = spot.previous();
    const bool after_quote = failure.quote_end < spot.offset && (previous == '"' || previous == '\'') &&
                             spot.text.find_first_not_of(" \t", failure.quote_end + 1) == spot.offset;
    const std::string_view quoted = spot.text.substr(failure.quote_start, failure.quote_end - failure.quote_start);
    if (after_quote && quoted.find('\n') != npos)
        return {"E030", failure.quote_start,
                "this quotation mark is only closed in line " +
                    std::to_string(Spot{spot.text, failure.quote_end}.line_number()) + ", where text follows",
                "put a quotation mark at the end of the text"};
    if (after_quote)
        return {"E040", spot.offset, "there is text after the closing quotation mark",
                "put the whole text in quotes; inside it write \\\" in double quotes, or '' in single ones"};
    if (!spot.first_in_line() && (previous == ']' || previous == '}'))
        return {"E040", spot.offset, "there is text after the closing bracket",
                "if the bracket belongs to a text, put the whole text in quotes"};
    if (spot.at() == ',') return {"E038", spot.offset, "a value cannot begin with ','", "put the value in quotes"};
    if (spot.first_in_line()) return wrong_indentation(spot);
    return {"E037", spot.offset, "this cannot be read as YAML", "put the value in quotes, if it is a text"};
}

// What follows the one mapping that a file holds.
YamlExplanation second_document(const Spot& spot, const YamlFailure& failure) {
    if (failure.after_braces)
        return {"E040", spot.offset, "there is text after the closing bracket",
                "one file holds one mapping; take away what follows it"};
    return {"E035", spot.offset, "this line is indented less than the first line of the file",
            "begin all keys of the file in the same column"};
}

// A text that stands in the column of the keys and is none.
YamlExplanation no_colon(const Spot& spot) {
    const std::string_view line = spot.text.substr(spot.offset, spot.text.find('\n', spot.offset) - spot.offset);
    if (std::string_view("\"'[{").find(spot.at()) != npos)
        return {"E035", spot.offset, "this value is not indented deeper than its key", "put it in the line of its key"};
    const std::string_view name = line.substr(0, line.find(" #"));
    return {"E033", spot.offset,
            "'" + std::string(name.substr(0, name.find_last_not_of(" \t") + 1)) + "' has no colon after it",
            "write 'name: value' with a space after the colon"};
}

// A colon between brackets or braces that has no key before it or no space after it.
YamlExplanation lone_colon(const Spot& spot) {
    const char previous = spot.previous();
    if (previous == ',' || previous == '{' || previous == '[')
        return {"E029", spot.offset, "there is no key here",
                "write 'name: value'; put a text that begins with a colon in quotes"};
    return {"E037", spot.offset, "this colon has no space after it",
            "write 'name: value'; put a text that holds a colon in quotes"};
}

YamlExplanation escape(const Spot& spot) {
    const std::size_t backslash = spot.text.rfind('\\', spot.offset);
    return {"E039", backslash == npos ? spot.offset : backslash, "this backslash escape is not known",
            "write \\\\ for a backslash, or put the text in single quotes, where a backslash is a plain character"};
}

}  // namespace

YamlExplanation explain_yaml_failure(std::string_view text, const YamlFailure& failure) {
    const Spot spot{text, std::min(failure.offset, text.size())};
    const auto says = [&](std::string_view part) { return failure.problem.find(part) != npos; };

    if (says("<document start>")) return second_document(spot, failure);
    if (says("mapping values are not allowed")) return second_colon(spot);
    if (says("could not find expected ':'")) return no_colon({text, std::min(failure.context, text.size())});
    if (says("',' or")) return bracket(spot, failure);
    if (says("comment or line break") || says("indentation indicator"))
        return {"E037", spot.offset, "the sign for a text block is followed by something else",
                "write | or > alone at the end of the line and begin the text in the next"};
    if (spot.at() == ']' || spot.at() == '}') return bracket(spot, failure);
    if (spot.at() == '\t') return {"E013", spot.offset, "there is a tab here", "use spaces"};
    if (spot.at() == ':' && failure.open_bracket) return lone_colon(spot);
    if (says("expected node content") && failure.open_bracket) {
        if (spot.at() == ',') return {"E033", spot.offset, "there is nothing before this comma", "take the comma away"};
        return bracket(spot, failure);
    }
    if (says("expected node content") && spot.at() == ',')
        return {"E038", spot.offset, "a value cannot begin with ','", "put the value in quotes"};
    if (says("expected key") || says("expected '-' indicator") || says("expected node content"))
        return unexpected(spot, failure);
    if (says("block sequence entries are not allowed"))
        return {"E037", spot.offset, "a list entry cannot begin here",
                "begin the list on a line of its own, or write [ first, second ]"};
    if (says("cannot start any token"))
        return {"E038", spot.offset, "an unquoted value cannot begin with '" + std::string(1, spot.at()) + "'",
                "put the value in quotes"};
    if (says("escape") || says("hexdecimal")) return escape(spot);
    if (says("unexpected end of stream"))
        return {"E030", failure.context, "this quotation mark is never closed",
                "put a quotation mark at the end of the text"};
    if (spot.at() == '*' || text.substr(failure.context, 1) == "*")
        return {"E025", spot.offset, "aliases (*name) are not used here", "write the value out where it is needed"};
    if (spot.at() == '&' || text.substr(failure.context, 1) == "&")
        return {"E024", spot.offset, "anchors (&name) are not used here", "write the value out where it is needed"};
    if (says("tag") || text.substr(failure.context, 1) == "!")
        return {"E027", spot.offset, "tags (!name) are not used here", "take the tag away"};
    return {"E037", spot.offset, "this cannot be read as YAML", "put the value in quotes, if it is a text"};
}

}  // namespace ntk
