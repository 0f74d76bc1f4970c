#pragma once

#include "engine/text/shape.h"

namespace ntk {

// The fields of plans, and of what a panel of practitioners rated.
const FieldTable& plan_file();
const FieldTable& plan_heading();
const FieldTable& run_fields();

const FieldTable& panel_file();
const FieldTable& panel_heading();

}  // namespace ntk
