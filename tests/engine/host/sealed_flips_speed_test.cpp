#include <string>

#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/sealed_case.h"

using namespace ntk;

namespace {

// Verifies with each byte of one file changed in one bit, and each time another; returns how many were let pass. The
// shelf is the only thing that stays: it holds the case and the rules, which are not what is changed here.
int let_pass(SealedFiles& files, std::string& bytes, PinnedShelf& shelf) {
    int passed = 0;
    const PublicKey key = assessor_public_key();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char was = bytes[i];
        bytes[i] = static_cast<char>(static_cast<unsigned char>(was) ^ (1U << (i % 8)));
        Diagnostics diagnostics;
        const bool good = verify_sealed(files, key, shelf, diagnostics).has_value();
        if (good || !diagnostics.has_errors()) ++passed;
        bytes[i] = was;
    }
    return passed;
}

}  // namespace

TEST_CASE("no byte of a sealed report, its log or their signatures can be changed") {
    SealedFiles files = sealed_case(two_doors, "bba");
    PinnedShelf shelf = shelf_of(two_doors);
    REQUIRE(verify_findings(files, assessor_public_key(), shelf) == "");
    CHECK(let_pass(files, files.report.bytes, shelf) == 0);
    CHECK(let_pass(files, files.report_seal.bytes, shelf) == 0);
    CHECK(let_pass(files, files.log.bytes, shelf) == 0);
    CHECK(let_pass(files, files.log_seal->bytes, shelf) == 0);
    // Nor does the log need a signature of its own for that.
    files.log_seal.reset();
    CHECK(let_pass(files, files.log.bytes, shelf) == 0);
    CHECK(verify_findings(files, assessor_public_key(), shelf) == "");
}

TEST_CASE("no byte of a report can be changed by whoever holds the key, but for the pseudonym") {
    SealedFiles files = sealed_case(two_doors, "bba");
    PinnedShelf shelf = shelf_of(two_doors);
    Diagnostics ignored;
    const auto made = verify_sealed(files, assessor_public_key(), shelf, ignored);
    REQUIRE(made);
    const std::size_t name = files.report.bytes.find("p-0123456789abcdef");
    int passed = 0;
    for (std::size_t i = 0; i < files.report.bytes.size(); ++i) {
        if (i >= name && i < name + 18) continue;
        std::string report = files.report.bytes;
        report[i] = static_cast<char>(static_cast<unsigned char>(report[i]) ^ (1U << (i % 7)));
        // The log is as it was, so it comes out as it did: only the report is compared again.
        Diagnostics diagnostics;
        const int source = diagnostics.add_source("report.json", report);
        const auto head = read_report_head(report, source, diagnostics);
        if (head && report_comes_out_again(*made->made, report, source, *head, diagnostics)) ++passed;
    }
    CHECK(passed == 0);
}
