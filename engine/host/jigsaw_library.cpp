#include "engine/host/jigsaw_library.h"

#include <algorithm>
#include <optional>

#include "engine/host/source_file.h"
#include "engine/study/plan.h"
#include "engine/study/way.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

std::string text_of(const Tree* tree, const char* key) {
    const Tree* found = tree == nullptr ? nullptr : tree->find(key);
    return found == nullptr || found->kind != Tree::Kind::scalar ? std::string() : found->text;
}

JigsawOnShelf card_of(const fs::path& path, const Tree& tree) {
    JigsawOnShelf card;
    card.path = path;
    card.id = text_of(tree.find("jigsaw"), "id");
    card.title = text_of(tree.find("jigsaw"), "title");
    card.status = text_of(tree.find("jigsaw"), "status");
    if (const Tree* intro = tree.find("intro"); intro != nullptr && !intro->items.empty())
        card.intro = intro->items.front().text;
    if (const Tree* chairs = tree.find("chairs"))
        for (const Tree& chair : chairs->items) card.chairs.push_back(text_of(&chair, "who"));
    card.cases = cases_of_jigsaw(tree);
    return card;
}

// The cases beside a jigsaw that it names, by their own ids.
JigsawCases read_cases(const fs::path& jigsaw, const Tree& tree, Diagnostics& diagnostics) {
    JigsawCases cases;
    for (const std::string& id : cases_of_jigsaw(tree)) {
        const fs::path path = jigsaw.parent_path() / (id + jigsaw.extension().string());
        std::error_code error;
        if (!fs::is_regular_file(path, error)) continue;
        auto scenario = load_scenario(path, diagnostics);
        const std::string name = scenario ? scenario->id : id;
        cases[name] = std::move(scenario);
    }
    return cases;
}

// The best answers of the plan beside a case, played to the end.
std::optional<Attempt> planned_attempt(const fs::path& plan, const std::shared_ptr<const Scenario>& scenario,
                                       const std::shared_ptr<const RuleBook>& rules, Diagnostics& diagnostics) {
    std::error_code error;
    if (!fs::is_regular_file(plan, error)) return std::nullopt;
    const Tree tree = read_tree_file(plan, diagnostics);
    if (tree.kind == Tree::Kind::missing) return std::nullopt;
    const Plan read = read_plan(tree, diagnostics);
    Attempt attempt = begin_case(scenario, rules);
    for (const Move& move : best_way(read))
        if (!take(attempt, move).empty()) return std::nullopt;
    if (!attempt.ended()) return std::nullopt;
    return attempt;
}

}  // namespace

std::optional<JigsawOnShelf> read_jigsaw_card(const fs::path& path, Diagnostics& diagnostics) {
    const Tree tree = read_tree_file(path, diagnostics);
    if (diagnostics.has_errors() || tree.find("jigsaw") == nullptr) return std::nullopt;
    return card_of(path, tree);
}

std::vector<CaseOnShelf> cards_of_chairs(const JigsawOnShelf& jigsaw) {
    std::vector<CaseOnShelf> cards;
    for (const std::string& id : jigsaw.cases) {
        Diagnostics diagnostics;  // they are shown when the jigsaw is opened
        if (auto card = read_card(jigsaw.path.parent_path() / (id + jigsaw.path.extension().string()), diagnostics))
            cards.push_back(std::move(*card));
    }
    return cards;
}

std::vector<JigsawOnShelf> load_jigsaw_shelf(const fs::path& folder, std::vector<std::string>& problems) {
    std::vector<JigsawOnShelf> shelf;
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code missing;
        if (fs::is_regular_file(entry->path() / "jigsaw.yaml", missing)) files.push_back(entry->path() / "jigsaw.yaml");
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        Diagnostics diagnostics;
        auto card = read_jigsaw_card(file, diagnostics);
        if (card)
            shelf.push_back(std::move(*card));
        else
            problems.push_back(diagnostics.empty() ? file.string() + ": this is no jigsaw.\n" : diagnostics.render());
    }
    std::stable_sort(shelf.begin(), shelf.end(),
                     [](const JigsawOnShelf& a, const JigsawOnShelf& b) { return a.title < b.title; });
    return shelf;
}

LoadedJigsaw load_jigsaw(const fs::path& path, RuleShelf& shelf, Diagnostics& diagnostics) {
    LoadedJigsaw loaded;
    const Tree tree = read_tree_file(path, diagnostics);
    if (diagnostics.has_errors()) return {};
    const JigsawCases cases = read_cases(path, tree, diagnostics);
    loaded.jigsaw = read_jigsaw(tree, cases, diagnostics);
    if (!loaded.jigsaw) return {};
    for (const JigsawChair& chair : loaded.jigsaw->chairs) {
        const Scenario& scenario = *chair.scenario;
        loaded.rules.push_back(shelf.load_for(scenario, diagnostics));
        if (!loaded.rules.back()) return {};
        const fs::path plan = path.parent_path() / (scenario.id + ".plan" + path.extension().string());
        if (auto attempt = planned_attempt(plan, chair.scenario, loaded.rules.back(), diagnostics))
            loaded.planned.push_back(std::move(*attempt));
    }
    if (diagnostics.has_errors()) return {};
    if (loaded.planned.size() != loaded.rules.size()) loaded.planned.clear();
    return loaded;
}

}  // namespace ntk
