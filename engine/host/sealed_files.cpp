#include "engine/host/sealed_files.h"

#include <utility>

namespace ntk {

namespace {

int add(const NamedFile& file, Diagnostics& diagnostics) { return diagnostics.add_source(file.name, file.bytes); }

// A seal of ours names what it was made for, to the word; what minisign was told by hand may say anything.
bool fits(const std::string& comment, const std::string& due, int source, Diagnostics& diagnostics) {
    if (!is_seal_comment(comment) || comment == due) return true;
    diagnostics.report("E724", {source, 0, 0}, "this seal was made for another file",
                       "its trusted comment names other digests; it was put here from elsewhere");
    return false;
}

}  // namespace

std::optional<SealFound> check_seals(const SealedFiles& files, const PublicKey& key, Diagnostics& diagnostics) {
    const int report = add(files.report, diagnostics);
    const int report_seal = add(files.report_seal, diagnostics);
    const int log = add(files.log, diagnostics);
    SealFound found;
    bool good = true;
    std::optional<std::string> log_comment;
    const auto comment =
        check_signature(files.report.bytes, "the report", files.report_seal.bytes, report_seal, key, diagnostics);
    int log_seal = -1;
    if (files.log_seal) {
        log_seal = add(*files.log_seal, diagnostics);
        log_comment = check_signature(files.log.bytes, "the log", files.log_seal->bytes, log_seal, key, diagnostics);
        good = log_comment.has_value();
    }
    if (!comment) return std::nullopt;
    auto head = read_report_head(files.report.bytes, report, diagnostics);
    if (!head) return std::nullopt;
    const std::string due = seal_comment(files.report.bytes, *head);
    good = fits(*comment, due, report_seal, diagnostics) && good;
    if (log_comment) good = fits(*log_comment, due, log_seal, diagnostics) && good;
    good = is_log_of(files.log.bytes, log, *head, diagnostics) && good;
    if (!good) return std::nullopt;
    found.head = std::move(*head);
    found.comment = *comment;
    return found;
}

std::optional<Player> check_replay(const NamedFile& report, const ReportHead& head, const NamedFile& log,
                                   PinnedShelf& shelf, Diagnostics& diagnostics) {
    const int log_source = add(log, diagnostics);
    const PinnedCase pinned = shelf.open(origin_of_log(log.bytes), log_source, diagnostics);
    if (!pinned) return std::nullopt;
    auto player = Player::resume(pinned.scenario, pinned.rules, log.bytes, log.name, diagnostics);
    if (!player) return std::nullopt;
    if (!report_comes_out_again(*player, report.bytes, add(report, diagnostics), head, diagnostics))
        return std::nullopt;
    return player;
}

std::optional<DecisionStatement> check_decision_seal(const NamedFile& decision, const NamedFile& seal,
                                                     const PublicKey& key, Diagnostics& diagnostics) {
    const int source = add(decision, diagnostics), seal_source = add(seal, diagnostics);
    const auto comment = check_signature(decision.bytes, "the decision", seal.bytes, seal_source, key, diagnostics);
    if (!comment) return std::nullopt;
    auto statement = read_decision_file(decision.bytes, source, diagnostics);
    if (!statement || !fits(*comment, decision_seal_comment(decision.bytes, *statement), seal_source, diagnostics))
        return std::nullopt;
    return statement;
}

std::optional<SealFound> verify_sealed(const SealedFiles& files, const PublicKey& key, PinnedShelf& shelf,
                                       Diagnostics& diagnostics) {
    auto found = check_seals(files, key, diagnostics);
    if (!found) return std::nullopt;
    found->made = check_replay(files.report, found->head, files.log, shelf, diagnostics);
    if (!found->made) return std::nullopt;
    return found;
}

}  // namespace ntk
