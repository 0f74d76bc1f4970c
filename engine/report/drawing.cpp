#include "engine/report/drawing.h"

#include "engine/report/html.h"

namespace ntk {

namespace {

std::string attribute(std::string_view name, int value) {
    return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

}  // namespace

Drawing::Drawing(std::string_view id, int width, int height, std::string_view title, std::string_view description) {
    const std::string name = escaped(id);
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + attribute("width", width) +
           attribute("height", height) + " viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(height) +
           "\" aria-labelledby=\"" + name + "-t " + name + "-d\">\n<title id=\"" + name + "-t\">" + escaped(title) +
           "</title>\n<desc id=\"" + name + "-d\">" + escaped(description) + "</desc>\n";
}

void Drawing::box(int x, int y, int width, int height, int shade) {
    out_ += "<rect class=\"box s" + std::to_string(shade) + "\"" + attribute("x", x) + attribute("y", y) +
            attribute("width", width) + attribute("height", height) + "></rect>\n";
}

void Drawing::line(int x1, int y1, int x2, int y2, bool dashed) {
    out_ += std::string("<line") + (dashed ? " class=\"dashed\"" : "") + attribute("x1", x1) + attribute("y1", y1) +
            attribute("x2", x2) + attribute("y2", y2) + "></line>\n";
}

void Drawing::text(int x, int y, std::string_view words, Anchor anchor) {
    const char* where = anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
    out_ += "<text" + attribute("x", x) + attribute("y", y) + " text-anchor=\"" + where + "\">" + escaped(words) +
            "</text>\n";
}

std::string Drawing::finish() { return out_ + "</svg>\n"; }

}  // namespace ntk
