#include "engine/host/seal.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/sealed_case.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

const std::string letter = "Dear assessor,\nthis is the report.\n";

struct Checked {
    std::optional<std::string> comment;
    std::string findings;
};

Checked check(const std::string& bytes, const std::string& signature, const PublicKey& key = assessor_public_key()) {
    Diagnostics diagnostics;
    Checked checked;
    const int source = diagnostics.add_source("x.minisig", signature);
    checked.comment = check_signature(bytes, "the report", signature, source, key, diagnostics);
    checked.findings = diagnostics.render();
    CHECK(checked.comment.has_value() == checked.findings.empty());
    return checked;
}

std::string refusal(const Result<SecretKey>& key) { return key ? std::string() : key.error().message; }

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    std::filesystem::permissions(path, std::filesystem::perms(0600));
}

// Runs Debian's minisign in a folder with a passphrase; ./check installs it (packages.txt). Returns whether it agreed.
bool minisign(const TemporaryFolder& folder, const std::string& words) {
    const std::string command =
        "cd '" + folder.path.string() + "' && printf 'a b c\\na b c\\n' | minisign " + words + " >said.txt 2>&1";
    const int status = std::system(command.c_str());
    REQUIRE(status >= 0);
    REQUIRE(WEXITSTATUS(status) != 127);
    return status == 0;
}

}  // namespace

TEST_CASE("what was signed checks out, with its trusted comment") {
    const Checked checked = check(letter, sign(letter, "for the file", assessor_key()));
    CHECK(checked.findings == "");
    CHECK(checked.comment == "for the file");
    CHECK(check("", sign("", "", assessor_key())).comment == "");
}

TEST_CASE("a signature is the same every time and has minisign's four lines") {
    const std::string signature = sign(letter, "c", assessor_key());
    CHECK(signature == sign(letter, "c", assessor_key()));
    CHECK(signature.starts_with("untrusted comment: sealed by needtoknow\nRUS1BN2yrhwHD"));
    CHECK(signature.find("\ntrusted comment: c\n") != std::string::npos);
    CHECK(public_key_text(assessor_key().public_key()) == whole_file("tests/support/assessor.pub"));
    CHECK(key_name(assessor_key().id) == "C071CAEB2DD04B5");
}

TEST_CASE("every flipped bit of what was signed and of its signature is refused") {
    const std::string signature = sign(letter, "case two-doors", assessor_key());
    for (const bool in_letter : {true, false}) {
        const std::string& whole = in_letter ? letter : signature;
        for (std::size_t i = 0; i < whole.size(); ++i)
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string flipped = whole;
                flipped[i] = static_cast<char>(static_cast<unsigned char>(flipped[i]) ^ (1U << bit));
                Diagnostics diagnostics;
                const int source = diagnostics.add_source("x", "");
                if (check_signature(in_letter ? flipped : letter, "the report", in_letter ? signature : flipped, source,
                                    assessor_public_key(), diagnostics) ||
                    !diagnostics.has_errors())
                    FAIL("byte " << i << ", bit " << bit << " of the " << (in_letter ? "letter" : "signature"));
            }
    }
}

TEST_CASE("a signature that is longer, shorter or of another key is refused") {
    const std::string signature = sign(letter, "c", assessor_key());
    for (const std::string& other : {signature + "\n", signature.substr(0, signature.size() - 1), std::string(),
                                     "\n" + signature, signature + signature})
        CHECK(check(letter, other).findings.find("error E720") != std::string::npos);
    CHECK(check(letter, signature, stranger_public_key()).findings.find("error E721") != std::string::npos);
    // A stranger's key under the assessor's id: the id alone proves nothing.
    PublicKey disguised = stranger_public_key();
    disguised.id = assessor_public_key().id;
    const std::string findings = check(letter, signature, disguised).findings;
    CHECK(findings.find("error E722") != std::string::npos);
    CHECK(findings.find("error E723") != std::string::npos);
}

TEST_CASE("a key file opens with its passphrase alone") {
    auto key = make_key();
    REQUIRE(key);
    const auto file = lock_key(*key, Secret("correct horse"), KeyCost::light);
    REQUIRE(file);
    const auto opened = unlock_key(*file, Secret("correct horse"));
    REQUIRE(opened);
    CHECK(opened->public_key() == key->public_key());
    CHECK(refusal(unlock_key(*file, Secret("correct hors"))) == "the passphrase does not fit this key");
    CHECK(refusal(unlock_key("nonsense", Secret("x"))) == "this is not a secret key in minisign's form");
    CHECK(refusal(unlock_key(public_key_text(key->public_key()), Secret("x"))) ==
          "this is not a secret key in minisign's form");
    std::string damaged = *file;
    damaged[damaged.size() - 10] = damaged[damaged.size() - 10] == 'A' ? 'B' : 'A';
    CHECK(refusal(unlock_key(damaged, Secret("correct horse"))) == "the passphrase does not fit this key");
    CHECK(refusal(unlock_key(file->substr(0, file->size() - 20), Secret("x"))) ==
          "this is not a secret key in minisign's form");
}

