#include "engine/study/lint/names_read.h"

namespace ntk {

NamesRead::NamesRead(const Tree& scenario, const std::vector<CaseText>& texts) {
    for (const CaseText& text : texts) prose_.insert(text.written);
    for (const TreeEntry& entry : scenario.entries) {
        if (entry.key == "flags" || entry.key == "meters" || entry.key == "glossary" || entry.key == "review") continue;
        section_ = entry.key;
        const bool entities = entry.key == "people" || entry.key == "agencies" || entry.key == "items" ||
                              entry.key == "requests" || entry.key == "pulls" || entry.key == "events";
        if (!entities) {
            walk(entry.value, entry.key);
            continue;
        }
        for (const TreeEntry& entity : entry.value.entries) {
            own_ = entity.key;
            walk(entity.value, entity.key);
            own_.clear();
        }
    }
}

void NamesRead::walk(const Tree& tree, const std::string& key) {
    // To bring something to light, or to raise a flag, is not to use it.
    if (key == "reveals" || key == "flags" || key == "glossary" || key == "title" || key == "name") return;
    if (key == "meters" && section_ == "nodes") return;
    if (prose_.count(&tree) != 0) return;
    if (tree.kind == Tree::Kind::scalar) read(tree.text, key);
    for (const Tree& item : tree.items) walk(item, key);
    for (const TreeEntry& entry : tree.entries) {
        if (key == "advisers" || key == "when" || key == "changes" || key == "held" || key == "use")
            read(entry.key, key);
        walk(entry.value, entry.key);
    }
}

void NamesRead::read(const std::string& text, const std::string& key) {
    std::string word;
    for (const char c : text + " ") {
        const bool part =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (part) {
            word += c;
            continue;
        }
        if (!word.empty() && word != own_) names_.insert(word);
        if (!word.empty() && key == "when") conditions_.insert(word);
        word.clear();
    }
}

}  // namespace ntk
