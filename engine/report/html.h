#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ntk {

// Text as it may stand in HTML, between tags or in an attribute.
std::string escaped(std::string_view text);

// Writes one page of HTML. Everything that goes in as text is escaped; headings, paragraphs, lists and tables only.
class HtmlPage {
  public:
    // `title` names the page; `style` goes into it as CSS.
    HtmlPage(std::string_view title, std::string_view style);

    void heading(int level, std::string_view text);
    void paragraph(std::string_view text, std::string_view css_class = {});
    void list(const std::vector<std::string>& items);

    // A table whose first cell in each row heads the row. Cells may hold several paragraphs, split by line ends.
    void table(std::string_view caption, const std::vector<std::string>& columns,
               const std::vector<std::vector<std::string>>& rows, std::string_view css_class = {});

    void open(std::string_view tag, std::string_view css_class = {});
    void close(std::string_view tag);

    std::string finish();

  private:
    void cell(std::string_view tag, std::string_view attributes, std::string_view text);
    std::string out_;
};

}  // namespace ntk
