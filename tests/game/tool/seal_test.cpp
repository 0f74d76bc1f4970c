#include "game/tool/seal.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/host/key_files.h"
#include "engine/host/source_file.h"
#include "game/tool/rules_changed.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/command_run.h"
#include "tests/support/play_world.h"
#include "tests/support/sealed_case.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

Ran run(std::vector<std::string> words) { return run_command<tool::SealCommands>(std::move(words)); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A folder with an assessor's key and a report and log to seal.
struct Desk {
    TemporaryFolder folder;
    std::string report = at("report.json"), log = at("log.jsonl"), key = at("kim.key"), pub = at("kim.pub"),
                passphrase = at("passphrase");
    Desk() {
        REQUIRE(write_new_key(at("kim"), Secret("a b c"), KeyCost::light));
        REQUIRE(write_file_atomically(passphrase, "a b c\n"));
        const SealedFiles files = sealed_case(three_letters, "bcdacdacbdab");
        REQUIRE(write_file_atomically(report, files.report.bytes));
        REQUIRE(write_file_atomically(log, files.log.bytes));
    }
    std::string at(const std::string& name) const { return (folder.path / name).string(); }
    Ran seal(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"seal", report, log, "--key", key, "--passphrase-file", passphrase};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    Ran verify() const { return run({"verify", report, "--log", log, "--pub", pub}); }
};

}  // namespace

TEST_CASE("a report is sealed and verified from the command line") {
    const Desk desk;
    const Ran sealed = desk.seal();
    CHECK(sealed.err == "");
    CHECK(sealed.code == 0);
    CHECK(sealed.out == "The seal is in " + desk.report + ".minisig\nThe seal is in " + desk.log + ".minisig\n");
    const Ran verified = desk.verify();
    CHECK(verified.code == 0);
    CHECK(verified.err == "");
    CHECK(has(verified.out, desk.report + ": sealed with key "));
    CHECK(has(verified.out,
              "12 decisions made again, and every verdict, every score and the report came out the same.\n"
              "Case three-letters 1.0.2; rules england-2024 1.4.0, plymouth 1.2.0 as of 2024-09-01; "
              "engine 0.1.0.\nTrusted comment: needtoknow seal 1; "));
    CHECK(has(verified.out, "This does not show who played, nor that nobody helped.\n"));
}

TEST_CASE("a report is verified with the log of its name unless another is given") {
    Desk desk;
    REQUIRE(desk.seal().code == 0);
    const std::string beside = fs::path(desk.report).replace_extension(".jsonl").string();
    const Ran without = run({"verify", desk.report, "--pub", desk.pub});
    CHECK(without.code == 2);
    CHECK(without.err ==
          "A report is checked with its decision log, and there is no " + beside + ". Say where it is: --log FILE.\n");
    for (const char* ending : {"", ".minisig"}) fs::rename(desk.log + ending, beside + ending);
    desk.log = beside;
    const Ran found = run({"verify", desk.report, "--pub", desk.pub});
    CHECK(found.code == 0);
    CHECK(found.out == desk.verify().out);
    CHECK(has(found.out, beside + ": the log it was made from, sealed with the same key; "));
}

TEST_CASE("what was changed is refused with 1, and what cannot be checked with 2") {
    const Desk desk;
    REQUIRE(desk.seal().code == 0);
    const std::string good = whole_file(desk.report);
    REQUIRE(write_file_atomically(desk.report, good + " "));
    Ran ran = desk.verify();
    CHECK(ran.code == 1);
    CHECK(has(ran.err, "error E722: the report is not what was sealed"));
    CHECK(ran.out == "");
    // Nor is it sealed again with its log beside it; alone, that cannot be known.
    ran = desk.seal();
    CHECK(ran.code == 1);
    CHECK(has(ran.err, "error E728"));
    CHECK(run({"seal", desk.report, "--key", desk.key, "--passphrase-file", desk.passphrase}).out ==
          "The seal is in " + desk.report +
              ".minisig\nWithout its log the report was not checked by replay before it was sealed.\n");
    CHECK(desk.verify().code == 1);

    REQUIRE(write_file_atomically(desk.report, good));
    REQUIRE(desk.seal().code == 0);
    fs::remove(desk.report + ".minisig");
    ran = desk.verify();
    CHECK(ran.code == 2);
    CHECK(ran.err == desk.report + ".minisig: there is no such file.\ncheck the spelling and the folder.\n");
    CHECK(run({"verify", desk.report}).code == 2);
    REQUIRE(desk.seal().code == 0);
    ran = run({"verify", desk.report, "--log", desk.log, "--pub", desk.key});
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "error E725: this is a secret key"));
}

