#pragma once

#include <string>
#include <vector>

#include "engine/play/page.h"
#include "engine/text/tree.h"

namespace ntk {

// A way on from a scene, as its author wrote it.
struct OutlineOption {
    std::string id, say;
    bool form = false;
    Place place;
    std::vector<std::string> targets;  // scenes or "end", each once
};

// A scene as its author wrote it.
struct OutlineScene {
    std::string id, title, at;
    Place place;
    std::vector<OutlineOption> options;
    std::vector<std::string> next;  // all that it leads to, each once

    bool decision() const { return !options.empty(); }
};

struct OutlineEnding {
    std::string id, title;
    Place place;
};

// What a case consists of, with places. It is found even in a case with mistakes, as far as it can be read.
struct CaseOutline {
    std::string id, title, start;
    std::vector<OutlineScene> scenes;  // in the author's order
    std::vector<OutlineEnding> endings;

    const OutlineScene* scene(const std::string& scene_id) const;  // null when there is none
};

CaseOutline outline_of(const Tree& tree);

// The scenes in columns by how many steps lead to them, and then "end"; what nothing leads to comes after it and is not
// marked as visited.
std::vector<MapNode> map_of(const CaseOutline& outline);

}  // namespace ntk
