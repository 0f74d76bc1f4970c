#include <algorithm>

#include "engine/report/document.h"
#include "engine/report/html.h"

namespace ntk {

namespace {

std::string_view class_of(ReportPart::Tone tone) {
    return tone == ReportPart::Tone::lead ? "lead" : tone == ReportPart::Tone::note ? "note" : "";
}

std::string_view class_of(TableShape shape) {
    return shape == TableShape::wide ? "wide" : shape == TableShape::digests ? "digests" : "";
}

// Where the links of a table of contents go: the headings with an id after part `from`.
std::vector<std::pair<std::string, std::string>> links_after(const std::vector<ReportPart>& parts, std::size_t from) {
    std::vector<std::pair<std::string, std::string>> links;
    for (std::size_t i = from; i < parts.size(); ++i)
        if (parts[i].kind == ReportPart::Kind::heading && !parts[i].id.empty())
            links.emplace_back(parts[i].id, parts[i].text);
    return links;
}

}  // namespace

std::string document_html(const ReportDocument& document) {
    const std::vector<ReportPart>& parts = document.parts();
    const bool drawn =
        std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.kind == ReportPart::Kind::figure; });
    HtmlPage page(document.title(), std::string(page_style) + (drawn ? std::string(drawing_style) : std::string()),
                  document.language());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ReportPart& part = parts[i];
        switch (part.kind) {
            case ReportPart::Kind::heading: page.heading(part.level, part.text, part.id); break;
            case ReportPart::Kind::paragraph: page.paragraph(part.text, class_of(part.tone)); break;
            case ReportPart::Kind::list: page.list(part.items); break;
            case ReportPart::Kind::table: page.table(part.text, part.columns, part.rows, class_of(part.shape)); break;
            case ReportPart::Kind::figure: page.figure(part.drawing.svg(), part.text); break;
            case ReportPart::Kind::contents: page.contents(links_after(parts, i)); break;
        }
    }
    return page.finish();
}

}  // namespace ntk
