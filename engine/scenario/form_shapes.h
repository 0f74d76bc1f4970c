#pragma once

#include "engine/text/shape.h"

namespace ntk {

// The fields of assessment forms and jigsaws.
const FieldTable& form_file();
const FieldTable& form_heading();
const FieldTable& form_guidance_fields();
const FieldTable& form_draw_fields();
const FieldTable& form_pass_fields();
const FieldTable& form_balance_fields();
const FieldTable& form_harm_fields();

const FieldTable& jigsaw_file();
const FieldTable& jigsaw_heading();
const FieldTable& chair_fields();
const FieldTable& piece_fields();
const FieldTable& sight_fields();

}  // namespace ntk
