#include "engine/report/html.h"

#include <algorithm>

namespace ntk {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

HtmlPage::HtmlPage(std::string_view title, std::string_view style, std::string_view language) {
    out_ = "<!DOCTYPE html>\n<html lang=\"" + escaped(language) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
           escaped(title) + "</title>\n<style>\n" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n";
}

void HtmlPage::heading(int level, std::string_view text, std::string_view id) {
    const std::string tag = "h" + std::to_string(level);
    out_ += "<" + tag + (id.empty() ? std::string() : " id=\"" + escaped(id) + "\"") + ">" + escaped(text) + "</" +
            tag + ">\n";
}

void HtmlPage::open(std::string_view tag, std::string_view css_class) {
    out_ += "<" + std::string(tag) + (css_class.empty() ? "" : " class=\"" + escaped(css_class) + "\"") + ">\n";
}

void HtmlPage::close(std::string_view tag) { out_ += "</" + std::string(tag) + ">\n"; }

void HtmlPage::paragraph(std::string_view text, std::string_view css_class) {
    if (text.empty()) return;
    out_ += "<p" + (css_class.empty() ? std::string() : " class=\"" + escaped(css_class) + "\"") + ">" + escaped(text) +
            "</p>\n";
}

void HtmlPage::list(const std::vector<std::string>& items) {
    if (items.empty()) return;
    out_ += "<ul>\n";
    for (const std::string& item : items) out_ += "<li>" + escaped(item) + "</li>\n";
    out_ += "</ul>\n";
}

void HtmlPage::contents(const std::vector<std::pair<std::string, std::string>>& links) {
    out_ += "<nav aria-label=\"Contents\">\n<ul>\n";
    for (const auto& [id, words] : links)
        out_ += "<li><a href=\"#" + escaped(id) + "\">" + escaped(words) + "</a></li>\n";
    out_ += "</ul>\n</nav>\n";
}

void HtmlPage::figure(std::string_view svg, std::string_view caption) {
    out_ += "<figure>\n" + std::string(svg) + "<figcaption>" + escaped(caption) + "</figcaption>\n</figure>\n";
}

void HtmlPage::cell(std::string_view tag, std::string_view attributes, std::string_view text) {
    out_ += "<" + std::string(tag) + std::string(attributes) + ">";
    if (text.find('\n') == std::string_view::npos) {
        out_ += escaped(text);
    } else {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            out_ += "<p>" + escaped(text.substr(0, end)) + "</p>";
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
    out_ += "</" + std::string(tag) + ">";
}

void HtmlPage::table(std::string_view caption, const std::vector<std::string>& columns,
                     const std::vector<std::vector<std::string>>& rows, std::string_view css_class) {
    out_ += "<table" + (css_class.empty() ? std::string() : " class=\"" + escaped(css_class) + "\"") + ">\n<caption>" +
            escaped(caption) + "</caption>\n<thead><tr>";
    for (const std::string& column : columns) cell("th", " scope=\"col\"", column);
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : rows) {
        out_ += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            i == 0 ? cell("th", " scope=\"row\"", row[i]) : cell("td", "", row[i]);
        out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n";
}

std::string HtmlPage::finish() { return out_ + "</main>\n</body>\n</html>\n"; }

}  // namespace ntk