TEST_CASE("a key is refused that others can read, and with another passphrase") {
    const Desk desk;
    fs::permissions(desk.key, fs::perms(0640));
    Ran ran = desk.seal();
    CHECK(ran.code == 2);
    CHECK(ran.err == desk.key +
                         ": the secret key can be read or changed by others than its owner.\nshut it with: chmod 600 " +
                         desk.key + "  and ask yourself who may have copied it.\n");
    CHECK_FALSE(fs::exists(desk.report + ".minisig"));
    fs::permissions(desk.key, fs::perms(0600));
    REQUIRE(write_file_atomically(desk.passphrase, "another\n"));
    ran = desk.seal();
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "the passphrase does not fit this key.\n"));
    CHECK_FALSE(fs::exists(desk.report + ".minisig"));
    CHECK(run({"key", "new", "--out", desk.at("kim"), "--passphrase-file", desk.passphrase}).err ==
          desk.key +
              ": there is such a file already.\na key that is lost cannot be made again; choose another name.\n");
}

TEST_CASE("old logs are looked at under other rules, and stay as they are") {
    const Desk desk;
    const std::string before = whole_file(desk.log);
    std::ostringstream out;
    std::ostringstream err;
    tool::ChangedRequest request;
    request.logs = {desk.log};
    CHECK(tool::rules_changed(request, out, err) == 0);
    CHECK(err.str() == "");
    CHECK(has(out.str(), desk.log + ": three-letters 1.0.2, 12 decisions\n"));
    CHECK(has(out.str(), "No verdict and no score differs."));

    out.str("");
    request.packs = "england-2024@2025-01-01";
    CHECK(tool::rules_changed(request, out, err) == 1);
    CHECK(has(out.str(), "Looked at by: england-2024 1.4.0 as of 2025-01-01\n"));
    CHECK(has(out.str(), "\n  Why:\n    norm CO.1 is gone: Work with the family\n"));
    CHECK(has(out.str(), "Scores, before and after\n  Overall: "));
    CHECK(whole_file(desk.log) == before);

    out.str("");
    request.json = true;
    CHECK(tool::rules_changed(request, out, err) == 1);
    CHECK(has(out.str(), "\"schema\": \"changed/1\""));

    request.packs = "england-2024,nowhere";
    CHECK(tool::rules_changed(request, out, err) == 3);
    CHECK(has(err.str(), "E001"));
    request.logs = {"no-such-log.jsonl"};
    CHECK(tool::rules_changed(request, out, err) == 3);
}

TEST_CASE("a log of packs that are not here asks for the old ones") {
    const Desk desk;
    std::string log = whole_file(desk.log);
    const std::size_t at = log.find("\"id\":\"plymouth\",\"version\":\"1.2.0\"");
    REQUIRE(at != std::string::npos);
    const std::size_t digest = log.find("\"sha256\":\"") + 10;
    log.replace(digest, 64, std::string(64, '0'));
    REQUIRE(write_file_atomically(desk.log, log));
    std::ostringstream out;
    std::ostringstream err;
    tool::ChangedRequest request;
    request.logs = {desk.log};
    CHECK(tool::rules_changed(request, out, err) == 3);
    CHECK(has(err.str(), "error E729: this log was judged by england-2024 1.4.0, plymouth 1.2.0 as of 2024-09-01"));
    CHECK(has(err.str(), "the old packs are needed: keep them in a folder and name it with --old-packs"));
    CHECK(out.str() == "");
}
