#pragma once

#include <map>
#include <string>

#include "game/desktop/node.h"

namespace ntk::desktop {

// Measures words; the fonts do it on the screen, a ruler of fixed letters does it in tests.
class TextMeasure {
  public:
    virtual ~TextMeasure() = default;
    virtual float advance(Type type, char32_t letter) = 0;  // window pixels
    virtual float line_height(Type type) = 0;               // from one line to the next
};

// What the layout needs to know besides the nodes.
struct LayoutContext {
    TextMeasure* measure = nullptr;
    float scale = 1;  // window pixels in a design pixel
    float snug = 1;   // how much of the room at the sides of boxes is kept; less where there is very little width
    std::map<std::string, float>* scroll = nullptr;  // how far each region has been scrolled, by id; kept within bounds
};

// Reads one letter of UTF-8 and moves `at` past it; U+FFFD for bytes that are not text.
char32_t next_letter(const std::string& text, size_t& at);

// Cuts words into lines no wider than `width`: at spaces and hyphens, and inside a word only when it alone is too wide.
std::vector<Line> wrap(const std::string& text, Type type, float width, TextMeasure& measure);

float text_width(const std::string& text, size_t begin, size_t end, Type type, TextMeasure& measure);

// The space before a leaf's words that its mark, number and icon take, in window pixels.
float lead_width(const Node& node, const LayoutContext& context);

// Gives every node its place inside `place`.
void lay_out(Node& root, const Rect& place, const LayoutContext& context);

// The description of a laid-out screen; `focus` is the id that has the keyboard.
SemNode describe(const Node& root, const std::string& focus);

}  // namespace ntk::desktop
