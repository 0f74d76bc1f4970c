#pragma once

#include "engine/text/shape.h"

namespace ntk {

// The fields of a scenario file and of each mapping in it. Readers take their fields from these tables, and JSON Schema
// is written from them.
const FieldTable& scenario_file();
const FieldTable& scenario_heading();
const FieldTable& guidance_fields();
const FieldTable& card_fields();
const FieldTable& person_fields();
const FieldTable& agency_fields();
const FieldTable& item_fields();
const FieldTable& request_fields();
const FieldTable& defaults_fields();
const FieldTable& share_defaults_fields();
const FieldTable& scene_fields();
const FieldTable& passage_fields();
const FieldTable& option_fields();
const FieldTable& route_fields();
const FieldTable& compose_fields();
const FieldTable& expectation_fields();
const FieldTable& ending_fields();
const FieldTable& debrief_fields();
const FieldTable& review_fields();
const FieldTable& lint_note_fields();

}  // namespace ntk