TEST_CASE("a key file that asks for endless work is refused before any is done") {
    // The sixth byte of the work wanted, of a key file that is otherwise ours: 2^40 times as much.
    std::string file = whole_file("tests/support/assessor.key");
    const std::size_t line = file.find('\n') + 1;
    file[line + (38 + 5) * 4 / 3 + 1] = 'Z';
    CHECK(refusal(unlock_key(file, Secret("for tests only"))) ==
          "this key file asks for more work than any that minisign makes");
}

TEST_CASE("a key is called what minisign calls it: without leading noughts") {
    CHECK(key_name({0xB5, 0x04, 0xDD, 0xB2, 0xAE, 0x1C, 0x07, 0x0C}) == "C071CAEB2DD04B5");
    CHECK(key_name({0xB5, 0x04, 0xDD, 0xB2, 0xAE, 0x1C, 0x07, 0xC0}) == "C0071CAEB2DD04B5");
    CHECK(key_name({1, 0, 0, 0, 0, 0, 0, 0}) == "1");
    CHECK(key_name({}) == "0");
}

TEST_CASE("a public key is read whatever the line ends, and a secret one is not taken for it") {
    const auto findings = [](const std::string& text) {
        Diagnostics diagnostics;
        read_public_key(text, diagnostics.add_source("k.pub", text), diagnostics);
        return diagnostics.render();
    };
    const std::string text = public_key_text(assessor_public_key());
    CHECK(findings(text) == "");
    std::string windows = text;
    windows.replace(windows.find('\n'), 1, "\r\n");
    CHECK(findings(windows + "") == "");
    CHECK(findings(whole_file("tests/support/assessor.key")).find("this is a secret key") != std::string::npos);
    CHECK(findings("").find("E725") != std::string::npos);
    CHECK(findings(text + text).find("E725") != std::string::npos);
}

TEST_CASE("Debian's minisign and we check each other's signatures and open each other's keys") {
    const TemporaryFolder folder;
    write(folder.path / "letter", letter);
    write(folder.path / "letter.minisig", sign(letter, "from us", assessor_key()));
    write(folder.path / "assessor.pub", public_key_text(assessor_public_key()));
    CHECK(minisign(folder, "-V -p assessor.pub -m letter"));
    CHECK(whole_file(folder.path / "said.txt").find("Trusted comment: from us") != std::string::npos);
    write(folder.path / "letter", letter + " ");
    CHECK_FALSE(minisign(folder, "-V -p assessor.pub -m letter"));
    write(folder.path / "letter", letter);

    // A key of ours signs with minisign.
    const auto ours = lock_key(assessor_key(), Secret("a b c"), KeyCost::light);
    REQUIRE(ours);
    write(folder.path / "ours.key", *ours);
    REQUIRE(minisign(folder, "-S -s ours.key -m letter -x by-them.minisig -t 'from them'"));
    CHECK(check(letter, whole_file(folder.path / "by-them.minisig")).comment == "from them");

    // A key of minisign's signs here.
    REQUIRE(minisign(folder, "-G -p theirs.pub -s theirs.key"));
    auto theirs = unlock_key(whole_file(folder.path / "theirs.key"), Secret("a b c"));
    REQUIRE(theirs);
    write(folder.path / "letter.minisig", sign(letter, "with their key", *theirs));
    CHECK(minisign(folder, "-V -p theirs.pub -m letter"));
    CHECK(public_key_text(theirs->public_key()) == whole_file(folder.path / "theirs.pub"));

    // What has no passphrase, and what was signed without a digest, is refused.
    REQUIRE(minisign(folder, "-G -W -p open.pub -s open.key"));
    CHECK(refusal(unlock_key(whole_file(folder.path / "open.key"), Secret("a b c")))
              .starts_with("this secret key has no passphrase"));
    REQUIRE(minisign(folder, "-S -l -s ours.key -m letter -x old.minisig"));
    CHECK(check(letter, whole_file(folder.path / "old.minisig")).findings.find("not of the kind 'ED'") !=
          std::string::npos);
}
