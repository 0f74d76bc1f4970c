#include "engine/scenario/content_hash.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/scenario/lint_note.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

// Every text carries its length, so that no two different trees are written alike.
void write(std::string_view text, std::string& out) { out += std::to_string(text.size()) + ":" + std::string(text); }

void write(const Tree& tree, std::string& out) {
    switch (tree.kind) {
        case Tree::Kind::missing: out += "-"; break;
        case Tree::Kind::scalar:
            out += "t";
            write(tree.text, out);
            break;
        case Tree::Kind::list:
            out += "l" + std::to_string(tree.items.size()) + ":";
            for (const Tree& item : tree.items) write(item, out);
            break;
        case Tree::Kind::mapping: {
            std::vector<const TreeEntry*> entries;
            for (const TreeEntry& entry : tree.entries)
                if (entry.key != "expect" && !is_lint_note(entry)) entries.push_back(&entry);
            std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
            out += "m" + std::to_string(entries.size()) + ":";
            for (const TreeEntry* entry : entries) {
                write(entry->key, out);
                write(entry->value, out);
            }
            break;
        }
    }
}

}  // namespace

std::string content_hash(const Tree& scenario) {
    Tree content = scenario;
    std::erase_if(content.entries, [](const TreeEntry& entry) { return entry.key == "review"; });
    std::string bytes;
    write(content, bytes);
    return sha256(bytes);
}

}  // namespace ntk
