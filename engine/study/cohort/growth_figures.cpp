#include <map>

#include "engine/study/cohort/figures.h"
#include "engine/study/cohort/form_score.h"
#include "engine/study/statistics/growth.h"
#include "engine/study/statistics/small_cells.h"

namespace ntk {

namespace {

struct Taking {
    std::string form;
    FormScore score;
};

// What each person of a group came to on the first of the forms that they have done whole.
std::map<std::size_t, Taking> takings_of(const Cohort& cohort, const std::string& name) {
    std::map<std::size_t, Taking> found;
    for (std::size_t group = 0; group < cohort.groups().size(); ++group) {
        if (cohort.groups()[group].name != name) continue;
        for (const AssessmentForm& form : cohort.request().forms)
            for (const FormRows& rows : people_of_form(cohort, form, static_cast<int>(group), false))
                found.try_emplace(rows.front()->learner,
                                  Taking{form.id, form_score(rows, {form.cut_percent, form.strand_floor_percent})});
    }
    return found;
}

}  // namespace

std::optional<GrowthFigures> growth_figures(const Cohort& cohort) {
    const CohortRequest& request = cohort.request();
    if (request.before.empty() || request.after.empty()) return std::nullopt;
    GrowthFigures found;
    found.before = request.before;
    found.after = request.after;
    const auto earlier = takings_of(cohort, request.before);
    const auto later = takings_of(cohort, request.after);
    std::vector<double> before, after;
    Balance balance_before, balance_after;
    bool same_form = false;
    for (const auto& [learner, taking] : earlier) {
        const auto again = later.find(learner);
        if (again == later.end()) continue;
        const auto first = percent_of(taking.score.overall), second = percent_of(again->second.score.overall);
        if (!first || !second) continue;
        before.push_back(*first);
        after.push_back(*second);
        add_to_sum(balance_before, taking.score.balance);
        add_to_sum(balance_after, again->second.score.balance);
        same_form = same_form || taking.form == again->second.form;
    }
    found.hidden = before.size() < least_shown;
    if (found.hidden) return found;
    const Growth growth = paired_growth(before, after);
    found.people = growth.people;
    found.same_form = same_form;
    found.mean = growth.mean;
    found.interval = growth.interval;
    found.j_before = j_of(balance_before);
    found.j_after = j_of(balance_after);
    found.lean_before = lean_of(balance_before);
    found.lean_after = lean_of(balance_after);
    return found;
}

}  // namespace ntk
