#include "engine/host/yaml_scan.h"

#include "engine/text/limits.h"
#include "engine/text/text_index.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

constexpr int most_findings = 20;  // a file of another format would otherwise report every one of its bytes

class YamlScan {
  public:
    YamlScan(std::string_view text, int source, Diagnostics& diagnostics)
        : text_(text), index_(text), source_(source), diagnostics_(diagnostics) {}

    bool run() {
        if (!scan_brackets()) return false;
        for (int line = 1; line <= index_.lines() && findings_ < most_findings; ++line) {
            const std::string_view written = index_.line(line);
            scan_start(written);
            if (!scan_characters(written)) return false;
        }
        if (readable_ && !written_anything_) {
            diagnostics_.report("E020", {source_, 0, 0}, "there is nothing in this file",
                                "a file holds lines of the form 'name: value'");
            return false;
        }
        return readable_ && findings_ < most_findings;
    }

  private:
    void refuse(std::string_view code, const char* where, std::string message, std::string hint) {
        ++findings_;
        const auto offset = static_cast<std::size_t>(where - text_.data());
        diagnostics_.report(code, index_.place(offset, source_), std::move(message), std::move(hint));
    }

    // The parser keeps all it has seen since an open bracket in memory, about 230 bytes for each further bracket.
    bool scan_brackets() {
        std::size_t left = limits::tree_nodes;
        for (const char& c : text_) {
            if ((c != '[' && c != '{') || left-- > 0) continue;
            refuse("E032", &c,
                   "there are more than " + std::to_string(limits::tree_nodes) + " opening brackets in this file",
                   "split the file into several");
            return false;
        }
        return true;
    }

    // What the beginning of a line may give away: a tab, a document marker, a directive.
    void scan_start(std::string_view line) {
        const std::size_t content = line.find_first_not_of(" \t");
        if (content == std::string_view::npos) return;
        const std::size_t tab = line.substr(0, content).find('\t');
        readable_ = readable_ && tab == std::string_view::npos;
        if (tab != std::string_view::npos)
            refuse("E013", line.data() + tab, "there is a tab in the indentation",
                   "indent with spaces; most editors can turn tabs into spaces");
        const std::string_view start = line.substr(0, 3);
        const bool alone = line.size() == 3 || (line.size() > 3 && (line[3] == ' ' || line[3] == '\t'));
        const bool marker = (start == "---" || start == "...") && alone;
        const bool directive = line[0] == '%';
        // Only a line '---' above everything else leaves one document, in which more can be found.
        const bool harmless = marker && line == "---" && !written_anything_;
        readable_ = readable_ && (harmless || (!marker && !directive));
        if (marker)
            refuse("E022", line.data(), "'" + std::string(start) + "' would begin or end a document",
                   "one file holds one document: take this line away, or put what follows in a file of its own");
        if (directive)
            refuse("E023", line.data(), "a line beginning with % would be a YAML directive",
                   "take the line away, or put the text in quotes");
        if (line[content] != '#' && !marker) written_anything_ = true;
    }

    bool scan_characters(std::string_view line) {
        for (std::size_t offset = plain_run(line, 0); offset < line.size() && findings_ < most_findings;
             offset += plain_run(line, offset)) {
            const Utf8Character character = read_utf8(line, offset);
            const char* where = line.data() + offset;
            if (!character.valid) {
                refuse("E010", where, "the text is not UTF-8 from here on", "save the file with the encoding UTF-8");
                return false;
            }
            readable_ = readable_ && !is_control(character.code);
            if (is_control(character.code))
                refuse("E011", where, "there is a control character here, " + code_point_name(character.code),
                       "take it away; only visible characters, spaces and line ends are allowed");
            else if (is_hidden(character.code))
                refuse("E012", where, "there is a hidden character here, " + code_point_name(character.code),
                       "take it away; it can make the text read otherwise than it is understood");
            offset += character.bytes;
        }
        return true;
    }

    std::string_view text_;
    TextIndex index_;
    int source_;
    Diagnostics& diagnostics_;
    int findings_ = 0;
    bool readable_ = true;
    bool written_anything_ = false;
};

}  // namespace

std::string prepare_yaml(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::string prepared;
    prepared.reserve(text.size());
    const auto drop_carriage_returns = [&] { prepared.erase(prepared.find_last_not_of('\r') + 1); };
    for (const char c : text) {
        if (c == '\n') drop_carriage_returns();
        prepared += c;
    }
    drop_carriage_returns();
    if (!prepared.ends_with('\n')) prepared += '\n';
    return prepared;
}

bool scan_yaml(std::string_view text, int source, Diagnostics& diagnostics) {
    return YamlScan(text, source, diagnostics).run();
}

std::size_t closing_quote(std::string_view text, std::size_t start) {
    const char quote = text[start];
    for (std::size_t i = start + 1; i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return i;
            ++i;
        }
    }
    return std::string_view::npos;
}

std::size_t block_content(std::string_view text, std::size_t start) {
    const std::size_t line_end = text.find('\n', start);
    const std::size_t content = text.find_first_not_of(" \n", line_end);
    return content == std::string_view::npos ? start : content;
}

std::optional<std::size_t> dropped_words(std::string_view text, std::size_t start, std::string_view value) {
    const std::size_t end = start + value.size();
    if (text.substr(start, value.size()) != value) return std::nullopt;  // over several lines
    const std::size_t hash = text.find_first_not_of(' ', end);
    if (hash == std::string_view::npos || hash == end || hash + 1 >= text.size() || text[hash] != '#')
        return std::nullopt;
    const bool comment = std::string_view(" \t\n#-=").find(text[hash + 1]) != std::string_view::npos;
    return comment ? std::nullopt : std::optional(hash);
}

}  // namespace ntk
