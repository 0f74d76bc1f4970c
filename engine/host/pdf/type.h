#pragma once

#include <pango/pango.h>

#include <memory>
#include <string>
#include <vector>

namespace ntk::pdf {

// How a text is set, in points.
struct Style {
    double size = 10;
    bool bold = false;
    bool faint = false;
    bool coloured = false;  // in the colour of headings
};

// One line of a text that has been set: where it begins from the left edge, and its height above and below.
struct SetLine {
    std::shared_ptr<PangoLayout> own;  // keeps the line; it is a text of its own, or one of several
    PangoLayoutLine* line = nullptr;
    double x = 0, height = 0, ascent = 0, width = 0;
};

// A text set in lines of a width.
struct SetText {
    std::vector<SetLine> lines;
    Style style;
    double height = 0;
    double width = 0;      // of the longest line
    bool drawable = true;  // false: a typeface lacks some of its characters
    double height_of(std::size_t first, std::size_t end) const;
};

// Sets text in the typefaces of the packages fonts-open-sans and fonts-dejavu-core and no others, without hinting, so
// that it comes out the same on every machine.
class Type {
  public:
    // Throws std::runtime_error naming the package of a typeface that is not there.
    Type();

    // A width below 0 sets everything in one line.
    SetText set(const std::string& text, const Style& style, double width) const;

    // The width of the longest word, but no more than `most`.
    double longest_word(const std::string& text, const Style& style, double most) const;

  private:
    std::shared_ptr<PangoContext> context(PangoDirection direction) const;
    std::shared_ptr<PangoLayout> layout(const std::string& text, const Style& style, PangoContext* context) const;
    SetLine alone(SetLine line, const std::string& words, const Style& style) const;
    std::shared_ptr<PangoFontMap> fonts_;
    std::shared_ptr<PangoContext> context_, leftward_;  // for what reads to the right, and to the left
};

}  // namespace ntk::pdf
