#include "engine/report/cohort_drawings.h"

#include <algorithm>

#include "engine/report/cohort_words.h"
#include "engine/report/drawing.h"
#include "engine/study/statistics/decimal.h"

namespace ntk {

namespace {

constexpr int row_height = 26;
constexpr int text_drop = 18;  // from the top of a row to the foot of its letters

int whole(double value) { return static_cast<int>(value + (value < 0 ? -0.5 : 0.5)); }

// A label cut to what fits, between letters.
std::string shortened(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "...";
}

int shade_of(const std::optional<double>& score) {
    if (!score) return 0;
    return *score >= 90 ? 0 : *score >= 75 ? 1 : *score >= 60 ? 2 : *score >= 40 ? 3 : 4;
}

}  // namespace

DrawnFigure score_drawing(const FormFigures& form, const std::string& id) {
    constexpr int left = 40, top = 30, height = 180, scale = 6;
    int most = 1;
    for (const ScoreRange& range : form.scores) most = std::max(most, range.people);
    DrawnFigure drawn;
    drawn.words = "Scores of " + std::to_string(form.n) + " people. ";
    for (const ScoreRange& range : form.scores)
        drawn.words += std::to_string(range.low) + " to " + std::to_string(range.high) +
                       "%: " + std::to_string(range.people) + ". ";
    drawn.words +=
        "The dashed line is the cut at " + std::to_string(form.cut) + "%. Ranges are wide enough for five people each.";
    Drawing drawing(id, left + 100 * scale + 20, top + height + 30, "Scores on " + form.title, drawn.words);
    for (const ScoreRange& range : form.scores) {
        // Height by people per ten points, so that a wide range is not a tall one.
        const int widths = (range.high - range.low) / 10;
        const int tall = height * range.people / (most * std::max(1, widths));
        const int x = left + range.low * scale;
        drawing.box(x, top + height - tall, (range.high - range.low) * scale, tall, 2);
        drawing.text(x + (range.high - range.low) * scale / 2, top + height - tall - 6, std::to_string(range.people),
                     Drawing::Anchor::middle);
    }
    drawing.line(left, top + height, left + 100 * scale, top + height);
    drawing.line(left + form.cut * scale, top - 20, left + form.cut * scale, top + height, true);
    for (int percent = 0; percent <= 100; percent += 20)
        drawing.text(left + percent * scale, top + height + 20, std::to_string(percent) + "%", Drawing::Anchor::middle);
    drawn.drawing = std::move(drawing);
    return drawn;
}

DrawnFigure item_drawing(const CaseFigures& one, const std::string& id) {
    constexpr int left = 260, bar = 300;
    DrawnFigure drawn;
    drawn.words = "Facility (the bar, from 0 to 1) and discrimination (the number after it). ";
    int rows = 0;
    for (const ItemFigures& item : one.items) {
        if (item.n == 0) continue;
        ++rows;
        drawn.words += item.node + ": " + shown(item.facility, 2) + ", " + shown(item.discrimination, 0) + ". ";
    }
    Drawing drawing(id, left + bar + 160, row_height * (rows + 1), "Decisions of " + one.title, drawn.words);
    int y = 0;
    for (const ItemFigures& item : one.items) {
        if (item.n == 0) continue;
        drawing.text(left - 10, y + text_drop, shortened(item.node + " " + item.title, 34), Drawing::Anchor::end);
        const int width = item.facility ? std::clamp(whole(*item.facility * bar), 0, bar) : 0;
        drawing.box(left, y + 4, bar, row_height - 8, 0);
        if (width > 0) drawing.box(left, y + 4, width, row_height - 8, 3);
        drawing.text(left + bar + 10, y + text_drop,
                     shown(item.facility, 2) + (item.discrimination ? ", " + decimal(item.discrimination, 0) : ""));
        y += row_height;
    }
    drawing.text(left, y + text_drop, "0");
    drawing.text(left + bar, y + text_drop, "1", Drawing::Anchor::end);
    drawn.drawing = std::move(drawing);
    return drawn;
}

DrawnFigure heat_drawing(const std::vector<GroupFigures>& groups, bool points, const std::string& id) {
    constexpr int left = 330, column = 96, head = 44;
    std::vector<const GroupFigures*> seen;
    for (const GroupFigures& group : groups)
        if (!group.hidden) seen.push_back(&group);
    DrawnFigure drawn;
    drawn.words = "The lower the score, the darker the field; white is 90% or more. ";
    if (seen.empty()) return {{}, "Every group has fewer than five people: nothing is shown."};
    const auto& headings = points ? seen.front()->points : seen.front()->rules;
    for (const GroupFigures* group : seen) {
        drawn.words += group->name + ":";
        for (const HeadingFigures& heading : points ? group->points : group->rules)
            drawn.words += " " + heading.id + " " + shown(heading.score, 0, "%") + ",";
        drawn.words.back() = '.';
        drawn.words += " ";
    }
    Drawing drawing(id, left + column * static_cast<int>(seen.size()) + 10,
                    head + row_height * static_cast<int>(headings.size()) + 10,
                    points ? "Points by group" : "Rules by group", drawn.words);
    for (std::size_t i = 0; i < headings.size(); ++i)
        drawing.text(left - 10, head + row_height * static_cast<int>(i) + text_drop, shortened(headings[i].label, 44),
                     Drawing::Anchor::end);
    int x = left;
    for (const GroupFigures* group : seen) {
        drawing.text(x + column / 2, head - 12, shortened(group->name, 12), Drawing::Anchor::middle);
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const auto& own = points ? group->points : group->rules;
            const auto found = std::find_if(own.begin(), own.end(),
                                            [&](const HeadingFigures& one) { return one.id == headings[i].id; });
            const std::optional<double> score = found == own.end() ? std::nullopt : found->score;
            const int y = head + row_height * static_cast<int>(i);
            drawing.box(x, y, column, row_height, shade_of(score));
            drawing.text(x + column / 2, y + text_drop, score ? decimal(score, 0) + "%" : "not met",
                         Drawing::Anchor::middle);
        }
        x += column;
    }
    drawn.drawing = std::move(drawing);
    return drawn;
}

}  // namespace ntk
