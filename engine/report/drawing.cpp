#include "engine/report/drawing.h"

#include "engine/report/html.h"

namespace ntk {

namespace {

std::string attribute(std::string_view name, int value) {
    return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

std::string markup(const DrawnShape& shape) {
    switch (shape.kind) {
        case DrawnShape::Kind::box:
            return "<rect class=\"box s" + std::to_string(shape.shade) + "\"" + attribute("x", shape.x) +
                   attribute("y", shape.y) + attribute("width", shape.width) + attribute("height", shape.height) +
                   "></rect>\n";
        case DrawnShape::Kind::line:
            return std::string("<line") + (shape.dashed ? " class=\"dashed\"" : "") + attribute("x1", shape.x) +
                   attribute("y1", shape.y) + attribute("x2", shape.x + shape.width) +
                   attribute("y2", shape.y + shape.height) + "></line>\n";
        case DrawnShape::Kind::text: break;
    }
    const char* where = shape.anchor == DrawnShape::Anchor::start    ? "start"
                        : shape.anchor == DrawnShape::Anchor::middle ? "middle"
                                                                     : "end";
    return "<text" + attribute("x", shape.x) + attribute("y", shape.y) + " text-anchor=\"" + where + "\">" +
           escaped(shape.words) + "</text>\n";
}

}  // namespace

Drawing::Drawing(std::string_view id, int width, int height, std::string_view title, std::string_view description)
    : id_(id), title_(title), description_(description), width_(width), height_(height) {}

void Drawing::box(int x, int y, int width, int height, int shade) {
    shapes_.push_back({DrawnShape::Kind::box, x, y, width, height, shade});
}

void Drawing::line(int x1, int y1, int x2, int y2, bool dashed) {
    shapes_.push_back({DrawnShape::Kind::line, x1, y1, x2 - x1, y2 - y1, 0, dashed});
}

void Drawing::text(int x, int y, std::string_view words, Anchor anchor) {
    shapes_.push_back({DrawnShape::Kind::text, x, y, 0, 0, 0, false, std::string(words), anchor});
}

std::string Drawing::svg() const {
    const std::string name = escaped(id_);
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + attribute("width", width_) +
                      attribute("height", height_) + " viewBox=\"0 0 " + std::to_string(width_) + " " +
                      std::to_string(height_) + "\" aria-labelledby=\"" + name + "-t " + name + "-d\">\n<title id=\"" +
                      name + "-t\">" + escaped(title_) + "</title>\n<desc id=\"" + name + "-d\">" +
                      escaped(description_) + "</desc>\n";
    for (const DrawnShape& shape : shapes_) out += markup(shape);
    return out + "</svg>\n";
}

}  // namespace ntk
