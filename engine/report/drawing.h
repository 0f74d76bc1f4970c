#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ntk {

// One mark of a drawing: a filled box, a line or some words.
struct DrawnShape {
    enum class Kind { box, line, text };
    enum class Anchor { start, middle, end };
    Kind kind = Kind::box;
    int x = 0, y = 0;
    int width = 0, height = 0;  // of a box; of a line, how far its other end lies to the right and down
    int shade = 0;              // boxes: from 0 (nothing) to 4 (darkest that text can stand on)
    bool dashed = false;        // lines
    std::string words = {};     // text
    Anchor anchor = Anchor::start;
};

// A small drawing in whole numbers, with the words that are read aloud in its place: for a page as SVG, for paper as it
// is. Colours come from where it is shown.
class Drawing {
  public:
    using Anchor = DrawnShape::Anchor;

    Drawing() = default;

    // `id` is unique within the page.
    Drawing(std::string_view id, int width, int height, std::string_view title, std::string_view description);

    // An outline is always drawn, whatever the shade.
    void box(int x, int y, int width, int height, int shade);
    void line(int x1, int y1, int x2, int y2, bool dashed = false);
    void text(int x, int y, std::string_view words, Anchor anchor = Anchor::start);

    // As markup for a page; everything that went in as text is escaped.
    std::string svg() const;

    bool empty() const { return shapes_.empty(); }
    int width() const { return width_; }
    int height() const { return height_; }
    const std::string& title() const { return title_; }
    std::string& title() { return title_; }
    const std::string& description() const { return description_; }
    const std::vector<DrawnShape>& shapes() const { return shapes_; }
    std::vector<DrawnShape>& shapes() { return shapes_; }

  private:
    std::string id_, title_, description_;
    int width_ = 0, height_ = 0;
    std::vector<DrawnShape> shapes_;
};

// The style a page with drawings needs besides page_style.
inline constexpr std::string_view drawing_style =
    R"(figure { margin: 1rem 0 1.5rem; } svg { max-width: 100%; height: auto; } svg text { font: 14px Georgia, "DejaVu Serif", serif; fill: var(--ink); }
svg .box { stroke: var(--line); stroke-width: 1; fill: var(--mark); } svg line { stroke: var(--ink); stroke-width: 2; } svg .dashed { stroke-dasharray: 6 4; }
.s0 { fill-opacity: 0; } .s1 { fill-opacity: 0.09; } .s2 { fill-opacity: 0.18; } .s3 { fill-opacity: 0.27; } .s4 { fill-opacity: 0.36; }
figcaption { max-width: 42rem; } @media print { figure { break-inside: avoid; } svg .box { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
)";

}  // namespace ntk
