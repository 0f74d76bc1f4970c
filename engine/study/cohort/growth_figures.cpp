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

// What somebody came to with these attempts on the first of the forms that they have done whole.
std::optional<Taking> taking_of(const Cohort& cohort, std::vector<FormPeople>& people,
                                const std::vector<Cohort::Attempted>& attempts) {
    for (std::size_t i = 0; i < people.size(); ++i)
        if (const FormRows* rows = people[i].rows_of(attempts, false)) {
            const AssessmentForm& form = cohort.request().forms[i];
            return Taking{form.id, form_score(cohort, *rows, {form.cut_percent, form.strand_floor_percent})};
        }
    return std::nullopt;
}

// What people came to the first and the second time.
struct Compared {
    std::vector<double> before, after;
    Balance balance_before, balance_after;
    bool same_form = false;

    void add(const std::optional<Taking>& earlier, const std::optional<Taking>& later) {
        if (!earlier || !later) return;
        const auto first = percent_of(earlier->score.overall), second = percent_of(later->score.overall);
        if (!first || !second) return;
        before.push_back(*first);
        after.push_back(*second);
        add_to_sum(balance_before, earlier->score.balance);
        add_to_sum(balance_after, later->score.balance);
        same_form = same_form || earlier->form == later->form;
    }
};

Compared compared_people(const Cohort& cohort) {
    const CohortRequest& request = cohort.request();
    std::vector<FormPeople> people;
    for (const AssessmentForm& form : request.forms) people.emplace_back(cohort, form);
    Compared found;
    std::optional<Taking> earlier, later;
    std::uint32_t at_hand = no_number;
    cohort.each_learner([&](std::uint32_t learner, std::uint32_t group, const auto& attempts) {
        if (learner != at_hand) {
            found.add(earlier, later);
            earlier.reset();
            later.reset();
            at_hand = learner;
        }
        const std::string& name = cohort.groups()[group].name;
        if (name == request.before) earlier = taking_of(cohort, people, attempts);
        if (name == request.after) later = taking_of(cohort, people, attempts);
    });
    found.add(earlier, later);
    return found;
}

}  // namespace

std::optional<GrowthFigures> growth_figures(const Cohort& cohort) {
    const CohortRequest& request = cohort.request();
    if (request.before.empty() || request.after.empty()) return std::nullopt;
    GrowthFigures found;
    found.before = request.before;
    found.after = request.after;
    const Compared people = compared_people(cohort);
    found.hidden = people.before.size() < least_shown;
    if (found.hidden) return found;
    const Growth growth = paired_growth(people.before, people.after);
    found.people = growth.people;
    found.same_form = people.same_form;
    found.mean = growth.mean;
    found.interval = growth.interval;
    found.j_before = j_of(people.balance_before);
    found.j_after = j_of(people.balance_after);
    found.lean_before = lean_of(people.balance_before);
    found.lean_after = lean_of(people.balance_after);
    return found;
}

}  // namespace ntk
