#pragma once

#include <string>
#include <utility>

#include "engine/play/player.h"
#include "engine/report/document.h"
#include "engine/text/json.h"

namespace ntk {

// The form of cases that an attempt is part of, where whoever makes the report names one.
struct FormNamed {
    std::string id, title, version, sha256;
};

// What a report says beyond the attempt itself.
struct ReportAbout {
    std::string learner;     // a pseudonym made by the caller ("p-" and random digits), or empty
    std::string reflection;  // what the learner wrote for their own copy; it never goes into the data
    FormNamed form;          // without an id: none

    ReportAbout() = default;
    ReportAbout(std::string who, std::string wrote = {}) : learner(std::move(who)), reflection(std::move(wrote)) {}
    ReportAbout(const char* who) : learner(who) {}
};

// What a finished attempt came to, for review by an assessor. The same attempt gives the same bytes on every machine:
// no time of day, no machine, no name.
//
// All of these need a player whose debrief is showing. A case left for the debrief before its end is reported as far as
// it went, without scores.

// The whole result as data: assets/schema/report-1.schema.json describes it.
Json report_json(const Player& player, const ReportAbout& about = {});

// The result as it is read: what the page, the text and the paper are made from.
ReportDocument report_document(const Player& player, const ReportAbout& about = {});

// The result as a page of its own: no scripts, nothing loaded, prints on A4, reads well aloud.
std::string report_html(const Player& player, const ReportAbout& about = {});

// The result as lines of text, for a terminal.
std::string report_text(const Player& player, const ReportAbout& about = {});

// Every verdict as a row of a table for spreadsheets. Safe to open there: no cell is taken for a formula.
std::string report_csv(const Player& player, const ReportAbout& about = {});

}  // namespace ntk
