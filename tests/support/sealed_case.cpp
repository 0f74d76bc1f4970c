#include "tests/support/sealed_case.h"

#include <sstream>
#include <stdexcept>

#include "engine/text/sha256.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/play_world.h"

namespace ntk {

namespace {

const std::filesystem::path support = std::filesystem::path(NTK_ROOT) / "tests/support";

PublicKey public_key_at(const std::string& name) {
    Diagnostics diagnostics;
    const std::string text = whole_file(support / name);
    const auto key = read_public_key(text, diagnostics.add_source(name, text), diagnostics);
    if (!key) throw std::runtime_error(diagnostics.render());
    return *key;
}

// The head of a report that a test may have spoilt: only its log's digest and origin matter for sealing it again.
ReportHead head_of(const std::string& report) {
    Diagnostics diagnostics;
    auto head = read_report_head(report, diagnostics.add_source("report", report), diagnostics);
    return head ? *head : ReportHead();
}

void replace_first(std::string& text, const std::string& was, const std::string& is) {
    const std::size_t at = text.find(was);
    if (was.empty() || at == std::string::npos) throw std::runtime_error("nothing to replace: " + was);
    text.replace(at, was.size(), is);
}

std::string with_line_ends(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at + 1))
        text.replace(at, 2, "\n");
    return text;
}

}  // namespace

const SecretKey& assessor_key() {
    static const SecretKey key = [] {
        auto opened = unlock_key(whole_file(support / "assessor.key"), Secret("for tests only"));
        if (!opened) throw std::runtime_error(opened.error().message);
        return std::move(*opened);
    }();
    return key;
}

PublicKey assessor_public_key() { return public_key_at("assessor.pub"); }
PublicKey stranger_public_key() { return public_key_at("stranger.pub"); }

SealedFiles sealed_case(const std::string& scenario, const std::string& options) {
    Player player = player_of(scenario, Mode::assessment);
    if (const std::string refusal = play(player, options); !refusal.empty()) throw std::runtime_error(refusal);
    go_to_scene(player);
    SealedFiles files;
    files.report = {"report.json", report_file(player, "p-0123456789abcdef")};
    files.log = {"log.jsonl", player.log()};
    files.report_seal.name = "report.json.minisig";
    files.log_seal = NamedFile{"log.jsonl.minisig", {}};
    seal_again(files);
    return files;
}

void seal_again(SealedFiles& files) {
    const std::string comment = seal_comment(files.report.bytes, head_of(files.report.bytes));
    files.report_seal.bytes = sign(files.report.bytes, comment, assessor_key());
    if (files.log_seal) files.log_seal->bytes = sign(files.log.bytes, comment, assessor_key());
}

PinnedShelf shelf_of(const std::string& scenario, std::filesystem::path old_packs) {
    const std::filesystem::path root = NTK_ROOT;
    return PinnedShelf({root, root / scenario, std::move(old_packs)});
}

std::string verify_findings(const SealedFiles& files, const PublicKey& key, PinnedShelf& shelf) {
    Diagnostics diagnostics;
    const bool good = verify_sealed(files, key, shelf, diagnostics).has_value();
    if (good == diagnostics.has_errors()) throw std::runtime_error("refused without a word, or let pass with one");
    return diagnostics.render();
}

std::string diagnose_seal(const std::filesystem::path& path) {
    SealedFiles files = sealed_case(two_doors, "bba");
    PublicKey key = assessor_public_key();
    std::istringstream lines(whole_file(path));
    std::string line;
    while (std::getline(lines, line)) {
        if (line == "seal again") {
            seal_again(files);
        } else if (line == "check with stranger.pub") {
            key = stranger_public_key();
        } else if (line == "seal the log with the report of aaa") {
            const std::string other = sealed_case(two_doors, "aaa").report.bytes;
            files.log_seal->bytes = sign(files.log.bytes, seal_comment(other, head_of(other)), assessor_key());
        } else if (line.starts_with("the log of ")) {
            files.log.bytes = sealed_case(two_doors, line.substr(11)).log.bytes;
        } else if (line.starts_with("replace ") && line.find(" => ") != std::string::npos) {
            const std::string what = line.substr(8, line.find(": ") - 8);
            std::string& bytes = what == "REPORT" ? files.report.bytes
                                 : what == "LOG"  ? files.log.bytes
                                 : what == "SEAL" ? files.report_seal.bytes
                                                  : files.log_seal->bytes;
            const std::size_t from = line.find(": ") + 2;
            const std::size_t arrow = line.find(" => ");
            const std::string log_was = sha256(files.log.bytes);
            replace_first(bytes, with_line_ends(line.substr(from, arrow - from)),
                          with_line_ends(line.substr(arrow + 4)));
            // Whoever forges a log writes its digest into the report.
            if (what == "LOG") replace_first(files.report.bytes, log_was, sha256(files.log.bytes));
        } else if (!line.empty()) {
            throw std::runtime_error(path.string() + ": " + line);
        }
    }
    PinnedShelf shelf = shelf_of(two_doors);
    return verify_findings(files, key, shelf);
}

std::string diagnose_public_key(const std::filesystem::path& path) {
    const std::string text = whole_file(path);
    Diagnostics diagnostics;
    read_public_key(text, diagnostics.add_source(path.string(), text), diagnostics);
    return diagnostics.render();
}

}  // namespace ntk
