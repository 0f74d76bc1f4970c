#include <algorithm>
#include <cmath>
#include <map>

#include "game/desktop/pictures.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

constexpr float pitch = 46;  // from step to step, design pixels

// The scenes on the learner's way, first to last.
std::vector<const MapNode*> walked(const std::vector<MapNode>& map) {
    std::vector<const MapNode*> path;
    for (const MapNode& each : map) {
        if (each.visited) path.push_back(&each);
    }
    std::stable_sort(path.begin(), path.end(),
                     [](const MapNode* a, const MapNode* b) { return a->column < b->column; });
    return path;
}

bool contains(const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

// Where each scene lies: a line for each step, the learner's way down the first place, roads not taken beside it.
struct Places {
    std::map<std::string, int> place;    // by id
    std::map<int, std::string> beside;   // by step: the titles of scenes not visited
    std::map<std::string, int> numbers;  // of the scenes visited, from 1
    int most = 1;                        // places on the fullest step

    explicit Places(const std::vector<MapNode>& map) {
        int number = 0;
        for (const MapNode* each : walked(map)) numbers[each->id] = ++number;
        std::map<int, int> used;
        for (const bool visited : {true, false}) {
            for (const MapNode& each : map) {
                if (each.visited != visited) continue;
                int& next = used[each.column];
                if (!visited) next = std::max(next, 1);
                place[each.id] = next++;
                most = std::max(most, next);
                if (!visited) beside[each.column] += (beside[each.column].empty() ? "" : "; ") + each.title;
            }
        }
    }
};

void draw_map(Painter& p, const Rect& at, const std::vector<MapNode>& map) {
    const Theme& t = p.colours();
    const Places places(map);
    std::map<std::string, const MapNode*> by_id;
    std::map<int, const MapNode*> on_way;  // by step
    for (const MapNode& each : map) {
        by_id[each.id] = &each;
        if (each.visited) on_way[each.column] = &each;
    }
    const float step = std::min(p.px(40), at.w * 0.5F / static_cast<float>(places.most));
    const auto x_of = [&](const MapNode& n) {
        return std::round(at.x + p.px(20) + step * static_cast<float>(places.place.at(n.id)));
    };
    const auto y_of = [&](int column) { return std::round(at.y + p.px(pitch) * (static_cast<float>(column) + 0.5F)); };
    for (int taken = 0; taken < 2; ++taken) {  // the learner's way is drawn over the roads not taken
        for (const MapNode& from : map) {
            for (const std::string& id : from.next) {
                const auto to = by_id.find(id);
                if (to == by_id.end() || contains(from.taken, id) != (taken == 1)) continue;
                const float ax = x_of(from), ay = y_of(from.column), bx = x_of(*to->second),
                            by = y_of(to->second->column);
                taken == 1 ? p.line(ax, ay, bx, by, t.accent, p.px(4)) : p.dashes(ax, ay, bx, by, t.edge, p.px(1.5F));
            }
        }
    }
    for (const MapNode& each : map) {
        const float x = x_of(each), y = y_of(each.column);
        if (!each.visited) {
            p.circle(x, y, p.px(8), t.edge);
            p.circle(x, y, p.px(6), t.paper);
            continue;
        }
        const float r = p.px(15);
        each.ending ? p.fill({x - r, y - r, 2 * r, 2 * r}, t.accent, p.px(5)) : p.circle(x, y, r, t.accent);
        p.words_centred(std::to_string(places.numbers.at(each.id)), Type::strong, {x - r, y - r, 2 * r, 2 * r},
                        t.on_accent);
    }
    const float labels = at.x + p.px(20) + step * static_cast<float>(places.most) + p.px(4);
    const float line = p.fonts().line_height(Type::body);
    const auto label = [&](const std::string& words, int column, Colour colour) {
        const std::string fits = shortened(words, at.right() - labels, p.fonts());
        p.words(fits, 0, fits.size(), Type::body, labels, y_of(column) - line / 2, colour);
    };
    for (const auto& [column, node] : on_way) label(node->title, column, t.ink);
    for (const auto& [column, titles] : places.beside) {
        if (on_way.count(column) == 0) label(titles, column, t.muted);
    }
}

}  // namespace

Node path_map(const std::vector<MapNode>& map) {
    Node whole = column(14);
    if (map.empty()) {
        add(whole, muted("map/none", "There is no map for this case."_en));
        return whole;
    }
    int columns = 1;
    for (const MapNode& each : map) columns = std::max(columns, each.column + 1);
    const std::vector<const MapNode*> path = walked(map);
    add(whole, muted("map/legend",
                     "Filled circles with numbers and a thick line are your way. Empty circles and dashed "
                     "lines are roads not taken. The square is the ending."_en));
    add(whole,
        picture(
            "map",
            fill(number_of<
                     "Map of the case: {n} scene on your way out of {all}. The lists below say the same in words. | "
                     "Map of the case: {n} scenes on your way out of {all}. The lists below say the same in words.">(
                     path.size()),
                 {{"all", std::to_string(map.size())}}),
            pitch * static_cast<float>(columns), [map](Painter& p, const Rect& at) { draw_map(p, at, map); }));
    add(whole, heading("path/title", 2, "Your way"_en));
    int n = 0;
    std::map<std::string, const MapNode*> by_id;
    for (const MapNode& each : map) by_id[each.id] = &each;
    Node other = column(8);
    for (const MapNode* each : path) {
        ++n;
        add(whole,
            paragraph("path/" + std::to_string(n),
                      std::to_string(n) + ". " +
                          (each->skipped ? fill("{title} (skipped)"_en, {{"title", each->title}}) : each->title)));
        std::string missed;
        for (const std::string& id : each->next) {
            const auto to = by_id.find(id);
            if (to == by_id.end() || to->second->visited) continue;
            missed += (missed.empty() ? "" : "; ") + to->second->title;
        }
        if (!missed.empty()) {
            add(other, paragraph("road/" + std::to_string(n),
                                 fill("After \"{title}\": {missed}"_en, {{"title", each->title}, {"missed", missed}})));
        }
    }
    if (!other.children.empty()) {
        add(whole, heading("roads/title", 2, "Roads not taken"_en));
        add(whole, std::move(other));
    }
    return whole;
}

}  // namespace ntk::desktop
