#include "game/desktop/page_words.h"

namespace ntk::desktop {

namespace {

void add_words(const SemNode& node, std::string& words) {
    // The names of groups and of the window are those of what they hold, or are not shown at all.
    if (node.children.empty() && !node.name.empty()) words += node.name + "\n";
    if (!node.value.empty()) words += node.value + "\n";
    for (const SemNode& child : node.children) add_words(child, words);
}

}  // namespace

std::string page_words(const SemNode& root) {
    std::string words;
    add_words(root, words);
    return words;
}

}  // namespace ntk::desktop
