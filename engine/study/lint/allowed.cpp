#include "engine/study/lint/allowed.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "engine/scenario/lint_note.h"

namespace ntk {

namespace {

bool before(Place a, Place b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); }

// One code that a note allows, and the stretch of the file for which it holds.
struct Permit {
    std::string code, because;
    Place written;
    Place from, to;
    bool whole_case = false;
    bool used = false;

    bool covers(const Diagnostic& finding) const {
        if (finding.code != code || finding.severity == Severity::error) return false;
        if (whole_case) return true;
        return finding.place.source == from.source && !before(finding.place, from) && before(finding.place, to);
    }
};

void collect(const Tree& tree, Place from, Place to, bool top, std::vector<Permit>& permits) {
    for (const TreeEntry& entry : tree.entries) {
        if (!is_lint_note(entry)) continue;
        const Tree* because = entry.value.find("because");
        for (const Tree& code : entry.value.find("allow")->items)
            permits.push_back({code.text, because == nullptr ? "" : because->text, code.place, from, to, top});
    }
    for (std::size_t i = 0; i < tree.entries.size(); ++i) {
        const Place end = i + 1 < tree.entries.size() ? tree.entries[i + 1].key_place : to;
        collect(tree.entries[i].value, tree.entries[i].key_place, end, false, permits);
    }
    for (std::size_t i = 0; i < tree.items.size(); ++i)
        collect(tree.items[i], tree.items[i].place, i + 1 < tree.items.size() ? tree.items[i + 1].place : to, false,
                permits);
}

}  // namespace

std::vector<AllowedFinding> take_allowed(const Tree& scenario, bool all_ran, Diagnostics& diagnostics) {
    constexpr int far = std::numeric_limits<int>::max();
    std::vector<Permit> permits;
    collect(scenario, scenario.place, {scenario.place.source, far, far}, true, permits);
    std::vector<AllowedFinding> allowed;
    for (Diagnostic& finding : diagnostics.take([&](const Diagnostic& one) {
             return std::any_of(permits.begin(), permits.end(), [&](const Permit& p) { return p.covers(one); });
         })) {
        std::string because;
        for (Permit& permit : permits) {
            if (!permit.covers(finding)) continue;
            permit.used = true;
            because = permit.because;  // the innermost note comes last
        }
        allowed.push_back({std::move(finding), std::move(because)});
    }
    for (const Permit& permit : permits)
        if (!permit.used && all_ran)
            diagnostics.report("W549", permit.written, permit.code + " is allowed here, and nothing draws it",
                               "take it out of 'allow'");
    return allowed;
}

}  // namespace ntk
