#pragma once

#include "engine/text/shape.h"

namespace ntk {

// The fields of the documents that programs read and ours does not: each writer is held to its table.
const FieldTable& changed_file();            // what_changed.h: what old logs would come to under other rules
const FieldTable& findings_file();           // findings.h
const FieldTable& jigsaw_report_file();      // jigsaw_report.h
const FieldTable& assessor_decision_file();  // sealed_decision.h

}  // namespace ntk
