#pragma once

#include <cairo.h>

#include <functional>
#include <string>
#include <vector>

#include "engine/host/pdf/structure.h"

namespace ntk::pdf {

// A4 in points, with margins that any office printer can manage.
inline constexpr double sheet_width = 595.28, sheet_height = 841.89;
inline constexpr double left_edge = 48, right_edge = sheet_width - 48;
inline constexpr double top_edge = 48, bottom_edge = sheet_height - 62;

// What stands in the content stream between two marks, in the order drawn. -1: decoration that nobody reads aloud.
using PageMarks = std::vector<int>;

// Pages being drawn. All that is drawn belongs to a node of the structure or is decoration; cairo writes a mark around
// each, and tag_paper() puts our structure in the place of cairo's.
class Sheets {
  public:
    Sheets();
    ~Sheets();
    Sheets(const Sheets&) = delete;
    Sheets& operator=(const Sheets&) = delete;

    void content(Node& node, const std::function<void(cairo_t*)>& paint);
    void decoration(const std::function<void(cairo_t*)>& paint);
    void next_page();
    int page() const { return static_cast<int>(marks_.size()) - 1; }

    // The file as cairo wrote it. Throws std::runtime_error when cairo failed.
    const std::string& finish();
    const std::vector<PageMarks>& marks() const { return marks_; }

  private:
    void marked(const std::function<void(cairo_t*)>& paint);
    std::string bytes_;
    cairo_surface_t* surface_ = nullptr;
    cairo_t* canvas_ = nullptr;
    std::vector<PageMarks> marks_;
    std::vector<int> read_on_page_;  // how many marks of each page belong to nodes
};

}  // namespace ntk::pdf
