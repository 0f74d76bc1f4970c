#include "engine/scenario/act_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/casework/case_shapes.h"
#include "engine/scenario/scenario_shapes.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// The parts of a share that defaults may fill, and the only words an author may write instead of naming each item.
struct Part {
    std::string_view name;
    int Vocabulary::*fact;
    std::string_view as_held;  // "as_graded": from each item's own fact
};
constexpr std::array<Part, 7> parts = {{{"basis", &Vocabulary::act_basis, ""},
                                        {"condition", &Vocabulary::act_condition, ""},
                                        {"ground", &Vocabulary::act_ground, ""},
                                        {"form", &Vocabulary::act_form, ""},
                                        {"handling", &Vocabulary::act_handling, ""},
                                        {"labels", &Vocabulary::act_labels, "as_graded"},
                                        {"classify", &Vocabulary::act_classify, "as_categorised"}}};

bool is_plain(const Tree& tree, std::string_view word) {
    return tree.kind == Tree::Kind::scalar && !tree.quoted && tree.text == word;
}

bool is_share(const Tree& act) {
    return act.kind == Tree::Kind::mapping && act.entries.size() == 1 &&
           act.entries[0].value.kind == Tree::Kind::mapping &&
           (act.entries[0].key == "share" || act.entries[0].key == "hand_over");
}

// Takes `labels: none` and its like out of a share and returns the facts that the author does not want filled.
std::vector<int> take_refusals(Tree& share) {
    std::vector<int> refused;
    for (const Part& part : parts)
        std::erase_if(share.entries, [&](const TreeEntry& entry) {
            if (entry.key != part.name) return false;
            if (!part.as_held.empty() && is_plain(entry.value, part.as_held)) return true;
            if (!is_plain(entry.value, "none")) return false;
            refused.push_back(v().*(part.fact));
            return true;
        });
    return refused;
}

bool says(const Act& act, int fact, int key) {
    return std::any_of(act.settings.begin(), act.settings.end(),
                       [&](const Setting& setting) { return setting.fact == fact && setting.key == key; });
}

// Fills into a share or handover what it leaves unsaid; `refused` names the facts that are to stay empty.
void complete(Act& act, const Scenario& scenario, const std::vector<int>& refused) {
    const auto wanted = [&](int fact) { return std::find(refused.begin(), refused.end(), fact) == refused.end(); };
    for (const Setting& setting : scenario.share_defaults.settings)
        if (wanted(setting.fact) && !says(act, setting.fact, setting.key)) act.settings.push_back(setting);

    const Store& opening = scenario.opening;
    const auto mark_items = [&](bool wished, int act_fact, int item_fact, const auto& as) {
        if (!wished || !wanted(act_fact)) return;
        act_set(act, v().act_items).for_each([&](int item) {
            if (says(act, act_fact, item) || !opening.known(item_fact, item)) return;
            Setting setting;
            setting.fact = act_fact;
            setting.key = item;
            setting.number = as(item);
            act.settings.push_back(setting);
        });
    };
    mark_items(scenario.labels_as_graded, v().act_labels, v().grade_,
               [&](int item) { return label_of(opening, item); });
    mark_items(scenario.classify_as_categorised, v().act_classify, v().category_,
               [&](int item) { return opening.number(v().category_, item); });
}

void read_share_defaults(const Tree& tree, Draft& draft) {
    Scenario& scenario = draft.scenario;
    Fields fields(tree, "'share' of the defaults", draft.diagnostics, share_defaults_fields());
    for (const Part& part : parts) {
        const Tree* value = fields.find(part.name);
        if (value == nullptr) continue;
        if (!part.as_held.empty()) {
            if (read_choice(*value, "default of '" + std::string(part.name) + "'", {std::string(part.as_held)},
                            draft.diagnostics))
                (part.name == "labels" ? scenario.labels_as_graded : scenario.classify_as_categorised) = true;
            continue;
        }
        for (const Setting& setting : draft.cases.read_settings(v().*(part.fact), -1, *value))
            scenario.share_defaults.settings.push_back(setting);
    }
    fields.finish();
}

}  // namespace

std::vector<std::string> words_of_share(std::string_view part) {
    for (const Part& one : parts) {
        if (one.name != part) continue;
        std::vector<std::string> words = {"none"};
        if (!one.as_held.empty()) words.emplace_back(one.as_held);
        return words;
    }
    return {};
}

std::vector<FieldRow> share_default_rows() {
    std::vector<FieldRow> rows;
    for (const Part& part : parts) {
        const int fact = v().*(part.fact);
        Shape shape = part.as_held.empty() ? fact_shape(fact) : shape::choice({std::string(part.as_held)});
        rows.push_back({std::string(part.name), std::move(shape), false,
                        v().schema.fields[static_cast<std::size_t>(fact)].meaning});
    }
    return rows;
}

void read_defaults(const Tree& tree, Draft& draft) {
    Fields fields(tree, "the defaults", draft.diagnostics, defaults_fields());
    if (const Tree* share = fields.find("share")) read_share_defaults(*share, draft);
    if (const Tree* standing = fields.find("standing")) {
        draft.scenario.standing = draft.cases.read_acts(*standing);
        for (const Act& act : draft.scenario.standing)
            if (act.kind != ActKind::record)
                draft.report("E624", act.place, "only 'record' can follow every decision by itself",
                             "write this act at the options to which it belongs");
    }
    fields.finish();
}

std::vector<Act> read_scenario_acts(const Tree& list, Draft& draft, bool by_story) {
    if (list.kind != Tree::Kind::list) return draft.cases.read_acts(list);  // which reports it
    std::vector<Act> acts;
    for (const Tree& written : list.items) {
        Tree tree = written;
        std::vector<int> refused;
        const bool share = is_share(tree);
        if (share) refused = take_refusals(tree.entries[0].value);
        std::optional<Act> act = draft.cases.read_act(tree);
        if (!act) continue;
        if (share) complete(*act, draft.scenario, refused);
        act->by_story = by_story;
        acts.push_back(std::move(*act));
    }
    return acts;
}

}  // namespace ntk
