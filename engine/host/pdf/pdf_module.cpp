#include "engine/host/pdf/pdf_module.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <exception>
#include <stdexcept>

#include "engine/host/pdf/flow.h"
#include "engine/host/pdf/sheet.h"
#include "engine/host/pdf/table.h"
#include "engine/host/pdf/tagging.h"
#include "engine/host/pdf/type.h"

namespace ntk::pdf {

namespace {

constexpr double full_width = right_edge - left_edge;
constexpr double list_indent = 14;
constexpr double text_width = 470;  // a line no longer than can be read with ease
constexpr double start_of_text = 40;

Style heading_style(int level) { return {level == 1 ? 20.0 : level == 2 ? 14.0 : 11.0, true, false, level < 3}; }

Style text_style(ReportPart::Tone tone) { return {tone == ReportPart::Tone::lead ? 11.0 : 10.0, false, false, false}; }

class Composer {
  public:
    Composer(Flow& flow, const std::vector<ReportPart>& parts) : flow_(flow), parts_(parts) {}

    void compose() {
        for (std::size_t i = 0; i < parts_.size(); ++i) place(i);
        flow_.finish();
    }

    const Node& root() const { return root_; }
    const std::vector<Bookmark>& bookmarks() const { return bookmarks_; }

  private:
    using Kind = ReportPart::Kind;

    // What must stand on the same page as the beginning of part `i`.
    double start_of(std::size_t i) const {
        if (i >= parts_.size()) return 0;
        const ReportPart& part = parts_[i];
        switch (part.kind) {
            case Kind::heading:
                return flow_.type().set(part.text, heading_style(part.level), full_width).height + 14 + start_of(i + 1);
            case Kind::paragraph: {
                const SetText text = flow_.type().set(part.text, text_style(part.tone), text_width);
                const bool before_table = i + 1 < parts_.size() && parts_[i + 1].kind == Kind::table;
                if (text.lines.size() > 3) return text.height_of(0, 3);
                return text.height + 4 + (before_table ? start_of(i + 1) : 0);
            }
            case Kind::table: return table_start(flow_, part);
            case Kind::figure: return figure_height(part);
            case Kind::list:
            case Kind::contents: return start_of_text;
        }
        return 0;
    }

    void place(std::size_t i) {
        const ReportPart& part = parts_[i];
        switch (part.kind) {
            case Kind::heading: return place_heading(part, std::min(start_of(i), (bottom_edge - top_edge) / 2));
            case Kind::paragraph: return place_paragraph(part);
            case Kind::list: return place_list(part.items);
            case Kind::table:
                flow_.skip(6);
                place_table(flow_, part, root_);
                return flow_.skip(10);
            case Kind::figure: return place_figure(part);
            case Kind::contents: return;  // bookmarks do that on paper
        }
    }

    static Node& described(Node& node, const SetText& text, const std::string& words) {
        if (!text.drawable) node.actual = words;
        return node;
    }

    void place_heading(const ReportPart& part, double start) {
        const int level = std::clamp(part.level, 1, 6);
        flow_.skip(level == 2 ? 16 : 10);
        flow_.need(start);
        const SetText text = flow_.type().set(part.text, heading_style(level), full_width);
        Node& node = described(root_.add("H" + std::to_string(level)), text, part.text);
        bookmarks_.push_back({level, part.text, flow_.sheets().page(), flow_.y()});
        flow_.place(text, left_edge, node);
        if (level == 2) {
            flow_.sheets().decoration([&](cairo_t* canvas) {
                line_ink(canvas);
                cairo_set_line_width(canvas, 0.75);
                cairo_move_to(canvas, left_edge, flow_.y() + 1);
                cairo_line_to(canvas, right_edge, flow_.y() + 1);
                cairo_stroke(canvas);
            });
        }
        flow_.advance(level == 3 ? 2 : 6);
    }

    void place_paragraph(const ReportPart& part) {
        const bool note = part.tone == ReportPart::Tone::note;
        // A line end in what a learner wrote is a new line; pango sees to that.
        const SetText text = flow_.type().set(part.text, text_style(part.tone), note ? full_width - 24 : text_width);
        Node& node = described(root_.add("P"), text, part.text);
        if (note)
            flow_.place_note(text, node);
        else
            flow_.place(text, left_edge, node);
        flow_.skip(5);
    }

    void place_list(const std::vector<std::string>& items) {
        Node& list = root_.add("L");
        const SetText bullet = flow_.type().set("\xE2\x80\xA2", {10}, -1);
        for (const std::string& item : items) {
            const SetText text = flow_.type().set(item, {10}, text_width - list_indent);
            flow_.need(text.height_of(0, 2));
            Node& entry = list.add("LI");
            flow_.draw(bullet, 0, 1, left_edge + 2, flow_.y(), entry.add("Lbl"));
            flow_.place(text, left_edge + list_indent, described(entry.add("LBody"), text, item));
            flow_.skip(3);
        }
        flow_.skip(4);
    }

