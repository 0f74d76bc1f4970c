#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ntk {

// Colours meet WCAG AA on their backgrounds in both schemes; a verdict is told by its word, never by colour.
inline constexpr std::string_view page_style =
    R"(:root { color-scheme: light dark; --ink: #1d2428; --paper: #ffffff; --line: #9aa5ab; --soft: #eef2f3; --mark: #0b5563; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edef; --paper: #14191c; --line: #5f6b72; --soft: #20282c; --mark: #8fd3e0; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 Georgia, "DejaVu Serif", serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3 { line-height: 1.25; color: var(--mark); }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
p, li { max-width: 42rem; overflow-wrap: anywhere; }
.lead { font-size: 1.1875rem; }
.note { background: var(--soft); padding: 0.75rem 1rem; border-left: 4px solid var(--mark); }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 1.5rem; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border: 1px solid var(--line); overflow-wrap: break-word; }
.digests td { overflow-wrap: anywhere; }
.wide th:nth-child(1) { width: 20%; } .wide th:nth-child(2) { width: 12%; } .wide th:nth-child(4) { width: 22%; }
thead th { background: var(--soft); }
td p, th p { margin: 0 0 0.4rem; }
@media (max-width: 40rem) { th, td { padding: 0.3rem 0.4rem; } .wide, .wide tbody, .wide tr, .wide tbody th, .wide td { display: block; width: auto; } .wide thead { position: absolute; left: -100vw; } }
@page { size: A4; margin: 18mm 16mm; }
@media print { :root { --ink: #000; --paper: #fff; --line: #777; --soft: #f2f2f2; --mark: #000; color-scheme: light; } body { font-size: 10.5pt; } main { padding: 0; max-width: none; } h2, h3, caption { break-after: avoid; } tr { break-inside: avoid; } }
)";

// Text as it may stand in HTML, between tags or in an attribute.
std::string escaped(std::string_view text);

// Writes one page of HTML. Everything that goes in as text is escaped; headings, paragraphs, lists and tables only.
class HtmlPage {
  public:
    // `title` names the page; `style` goes into it as CSS; `language` is that of its words.
    HtmlPage(std::string_view title, std::string_view style, std::string_view language = "en-GB");

    // `id` is what a link within the page goes to; empty for none.
    void heading(int level, std::string_view text, std::string_view id = {});
    void paragraph(std::string_view text, std::string_view css_class = {});
    void list(const std::vector<std::string>& items);

    // A list of links to headings of this page: id and words.
    void contents(const std::vector<std::pair<std::string, std::string>>& links);

    // A table whose first cell in each row heads the row. Cells may hold several paragraphs, split by line ends.
    void table(std::string_view caption, const std::vector<std::string>& columns,
               const std::vector<std::vector<std::string>>& rows, std::string_view css_class = {});

    // A drawing with its words beneath it. `svg` is markup made by us; text from elsewhere is escaped in it already.
    void figure(std::string_view svg, std::string_view caption);

    void open(std::string_view tag, std::string_view css_class = {});
    void close(std::string_view tag);

    std::string finish();

  private:
    void cell(std::string_view tag, std::string_view attributes, std::string_view text);
    std::string out_;
};

}  // namespace ntk
