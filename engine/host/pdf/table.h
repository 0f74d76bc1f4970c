#pragma once

#include "engine/host/pdf/flow.h"
#include "engine/report/document.h"

namespace ntk::pdf {

// How much of the page a table needs so that its caption, its heading row and its first row stay together.
double table_start(Flow& flow, const ReportPart& table);

// Places a table with its caption. Its heading row comes again on every page; there it is decoration, since the
// structure names it once. A row stays whole where a page can hold it.
void place_table(Flow& flow, const ReportPart& table, Node& parent);

}  // namespace ntk::pdf
