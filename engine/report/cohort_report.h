#pragma once

#include <string>
#include <vector>

#include "engine/report/document.h"
#include "engine/study/cohort/figures.h"
#include "engine/text/json.h"

namespace ntk {

// The figures of a cohort for people and programs. The same figures give the same bytes on every machine.

// As lines of text, each figure with what it means.
std::string cohort_text(const CohortFigures& figures);

// As data: assets/schema/cohort-1.schema.json describes it. Figures with a point are texts ("0.71"), as credits are in
// reports; what is missing is null.
Json cohort_json(const CohortFigures& figures);

// As one table, a figure to each line, for a spreadsheet. Safe to open there: no cell is taken for a formula.
std::string cohort_csv(const CohortFigures& figures);

// As it is read, with drawings: what the page and the paper are made from.
ReportDocument cohort_document(const CohortFigures& figures);

// As a page of its own with drawings that are also told in words: no scripts, nothing loaded, prints on A4.
std::string cohort_html(const CohortFigures& figures);

// A cell of a table for spreadsheets. Text that a spreadsheet would take for a formula (it begins with = + - @, a tab
// or a carriage return) gets an apostrophe in front; a plain number stays one.
std::string csv_cell(const std::string& text);

}  // namespace ntk
