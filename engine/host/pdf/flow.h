#pragma once

#include <string>
#include <vector>

#include "engine/host/pdf/sheet.h"
#include "engine/host/pdf/structure.h"
#include "engine/host/pdf/type.h"

namespace ntk::pdf {

inline constexpr int most_pages = 3'000;

// Places text down the page and begins new pages where it must. Throws std::length_error beyond most_pages.
class Flow {
  public:
    // `page_words` say "Page {page} of {all}"; `pages` is how many there will be, 0 while that is being found out.
    Flow(Sheets& sheets, const Type& type, std::string footer, std::string page_words, int pages)
        : sheets_(sheets), type_(type), footer_(std::move(footer)), page_words_(std::move(page_words)), pages_(pages) {}

    double y() const { return y_; }
    double room() const { return bottom_edge - y_; }
    bool at_top() const { return y_ <= top_edge + 0.5; }

    // Space between parts; none at the top of a page.
    void skip(double height);

    // Begins a page unless so much still fits on this one, or nothing is on it yet.
    void need(double height);
    void next_page();

    // Moves down over what was drawn by the caller.
    void advance(double height) { y_ += height; }

    // How many lines from `first` on fit into a height.
    static std::size_t fitting(const SetText& text, std::size_t first, double height);

    // Draws lines as content of a node, with their top left corner there.
    void draw(const SetText& text, std::size_t first, std::size_t end, double x, double y, Node& node);

    // Draws what the structure holds already, such as the heading row of a table on its second page.
    void repeat(const SetText& text, double x, double y);

    // Places a text over as many pages as it takes, never leaving a single line of a longer one behind.
    void place(const SetText& text, double x, Node& node);

    // As place(), on a soft ground with a bar beside it.
    void place_note(const SetText& text, Node& node);

    // The foot of the last page; call once at the end.
    void finish() { foot(); }

    Sheets& sheets() { return sheets_; }
    const Type& type() const { return type_; }

  private:
    void foot();
    Sheets& sheets_;
    const Type& type_;
    std::string footer_;
    std::string page_words_;
    int pages_ = 0;
    double y_ = top_edge;
};

// Colours with a contrast of 4.5 to 1 or more on white, and of more than 3 to 1 in grey print.
void ink(cairo_t* canvas, const Style& style);
void line_ink(cairo_t* canvas);
void soft_ground(cairo_t* canvas);

}  // namespace ntk::pdf
