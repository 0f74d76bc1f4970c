#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/scenario/assessment_form.h"
#include "engine/scenario/scenario.h"
#include "engine/text/diagnostic.h"
#include "engine/text/json.h"
#include "engine/text/tree.h"

namespace ntk {

// A case of an assessment, pinned to the words it had when the assessment was set.
struct PlannedCase {
    std::string id, title, version, sha256;
};

// An assessment as it was set: everything that a result must be judged by, and nothing that may change afterwards. Its
// text is what sessions are bound to by digest.
struct AssessmentPlan {
    std::string form, title, version;
    std::string engine;
    std::vector<PlannedCase> cases;  // in the order they are played
    std::vector<PackId> packs;       // base first
    std::string as_of, rules_sha256;
    PassRule pass;
    std::int64_t seed = 0;  // from which the draw of cases and the order of options follow; 0: the author's order
    int limit_minutes = 0;  // 0: take the time you need
    int error_tenths = -1;  // the error of a score, in tenths of a point; -1: worked out from each learner's cases
    std::string purpose, contact;  // for the privacy notice: what it is for, and whom to ask
    int keep_days = 0;
};

// What an assessor adds to a form.
struct AssessmentTerms {
    std::int64_t seed = 0;
    int limit_minutes = 0;
    int error_tenths = -1;
    std::string purpose, contact;
    int keep_days = 0;
};

// The ids of a form's cases: as it lists them, or drawn from its pools. The same seed draws the same.
std::vector<std::string> cases_of_form(const AssessmentForm& form, std::int64_t seed);

// A form set as an assessment. `cases` are those of cases_of_form, in its order.
AssessmentPlan set_assessment(const AssessmentForm& form, const std::vector<std::shared_ptr<const Scenario>>& cases,
                              const RuleBook& rules, const AssessmentTerms& terms);

// The plan as data, and as the bytes whose digest names it.
Json plan_json(const AssessmentPlan& plan);
std::string plan_text(const AssessmentPlan& plan);

// Reads a plan back. Reports E1xx for its shape and E753 for a value that no plan holds; returns nothing then.
std::optional<AssessmentPlan> read_assessment_plan(const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
