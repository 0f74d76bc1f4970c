#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "game/desktop/paint.h"

namespace ntk::desktop {

namespace {

ImU32 packed(Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); }

}  // namespace

float Painter::px(float design) const { return std::round(design * scale_); }

namespace {

float within(float x, float y, float radius) {
    const float share = std::clamp(radius - std::sqrt(x * x + y * y) + 0.5F, 0.0F, 1.0F);
    // Along a large circle a few strengths do, and neighbours of the same strength are drawn as one.
    return radius > 24 ? std::round(share * 3) / 3 : share;
}

}  // namespace

// Round shapes are built from whole pixels and single pixels of part strength, because rectangles are exact and cheap
// everywhere, while SDL's triangles are neither without a graphics card. `inside` says how far a pixel whose middle is
// (x, y) away from the corner's centre belongs to the shape, 0 to 1. `corners` stand around it: where each has its
// centre, and which way from there it lies.
template <typename Inside>
void Painter::round_corners(float radius, std::span<const Corner> corners, Colour colour, const Inside& inside) {
    const int n = static_cast<int>(std::ceil(radius));
    const float top = list_.GetClipRectMin().y, bottom = list_.GetClipRectMax().y;
    const auto row_of = [](const Corner& at, int row) {
        return at.down > 0 ? at.y + static_cast<float>(row) : at.y - static_cast<float>(row + 1);
    };
    const auto seen = [&](const Corner& at, int row) {
        const float y = row_of(at, row);
        return y + 1 >= top && y <= bottom;  // most of a hill lies below its picture
    };
    const auto put = [&](int from, int to, int row, float share) {
        if (from >= to || share <= 0.01F) return;
        Colour part = colour;
        part.a = static_cast<uint8_t>(std::lround(static_cast<float>(colour.a) * share));
        for (const Corner& at : corners) {
            if (!seen(at, row)) continue;
            const float y = row_of(at, row);
            const float x = at.right > 0 ? at.x + static_cast<float>(from) : at.x - static_cast<float>(to);
            list_.AddRectFilled({x, y}, {x + static_cast<float>(to - from), y + 1}, packed(part));
        }
    };
    for (int row = 0; row < n; ++row) {
        if (std::none_of(corners.begin(), corners.end(), [&](const Corner& at) { return seen(at, row); })) continue;
        int from = 0;
        float run = -1;
        for (int column = 0; column <= n; ++column) {
            const float share =
                column == n ? -1.0F : inside(static_cast<float>(column) + 0.5F, static_cast<float>(row) + 0.5F);
            if (share == run) continue;
            put(from, column, row, run);
            from = column;
            run = share;
        }
    }
}

std::array<Painter::Corner, 4> Painter::all_corners(const Rect& at, float r) {
    return {{{at.x + r, at.y + r, -1, -1},
             {at.right() - r, at.y + r, 1, -1},
             {at.x + r, at.bottom() - r, -1, 1},
             {at.right() - r, at.bottom() - r, 1, 1}}};
}

void Painter::fill(const Rect& rect, Colour colour, float radius) {
    const float r = std::floor(std::min({radius, rect.w / 2, rect.h / 2}));
    const Rect at{std::round(rect.x), std::round(rect.y), std::round(rect.w), std::round(rect.h)};
    if (r < 1) return plain(at, colour);
    round_ends(at, colour, r);
    plain({at.x, at.y + r, at.w, at.h - 2 * r}, colour);
}

void Painter::plain(const Rect& at, Colour colour) {
    if (at.w > 0 && at.h > 0) list_.AddRectFilled({at.x, at.y}, {at.right(), at.bottom()}, packed(colour));
}

void Painter::round_ends(const Rect& at, Colour colour, float r) {
    const auto inside = [r](float x, float y) { return within(x, y, r); };
    round_corners(r, all_corners(at, r), colour, inside);
    plain({at.x + r, at.y, at.w - 2 * r, r}, colour);
    plain({at.x + r, at.bottom() - r, at.w - 2 * r, r}, colour);
}

void Painter::box(const Rect& rect, Colour inside, Colour edge, float thick, float radius) {
    const Rect at{std::round(rect.x), std::round(rect.y), std::round(rect.w), std::round(rect.h)};
    const float r = std::floor(std::min({radius, rect.w / 2, rect.h / 2}));
    if (inside.a != 255 || r < thick || at.w < 4 * thick || at.h < 4 * r) {
        fill(rect, edge, radius);
    } else {
        // Of the edge only what the inside does not cover: most of a redraw without a graphics card is filling.
        round_ends(at, edge, r);
        const float sides = std::ceil(thick) + 1;
        plain({at.x, at.y + r, sides, at.h - 2 * r}, edge);
        plain({at.right() - sides, at.y + r, sides, at.h - 2 * r}, edge);
    }
    fill(rect.inset(thick), inside, std::max(0.0F, radius - thick));
}

