#pragma once

#include <optional>
#include <string>

#include "engine/host/pinned.h"
#include "engine/host/seal.h"
#include "engine/play/player.h"
#include "engine/report/sealed_decision.h"
#include "engine/report/sealed_report.h"

namespace ntk {

// A file as it was read, under the name that messages call it by.
struct NamedFile {
    std::string name, bytes;
};

// A report, its decision log and the signature files beside them.
struct SealedFiles {
    NamedFile report, report_seal, log;
    std::optional<NamedFile> log_seal;  // a report's seal names its log already
};

// What a seal that holds was found to say.
struct SealFound {
    ReportHead head;
    std::string comment;         // trusted
    std::optional<Player> made;  // the attempt made again from the log
};

// Whether the signatures hold and the digests they name are those of the files: nothing is replayed. Reports every
// fault it finds (E720 to E727).
std::optional<SealFound> check_seals(const SealedFiles& files, const PublicKey& key, Diagnostics& diagnostics);

// Whether the report comes out again, to the last byte, from the log made again under the rules the log names. Reports
// what a log may have wrong (engine/play/log.h), E728 and E729. Returns the attempt, or nothing after an error.
std::optional<Player> check_replay(const NamedFile& report, const ReportHead& head, const NamedFile& log,
                                   PinnedShelf& shelf, Diagnostics& diagnostics);

// Whether the seal of an assessor's decision holds and is its own. Reports E720 to E726. Returns what was decided, or
// nothing after an error.
std::optional<DecisionStatement> check_decision_seal(const NamedFile& decision, const NamedFile& seal,
                                                     const PublicKey& key, Diagnostics& diagnostics);

// Both, the seals first: bytes that no seal covers are not replayed.
std::optional<SealFound> verify_sealed(const SealedFiles& files, const PublicKey& key, PinnedShelf& shelf,
                                       Diagnostics& diagnostics);

}  // namespace ntk
