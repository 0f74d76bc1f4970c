#include <algorithm>

#include "engine/study/cohort/figures.h"
#include "engine/study/cohort/form_score.h"
#include "engine/study/statistics/decimal.h"
#include "engine/study/statistics/small_cells.h"

namespace ntk {

namespace {

constexpr double leans = 34;  // the same bound as in a learner's own report
constexpr double waits = 5;   // percent of decisions at which waiting for consent is worth a word
constexpr double weak = 60;   // percent under which a rule is named

std::vector<HeadingFigures> headings(const std::vector<ScopeScore>& sums) {
    std::vector<HeadingFigures> found;
    for (const ScopeScore& sum : sums) found.push_back({sum.id, sum.label, percent_of(sum.tally)});
    return found;
}

std::vector<std::string> words_for(const GroupFigures& group) {
    std::vector<std::string> words;
    if (group.lean && *group.lean >= leans)
        words.push_back("Loses more by sharing what was not needed than by holding back: it over-shares.");
    if (group.lean && *group.lean <= -leans) words.push_back("Loses more by holding back than by sharing too much.");
    if (group.waited_for_consent && *group.waited_for_consent >= waits)
        words.push_back("Waits for consent where a rule is missed by it, at " + decimal(group.waited_for_consent, 0) +
                        "% of decisions.");
    const HeadingFigures* weakest = nullptr;
    for (const HeadingFigures& rule : group.rules)
        if (rule.score && (weakest == nullptr || *rule.score < *weakest->score)) weakest = &rule;
    if (weakest != nullptr && *weakest->score < weak)
        words.push_back("Least sure of " + weakest->label + " (" + decimal(weakest->score, 0) + "%).");
    if (words.empty()) words.push_back("Nothing stands out.");
    return words;
}

GroupFigures figures_of(const Cohort::GroupSeen& seen, std::string name, bool shown) {
    GroupFigures group;
    group.name = std::move(name);
    group.hidden = !shown;
    if (group.hidden) return group;
    group.people = seen.people;
    group.results = seen.results;
    group.score = percent_of(seen.overall);
    group.strands = headings(seen.strands);
    group.rules = headings(seen.rules);
    group.points = headings(seen.points);
    group.j = j_of(seen.balance);
    group.lean = lean_of(seen.balance);
    if (seen.decisions > 0) group.waited_for_consent = 100.0 * seen.waited_for_consent / seen.decisions;
    group.words = words_for(group);
    return group;
}

void add_headings(std::vector<ScopeScore>& sums, const std::vector<ScopeScore>& parts) {
    for (const ScopeScore& part : parts) {
        auto sum = std::find_if(sums.begin(), sums.end(), [&](const ScopeScore& one) { return one.id == part.id; });
        if (sum == sums.end())
            sums.push_back(part);
        else
            add_to_sum(sum->tally, part.tally);
    }
}

Cohort::GroupSeen everyone(const Cohort& cohort) {
    Cohort::GroupSeen all;
    all.people = cohort.people();
    for (const Cohort::GroupSeen& group : cohort.groups()) {
        all.results += group.results;
        add_to_sum(all.overall, group.overall);
        add_to_sum(all.balance, group.balance);
        add_headings(all.strands, group.strands);
        add_headings(all.rules, group.rules);
        add_headings(all.points, group.points);
        all.decisions += group.decisions;
        all.waited_for_consent += group.waited_for_consent;
    }
    return all;
}

}  // namespace

std::vector<GroupFigures> group_figures(const Cohort& cohort) {
    std::vector<GroupFigures> found;
    const Cohort::GroupSeen all = everyone(cohort);
    found.push_back(figures_of(all, "Everyone", all.people >= least_shown));
    if (cohort.groups().size() < 2) return found;
    std::vector<int> sizes;
    for (const Cohort::GroupSeen& group : cohort.groups()) sizes.push_back(group.people);
    const std::vector<bool> shown = shown_groups(sizes);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const Cohort::GroupSeen& group = cohort.groups()[i];
        found.push_back(figures_of(group, group.name.empty() ? "(no group)" : group.name, shown[i]));
    }
    return found;
}

}  // namespace ntk
