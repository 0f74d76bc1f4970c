#include "engine/host/sealed_files.h"

#include <fstream>

#include "engine/host/source_file.h"
#include "engine/text/sha256.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/made_up_words.h"
#include "tests/support/play_world.h"
#include "tests/support/sealed_case.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string findings_of(const SealedFiles& files) {
    PinnedShelf shelf = shelf_of(two_doors);
    return verify_findings(files, assessor_public_key(), shelf);
}

void replace_first(std::string& text, const std::string& was, const std::string& is) {
    const std::size_t at = text.find(was);
    REQUIRE(at != std::string::npos);
    text.replace(at, was.size(), is);
}

}  // namespace

TEST_CASE("a sealed report and its log verify, and say what they are") {
    SealedFiles files = sealed_case(two_doors, "bba");
    PinnedShelf shelf = shelf_of(two_doors);
    Diagnostics diagnostics;
    const auto found = verify_sealed(files, assessor_public_key(), shelf, diagnostics);
    REQUIRE(found);
    CHECK(diagnostics.empty());
    CHECK(found->head.learner == "p-0123456789abcdef");
    CHECK(found->made->attempt().decisions().size() == 3);
    const RuleBook& rules = found->made->attempt().rules();
    const Scenario& scenario = found->made->attempt().scenario();
    CHECK(found->comment == "needtoknow seal 1; report sha256 " + sha256(files.report.bytes) + "; log sha256 " +
                                sha256(files.log.bytes) + "; engine 0.1.0; case two-doors " + scenario.version +
                                " sha256 " + scenario.sha256 + "; rules england-2024 " + rules.stack().front().version +
                                ", as of " + rules.as_of() + " sha256 " + rules.sha256());
    files.log_seal.reset();
    CHECK(findings_of(files) == "");
}

TEST_CASE("a comment that minisign was given by hand verifies as well, and binds report and log no less") {
    SealedFiles files = sealed_case(two_doors, "bba");
    files.log_seal.reset();
    files.report_seal.bytes = sign(files.report.bytes, "timestamp:1\tfile:report.json\thashed", assessor_key());
    CHECK(findings_of(files) == "");
    files.log.bytes = sealed_case(two_doors, "aaa").log.bytes;
    CHECK(has(findings_of(files), "error E727"));
}

TEST_CASE("a report left early, and one without a pseudonym, verify") {
    Player player = player_of(two_doors);
    play(player, "b");
    go_to_scene(player);
    player.apply(doing(Input::Kind::skip));
    SealedFiles files;
    files.report = {"report.json", report_file(player, {})};
    files.log = {"log.jsonl", player.log()};
    files.report_seal.name = "report.json.minisig";
    seal_again(files);
    CHECK(findings_of(files) == "");
}

TEST_CASE("whoever holds the key cannot make a report hold that its log does not bear out") {
    const SealedFiles good = sealed_case(two_doors, "bba");
    SealedFiles files = good;
    replace_first(files.report.bytes, "\"state\": \"breached\"", "\"state\": \"kept\"");
    seal_again(files);
    CHECK(has(findings_of(files),
              "error E728: the report does not come out again when the choices in its log are made "
              "again"));

    files = good;
    files.report.bytes += "\n";
    seal_again(files);
    CHECK(has(findings_of(files), "error E728"));

    // A log rewritten with fitting digests throughout still has to come out again.
    files = good;
    const std::string was = sha256(files.log.bytes);
    const std::size_t last = files.log.bytes.rfind('\n', files.log.bytes.size() - 2) + 1;
    const std::size_t outcome = files.log.bytes.find("\"outcome\":\"", last);
    REQUIRE(outcome != std::string::npos);
    files.log.bytes.replace(outcome, files.log.bytes.find(',', outcome) - outcome, "\"outcome\":\"met\"");
    REQUIRE(files.log.bytes != good.log.bytes);
    replace_first(files.report.bytes, was, sha256(files.log.bytes));
    seal_again(files);
    CHECK(has(findings_of(files), "error E707"));

    // A log cut short is no log of a report.
    files = good;
    files.log.bytes.resize(last);
    replace_first(files.report.bytes, was, sha256(files.log.bytes));
    seal_again(files);
    CHECK_FALSE(findings_of(files).empty());
}

