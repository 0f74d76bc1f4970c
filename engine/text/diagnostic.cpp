#include "engine/text/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>

#include "engine/text/text_index.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

constexpr int shown_columns = 100;           // of a source line; longer ones are cut around the caret
constexpr std::size_t shown_findings = 200;  // a hostile file must not flood a terminal

std::string_view without_byte_order_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

// A message may quote what an author wrote: its further lines are indented so that none can pass for a finding.
std::string indented(std::string_view text) {
    std::string shown;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find('\n', start);
        shown += printable(text.substr(start, end - start));
        if (end == std::string_view::npos) return shown;
        shown += "\n    ";
        start = end + 1;
    }
}

// Source characters as they are shown: tabs as spaces up to the next multiple of four.
std::string expanded(std::string_view part, std::size_t column) {
    std::string shown;
    for (std::size_t offset = 0; offset < part.size();) {
        const Utf8Character character = read_utf8(part, offset);
        const std::size_t width = character.code == U'\t' ? 4 - column % 4 : 1;
        shown += character.code == U'\t' ? std::string(width, ' ') : printable(part.substr(offset, character.bytes));
        column += width;
        offset += character.bytes;
    }
    return shown;
}

std::string excerpt(const TextIndex& index, Place place) {
    const int columns = index.columns(place.line);
    const int caret = std::clamp(place.column, 1, columns + 1);
    int from = 1;
    int to = columns + 1;
    if (columns > shown_columns) {
        from = std::clamp(caret - shown_columns / 2, 1, columns + 1 - shown_columns);
        to = from + shown_columns;
    }
    const std::string before = from > 1 ? "..." : "";
    const std::string after = to <= columns ? "..." : "";
    const std::string left = before + expanded(index.part(place.line, from, caret), before.size());
    const std::size_t width = count_characters(left);
    const std::string right = expanded(index.part(place.line, caret, to), width);
    std::string line = "  " + left + right + after;
    line.erase(line.find_last_not_of(' ') + 1);
    if (line.empty()) return {};
    return line + "\n  " + std::string(width, ' ') + "^\n";
}

bool earlier(const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.source, a.place.line, a.place.column) <
           std::tie(b.place.source, b.place.line, b.place.column);
}

}  // namespace

int Diagnostics::add_source(std::string name, std::string text) {
    sources_.push_back({std::move(name), std::move(text)});
    return static_cast<int>(sources_.size()) - 1;
}

void Diagnostics::report(std::string_view code, Place place, std::string message, std::string hint) {
    hint.erase(0, hint.find_first_not_of(' '));
    const Severity severity = code.starts_with('W') ? Severity::warning : Severity::error;
    found_.push_back({std::string(code), severity, place, std::move(message), std::move(hint)});
}

std::vector<Diagnostic> Diagnostics::take(const std::function<bool(const Diagnostic&)>& fits) {
    const auto rest =
        std::stable_partition(found_.begin(), found_.end(), [&](const Diagnostic& d) { return !fits(d); });
    std::vector<Diagnostic> taken(std::make_move_iterator(rest), std::make_move_iterator(found_.end()));
    found_.erase(rest, found_.end());
    return taken;
}

std::vector<Diagnostic> Diagnostics::in_order() const {
    std::vector<Diagnostic> sorted = found_;
    std::stable_sort(sorted.begin(), sorted.end(), earlier);
    return sorted;
}

bool Diagnostics::has_errors() const {
    return std::any_of(found_.begin(), found_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

bool Diagnostics::empty() const { return found_.empty(); }

const std::string& Diagnostics::source_name(int source) const {
    return sources_.at(static_cast<std::size_t>(source)).name;
}

const std::string& Diagnostics::source_text(int source) const {
    return sources_.at(static_cast<std::size_t>(source)).text;
}

std::string Diagnostics::render() const {
    const std::vector<Diagnostic> sorted = in_order();
    std::vector<std::optional<TextIndex>> indexes(sources_.size());

    std::string shown;
    for (std::size_t i = 0; i < sorted.size() && i < shown_findings; ++i) {
        const Diagnostic& finding = sorted[i];
        const auto source = static_cast<std::size_t>(finding.place.source);
        const bool known_source = finding.place.source >= 0 && source < sources_.size();
        const bool has_line = known_source && finding.place.line > 0;
        if (known_source) shown += printable(sources_[source].name) + ":";
        if (has_line) shown += std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) + ":";
        if (known_source) shown += " ";
        shown += finding.severity == Severity::error ? "error " : "warning ";
        shown += finding.code + ": " + indented(finding.message) + "\n";
        if (has_line) {
            if (!indexes[source]) indexes[source].emplace(without_byte_order_mark(sources_[source].text));
            shown += excerpt(*indexes[source], finding.place);
        }
        if (!finding.hint.empty()) shown += "  hint: " + indented(finding.hint) + "\n";
    }
    if (sorted.size() > shown_findings)
        shown += "and " + std::to_string(sorted.size() - shown_findings) + " more findings, not shown\n";
    return shown;
}

}  // namespace ntk
