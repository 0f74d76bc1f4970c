#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/drawing.h"

namespace ntk {

// How wide the columns of a table should be.
enum class TableShape {
    plain,    // by what is in them
    wide,     // four columns, the third of them with most of the words
    digests,  // long strings that may be broken anywhere
};

// One part of a report, in the order it is read.
struct ReportPart {
    enum class Kind { heading, paragraph, list, table, figure, contents };
    enum class Tone { plain, lead, note };  // of a paragraph: the gist; what must not be overlooked
    Kind kind = Kind::paragraph;
    std::string text = {};  // heading, paragraph; of a table or figure the words with it
    int level = 0;          // headings: 1 to 3
    std::string id = {};    // headings: what a link within a page goes to; may be empty
    Tone tone = Tone::plain;
    std::vector<std::string> items = {};  // list
    TableShape shape = TableShape::plain;
    std::vector<std::string> columns = {};
    std::vector<std::vector<std::string>> rows = {};  // the first cell heads its row; line ends split paragraphs
    Drawing drawing = {};
};

// A report before it becomes a page, paper or text: made once, so that every form says the same. Empty paragraphs and
// lists are left out. Text may come from anywhere: whoever writes it out escapes it.
class ReportDocument {
  public:
    using Tone = ReportPart::Tone;

    // In the language of the program's words as they are said where it is made (text/said.h), unless another is named.
    explicit ReportDocument(std::string_view title);
    ReportDocument(std::string_view title, std::string_view language) : title_(title), language_(language) {}

    void heading(int level, std::string_view text, std::string_view id = {});
    void paragraph(std::string_view text, Tone tone = Tone::plain);
    void list(const std::vector<std::string>& items);
    void table(std::string_view caption, std::vector<std::string> columns, std::vector<std::vector<std::string>> rows,
               TableShape shape = TableShape::plain);
    void figure(Drawing drawing, std::string_view words);

    // Here stand links to all later headings that have an id.
    void contents();

    const std::string& title() const { return title_; }
    const std::string& language() const { return language_; }  // "en-GB"
    const std::vector<ReportPart>& parts() const { return parts_; }
    std::vector<ReportPart>& parts() { return parts_; }

  private:
    std::string title_, language_;
    std::vector<ReportPart> parts_;
};

// As a page of its own: no scripts, nothing loaded, prints on A4, reads well aloud.
std::string document_html(const ReportDocument& document);

// As lines of text. A table becomes a list: the head of a row, and beneath it each cell after its column's name.
std::string document_text(const ReportDocument& document);

}  // namespace ntk
