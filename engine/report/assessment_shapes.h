#pragma once

#include "engine/text/shape.h"

namespace ntk {

// The fields of what an assessment leaves. The writer of the report is held to its table, and so is the reader of what
// is carried; that file's writer takes what a store holds, which may be damaged, for the reader to refuse.
const FieldTable& assessment_report_file();  // assessment_report.h
const FieldTable& carried_session_file();    // host/store/bundle.h: a session carried from one machine to another

const FieldTable& carried_assessment_fields();
const FieldTable& carried_session_fields();
const FieldTable& carried_review_fields();

}  // namespace ntk
