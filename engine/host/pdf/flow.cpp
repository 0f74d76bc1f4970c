#include "engine/host/pdf/flow.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <stdexcept>

namespace ntk::pdf {

namespace {

constexpr double foot_baseline = sheet_height - 34;
constexpr Style foot_style{8, false, true, false};

void draw_lines(cairo_t* canvas, const SetText& text, std::size_t first, std::size_t end, double x, double y) {
    ink(canvas, text.style);
    for (std::size_t i = first; i < end; ++i) {
        cairo_move_to(canvas, x + text.lines[i].x, y + text.lines[i].ascent);
        pango_cairo_show_layout_line(canvas, text.lines[i].line);
        y += text.lines[i].height;
    }
}

}  // namespace

void ink(cairo_t* canvas, const Style& style) {
    if (style.coloured)
        cairo_set_source_rgb(canvas, 0.043, 0.333, 0.388);
    else if (style.faint)
        cairo_set_source_rgb(canvas, 0.30, 0.34, 0.37);
    else
        cairo_set_source_rgb(canvas, 0.07, 0.09, 0.10);
}

void line_ink(cairo_t* canvas) { cairo_set_source_rgb(canvas, 0.55, 0.60, 0.63); }

void soft_ground(cairo_t* canvas) { cairo_set_source_rgb(canvas, 0.93, 0.95, 0.955); }

void Flow::skip(double height) {
    if (!at_top()) y_ = std::min(y_ + height, bottom_edge);
}

void Flow::need(double height) {
    if (!at_top() && room() < height) next_page();
}

void Flow::next_page() {
    foot();
    if (sheets_.page() + 1 >= most_pages) throw std::length_error("pages");
    sheets_.next_page();
    y_ = top_edge;
}

std::size_t Flow::fitting(const SetText& text, std::size_t first, double height) {
    std::size_t count = 0;
    for (std::size_t i = first; i < text.lines.size(); ++i, ++count) {
        height -= text.lines[i].height;
        if (height < -0.01) break;
    }
    return count;
}

void Flow::draw(const SetText& text, std::size_t first, std::size_t end, double x, double y, Node& node) {
    if (first >= end) return;
    sheets_.content(node, [&](cairo_t* canvas) { draw_lines(canvas, text, first, end, x, y); });
}

void Flow::repeat(const SetText& text, double x, double y) {
    sheets_.decoration([&](cairo_t* canvas) { draw_lines(canvas, text, 0, text.lines.size(), x, y); });
}

void Flow::place(const SetText& text, double x, Node& node) {
    const std::size_t all = text.lines.size();
    for (std::size_t next = 0; next < all;) {
        std::size_t count = fitting(text, next, room());
        const std::size_t left = all - next;
        if (count < left) {
            if (count == left - 1 && count > 0) --count;  // no last line alone on the next page
            if (count < 2 && !at_top()) count = 0;        // no first line alone on this one
            if (count == 0 && at_top()) count = 1;
        }
        if (count > 0) {
            draw(text, next, next + count, x, y_, node);
            y_ += text.height_of(next, next + count);
            next += count;
        }
        if (next < all) next_page();
    }
}

void Flow::place_note(const SetText& text, Node& node) {
    constexpr double pad = 7;
    need(std::min(text.height, 60.0) + 2 * pad);
    const std::size_t all = text.lines.size();
    for (std::size_t next = 0; next < all;) {
        const std::size_t count = std::max<std::size_t>(1, fitting(text, next, room() - 2 * pad));
        const std::size_t end = std::min(all, next + count);
        const double height = text.height_of(next, end) + 2 * pad;
        sheets_.decoration([&](cairo_t* canvas) {
            soft_ground(canvas);
            cairo_rectangle(canvas, left_edge, y_, right_edge - left_edge, height);
            cairo_fill(canvas);
            ink(canvas, {10, false, false, true});
            cairo_rectangle(canvas, left_edge, y_, 3, height);
            cairo_fill(canvas);
        });
        draw(text, next, end, left_edge + 12, y_ + pad, node);
        y_ += height;
        next = end;
        if (next < all) next_page();
    }
}

void Flow::foot() {
    std::string number = page_words_;
    for (const auto& [slot, value] : {std::make_pair(std::string("{page}"), sheets_.page() + 1), {"{all}", pages_}})
        if (const std::size_t at = number.find(slot); at != std::string::npos)
            number.replace(at, slot.size(), std::to_string(value));
    const SetText right = type_.set(number, foot_style, -1);
    SetText left = type_.set(footer_, foot_style, right_edge - left_edge - 90);
    sheets_.decoration([&](cairo_t* canvas) {
        line_ink(canvas);
        cairo_set_line_width(canvas, 0.5);
        cairo_move_to(canvas, left_edge, foot_baseline - 14);
        cairo_line_to(canvas, right_edge, foot_baseline - 14);
        cairo_stroke(canvas);
        if (!left.lines.empty()) draw_lines(canvas, left, 0, 1, left_edge, foot_baseline - left.lines[0].ascent);
        draw_lines(canvas, right, 0, 1, right_edge - right.width, foot_baseline - right.lines[0].ascent);
    });
}

}  // namespace ntk::pdf
