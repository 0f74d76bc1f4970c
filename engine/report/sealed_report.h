#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/play/log.h"
#include "engine/play/player.h"
#include "engine/report/report.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// What a report says at its head, before anything is replayed.
struct ReportHead {
    Origin origin;
    std::string learner;     // a pseudonym, or empty
    FormNamed form;          // without an id: none
    std::string log_sha256;  // of the decision log it was made from
};

// Reads the head of a report (report_json). `source` must be registered. Reports E726 for anything else, and for a
// head that does not say with which case, rules and log it was made; then returns nothing.
std::optional<ReportHead> read_report_head(std::string_view report, int source, Diagnostics& diagnostics);

// The trusted comment of a seal: the digests of the report and of its log, and the engine, case and rules they were
// made with, in one line. The same for the report's signature and the log's.
std::string seal_comment(std::string_view report, const ReportHead& head);

// Whether a trusted comment is meant as one of ours; one that minisign was given by hand is not, and may say anything.
bool is_seal_comment(std::string_view comment);

// Whether this is the log that the report was made from; reports E727 at the log when it is not.
bool is_log_of(std::string_view log, int log_source, const ReportHead& head, Diagnostics& diagnostics);

// Whether the report comes out again, to the last byte, from its log made again: `player` has been resumed from it.
// Reports E728 at the first line that differs.
bool report_comes_out_again(const Player& player, std::string_view report, int source, const ReportHead& head,
                            Diagnostics& diagnostics);

// The bytes of a report file.
std::string report_file(const Player& player, const ReportAbout& about);

}  // namespace ntk
