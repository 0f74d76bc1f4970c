#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/study/cohort/cohort.h"

namespace ntk {

// What one learner has done of a form, all in one group: what the results of its cases came to, in the form's order.
using FormRows = std::vector<const Cohort::Summary*>;

// Finds in a cohort who has a result for each case of a form, all in one version and in one group. A version of a case
// that fewer have taken is left out.
class FormPeople {
  public:
    FormPeople(const Cohort& cohort, const AssessmentForm& form);

    // Whether somebody has taken each of its cases; otherwise nobody has done it whole.
    bool possible() const { return possible_; }

    // What a learner has done of it with these attempts; null if not all. `first_only` leaves attempts out that were
    // not the person's first. It stands until the next question.
    const FormRows* rows_of(const std::vector<Cohort::Attempted>& attempts, bool first_only);

  private:
    std::vector<std::size_t> place_of_;  // by case; as many as the form has cases where it is none of them
    FormRows rows_;
    bool possible_ = true;
};

}  // namespace ntk
