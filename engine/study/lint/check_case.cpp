#include "engine/study/lint/check_case.h"

#include "engine/scenario/reader.h"
#include "engine/study/lint/files.h"
#include "engine/study/lint/finders.h"
#include "engine/study/lint/lint.h"

namespace ntk {

void look_for_people(int source, Diagnostics& diagnostics) {
    find_personal_data(diagnostics.source_text(source), source, diagnostics);
    find_bare_pictures(diagnostics.source_text(source), source, diagnostics);
}

std::vector<AllowedFinding> check_case(const Tree& tree, const BesideCase& beside, const FindRules& find_rules,
                                       Diagnostics& diagnostics) {
    const auto scenario = read_scenario(tree, diagnostics);
    std::shared_ptr<const RuleBook> rules;
    if (scenario) rules = find_rules(*scenario, diagnostics);
    Plan plan;
    if (beside.plan == nullptr) {
        report_missing_plan(tree, beside.plan_name, diagnostics);
    } else if (beside.plan->kind != Tree::Kind::missing) {
        plan = read_plan(*beside.plan, diagnostics);
        look_for_people(beside.plan->place.source, diagnostics);
    }
    if (beside.checklist == nullptr) {
        report_missing_checklist(tree, beside.checklist_name, diagnostics);
    } else {
        check_checklist(*beside.checklist, beside.checklist_source, diagnostics);
        look_for_people(beside.checklist_source, diagnostics);
    }
    if (scenario && !scenario->swap.empty() && !beside.has_case(scenario->swap))
        report_missing_swap(tree, scenario->swap, diagnostics);
    const LintCase lint = lint_case(tree, scenario, rules, std::move(plan), diagnostics);
    run_lints(lint, diagnostics);
    return take_allowed(tree, !lint.trials.best.empty(), diagnostics);
}

}  // namespace ntk
