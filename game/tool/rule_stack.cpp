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

RuleStack read_stack(const std::vector<std::string>& packs, const std::string& as_of, Diagnostics& diagnostics) {
    RuleStack stack;
    std::vector<Tree> trees;
    std::string first_day;
    for (const std::string& pack : packs) {
        trees.push_back(read_tree_file(pack_path(pack), diagnostics));
        stack.cards.push_back(pack_card(trees.back()));
        first_day = std::max(first_day, stack.cards.back().from);
    }
    if (diagnostics.has_errors() || packs.empty()) return stack;
    std::vector<const Tree*> pointers;
    for (const Tree& tree : trees) pointers.push_back(&tree);
    stack.rules = read_rule_book(pointers, as_of.empty() ? first_day : as_of, diagnostics);
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
