#include "engine/host/pdf/sheet.h"

#include <cairo-pdf.h>

#include <stdexcept>

namespace ntk::pdf {

namespace {

cairo_status_t take(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Sheets::Sheets() {
    surface_ = cairo_pdf_surface_create_for_stream(take, &bytes_, sheet_width, sheet_height);
    cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_5);
    canvas_ = cairo_create(surface_);
    marks_.emplace_back();
    read_on_page_.push_back(0);
}

Sheets::~Sheets() {
    cairo_destroy(canvas_);
    cairo_surface_destroy(surface_);
}

void Sheets::marked(const std::function<void(cairo_t*)>& paint) {
    // Which tag cairo is given does not matter: only where it begins and ends is used.
    cairo_tag_begin(canvas_, "P", nullptr);
    cairo_save(canvas_);
    paint(canvas_);
    cairo_restore(canvas_);
    cairo_tag_end(canvas_, "P");
}

void Sheets::content(Node& node, const std::function<void(cairo_t*)>& paint) {
    const int place = read_on_page_.back()++;
    node.marks.push_back({page(), place});
    marks_.back().push_back(place);
    marked(paint);
}

void Sheets::decoration(const std::function<void(cairo_t*)>& paint) {
    marks_.back().push_back(-1);
    marked(paint);
}

void Sheets::next_page() {
    cairo_show_page(canvas_);
    marks_.emplace_back();
    read_on_page_.push_back(0);
}

const std::string& Sheets::finish() {
    cairo_show_page(canvas_);
    cairo_surface_finish(surface_);
    for (const cairo_status_t status : {cairo_status(canvas_), cairo_surface_status(surface_)})
        if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
    return bytes_;
}

}  // namespace ntk::pdf
