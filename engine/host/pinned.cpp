#include "engine/host/pinned.h"

#include <set>
#include <system_error>
#include <utility>

#include "engine/host/source_file.h"
#include "engine/rules/rule_view.h"
#include "engine/text/translation.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

// The file of one pack: the old folder's, where it has one of that version; else the shipped one.
fs::path pack_file(const PinnedFrom& from, const PackId& pack) {
    std::error_code error;
    const fs::path with_version = from.old_packs / (pack.id + "-" + pack.version + ".yaml");
    if (fs::exists(with_version, error)) return with_version;
    const fs::path plain = from.old_packs / (pack.id + ".yaml");
    if (fs::exists(plain, error)) {
        Diagnostics ignored;
        if (pack_card(read_tree_file(plain, ignored)).version == pack.version) return plain;
    }
    return from.root / "assets" / "rulepacks" / (pack.id + ".yaml");
}

}  // namespace

std::string stack_words(const std::vector<PackId>& stack, const std::string& as_of) {
    std::string text;
    for (const PackId& pack : stack) text += (text.empty() ? "" : ", ") + pack.id + " " + pack.version;
    return text + " as of " + as_of;
}

PinnedCase PinnedShelf::open(const Origin& origin, int log_source, Diagnostics& diagnostics) {
    if (origin.scenario.empty() || origin.stack.empty()) {
        diagnostics.report("E700", {log_source, 1, 1}, "this is not a decision log",
                           "the first line of one says which case and rules it belongs to");
        return {};
    }
    PinnedCase pinned;
    pinned.scenario = scenario(origin, log_source, diagnostics);
    pinned.rules = rules(origin, log_source, diagnostics);
    return pinned;
}

std::shared_ptr<const Scenario> PinnedShelf::scenario(const Origin& origin, int log_source, Diagnostics& diagnostics) {
    auto& slot = scenarios_[origin.scenario + " " + origin.scenario_sha256];
    if (slot) return slot;
    fs::path path = from_.scenario;
    if (path.empty() && is_file_name(origin.scenario)) {
        // Our cases stand in files of their own name; only another one costs a look through all of them.
        path = from_.root / "scenarios" / (origin.scenario + ".yaml");
        std::error_code error;
        if (!fs::exists(path, error)) path = find_scenario(from_.root, origin.scenario);
    }
    if (path.empty()) {
        diagnostics.report("E729", {log_source, 0, 0}, "the case '" + origin.scenario + "' is not here",
                           "name its file with --scenario");
        return nullptr;
    }
    slot = load_scenario(path, diagnostics);
    if (!slot || slot->sha256 == origin.scenario_sha256) return slot;
    for (const std::string& language : languages()) {
        Diagnostics ignored;
        const auto other = load_scenario(path, ignored, language);
        if (other && other->sha256 == origin.scenario_sha256) return slot = other;
    }
    return slot;
}

std::shared_ptr<const RuleBook> PinnedShelf::rules(const Origin& origin, int log_source, Diagnostics& diagnostics) {
    auto& slot = rules_[origin.rules_sha256];
    if (slot) return slot;
    std::vector<std::string> ids;
    bool named_well = true;
    for (const PackId& pack : origin.stack) {
        ids.push_back(pack.id);
        named_well = named_well && is_file_name(pack.id) && is_file_name(pack.version);
    }
    std::shared_ptr<const RuleBook> found;
    if (named_well) {
        // That a shipped pack is missing or not in force that day says no more than that it is not the one.
        Diagnostics ignored;
        found = shipped_.load(ids, origin.as_of, ignored);
        if (found && found->sha256() != origin.rules_sha256)
            for (const std::string& language : languages()) {
                const auto other = RuleShelf(from_.root, language).load(ids, origin.as_of, ignored);
                if (other && other->sha256() == origin.rules_sha256) return slot = other;
            }
        if ((!found || found->sha256() != origin.rules_sha256) && !from_.old_packs.empty())
            found = old_rules(origin, diagnostics);
    }
    if (found && found->sha256() == origin.rules_sha256) return slot = found;
    const std::string here = found ? "the packs of these names here are others (" +
                                         stack_words(found->stack(), found->as_of()) + ", with another digest)"
                                   : "there are no such packs here";
    diagnostics.report("E729", {log_source, 0, 0},
                       "this log was judged by " + stack_words(origin.stack, origin.as_of) + "; " + here,
                       "the old packs are needed: keep them in a folder and name it with --old-packs");
    return nullptr;
}

// Those that something here is translated into, and the one that is made up.
std::vector<std::string> PinnedShelf::languages() const {
    std::set<std::string> found = {std::string(made_up_language)};
    for (const fs::path& folder : {from_.root / "scenarios", from_.root / "assets" / "rulepacks",
                                   from_.scenario.empty() ? from_.root : from_.scenario.parent_path()}) {
        std::error_code error;
        for (fs::directory_iterator entry(folder / "locale", error), end; !error && entry != end;
             entry.increment(error))
            if (is_language(entry->path().filename().string())) found.insert(entry->path().filename().string());
    }
    return {found.begin(), found.end()};
}

std::shared_ptr<const RuleBook> PinnedShelf::old_rules(const Origin& origin, Diagnostics& diagnostics) const {
    std::vector<Tree> packs;
    for (const PackId& pack : origin.stack) packs.push_back(read_tree_file(pack_file(from_, pack), diagnostics));
    std::vector<const Tree*> trees;
    for (const Tree& pack : packs) {
        if (pack.kind != Tree::Kind::mapping) return nullptr;
        trees.push_back(&pack);
    }
    return read_rule_book(trees, origin.as_of, diagnostics);
}

}  // namespace ntk
