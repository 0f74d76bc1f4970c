#include "engine/study/cohort/figures.h"

namespace ntk {

CohortFigures cohort_figures(const Cohort& cohort) {
    CohortFigures found;
    found.people = cohort.people();
    found.results = cohort.count_of(Taken::counted);
    found.copies = cohort.count_of(Taken::copy);
    found.later_attempts = cohort.count_of(Taken::later_attempt);
    found.unfinished = cohort.count_of(Taken::unfinished);
    found.other_mode = cohort.count_of(Taken::other_mode);
    found.practice = cohort.practice();
    found.assessment = cohort.assessment();
    found.seed = cohort.request().seed;
    found.cases = case_figures(cohort);
    found.forms = form_figures(cohort);
    found.groups = group_figures(cohort);
    found.differences = difference_figures(cohort);
    found.panel = panel_figures(cohort);
    found.growth = growth_figures(cohort);
    return found;
}

}  // namespace ntk