void Painter::outline(const Rect& rect, Colour edge, float thick, float radius) {
    const Rect at{std::round(rect.x), std::round(rect.y), std::round(rect.w), std::round(rect.h)};
    const float r = std::max(thick, std::round(radius));
    const auto inside = [r, thick](float x, float y) { return within(x, y, r) - within(x, y, r - thick); };
    round_corners(r, all_corners(at, r), edge, inside);
    fill({at.x + r, at.y, at.w - 2 * r, thick}, edge);
    fill({at.x + r, at.bottom() - thick, at.w - 2 * r, thick}, edge);
    fill({at.x, at.y + r, thick, at.h - 2 * r}, edge);
    fill({at.right() - thick, at.y + r, thick, at.h - 2 * r}, edge);
}

void Painter::round_off(const Rect& rect, float radius, Colour outside) {
    const float r = std::round(radius);
    const auto beyond = [r](float x, float y) { return 1 - within(x, y, r); };
    const std::array<Corner, 2> upper{{{rect.x + r, rect.y + r, -1, -1}, {rect.right() - r, rect.y + r, 1, -1}}};
    round_corners(r, upper, outside, beyond);
}

void Painter::circle(float x, float y, float radius, Colour colour) {
    const float r = std::round(radius * 2) / 2;
    fill({x - r, y - r, 2 * r, 2 * r}, colour, r);
}

void Painter::triangle(float ax, float ay, float bx, float by, float cx, float cy, Colour colour) {
    list_.AddTriangleFilled({ax, ay}, {bx, by}, {cx, cy}, packed(colour));
}

void Painter::line(float ax, float ay, float bx, float by, Colour colour, float thick) {
    if (ax == bx) return fill({std::round(ax - thick / 2), std::min(ay, by), thick, std::abs(by - ay)}, colour);
    if (ay == by) return fill({std::min(ax, bx), std::round(ay - thick / 2), std::abs(bx - ax), thick}, colour);
    list_.AddLine({ax, ay}, {bx, by}, packed(colour), thick);
}

void Painter::dashes(float ax, float ay, float bx, float by, Colour colour, float thick) {
    const float length = std::hypot(bx - ax, by - ay);
    const float step = px(9);
    for (float at = 0; at < length; at += step) {
        const float from = at / length;
        const float to = std::min(1.0F, (at + step * 0.55F) / length);
        line(ax + (bx - ax) * from, ay + (by - ay) * from, ax + (bx - ax) * to, ay + (by - ay) * to, colour, thick);
    }
}

void Painter::words(const std::string& text, size_t begin, size_t end, Type type, float x, float y, Colour colour) {
    if (begin >= end) return;
    const ImFont* font = fonts_.face(type);
    const float top = y + std::floor((fonts_.line_height(type) - font->FontSize) / 2);
    list_.AddText(font, font->FontSize, {std::round(x), std::round(top)}, packed(colour), text.data() + begin,
                  text.data() + end);
}

void Painter::words_centred(const std::string& text, Type type, const Rect& rect, Colour colour) {
    const float width = text_width(text, 0, text.size(), type, fonts_);
    const float height = fonts_.line_height(type);
    words(text, 0, text.size(), type, rect.x + (rect.w - width) / 2, rect.y + (rect.h - height) / 2, colour);
}

void Painter::icon(Icon which, const Rect& rect, Colour colour) {
    const ImFont* font = fonts_.icons();
    if (font == nullptr || which == Icon::none) return;
    const auto code = static_cast<ImWchar>(which);
    const ImFontGlyph* glyph = font->FindGlyphNoFallback(code);
    if (glyph == nullptr) return;
    const float x = rect.x + (rect.w - (glyph->X1 - glyph->X0)) / 2 - glyph->X0;
    const float y = rect.y + (rect.h - (glyph->Y1 - glyph->Y0)) / 2 - glyph->Y0;
    font->RenderChar(&list_, font->FontSize, {std::round(x), std::round(y)}, packed(colour), code);
}

void Painter::clip(const Rect& rect) { list_.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true); }

void Painter::unclip() { list_.PopClipRect(); }

}  // namespace ntk::desktop
