#include "engine/host/library.h"

#include <algorithm>
#include <cstdlib>

#include "engine/host/source_file.h"
#include "engine/host/translations.h"
#include "engine/scenario/reader.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

bool is_scenario(const fs::path& path) {
    const std::string name = path.filename().string();
    const std::string extension = path.extension().string();
    return (extension == ".yaml" || extension == ".yml" || extension == ".json") &&
           name.find(".plan.") == std::string::npos;
}

// The packs there are, by name: what is read with a pack (its tests) has a point in its name.
std::vector<std::string> pack_names(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".yaml" && entry->path().stem().extension().empty())
            names.push_back(entry->path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

// The text under two keys, or nothing: the card is shown as far as it can be read, and checked when the case is opened.
std::string text_at(const Tree& tree, std::string_view section, std::string_view key) {
    const Tree* under = tree.find(section);
    if (under == nullptr || under->kind != Tree::Kind::mapping) return {};
    const Tree* found = under->find(key);
    return found == nullptr || found->kind != Tree::Kind::scalar ? std::string() : found->text;
}

std::vector<std::string> list_at(const Tree& tree, std::string_view section, std::string_view key) {
    std::vector<std::string> all;
    const Tree* under = tree.find(section);
    const Tree* found = under == nullptr || under->kind != Tree::Kind::mapping ? nullptr : under->find(key);
    if (found == nullptr) return all;
    if (found->kind == Tree::Kind::scalar) all.push_back(found->text);
    for (const Tree& item : found->items) all.push_back(item.text);
    return all;
}

int small_number(const std::string& text) {
    if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string::npos) return 0;
    return std::atoi(text.c_str());
}

CaseOnShelf card_of(const fs::path& path, const Tree& tree) {
    CaseOnShelf card;
    card.path = path;
    card.id = text_at(tree, "scenario", "id");
    card.title = text_at(tree, "scenario", "title");
    card.status = text_at(tree, "scenario", "status");
    card.role = text_at(tree, "card", "role");
    card.place = text_at(tree, "card", "place");
    card.neglect = text_at(tree, "card", "neglect");
    card.blurb = text_at(tree, "card", "blurb");
    card.content_note = text_at(tree, "card", "content_note");
    card.sector = text_at(tree, "learner", "sector");
    card.levels = list_at(tree, "card", "levels");
    const std::vector<std::string> minutes = list_at(tree, "card", "minutes");
    if (!minutes.empty()) {
        card.minutes_least = small_number(minutes.front());
        card.minutes_most = small_number(minutes.back());
    }
    return card;
}

// What of a file its card is made of: a library is shown without unpacking every case in it.
Tree read_front(const fs::path& path, Diagnostics& diagnostics) {
    return read_tree_part(path, "cards", {"scenario", "card", "learner"}, diagnostics);
}

}  // namespace

std::optional<CaseOnShelf> read_card(const fs::path& path, Diagnostics& diagnostics) {
    const Tree tree = read_front(path, diagnostics);
    if (diagnostics.has_errors() || tree.find("scenario") == nullptr) return std::nullopt;
    return card_of(path, tree);
}

ShelfReader::ShelfReader(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (is_scenario(entry->path())) files_.push_back(entry->path());
    std::sort(files_.begin(), files_.end());
}

bool ShelfReader::next() {
    if (at_ == files_.size()) return false;
    const fs::path& file = files_[at_++];
    Diagnostics diagnostics;
    const Tree tree = read_front(file, diagnostics);
    if (diagnostics.has_errors() || tree.kind != Tree::Kind::mapping) {
        shelf_.problems.push_back(diagnostics.render());
        shelf_.unread.push_back(file);
    } else if (tree.find("scenario") != nullptr) {
        shelf_.cases.push_back(card_of(file, tree));
    }
    return true;
}

Shelf ShelfReader::shelf() const {
    Shelf sorted = shelf_;
    std::stable_sort(sorted.cases.begin(), sorted.cases.end(),
                     [](const CaseOnShelf& a, const CaseOnShelf& b) { return a.title < b.title; });
    return sorted;
}

Shelf load_library(const fs::path& folder) {
    ShelfReader reader(folder);
    while (reader.next()) {
    }
    return reader.shelf();
}

fs::path find_scenario(const fs::path& root, const std::string& id) {
    for (const CaseOnShelf& card : load_library(root / "scenarios").cases)
        if (card.id == id) return card.path;
    return {};
}

fs::path product_root() {
    std::error_code error;
    const auto holds_rules = [&](const fs::path& root) {
        return fs::is_directory(root / "assets" / "rulepacks", error);
    };
    if (const char* root = std::getenv("NTK_ROOT"); root != nullptr && *root != '\0') return root;
    // Never where it was merely started: rules that lie there by chance must not judge.
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    for (fs::path folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path())
        for (const fs::path& root : {folder, folder / "share" / "needtoknow"})
            if (holds_rules(root)) return root;
#ifdef NTK_SHARE_FOLDER
    return NTK_SHARE_FOLDER;
#else
    return {};
#endif
}

std::shared_ptr<const Scenario> load_scenario(const fs::path& path, Diagnostics& diagnostics,
                                              const std::string& language) {
    Tree tree = read_tree_file(path, diagnostics);
    if (diagnostics.has_errors() || tree.kind == Tree::Kind::missing) return nullptr;
    if (!language.empty()) tree = translated(path, std::move(tree), language, diagnostics);
    if (diagnostics.has_errors()) return nullptr;  // rather than in the wrong language
    return read_scenario(tree, diagnostics);
}

std::shared_ptr<const RuleBook> RuleShelf::load(const std::vector<std::string>& stack, const std::string& as_of,
                                                Diagnostics& diagnostics, const std::vector<Place>& named_at) {
    auto& slot = loaded_[{stack, as_of}];
    if (slot) return slot;
    std::vector<Tree> packs;
    bool whole = true;
    for (std::size_t i = 0; i < stack.size(); ++i) {
        const std::string& id = stack[i];
        const fs::path path = folder_ / (id + ".yaml");
        if (std::error_code error; !is_file_name(id) || !fs::exists(path, error)) {
            const std::string hint = did_you_mean(id, pack_names(folder_));
            const Place place =
                i < named_at.size() ? named_at[i] : Place{diagnostics.add_source(path.string(), ""), 0, 0};
            diagnostics.report("E001", place, "there is no rule pack '" + id + "'",
                               hint.empty() ? "check the spelling" : hint);
            return nullptr;
        }
        packs.push_back(read_tree_file(path, diagnostics));
        if (!language_.empty()) packs.back() = translated(path, std::move(packs.back()), language_, diagnostics);
        whole = whole && packs.back().kind == Tree::Kind::mapping && (language_.empty() || !diagnostics.has_errors());
    }
    if (!whole) return nullptr;
    std::vector<const Tree*> trees;
    for (const Tree& pack : packs) trees.push_back(&pack);
    slot = read_rule_book(trees, as_of, diagnostics);
    return slot;
}

}  // namespace ntk
