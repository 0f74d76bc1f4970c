#pragma once

#include <array>
#include <span>
#include <string>

#include "game/desktop/fonts.h"
#include "game/desktop/node.h"

struct ImDrawList;

namespace ntk::desktop {

// Puts shapes and words on the screen in the colours of the theme. Lengths are window pixels.
class Painter {
  public:
    Painter(ImDrawList& list, Fonts& fonts, const Theme& colours, float scale)
        : list_(list), fonts_(fonts), colours_(colours), scale_(scale) {}

    const Theme& colours() const { return colours_; }
    float px(float design) const;

    void fill(const Rect& rect, Colour colour, float radius = 0);
    // An outline that lies inside the rectangle, with what it encloses.
    void box(const Rect& rect, Colour inside, Colour edge, float thick, float radius);
    void outline(const Rect& rect, Colour edge, float thick, float radius);
    // Covers the two upper corners with what lies behind, for a drawing at the top of a rounded card.
    void round_off(const Rect& rect, float radius, Colour outside);
    void circle(float x, float y, float radius, Colour colour);
    void triangle(float ax, float ay, float bx, float by, float cx, float cy, Colour colour);
    void line(float ax, float ay, float bx, float by, Colour colour, float thick);
    void dashes(float ax, float ay, float bx, float by, Colour colour, float thick);
    void words(const std::string& text, size_t begin, size_t end, Type type, float x, float y, Colour colour);
    void words_centred(const std::string& text, Type type, const Rect& rect, Colour colour);
    void icon(Icon which, const Rect& rect, Colour colour);  // centred

    void clip(const Rect& rect);
    void unclip();

    Fonts& fonts() { return fonts_; }

  private:
    ImDrawList& list_;
    Fonts& fonts_;
    const Theme& colours_;
    float scale_;

    struct Corner {  // of a round shape: its centre, and to which side of that it lies, -1 or 1
        float x, y;
        int right, down;
    };
    static std::array<Corner, 4> all_corners(const Rect& at, float radius);

    void plain(const Rect& at, Colour colour);
    // The upper and lower ends of a rectangle with round corners, without what lies between them.
    void round_ends(const Rect& at, Colour colour, float radius);
    template <typename Inside>
    void round_corners(float radius, std::span<const Corner> corners, Colour colour, const Inside& inside);
};

// What the learner's hands are doing, as far as it shows.
struct Pointing {
    std::string focus, hovered, pressed;
    bool ring_on_headings = false;  // the keyboard was used last
    bool caret = true;
};

// Draws a laid-out tree.
void paint(const Node& root, Painter& painter, const Pointing& pointing, const std::map<std::string, float>& scroll);

// Where the thumb of a scroll's bar lies; no height when everything fits.
Rect scroll_thumb(const Node& scroll, float offset, float scale);

}  // namespace ntk::desktop