TEST_CASE("a report on a case played in another language verifies, whatever language is in use") {
    const std::filesystem::path root = NTK_ROOT;
    const std::string language(made_up_language);
    Diagnostics diagnostics;
    const auto scenario = load_scenario(root / two_doors, diagnostics, language);
    REQUIRE(scenario);
    const auto rules = RuleShelf(root, language).load_for(*scenario, diagnostics);
    REQUIRE(rules);
    SealedFiles files;
    {
        const MadeUpWords words;
        Player player(scenario, rules, Mode::practice);
        REQUIRE(play(player, "bba").empty());
        go_to_scene(player);
        files.report = {"report.json", report_file(player, {})};
        files.log = {"log.jsonl", player.log()};
        files.report_seal.name = "report.json.minisig";
        seal_again(files);
        CHECK(findings_of(files) == "");
    }
    CHECK(findings_of(files) == "");
    CHECK(has(files.report.bytes, scenario->title));
    CHECK(has(files.report.bytes, "For review by an assessor."));
}

TEST_CASE("old rules are asked for by name, and found in a folder of old packs") {
    const TemporaryFolder folder;
    const std::filesystem::path root = NTK_ROOT;
    std::string pack = whole_file(root / "assets/rulepacks/england-2024.yaml");
    replace_first(pack, "version: 1.4.0", "version: 0.9.0");
    std::ofstream(folder.path / "england-2024-0.9.0.yaml") << pack;
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(folder.path / "england-2024-0.9.0.yaml", diagnostics);
    const auto scenario = scenario_at(two_doors);
    const auto rules = read_rule_book({&tree}, scenario->as_of, diagnostics);
    REQUIRE(rules);

    Player player(scenario, rules, Mode::assessment);
    REQUIRE(play(player, "bba").empty());
    go_to_scene(player);
    SealedFiles files;
    files.report = {"report.json", report_file(player, {})};
    files.log = {"log.jsonl", player.log()};
    files.report_seal.name = "report.json.minisig";
    seal_again(files);
    CHECK(findings_of(files) ==
          "log.jsonl: error E729: this log was judged by england-2024 0.9.0 as of 2024-09-01; the packs of these names "
          "here are others (england-2024 1.4.0 as of 2024-09-01, with another digest)\n  hint: the old packs are "
          "needed: keep them in a folder and name it with --old-packs\n");
    PinnedShelf with_old = shelf_of(two_doors, folder.path);
    CHECK(verify_findings(files, assessor_public_key(), with_old) == "");
    std::filesystem::rename(folder.path / "england-2024-0.9.0.yaml", folder.path / "england-2024.yaml");
    PinnedShelf plain = shelf_of(two_doors, folder.path);
    CHECK(verify_findings(files, assessor_public_key(), plain) == "");
    // Another pack under the old one's name and version does not pass for it.
    replace_first(pack, "valid:", "note: changed\n  valid:");
    std::ofstream(folder.path / "england-2024.yaml") << pack;
    PinnedShelf forged = shelf_of(two_doors, folder.path);
    CHECK(has(verify_findings(files, assessor_public_key(), forged), "error E729"));
}

TEST_CASE("a pack's name cannot lead out of the folders") {
    SealedFiles files = sealed_case(two_doors, "bba");
    const std::string was = sha256(files.log.bytes);
    replace_first(files.log.bytes, "\"id\":\"england-2024\"", "\"id\":\"../../england-2024\"");
    replace_first(files.report.bytes, was, sha256(files.log.bytes));
    seal_again(files);
    CHECK(has(findings_of(files), "there are no such packs here"));
}
