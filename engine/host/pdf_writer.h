#pragma once

#include <string>

#include "engine/host/result.h"
#include "engine/report/document.h"

namespace ntk {

// The bytes of a report as tagged PDF on A4: headings, lists and tables can be read aloud and searched, and the same
// report gives the same bytes. `footer` stands at the foot of each page. Nothing is written to disk.
//
// Refuses a report too large for paper, and says so when the part of the program that makes paper (needtoknow-pdf.so)
// or one of its typefaces is not there.
Result<std::string> report_pdf(const ReportDocument& document, const std::string& footer = {});

}  // namespace ntk