    static double scale_of(const Drawing& drawing) {
        return std::min({0.75, full_width / std::max(1, drawing.width()),
                         (bottom_edge - top_edge) * 0.8 / std::max(1, drawing.height())});
    }

    double figure_height(const ReportPart& part) const {
        const SetText words = flow_.type().set(part.text, {9}, text_width);
        return part.drawing.height() * scale_of(part.drawing) + 8 + words.height_of(0, 3);
    }

    void place_figure(const ReportPart& part) {
        const Drawing& drawing = part.drawing;
        const double scale = scale_of(drawing);
        flow_.skip(6);
        flow_.need(figure_height(part));
        Node& figure = root_.add("Figure");
        figure.alt = drawing.title() + ". A drawing of the figures in the paragraph that follows.";
        flow_.sheets().content(figure, [&](cairo_t* canvas) {
            cairo_translate(canvas, left_edge, flow_.y());
            for (const DrawnShape& shape : drawing.shapes()) draw_shape(canvas, shape, scale);
        });
        flow_.advance(drawing.height() * scale + 4);
        const SetText words = flow_.type().set(part.text, {9}, text_width);
        flow_.place(words, left_edge, described(root_.add("P"), words, part.text));
        flow_.skip(8);
    }

    void draw_shape(cairo_t* canvas, const DrawnShape& shape, double scale) const {
        const double x = shape.x * scale, y = shape.y * scale;
        if (shape.kind == DrawnShape::Kind::box) {
            // Shades lighten towards white, as they do on a page: no transparency.
            const double part = shape.shade * 0.09;
            cairo_rectangle(canvas, x, y, shape.width * scale, shape.height * scale);
            cairo_set_source_rgb(canvas, 1 - part * 0.957, 1 - part * 0.667, 1 - part * 0.612);
            cairo_fill_preserve(canvas);
            line_ink(canvas);
            cairo_set_line_width(canvas, 0.75);
            cairo_stroke(canvas);
        } else if (shape.kind == DrawnShape::Kind::line) {
            const double dashes[] = {5, 3};
            cairo_set_dash(canvas, dashes, shape.dashed ? 2 : 0, 0);
            ink(canvas, {});
            cairo_set_line_width(canvas, 1.25);
            cairo_move_to(canvas, x, y);
            cairo_line_to(canvas, x + shape.width * scale, y + shape.height * scale);
            cairo_stroke(canvas);
        } else {
            const SetText text = flow_.type().set(shape.words, {13 * scale}, -1);
            const double back = shape.anchor == DrawnShape::Anchor::start    ? 0
                                : shape.anchor == DrawnShape::Anchor::middle ? text.width / 2
                                                                             : text.width;
            ink(canvas, {});
            cairo_move_to(canvas, x - back, y);
            pango_cairo_show_layout_line(canvas, text.lines.front().line);
        }
    }

    Flow& flow_;
    const std::vector<ReportPart>& parts_;
    Node root_{"Document"};
    std::vector<Bookmark> bookmarks_;
};

// Sets the report twice: the first time to find out how many pages it has.
std::string make(const PaperOrder& order) {
    // Made once: pango and fontconfig keep parts of it for good.
    static const Type& type = *new Type;
    int pages = 0;
    {
        Sheets sheets;
        Flow flow(sheets, type, order.footer, order.page_words, 0);
        Composer(flow, order.document->parts()).compose();
        pages = sheets.page() + 1;
    }
    Sheets sheets;
    Flow flow(sheets, type, order.footer, order.page_words, pages);
    Composer composer(flow, order.document->parts());
    composer.compose();
    return tag_paper(sheets.finish(), sheets.marks(), composer.root(), composer.bookmarks(),
                     {order.document->title(), order.document->language(), order.program});
}

}  // namespace

}  // namespace ntk::pdf

extern "C" {

__attribute__((visibility("default"))) const char* ntk_paper_version() { return NTK_VERSION; }

// Nothing may leave as an exception: the program and this file share no more than the order.
__attribute__((visibility("default"))) void ntk_make_paper(const ntk::pdf::PaperOrder& order,
                                                           ntk::pdf::PaperDone& done) {
    done = {};
    try {
        ntk::pdf::PaperDone made;
        made.bytes = ntk::pdf::make(order);
        done = std::move(made);
    } catch (const std::length_error&) {
        done.problem = "This report would take more than " + std::to_string(ntk::pdf::most_pages) + " pages";
        done.hint = "Write it as .html, .csv or .json";
    } catch (const std::exception& error) {
        done.problem = "Paper could not be made: " + std::string(error.what());
        done.hint = "./run installs the packages that it needs; a report as .html can be printed as well";
    }
}

}  // extern "C"
