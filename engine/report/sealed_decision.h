#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/assessment_report.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// What an assessor seals: a decision with all that it was made about, so that it cannot be put beside another result.
struct DecisionStatement {
    std::string assessment_sha256, session, learner;
    std::vector<std::string> logs_sha256;  // by case, as they were when it was decided
    std::string proposal;                  // of the engine, by name; empty before a session is handed in
    AssessorDecision decision;             // its name: met, not_yet, refer, void or note
    std::string engine;                    // the version that wrote it
    friend bool operator==(const DecisionStatement&, const DecisionStatement&) = default;
};

// The bytes of its file (assessor-decision/1); the same statement gives the same bytes.
std::string decision_file(const DecisionStatement& statement);

// Whether a text is meant as such a file.
bool is_decision_file(std::string_view text);

// Reads such a file, which must be as this program writes it, to the byte. `source` must be registered. Reports E726
// and returns nothing for anything else.
std::optional<DecisionStatement> read_decision_file(std::string_view text, int source, Diagnostics& diagnostics);

// The trusted comment of its seal: the digests of file and assessment, the session and the engine, in one line.
std::string decision_seal_comment(std::string_view file, const DecisionStatement& statement);

}  // namespace ntk
