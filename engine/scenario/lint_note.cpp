#include "engine/scenario/lint_note.h"

#include <algorithm>

#include "engine/scenario/scenario_shapes.h"
#include "engine/text/codes.h"

namespace ntk {

void read_lint_note(Fields& fields, Diagnostics& diagnostics) {
    const Tree* tree = fields.find("lint");
    if (tree == nullptr) return;
    Fields note(*tree, "'lint'", diagnostics, lint_note_fields());
    note.require_text("because");
    std::vector<std::string> lints;
    for (const CodeInfo& info : all_codes())
        if (info.code.starts_with("W5")) lints.emplace_back(info.code);
    note.require("allow");
    for (const Tree* code : note.list("allow"))
        if (std::find(lints.begin(), lints.end(), code->text) == lints.end())
            diagnostics.report("E628", code->place, "'" + code->text + "' is no lint",
                               did_you_mean(code->text, lints).empty()
                                   ? "lints have codes from W500 on; a mistake cannot be allowed"
                                   : did_you_mean(code->text, lints));
    note.finish();
}

bool is_lint_note(const TreeEntry& entry) {
    return entry.key == "lint" && entry.value.kind == Tree::Kind::mapping && entry.value.find("allow") != nullptr;
}

}  // namespace ntk
