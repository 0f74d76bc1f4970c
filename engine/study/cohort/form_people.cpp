#include "engine/study/cohort/form_people.h"

#include <algorithm>

namespace ntk {

FormPeople::FormPeople(const Cohort& cohort, const AssessmentForm& form)
    : place_of_(cohort.cases().size(), form.cases.size()), rows_(form.cases.size()) {
    for (std::size_t place = 0; place < form.cases.size(); ++place) {
        // Which of its versions most have taken; missing when nobody took any.
        std::optional<std::size_t> most;
        for (std::size_t i = 0; i < cohort.cases().size(); ++i)
            if (cohort.cases()[i].id == form.cases[place] &&
                (!most || cohort.cases()[i].results > cohort.cases()[*most].results))
                most = i;
        if (most)
            place_of_[*most] = place;
        else
            possible_ = false;
    }
}

const FormRows* FormPeople::rows_of(const std::vector<Cohort::Attempted>& attempts, bool first_only) {
    if (!possible_ || attempts.size() < rows_.size() || rows_.empty()) return nullptr;
    std::fill(rows_.begin(), rows_.end(), nullptr);
    std::size_t found = 0;
    for (const Cohort::Attempted& one : attempts) {
        if (first_only && !one.first) continue;
        const std::size_t place = place_of_[one.summary->of_case];
        if (place == rows_.size()) continue;
        found += rows_[place] == nullptr ? 1 : 0;
        rows_[place] = one.summary;
    }
    return found == rows_.size() ? &rows_ : nullptr;
}

}  // namespace ntk
