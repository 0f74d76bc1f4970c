#pragma once

#include "engine/text/shape.h"

namespace ntk {

// The fields of a rule pack and of each mapping in it. Readers take their fields from these tables, and JSON Schema is
// written from them.
const FieldTable& pack_file();
const FieldTable& pack_header();
const FieldTable& pack_place();  // jurisdiction and review
const FieldTable& pack_validity();
const FieldTable& source_fields();
const FieldTable& heading_fields();
const FieldTable& deadline_step_fields();
const FieldTable& definition_fields();
const FieldTable& duty_fields();
const FieldTable& norm_fields();
const FieldTable& norm_alias_fields();     // a norm that another one stands for
const FieldTable& norm_permit_fields();    // a norm that only permits
const FieldTable& norm_families_fields();  // a norm in several parts
const FieldTable& family_fields();         // one of these parts
const FieldTable& severity_fields();
const FieldTable& measure_fields();
const FieldTable& fraction_fields();
const FieldTable& let_fields();
const FieldTable& measure_check_fields();
const FieldTable& measure_step_fields();
const FieldTable& exception_fields();
const FieldTable& repair_fields();
const FieldTable& zone_fields();
const FieldTable& overlay_fields();
const FieldTable& overlay_except_fields();  // a change that adds exceptions
const FieldTable& pack_pass_fields();

// The fields of a pack's tests, and of a situation in a file of its own.
const FieldTable& pack_tests_file();
const FieldTable& unnoticed_fields();
const FieldTable& pack_test_fields();
const FieldTable& pack_test_of_situation_fields();  // a test that names its situation
const FieldTable& situation_fields();
const FieldTable& test_step_fields();
const FieldTable& situation_file();
const FieldTable& situation_header();
const FieldTable& situation_step_fields();

}  // namespace ntk
