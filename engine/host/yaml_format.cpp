#include "engine/host/yaml_format.h"

#include <algorithm>

#include "engine/host/yaml_reader.h"
#include "engine/host/yaml_scan.h"

namespace ntk {

namespace {

// Whether two trees say the same, wherever it stands.
bool same_content(const Tree& a, const Tree& b) {
    if (a.kind != b.kind || a.text != b.text || a.quoted != b.quoted) return false;
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_content) &&
           std::equal(
               a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
               [](const TreeEntry& x, const TreeEntry& y) { return x.key == y.key && same_content(x.value, y.value); });
}

FormattedYaml refused(std::string why) { return {{}, std::move(why)}; }

}  // namespace

FormattedYaml format_yaml(std::string_view text, int source, Diagnostics& diagnostics) {
    const Tree before = read_yaml(text, source, diagnostics);
    if (before.kind == Tree::Kind::missing) return {};
    const std::string prepared = prepare_yaml(text);
    const auto layout = read_yaml_layout(prepared);
    if (!layout) return refused("it is written in a way that fmt does not know");
    std::string formatted = print_yaml(*layout);

    // Nothing is believed of the work above: the new text must read the same, remarks included, and be final.
    Diagnostics scratch;
    const Tree after = read_yaml(formatted, scratch.add_source("formatted", formatted), scratch);
    const auto again = read_yaml_layout(formatted);
    const auto signs = [](std::string_view of) { return std::count(of.begin(), of.end(), '#'); };
    if (after.kind == Tree::Kind::missing || !same_content(before, after) || !again)
        return refused("it would not read the same afterwards");
    if (remarks_of(*layout) != remarks_of(*again) || signs(prepared) != signs(formatted))
        return refused("a remark would be lost");
    if (print_yaml(*again) != formatted) return refused("it would come out otherwise the next time");
    return {std::move(formatted), {}};
}

}  // namespace ntk
