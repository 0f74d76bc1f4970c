#include "game/tool/seal.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <utility>

#include "engine/host/key_files.h"
#include "engine/host/passphrase.h"
#include "engine/host/sealed_files.h"
#include "engine/host/source_file.h"
#include "engine/play/attempt.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int refused = 1;
constexpr int not_done = 2;

const char* const seal_ending = ".minisig";

int say(const Problem& problem, std::ostream& err) {
    err << problem.message << ".\n";
    if (!problem.hint.empty()) err << problem.hint << ".\n";
    return not_done;
}

Result<NamedFile> read_named(const std::string& path) {
    return read_file(path).map([&](std::string bytes) { return NamedFile{path, std::move(bytes)}; });
}

// What is wrong with the files themselves is refused; what is only not here leaves the question open.
int say(const Diagnostics& diagnostics, std::ostream& err) {
    err << diagnostics.render();
    const auto& all = diagnostics.all();
    const bool missing = std::any_of(all.begin(), all.end(), [](const Diagnostic& found) {
        return found.code == "E701" || found.code == "E703" || found.code == "E725" || found.code == "E729" ||
               found.code < "E700";
    });
    return missing ? not_done : refused;
}

}  // namespace

SealCommands::SealCommands(CLI::App& app) {
    const auto passphrase = [this](CLI::App& to) {
        to.add_option("--passphrase-file", passphrase_file_,
                      "Take the passphrase from the first line of this file, not from the terminal");
    };
    const auto places = [this](CLI::App& to) {
        to.add_option("--scenario", scenario_, "The scenario file, when it is not one of ours");
        to.add_option("--old-packs", old_packs_, "A folder with rule packs of other versions");
    };
    key_ = app.add_subcommand("key", "Make an assessor's key");
    key_->require_subcommand(1);
    CLI::App* fresh = key_->add_subcommand("new", "Make a key: NAME.key, which is secret, and NAME.pub for everybody");
    fresh->add_option("--out", name_, "The name of both files, without ending")->required();
    passphrase(*fresh);

    seal_ = app.add_subcommand("seal", "Seal a report and its decision log with an assessor's key");
    seal_->add_option("report", report_, "The report (.json)")->required();
    seal_->add_option("log", log_, "Its decision log (.jsonl); then both are checked by replay first, and both sealed");
    seal_->add_option("--key", key_file_, "The secret key file")->required();
    passphrase(*seal_);
    places(*seal_);

    verify_ =
        app.add_subcommand("verify", "Check a sealed report: its seals, and that it comes out again from its log");
    verify_
        ->add_option("report", report_,
                     "The report, or an assessor's decision (.json); its seal is beside it (.json.minisig)")
        ->required();
    verify_->add_option("--log", log_,
                        "The decision log of a report (.jsonl); without: the one of the same name beside it");
    verify_->add_option("--pub", public_file_, "The assessor's public key file")->required();
    places(*verify_);
}

bool SealCommands::chosen() const { return key_->parsed() || seal_->parsed() || verify_->parsed(); }

int SealCommands::run(std::ostream& out, std::ostream& err) const {
    if (key_->parsed()) return make_key(out, err);
    return seal_->parsed() ? seal(out, err) : verify(out, err);
}

int SealCommands::make_key(std::ostream& out, std::ostream& err) const {
    const auto passphrase =
        passphrase_file_.empty() ? passphrase_from_terminal(true) : passphrase_from_file(passphrase_file_);
    if (!passphrase) return say(passphrase.error(), err);
    const auto files = write_new_key(name_, *passphrase, KeyCost::usual);
    if (!files) return say(files.error(), err);
    out << "The secret key is in " << files->secret_file.string()
        << ". Keep it and its passphrase to yourself; without either, nothing can be sealed with it again.\n"
        << "The public key is in " << files->public_file.string()
        << ". Give it to everybody who is to check your seals.\n";
    return ok;
}

