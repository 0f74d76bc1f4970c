#include <algorithm>
#include <map>

#include "game/desktop/pictures.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

constexpr float pitch = 64;  // from column to column of the case, drawn downwards, design pixels

void draw_author_map(Painter& p, const Rect& at, const std::vector<MapNode>& map, const std::string& scene) {
    const Theme& t = p.colours();
    std::map<std::string, const MapNode*> by_id;
    std::map<int, int> widths;
    for (const MapNode& each : map) {
        by_id[each.id] = &each;
        widths[each.column] = std::max(widths[each.column], each.row + 1);
    }
    const auto middle = [&](const MapNode& node) {
        const float step = at.w / static_cast<float>(widths[node.column]);
        return std::pair{at.x + step * (static_cast<float>(node.row) + 0.5F),
                         at.y + p.px(pitch) * (static_cast<float>(node.column) + 0.5F)};
    };
    for (const MapNode& from : map)
        for (const std::string& id : from.next) {
            const auto to = by_id.find(id);
            if (to == by_id.end()) continue;
            const auto [ax, ay] = middle(from);
            const auto [bx, by] = middle(*to->second);
            const bool back = to->second->column <= from.column;
            back ? p.dashes(ax, ay, bx, by, t.edge, p.px(1.5F)) : p.line(ax, ay, bx, by, t.edge, p.px(1.5F));
        }
    for (const MapNode& each : map) {
        const auto [x, y] = middle(each);
        const float room = at.w / static_cast<float>(widths[each.column]) - p.px(8);
        const float w = std::min(p.px(240), room);
        const Rect box{x - w / 2, y - p.px(17), w, p.px(34)};
        const bool chosen = each.id == scene;
        const float round = each.decision || each.ending ? p.px(4) : p.px(17);
        p.fill(box, chosen ? t.accent : each.visited ? t.edge : t.tone(Tone::missed).mark, round);
        const float line = p.px(chosen ? 3.0F : 1.5F);
        p.fill(box.inset(line), chosen ? t.accent : each.ending ? t.panel : t.surface, std::max(0.0F, round - line));
        const std::string words =
            shortened(each.ending ? each.title : each.id + " " + each.title, w - p.px(14), p.fonts());
        p.words_centred(words, Type::body, box, chosen ? t.on_accent : t.ink);
    }
}

}  // namespace

void author_map_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    add(into, heading("map/title", 2, "Map"_en));
    if (view.outline.scenes.empty()) {
        add(into, muted("map/none", "No scene can be read in the file."_en));
        return;
    }
    const std::vector<MapNode> map = map_of(view.outline);
    int columns = 1;
    size_t lost = 0;
    for (const MapNode& each : map) {
        columns = std::max(columns, each.column + 1);
        lost += each.visited ? 0U : 1U;
    }
    std::string legend =
        "Boxes are decisions, rounded ones what happens in between. Each row is one step further from the start; "
        "dashed "
        "lines lead back or across."_en;
    if (lost > 0)
        legend += " " + number_of<
                            "Nothing leads to the one scene below the end. | Nothing leads to the {n} scenes below "
                            "the end.">(lost);
    add(into, muted("map/legend", legend));
    add(into, picture("map",
                      number_of<"Map of the case: {n} scene. The list below says the same in words. | Map of the case: "
                                "{n} scenes. The list below says the same in words.">(view.outline.scenes.size()),
                      pitch * static_cast<float>(columns),
                      [map, scene = view.scene](Painter& p, const Rect& at) { draw_author_map(p, at, map, scene); }));
    add(into, heading("map/list", 2, "The same in words"_en));
    for (const OutlineScene& scene : view.outline.scenes) {
        std::string leads;
        for (const std::string& to : scene.next)
            leads += (leads.empty() ? "" : ", ") + (to == "end" ? "the end"_en : to);
        const std::string label = scene.id + (scene.title.empty() ? "" : "  " + scene.title);
        add(into, radio("map/" + scene.id, label,
                        leads.empty() ? "Leads nowhere"_en : fill("Leads to {where}"_en, {{"where", leads}}),
                        view.scene == scene.id, [&app, id = scene.id] {
                            if (app.author.desk->view().playable) go_to_scene(app, id);
                        }));
    }
}

}  // namespace ntk::desktop
