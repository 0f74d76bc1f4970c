#include "engine/host/pdf/table.h"

#include <algorithm>
#include <numeric>

namespace ntk::pdf {

namespace {

constexpr double pad_x = 5, pad_y = 3.5, paragraph_gap = 2.5;
constexpr double full_width = right_edge - left_edge;
constexpr Style cell_style{8.75, false, false, false};
constexpr Style head_style{8.75, true, false, false};
constexpr Style caption_style{10, true, false, false};

std::vector<std::string> paragraphs(const std::string& cell) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find('\n', at), cell.size());
        if (end > at) all.push_back(cell.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

// The paragraphs of a cell, each set in lines.
struct Cell {
    std::vector<SetText> texts;
    Style style;
    double height = 0;
};

// How far a cell has been drawn: the next paragraph and its next line.
struct Progress {
    std::size_t text = 0, line = 0;
};

class TablePlacer {
  public:
    TablePlacer(Flow& flow, const ReportPart& table) : flow_(flow), table_(table), widths_(column_widths()) {
        head_ = set_row(table.columns, true);
    }

    double start() const {
        const double first = table_.rows.empty() ? 0 : row_height(set_row(table_.rows.front(), false));
        return caption().height + 4 + row_height(head_) + std::min(first, 220.0);
    }

    void place(Node& parent) {
        Node& table = parent.add("Table");
        flow_.need(start());
        const SetText words = caption();
        flow_.place(words, left_edge, described(table.add("Caption"), {words}, table_.text));
        flow_.advance(4);
        draw_head(&table.add("THead").add("TR"));
        Node& body = table.add("TBody");
        for (const auto& row : table_.rows) place_row(row, body.add("TR"));
    }

  private:
    // A node whose letters could not all be drawn says its text besides.
    static Node& described(Node& node, const std::vector<SetText>& texts, const std::string& words) {
        if (std::any_of(texts.begin(), texts.end(), [](const SetText& text) { return !text.drawable; }))
            node.actual = words;
        return node;
    }

    SetText caption() const { return flow_.type().set(table_.text, caption_style, full_width); }

    std::size_t columns() const {
        std::size_t count = table_.columns.size();
        for (const auto& row : table_.rows) count = std::max(count, row.size());
        return count;
    }

    static const Style& style_of(std::size_t column, bool heading) {
        return heading || column == 0 ? head_style : cell_style;
    }

    // The narrowest and the widest that the words of a column ask for.
    void measure(std::size_t column, double& least, double& most) const {
        const auto look = [&](const std::string& cell, bool heading) {
            const Style& style = style_of(column, heading);
            for (const std::string& text : paragraphs(cell)) {
                most = std::max(most, text.size() > 300 ? full_width : flow_.type().set(text, style, -1).width);
                least = std::max(least, flow_.type().longest_word(text, style, full_width / 4));
            }
        };
        if (column < table_.columns.size()) look(table_.columns[column], true);
        for (const auto& row : table_.rows)
            if (column < row.size()) look(row[column], false);
    }

    // By content: all that is asked for if it fits, otherwise the narrowest and a fair share of the rest.
    std::vector<double> column_widths() const {
        const std::size_t count = columns();
        if (table_.shape == TableShape::wide && count == 4)
            return {full_width * 0.20, full_width * 0.12, full_width * 0.51, full_width * 0.17};
        std::vector<double> least(count, 12), most(count, 12);
        for (std::size_t i = 0; i < count; ++i) measure(i, least[i], most[i]);
        for (std::size_t i = 0; i < count; ++i) {
            least[i] += 2 * pad_x + 0.5;
            most[i] = std::max(most[i] + 2 * pad_x + 0.5, least[i]);
        }
        const double wanted = std::accumulate(most.begin(), most.end(), 0.0);
        if (wanted <= full_width) return most;
        const double needed = std::accumulate(least.begin(), least.end(), 0.0);
        if (needed >= full_width) {
            for (double& width : least) width *= full_width / needed;
            return least;
        }
        const double share = (full_width - needed) / (wanted - needed);
        for (std::size_t i = 0; i < count; ++i) least[i] += (most[i] - least[i]) * share;
        return least;
    }

    double width() const { return std::accumulate(widths_.begin(), widths_.end(), 0.0); }

    std::vector<Cell> set_row(const std::vector<std::string>& row, bool heading) const {
        std::vector<Cell> cells(widths_.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i].style = style_of(i, heading);
            if (i >= row.size()) continue;
            for (const std::string& text : paragraphs(row[i])) {
                cells[i].texts.push_back(flow_.type().set(text, cells[i].style, std::max(8.0, widths_[i] - 2 * pad_x)));
                cells[i].height += cells[i].texts.back().height + (cells[i].texts.size() > 1 ? paragraph_gap : 0);
            }
        }
        return cells;
    }

    static double row_height(const std::vector<Cell>& cells) {
        double height = 0;
        for (const Cell& cell : cells) height = std::max(height, cell.height);
        return height + 2 * pad_y;
    }

    // Without a node: the heading row again, as decoration.
    void draw_head(Node* row) {
        const double height = row_height(head_);
        frame(height, true);
        double x = left_edge;
        for (std::size_t i = 0; i < head_.size(); ++i) {
            Node unread;
            Node& cell = row == nullptr ? unread : row->add("TH");
            if (row != nullptr) cell.scope = "Column";
            double y = flow_.y() + pad_y;
            for (const SetText& text : head_[i].texts) {
                if (row == nullptr)
                    flow_.repeat(text, x + pad_x, y);
                else
                    flow_.draw(text, 0, text.lines.size(), x + pad_x, y, cell);
                y += text.height + paragraph_gap;
            }
            if (row != nullptr && i < table_.columns.size()) described(cell, head_[i].texts, table_.columns[i]);
            x += widths_[i];
        }
        flow_.advance(height);
    }

    void place_row(const std::vector<std::string>& row, Node& node) {
        const std::vector<Cell> cells = set_row(row, false);
        std::vector<Progress> progress(cells.size());
        std::vector<std::vector<Node*>> nodes(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            Node& cell = node.add(i == 0 ? "TH" : "TD");
            if (i == 0) cell.scope = "Row";
            const auto texts = i < row.size() ? paragraphs(row[i]) : std::vector<std::string>();
            for (std::size_t k = 0; k < cells[i].texts.size(); ++k) {
                Node& owner = cells[i].texts.size() == 1 ? cell : cell.add("P");
                nodes[i].push_back(&described(owner, {cells[i].texts[k]}, texts[k]));
            }
        }
        const double height = row_height(cells);
        const double page = bottom_edge - top_edge - row_height(head_);
        if (height > flow_.room() && (height <= page * 0.6 || flow_.room() < 80)) turn_page();
        while (!draw_part(cells, nodes, progress)) turn_page();
    }

    void turn_page() {
        flow_.next_page();
        if (row_height(head_) < (bottom_edge - top_edge) / 3) draw_head(nullptr);
    }

    // Draws as many lines of each cell as the page still holds; returns whether the row is done.
    bool draw_part(const std::vector<Cell>& cells, const std::vector<std::vector<Node*>>& nodes,
                   std::vector<Progress>& progress) {
        struct Piece {
            std::size_t cell, text, first, end;
            double y;
        };
        std::vector<Piece> pieces;
        double used = 0;
        bool done = true;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            Progress& at = progress[i];
            double y = 0;
            const double room = flow_.room() - 2 * pad_y;
            while (at.text < cells[i].texts.size()) {
                const SetText& text = cells[i].texts[at.text];
                if (y > 0) y += paragraph_gap;
                std::size_t count = Flow::fitting(text, at.line, room - y);
                if (count == 0 && y <= 0 && room > (bottom_edge - top_edge) / 2) count = 1;  // taller than any page
                if (count == 0) break;
                pieces.push_back({i, at.text, at.line, at.line + count, y});
                y += text.height_of(at.line, at.line + count);
                at.line += count;
                if (at.line < text.lines.size()) break;
                ++at.text;
                at.line = 0;
            }
            used = std::max(used, y);
            done = done && at.text >= cells[i].texts.size();
        }
        frame(used + 2 * pad_y, false);
        for (const Piece& piece : pieces) {
            double x = left_edge + pad_x;
            for (std::size_t i = 0; i < piece.cell; ++i) x += widths_[i];
            flow_.draw(cells[piece.cell].texts[piece.text], piece.first, piece.end, x, flow_.y() + pad_y + piece.y,
                       *nodes[piece.cell][piece.text]);
        }
        flow_.advance(used + 2 * pad_y);
        return done;
    }

    void frame(double height, bool heading) {
        flow_.sheets().decoration([&](cairo_t* canvas) {
            if (heading) {
                soft_ground(canvas);
                cairo_rectangle(canvas, left_edge, flow_.y(), width(), height);
                cairo_fill(canvas);
            }
            line_ink(canvas);
            cairo_set_line_width(canvas, 0.5);
            double x = left_edge;
            for (const double column : widths_) {
                cairo_rectangle(canvas, x, flow_.y(), column, height);
                x += column;
            }
            cairo_stroke(canvas);
        });
    }

    Flow& flow_;
    const ReportPart& table_;
    std::vector<double> widths_;
    std::vector<Cell> head_;
};

}  // namespace

double table_start(Flow& flow, const ReportPart& table) { return TablePlacer(flow, table).start(); }

void place_table(Flow& flow, const ReportPart& table, Node& parent) { TablePlacer(flow, table).place(parent); }

}  // namespace ntk::pdf
