#include "engine/report/document.h"

namespace ntk {

namespace {

// Text with every further line set in as far as the first.
std::string set_in(std::string_view text, std::string_view margin) {
    std::string out;
    for (const char c : text) {
        out += c;
        if (c == '\n') out += margin;
    }
    return out;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string(", ") : std::string(1, c);
    return out;
}

// A row whose cells are short stands in one line; otherwise each cell has lines of its own.
void add_row(std::string& out, const ReportPart& table, const std::vector<std::string>& row) {
    if (row.empty()) return;
    out += "- " + one_line(row.front());
    bool short_cells = true;
    std::size_t length = row.front().size();
    for (std::size_t i = 1; i < row.size(); ++i) {
        length += row[i].size();
        short_cells = short_cells && row[i].find('\n') == std::string::npos;
    }
    short_cells = short_cells && length <= 100;
    bool first = true;
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i].empty()) continue;
        // The head of the row says what the only other column holds.
        const std::string name = i < table.columns.size() && table.columns.size() > 2 ? table.columns[i] + ": " : "";
        if (short_cells)
            out += (!first ? "; " : name.empty() ? ": " : ". ") + name + row[i];
        else
            out += "\n    " + name + set_in(row[i], "      ");
        first = false;
    }
    out += "\n";
}

}  // namespace

std::string document_text(const ReportDocument& document) {
    std::string out;
    for (const ReportPart& part : document.parts()) {
        switch (part.kind) {
            case ReportPart::Kind::heading:
                out += (out.empty() ? "" : "\n") + part.text + "\n";
                break;
            case ReportPart::Kind::paragraph: out += part.text + "\n"; break;
            case ReportPart::Kind::list:
                for (const std::string& item : part.items) out += "- " + set_in(item, "  ") + "\n";
                break;
            case ReportPart::Kind::table:
                out += part.text + ":\n";
                for (const auto& row : part.rows) add_row(out, part, row);
                break;
            case ReportPart::Kind::figure: out += part.text + "\n"; break;
            case ReportPart::Kind::contents: break;
        }
    }
    return out;
}

}  // namespace ntk
