#include "tests/support/tree_dump.h"

namespace ntk {

namespace {

std::string at(Place place) { return " " + std::to_string(place.line) + ":" + std::to_string(place.column); }

std::string one_line(const std::string& text) {
    std::string shown;
    for (const char c : text) shown += c == '\n' ? std::string("\\n") : std::string(1, c);
    return shown;
}

void add(std::string& out, const Tree& tree, const std::string& indent) {
    switch (tree.kind) {
        case Tree::Kind::missing: out += "missing"; break;
        case Tree::Kind::scalar:
            out += tree.quoted ? '"' + one_line(tree.text) + '"' : "'" + one_line(tree.text) + "'";
            break;
        case Tree::Kind::list: out += "list"; break;
        case Tree::Kind::mapping: out += "mapping"; break;
    }
    out += at(tree.place) + "\n";
    for (const Tree& item : tree.items) {
        out += indent + "- ";
        add(out, item, indent + "  ");
    }
    for (const TreeEntry& entry : tree.entries) {
        out += indent + one_line(entry.key) + at(entry.key_place) + ": ";
        add(out, entry.value, indent + "  ");
    }
}

}  // namespace

std::string dump(const Tree& tree) {
    std::string out;
    add(out, tree, "  ");
    return out;
}

}  // namespace ntk
