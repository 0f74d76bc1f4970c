#include "tests/support/clean_case.h"

#include <algorithm>
#include <filesystem>

#include "engine/host/source_file.h"
#include "engine/host/yaml_reader.h"
#include "engine/study/lint/check_case.h"
#include "tests/support/rule_packs.h"

namespace ntk {

namespace {

// A file of tests/support under its bare name, as if it lay beside the example.
Tree read_support(const std::string& name, Diagnostics& diagnostics) {
    const std::string text = read_file(std::filesystem::path(NTK_ROOT) / "tests" / "support" / name).value();
    return read_yaml(text, diagnostics.add_source(name, text), diagnostics);
}

bool has_ids(const Tree& list) {
    return !list.items.empty() && std::all_of(list.items.begin(), list.items.end(),
                                              [](const Tree& item) { return item.find("id") != nullptr; });
}

Tree laid_over(Tree base, const Tree& change);

// Options and endings are found by their id.
Tree list_over(Tree base, const Tree& change) {
    for (const Tree& item : change.items) {
        const auto same = std::find_if(base.items.begin(), base.items.end(),
                                       [&](const Tree& one) { return one.find("id")->text == item.find("id")->text; });
        if (same == base.items.end())
            base.items.push_back(item);
        else
            *same = laid_over(*same, item);
    }
    return base;
}

Tree laid_over(Tree base, const Tree& change) {
    if (base.kind == Tree::Kind::list && change.kind == Tree::Kind::list && has_ids(base) && has_ids(change)) {
        base.place = change.place;
        return list_over(std::move(base), change);
    }
    if (base.kind != Tree::Kind::mapping || change.kind != Tree::Kind::mapping) return change;
    base.place = change.place;
    for (const TreeEntry& entry : change.entries) {
        const auto same = std::find_if(base.entries.begin(), base.entries.end(),
                                       [&](const TreeEntry& one) { return one.key == entry.key; });
        if (same == base.entries.end()) {
            base.entries.push_back(entry);
            continue;
        }
        same->key_place = entry.key_place;
        same->value = laid_over(same->value, entry.value);
    }
    return base;
}

}  // namespace

void check_changed_case(const Tree& written, Diagnostics& diagnostics) {
    Tree change = written;
    const Tree* runs = written.find("plan");
    const Tree* points = written.find("checklist");
    std::erase_if(change.entries, [](const TreeEntry& entry) {
        return entry.key == "over" || entry.key == "plan" || entry.key == "checklist";
    });
    const Tree tree = laid_over(read_support("clean-case.yaml", diagnostics), change);
    Tree plan = read_support("clean-case.plan.yaml", diagnostics);
    if (runs != nullptr) plan = laid_over(plan, *runs);

    BesideCase beside;
    beside.plan_name = "clean-case.plan.yaml";
    if (runs == nullptr || runs->kind != Tree::Kind::scalar) beside.plan = &plan;
    beside.checklist_name = "clean-case.checklist.md";
    std::string checklist =
        read_file(std::filesystem::path(NTK_ROOT) / "tests/support/clean-case.checklist.md").value();
    if (points != nullptr) checklist = points->text;
    if (checklist != "none") beside.checklist = &checklist;
    beside.checklist_source = diagnostics.add_source(beside.checklist_name, checklist);
    beside.has_case = [](const std::string& id) { return id == "two-doors"; };
    check_case(
        tree, beside, [](const Scenario& scenario, Diagnostics&) { return rule_book(scenario.packs, scenario.as_of); },
        diagnostics);
}

}  // namespace ntk
