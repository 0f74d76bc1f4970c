#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/study/lint/allowed.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// One thing that was found in a file, as a report names it.
struct Finding {
    std::string code;
    Severity severity = Severity::error;
    std::string file;  // as it was given; empty when it belongs to none
    int line = 0;      // from 1; 0: the whole file
    int column = 0;    // in characters, from 1
    std::string message, hint;
    bool allowed = false;  // its author keeps it, and says why
    std::string because;
};

// All findings of some files, in order of file and place.
struct FindingsReport {
    std::vector<std::string> files;  // those that were checked
    std::vector<Finding> findings;
};

// Adds what was found in one file and those that belong to it; what is there already, such as a mistake in a pack that
// two cases use, is not added again. Returns what was added and is not allowed, to be shown.
Diagnostics add_findings(Diagnostics diagnostics, const std::vector<AllowedFinding>& allowed, FindingsReport& report);

// How many findings nobody has allowed.
int open_findings(const FindingsReport& report);

// The report as JSON, described in assets/schema/findings-1.schema.json.
std::string findings_json(const FindingsReport& report);

// The report as SARIF 2.1.0, which code hosts and editors read.
std::string findings_sarif(const FindingsReport& report);

// What was allowed, one line each with its reason.
std::string allowed_text(const FindingsReport& report);

}  // namespace ntk
