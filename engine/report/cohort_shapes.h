#pragma once

#include "engine/text/shape.h"

namespace ntk {

// The fields of the figures of many learners' results, as cohort_json writes them.
const FieldTable& cohort_file();

}  // namespace ntk
