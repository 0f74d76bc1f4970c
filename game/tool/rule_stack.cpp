#include "game/tool/rule_stack.h"

#include <algorithm>

#include "engine/host/library.h"
#include "engine/host/source_file.h"

namespace ntk::tool {

namespace {

std::filesystem::path pack_path(const std::string& name) {
    return name.ends_with(".yaml") ? std::filesystem::path(name) : pack_folder() / (name + ".yaml");
}

}  // namespace

std::filesystem::path pack_folder() { return product_root() / "assets" / "rulepacks"; }

std::vector<std::string> split_names(const std::string& text) {
    std::vector<std::string> names;
    std::string name;
    for (const char c : text + ",") {
        if (c != ',' && c != ' ') {
            name += c;
            continue;
        }
        if (!name.empty()) names.push_back(name);
        name.clear();
    }
    return names;
}

std::shared_ptr<const RuleBook> rules_of(const std::vector<Tree>& packs, const std::string& as_of,
                                         Diagnostics& diagnostics) {
    std::string first_day;
    std::vector<const Tree*> pointers;
    for (const Tree& pack : packs) {
        pointers.push_back(&pack);
        first_day = std::max(first_day, pack_card(pack).from);
    }
    return read_rule_book(pointers, as_of.empty() ? first_day : as_of, diagnostics);
}

RuleStack read_stack(const std::vector<std::string>& packs, const std::string& as_of, Diagnostics& diagnostics) {
    RuleStack stack;
    for (const std::string& pack : packs) {
        stack.trees.push_back(read_tree_file(pack_path(pack), diagnostics));
        stack.cards.push_back(pack_card(stack.trees.back()));
    }
    if (diagnostics.has_errors() || packs.empty()) return stack;
    stack.rules = rules_of(stack.trees, as_of, diagnostics);
    return stack;
}

std::vector<std::string> stack_of(const std::string& pack, Diagnostics& diagnostics) {
    std::vector<std::string> stack;
    std::string next = pack;
    while (!next.empty() && std::find(stack.begin(), stack.end(), next) == stack.end()) {
        stack.push_back(next);
        next = pack_card(read_tree_file(pack_path(next), diagnostics)).extends;
    }
    std::reverse(stack.begin(), stack.end());
    return stack;
}

}  // namespace ntk::tool
