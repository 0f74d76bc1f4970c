#include "engine/report/document.h"

#include <utility>

#include "engine/text/said.h"

namespace ntk {

ReportDocument::ReportDocument(std::string_view title) : ReportDocument(title, program_language()) {}

void ReportDocument::heading(int level, std::string_view text, std::string_view id) {
    ReportPart part;
    part.kind = ReportPart::Kind::heading;
    part.level = level;
    part.text = text;
    part.id = id;
    parts_.push_back(std::move(part));
}

void ReportDocument::paragraph(std::string_view text, Tone tone) {
    if (text.empty()) return;
    ReportPart part;
    part.text = text;
    part.tone = tone;
    parts_.push_back(std::move(part));
}

void ReportDocument::list(const std::vector<std::string>& items) {
    if (items.empty()) return;
    ReportPart part;
    part.kind = ReportPart::Kind::list;
    part.items = items;
    parts_.push_back(std::move(part));
}

void ReportDocument::table(std::string_view caption, std::vector<std::string> columns,
                           std::vector<std::vector<std::string>> rows, TableShape shape) {
    ReportPart part;
    part.kind = ReportPart::Kind::table;
    part.text = caption;
    part.columns = std::move(columns);
    part.rows = std::move(rows);
    part.shape = shape;
    parts_.push_back(std::move(part));
}

void ReportDocument::figure(Drawing drawing, std::string_view words) {
    if (drawing.empty()) return paragraph(words);
    ReportPart part;
    part.kind = ReportPart::Kind::figure;
    part.drawing = std::move(drawing);
    part.text = words;
    parts_.push_back(std::move(part));
}

void ReportDocument::contents() {
    ReportPart part;
    part.kind = ReportPart::Kind::contents;
    parts_.push_back(std::move(part));
}

}  // namespace ntk
