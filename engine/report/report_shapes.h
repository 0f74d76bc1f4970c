#pragma once

#include "engine/text/shape.h"

namespace ntk {

// The fields of a report on one attempt, as report_json writes them and read_report reads them.
const FieldTable& report_file();

const FieldTable& report_case_fields();
const FieldTable& report_packs_fields();
const FieldTable& report_pack_fields();
const FieldTable& report_form_fields();
const FieldTable& report_decision_fields();
const FieldTable& report_verdict_fields();
const FieldTable& report_fact_fields();
const FieldTable& report_exception_fields();
const FieldTable& report_result_fields();
const FieldTable& report_scores_fields();
const FieldTable& report_overall_fields();
const FieldTable& report_scope_fields();
const FieldTable& report_balance_fields();
const FieldTable& report_outcome_fields();
const FieldTable& report_critical_fields();
const FieldTable& report_ending_fields();
const FieldTable& report_confidence_fields();

// The words for states, classes and outcomes that other documents share with it.
Shape verdict_state_shape();
Shape credit_class_shape();
Shape credit_shape();
Shape outcome_shape();
Shape percent_shape();  // -1: not tested

}  // namespace ntk