int SealCommands::seal(std::ostream& out, std::ostream& err) const {
    const auto report = read_named(report_);
    if (!report) return say(report.error(), err);
    Diagnostics diagnostics;
    const auto head = read_report_head(report->bytes, diagnostics.add_source(report->name, report->bytes), diagnostics);
    if (!head) return say(diagnostics, err);
    Result<NamedFile> log = NamedFile();
    if (!log_.empty()) {
        log = read_named(log_);
        if (!log) return say(log.error(), err);
        // A seal on what does not hold would only lend it weight.
        PinnedShelf shelf({product_root(), scenario_, old_packs_});
        const bool good = is_log_of(log->bytes, diagnostics.add_source(log->name, log->bytes), *head, diagnostics) &&
                          check_replay(*report, *head, *log, shelf, diagnostics);
        if (!good) return say(diagnostics, err);
    }
    const auto passphrase =
        passphrase_file_.empty() ? passphrase_from_terminal(false) : passphrase_from_file(passphrase_file_);
    if (!passphrase) return say(passphrase.error(), err);
    const auto key = read_secret_key(key_file_, *passphrase);
    if (!key) return say(key.error(), err);
    const std::string comment = seal_comment(report->bytes, *head);
    for (const NamedFile* file : {&*report, &std::as_const(*log)}) {
        if (file->name.empty()) continue;
        const auto written = write_file_atomically(file->name + seal_ending, sign(file->bytes, comment, *key));
        if (!written) return say(written.error(), err);
        out << "The seal is in " << file->name << seal_ending << "\n";
    }
    if (log_.empty()) out << "Without its log the report was not checked by replay before it was sealed.\n";
    return ok;
}

int SealCommands::verify(std::ostream& out, std::ostream& err) const {
    SealedFiles files;
    const auto take = [&](NamedFile& into, const std::string& path) {
        auto file = read_named(path);
        if (file) into = std::move(*file);
        return file ? ok : say(file.error(), err);
    };
    NamedFile key_file;
    int worst = ok;
    worst = std::max(worst, take(files.report, report_));
    worst = std::max(worst, take(files.report_seal, report_ + seal_ending));
    worst = std::max(worst, take(key_file, public_file_));
    const bool is_decision = is_decision_file(files.report.bytes);
    std::error_code error;
    std::string log_name = log_;
    if (!is_decision && log_.empty()) {
        // A report and its log that were written together have one name.
        const std::string beside = std::filesystem::path(report_).replace_extension(".jsonl").string();
        if (!std::filesystem::exists(beside, error)) {
            err << "A report is checked with its decision log, and there is no " << beside
                << ". Say where it is: --log FILE.\n";
            return not_done;
        }
        log_name = beside;
    }
    if (!is_decision) worst = std::max(worst, take(files.log, log_name));
    if (!is_decision && std::filesystem::exists(log_name + seal_ending, error))
        worst = std::max(worst, take(files.log_seal.emplace(), log_name + seal_ending));
    if (worst != ok) return worst;

    Diagnostics diagnostics;
    const auto key =
        read_public_key(key_file.bytes, diagnostics.add_source(key_file.name, key_file.bytes), diagnostics);
    if (!key) return say(diagnostics, err);
    if (is_decision) return verify_decision(files.report, files.report_seal, *key, out, err);
    PinnedShelf shelf({product_root(), scenario_, old_packs_});
    const auto found = verify_sealed(files, *key, shelf, diagnostics);
    if (!found) return say(diagnostics, err);
    const Origin& origin = found->head.origin;
    const std::size_t decisions = found->made->attempt().decisions().size();
    out << report_ << ": sealed with key " << key_name(key->id) << " and unchanged since.\n"
        << log_name << ": the log it was made from" << (files.log_seal ? ", sealed with the same key" : "") << "; "
        << decisions << (decisions == 1 ? " decision" : " decisions") << " made again, and every verdict, every score "
        << "and the report came out the same.\n"
        << "Case " << origin.scenario << " " << origin.scenario_version << "; rules "
        << stack_words(origin.stack, origin.as_of) << "; engine " << origin.engine << ".\n"
        << "Trusted comment: " << found->comment << "\n"
        << "This does not show who played, nor that nobody helped.\n";
    return ok;
}

int SealCommands::verify_decision(const NamedFile& decision, const NamedFile& seal, const PublicKey& key,
                                  std::ostream& out, std::ostream& err) const {
    Diagnostics diagnostics;
    const auto found = check_decision_seal(decision, seal, key, diagnostics);
    if (!found) return say(diagnostics, err);
    const AssessorDecision& made = found->decision;
    out << decision.name << ": sealed with key " << key_name(key.id) << " and unchanged since.\n"
        << made.day << ", " << made.assessor << ": " << made.decision << ". " << made.reason << "\n"
        << "About " << found->learner << ", session " << found->session
        << "; the engine proposed: " << (found->proposal.empty() ? "nothing yet" : found->proposal) << ".\n"
        << "Assessment " << found->assessment_sha256 << "\n";
    for (const std::string& log : found->logs_sha256) out << "Decision log " << log << "\n";
    out << "This shows which key decided; whose key it is, you must know.\n";
    return ok;
}

}  // namespace ntk::tool
