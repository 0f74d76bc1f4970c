#include <map>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

std::string target_words(const CaseOutline& outline, const std::string& id) {
    if (id == "end") return "the end"_en;
    const OutlineScene* scene = outline.scene(id);
    if (scene == nullptr) return fill("{id}, which is not there"_en, {{"id", id}});
    return scene->title.empty() ? id : id + ", " + scene->title;
}

}  // namespace

void author_outline_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    const CaseOutline& outline = view.outline;
    add(into, heading("outline/title", 2, "Scenes"_en));
    if (outline.scenes.empty()) {
        add(into, muted("outline/none", "No scene can be read in the file."_en));
        return;
    }
    std::map<std::string, std::pair<int, int>> found;  // mistakes and advice, by scene
    for (const AuthorProblem& each : view.problems) {
        auto& [mistakes, advice] = found[each.scene];
        (each.problem.warning ? advice : mistakes) += 1;
    }
    for (const OutlineScene& scene : outline.scenes) {
        const std::string id = "outline/" + scene.id;
        const auto& [mistakes, advice] = found[scene.id];
        std::string detail;  // only what needs a look, so that many scenes are in sight
        if (mistakes > 0) detail = number_of<"{n} mistake | {n} mistakes">(static_cast<size_t>(mistakes));
        if (advice > 0)
            detail += (detail.empty() ? "" : ", ") +
                      number_of<"{n} piece of advice | {n} pieces of advice">(static_cast<size_t>(advice));
        const std::string label = scene.id + (scene.title.empty() ? "" : "  " + scene.title);
        add(into, radio(id, label, detail, view.scene == scene.id, [&app, key = scene.id] {
                if (app.author.desk->view().playable) return go_to_scene(app, key);
                app.toggle("outline/" + key);
            }));
        if (!app.is_open(id)) continue;
        int n = 0;
        for (const OutlineOption& option : scene.options) {
            std::string leads;
            for (const std::string& target : option.targets)
                leads += (leads.empty() ? "" : "; ") + target_words(outline, target);
            add(into, muted(id + "/" + std::to_string(++n),
                            fill("{id}: {says} (to {where})"_en,
                                 {{"id", option.id}, {"says", option.say}, {"where", leads}})));
        }
    }
    add(into, heading("outline/endings", 2, "Endings"_en));
    for (const OutlineEnding& ending : outline.endings)
        add(into,
            muted("outline/ending/" + ending.id,
                  fill("{title}, line {n}"_en, {{"title", ending.title}, {"n", std::to_string(ending.place.line)}})));
}

}  // namespace ntk::desktop
