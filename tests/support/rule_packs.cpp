#include "tests/support/rule_packs.h"

#include <filesystem>
#include <map>
#include <stdexcept>

#include "engine/host/source_file.h"
#include "engine/host/yaml_reader.h"

namespace ntk {

std::shared_ptr<const RuleBook> rule_book(const std::vector<std::string>& stack, const std::string& as_of) {
    static std::map<std::string, std::shared_ptr<const RuleBook>> known;
    std::string key = as_of;
    for (const std::string& pack : stack) key += " " + pack;
    if (const auto found = known.find(key); found != known.end()) return found->second;
    Diagnostics diagnostics;
    std::vector<Tree> trees;
    for (const std::string& pack : stack)
        trees.push_back(
            read_tree_file(std::filesystem::path(NTK_ROOT) / "assets/rulepacks" / (pack + ".yaml"), diagnostics));
    std::vector<const Tree*> pointers;
    for (const Tree& tree : trees) pointers.push_back(&tree);
    auto book = read_rule_book(pointers, as_of, diagnostics);
    if (!book || !diagnostics.empty()) throw std::runtime_error(diagnostics.render());
    return known[key] = std::move(book);
}

Tree read_yaml_text(const std::string& text, Diagnostics& diagnostics) {
    return read_yaml(text, diagnostics.add_source("test.yaml", text), diagnostics);
}

}  // namespace ntk
