#pragma once

#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "engine/text/codes.h"
#include "engine/text/diagnostic.h"
#include "engine/text/limits.h"
#include "engine/text/text_index.h"
#include "engine/text/tree.h"
#include "engine/text/utf8.h"

namespace ntk {

// What must hold after reading any bytes whatever, or the fuzzer has found a fault.
class TreeCheck {
  public:
    explicit TreeCheck(std::string_view text) : index_(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text) {}

    void tree(const Tree& tree, int depth = 1) {
        demand(depth <= limits::tree_depth + 1 && ++nodes_ <= limits::tree_nodes);
        place(tree.place);
        text(tree.text);
        demand(tree.kind == Tree::Kind::scalar || (tree.text.empty() && !tree.quoted));
        demand(tree.kind == Tree::Kind::list || tree.items.empty());
        demand(tree.kind == Tree::Kind::mapping || tree.entries.empty());
        for (const Tree& item : tree.items) this->tree(item, depth + 1);
        std::set<std::string> keys;
        for (const TreeEntry& entry : tree.entries) {
            demand(keys.insert(entry.key).second);
            text(entry.key);
            place(entry.key_place);
            this->tree(entry.value, depth + 1);
        }
    }

    void finding(const Diagnostic& finding) {
        bool known = false;
        for (const CodeInfo& info : all_codes()) known = known || info.code == finding.code;
        demand(known && !finding.message.empty());
        if (finding.place != Place{0, 0, 0}) place(finding.place);
    }

  private:
    static void demand(bool holds) {
        if (!holds) std::abort();
    }

    // One past the end of the line is where something missing would stand.
    void place(Place place) const {
        demand(place.source == 0 && place.line >= 1 && place.line <= index_.lines() + 1);
        demand(place.column >= 1 && place.column <= index_.columns(place.line) + 1);
    }

    static void text(const std::string& text) { demand(!first_invalid_utf8(text) && !first_unwanted(text)); }

    TextIndex index_;
    std::size_t nodes_ = 0;
};

// Reads the bytes and checks what comes of it: a sound tree, or errors that can be shown, never both or neither.
inline void check_reader(Tree (*read)(std::string_view, int, Diagnostics&), std::string_view text) {
    Diagnostics diagnostics;
    const Tree tree = read(text, diagnostics.add_source("fuzz", std::string(text)), diagnostics);
    if ((tree.kind == Tree::Kind::missing) != diagnostics.has_errors()) std::abort();
    TreeCheck check(text);
    if (!diagnostics.has_errors()) check.tree(tree);
    for (const Diagnostic& finding : diagnostics.all()) check.finding(finding);
    if (first_invalid_utf8(diagnostics.render())) std::abort();
}

}  // namespace ntk
