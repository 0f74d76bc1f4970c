#include <map>

#include "engine/play/map.h"
#include "engine/study/lint/finders.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// For each scene, the information that every way to it has brought to light.
std::map<std::string, Bits> surely_known(const Scenario& scenario) {
    const Bits all = Bits::first(scenario.opening.count(v().item));
    std::map<std::string, Bits> known;
    std::map<std::string, std::vector<std::string>> before;
    for (const Node& node : scenario.nodes) {
        known[node.id] = all;
        for (const std::string& next : next_scenes(node)) before[next].push_back(node.id);
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const Node& node : scenario.nodes) {
            Bits sure = node.id == scenario.start ? scenario.opening.all(v().item) : all;
            for (const std::string& from : before[node.id]) sure = sure & known[from];
            for (const EntityRef& ref : node.reveals)
                if (ref.kind == v().item) sure.add(ref.entity);
            if (sure == known[node.id]) continue;
            known[node.id] = sure;
            changed = true;
        }
    }
    return known;
}

// Whether an act may come to nothing because all it is about may not be known yet. Notes are kept in any case.
bool may_drop(const Act& act, Bits known) {
    const Bits items = act_set(act, v().act_items);
    const bool needs_items = act.kind == ActKind::share || act.kind == ActKind::hand_over ||
                             act.kind == ActKind::withhold || act.kind == ActKind::wait;
    return needs_items && !items.empty() && (items & known).empty();
}

}  // namespace

void find_empty_choices(const LintCase& lint, Diagnostics& diagnostics) {
    const std::map<std::string, Bits> known = surely_known(*lint.scenario);
    for (const Node& node : lint.scenario->nodes) {
        const Bits sure = known.at(node.id);
        for (const Option& option : node.options) {
            bool some = false;
            bool rest = false;
            for (const Act& act : option.acts) {
                if (act.kind == ActKind::record) continue;
                (may_drop(act, sure) ? some : rest) = true;
            }
            if (some && !rest)
                diagnostics.report("W536", option.place,
                                   "on some way to '" + node.id + "' the option '" + option.id +
                                       "' does nothing: what it is about is not known yet",
                                   "reveal something it names on every way, or send the other ways elsewhere");
        }
        for (const Compose& form : node.composes)
            if (!form.items.empty() && (form.items & sure).empty())
                diagnostics.report("W536", form.place,
                                   "on some way to '" + node.id + "' the form '" + form.id + "' has nothing to offer",
                                   "reveal something it names on every way, or send the other ways elsewhere");
    }
}

}  // namespace ntk
