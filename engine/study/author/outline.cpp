#include "engine/study/author/outline.h"

#include "engine/text/said.h"

#include <algorithm>
#include <map>

namespace ntk {

namespace {

constexpr std::size_t most_scenes = 5'000;  // far more than a case may have

std::string text_of(const Tree& tree, std::string_view key) {
    const Tree* found = tree.find(key);
    return found == nullptr ? std::string() : found->text;
}

void add_once(std::vector<std::string>& all, const std::string& one) {
    if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

void add_targets(const Tree& tree, std::vector<std::string>& targets) {
    const Tree* then = tree.find("then");
    if (then == nullptr) return;
    add_once(targets, then->text);
    for (const Tree& route : then->items) add_once(targets, text_of(route, "then"));
}

void add_options(const Tree& node, std::string_view key, std::string_view words, OutlineScene& scene) {
    const Tree* list = node.find(key);
    if (list == nullptr) return;
    for (const Tree& written : list->items) {
        OutlineOption option;
        option.id = text_of(written, "id");
        option.say = text_of(written, words);
        option.form = key == "compose";
        option.place = written.place;
        add_targets(written, option.targets);
        for (const std::string& target : option.targets) add_once(scene.next, target);
        scene.options.push_back(std::move(option));
    }
}

}  // namespace

const OutlineScene* CaseOutline::scene(const std::string& scene_id) const {
    for (const OutlineScene& each : scenes)
        if (each.id == scene_id) return &each;
    return nullptr;
}

CaseOutline outline_of(const Tree& tree) {
    CaseOutline outline;
    if (const Tree* head = tree.find("scenario")) {
        outline.id = text_of(*head, "id");
        outline.title = text_of(*head, "title");
    }
    outline.start = text_of(tree, "start");
    if (const Tree* nodes = tree.find("nodes"))
        for (const TreeEntry& entry : nodes->entries) {
            if (outline.scenes.size() >= most_scenes) break;
            OutlineScene scene;
            scene.id = entry.key;
            scene.place = entry.key_place;
            scene.title = text_of(entry.value, "title");
            scene.at = text_of(entry.value, "at");
            add_options(entry.value, "options", "say", scene);
            add_options(entry.value, "compose", "title", scene);
            add_targets(entry.value, scene.next);
            outline.scenes.push_back(std::move(scene));
        }
    if (const Tree* endings = tree.find("endings"))
        for (const Tree& written : endings->items) {
            if (outline.endings.size() >= most_scenes) break;
            outline.endings.push_back({text_of(written, "id"), text_of(written, "title"), written.place});
        }
    return outline;
}

std::vector<MapNode> map_of(const CaseOutline& outline) {
    std::map<std::string, int> columns;
    std::vector<std::string> front = {outline.start};
    for (int column = 0; !front.empty(); ++column) {
        std::vector<std::string> next;
        for (const std::string& id : front) {
            const OutlineScene* scene = outline.scene(id);
            if (scene == nullptr || !columns.emplace(id, column).second) continue;
            next.insert(next.end(), scene->next.begin(), scene->next.end());
        }
        front = std::move(next);
    }
    int last = 0;
    for (const auto& [id, column] : columns) last = std::max(last, column);
    constexpr int in_a_row = 5;  // of what nothing leads to
    int lost = 0;
    std::vector<MapNode> map;
    std::map<int, int> rows;
    for (const OutlineScene& scene : outline.scenes) {
        MapNode node;
        node.id = scene.id;
        node.title = scene.title;
        node.decision = scene.decision();
        const auto column = columns.find(scene.id);
        node.visited = column != columns.end();
        node.column = node.visited ? column->second : last + 2 + lost++ / in_a_row;
        node.row = rows[node.column]++;
        node.next = scene.next;
        map.push_back(std::move(node));
    }
    MapNode end;
    end.id = "end";
    end.title = "The end"_en;
    end.ending = true;
    end.visited = true;
    end.column = last + 1;
    end.row = rows[end.column];
    map.push_back(std::move(end));
    return map;
}

}  // namespace ntk
