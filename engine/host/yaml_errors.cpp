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

YamlExplanation escape(const Spot& spot) {
    const std::size_t backslash = spot.offset == 0 ? npos : spot.text.rfind('\\', spot.offset - 1);
    return {"E039", backslash == npos ? spot.offset : backslash, "this backslash escape is not known",
            "write \\\\ for a backslash, or put the text in single quotes, where a backslash is a plain character"};
}

}  // namespace

YamlExplanation explain_yaml_failure(std::string_view text, const YamlFailure& failure) {
    const Spot spot{text, std::min(failure.offset, text.size())};
    const auto says = [&](std::string_view part) { return failure.parser_message.find(part) != npos; };

    if (says("illegal map value")) return second_colon(spot);
    if (says("flow")) return bracket(spot, failure);
    if (says("end of map") || says("end of sequence")) return unexpected(spot, failure);
    if (says("illegal block entry"))
        return {"E037", spot.offset, "a list entry cannot begin here",
                "begin the list on a line of its own, or write [ first, second ]"};
    if (spot.at() == '?' && failure.open_bracket)
        return {"E038", spot.offset, "between brackets or braces, an unquoted value cannot hold '?'",
                "put the value in quotes"};
    if (says("unknown token") || says("illegal map key"))
        return {"E038", spot.offset, "an unquoted value cannot begin with '" + std::string(1, spot.at()) + "'",
                "put the value in quotes"};
    if (says("hex number") || says("unicode") || says("escape character")) return escape(spot);
    if (says("illegal EOF in scalar"))
        return {"E030", spot.offset, "a quotation mark is never closed", "put a quotation mark at the end of the text"};
    if (says("tab")) return {"E013", spot.offset, "there is a tab in the indentation", "indent with spaces"};
    if (says("block scalar"))
        return {"E037", spot.offset, "the sign for a text block is followed by something else",
                "write | or > alone at the end of the line and begin the text in the next"};
    if (says("alias") || says("referenced anchor"))
        return {"E025", spot.offset, "aliases (*name) are not used here", "write the value out where it is needed"};
    if (says("anchor"))
        return {"E024", spot.offset, "anchors (&name) are not used here", "write the value out where it is needed"};
    if (says("tag")) return {"E027", spot.offset, "tags (!name) are not used here", "take the tag away"};
    return {"E037", spot.offset, "this cannot be read as YAML", "put the value in quotes, if it is a text"};
}

}  // namespace ntk
