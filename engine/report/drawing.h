#pragma once

#include <string>
#include <string_view>

namespace ntk {

// A small drawing as SVG within a page: whole numbers only, colours from the page, words that are read aloud in its
// place. Everything that goes in as text is escaped.
class Drawing {
  public:
    // `id` is unique within the page.
    Drawing(std::string_view id, int width, int height, std::string_view title, std::string_view description);

    // `shade` fills from 0 (nothing) to 4 (darkest that text can stand on); an outline is always drawn.
    void box(int x, int y, int width, int height, int shade);
    void line(int x1, int y1, int x2, int y2, bool dashed = false);

    enum class Anchor { start, middle, end };
    void text(int x, int y, std::string_view words, Anchor anchor = Anchor::start);

    std::string finish();

  private:
    std::string out_;
};

// The style a page with drawings needs besides page_style.
inline constexpr std::string_view drawing_style =
    R"(figure { margin: 1rem 0 1.5rem; } svg { max-width: 100%; height: auto; } svg text { font: 14px Georgia, "DejaVu Serif", serif; fill: var(--ink); }
svg .box { stroke: var(--line); stroke-width: 1; fill: var(--mark); } svg line { stroke: var(--ink); stroke-width: 2; } svg .dashed { stroke-dasharray: 6 4; }
.s0 { fill-opacity: 0; } .s1 { fill-opacity: 0.09; } .s2 { fill-opacity: 0.18; } .s3 { fill-opacity: 0.27; } .s4 { fill-opacity: 0.36; }
figcaption { max-width: 42rem; } @media print { figure { break-inside: avoid; } svg .box { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
)";

}  // namespace ntk
