#include <functional>
#include <string>
#include <utility>

#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/sealed_case.h"

using namespace ntk;

namespace {

// How many changes of one bit in one byte are let pass: every `step`th byte, each time another bit.
int let_pass(std::string& bytes, std::size_t step, const std::function<bool(Diagnostics&)>& accepts) {
    int passed = 0;
    for (std::size_t i = 0; i < bytes.size(); i += step) {
        const char was = bytes[i];
        bytes[i] = static_cast<char>(static_cast<unsigned char>(was) ^ (1U << (i % 8)));
        Diagnostics diagnostics;
        if (accepts(diagnostics) || !diagnostics.has_errors()) ++passed;
        bytes[i] = was;
    }
    return passed;
}

}  // namespace

// What stays between two changes is only what the changed file has no part in: the report's head while the log is
// changed, and the case and the rules throughout.
TEST_CASE("no byte of a sealed report, its log or their signatures can be changed") {
    SealedFiles files = sealed_case(two_doors, "bba");
    PinnedShelf shelf = shelf_of(two_doors);
    const PublicKey key = assessor_public_key();
    Diagnostics none;
    const auto found = verify_sealed(files, key, shelf, none);
    REQUIRE(found);
    const auto seal_fits = [&](const NamedFile& file, const NamedFile& seal, Diagnostics& diagnostics) {
        return check_signature(file.bytes, "it", seal.bytes, diagnostics.add_source("seal", ""), key, diagnostics)
            .has_value();
    };
    const auto report_fits = [&](Diagnostics& d) { return seal_fits(files.report, files.report_seal, d); };
    const auto log_fits = [&](Diagnostics& d) { return seal_fits(files.log, *files.log_seal, d); };
    const auto log_is_named = [&](Diagnostics& d) {
        return is_log_of(files.log.bytes, d.add_source("log", ""), found->head, d);
    };
    CHECK(let_pass(files.report.bytes, 1, report_fits) == 0);
    CHECK(let_pass(files.report_seal.bytes, 1, report_fits) == 0);
    CHECK(let_pass(files.log.bytes, 1, log_fits) == 0);
    CHECK(let_pass(files.log_seal->bytes, 1, log_fits) == 0);
    CHECK(let_pass(files.log.bytes, 1, log_is_named) == 0);  // even without a signature of its own

    // And each of these checks has its part in the whole.
    const auto verifies = [&](Diagnostics& d) { return verify_sealed(files, key, shelf, d).has_value(); };
    for (std::string* bytes : {&files.report.bytes, &files.report_seal.bytes, &files.log.bytes, &files.log_seal->bytes})
        CHECK(let_pass(*bytes, 1 + bytes->size() / 200, verifies) == 0);
    files.log_seal.reset();
    CHECK(let_pass(files.log.bytes, 1 + files.log.bytes.size() / 200, verifies) == 0);
    CHECK(verify_findings(files, key, shelf) == "");
}

TEST_CASE("nor can a report be changed by whoever holds the key, but for the pseudonym") {
    SealedFiles files = sealed_case(two_doors, "bba");
    PinnedShelf shelf = shelf_of(two_doors);
    Diagnostics none;
    const auto found = verify_sealed(files, assessor_public_key(), shelf, none);
    REQUIRE(found);
    std::string report = files.report.bytes;
    report.replace(report.find("p-0123456789abcdef"), 18, "p-fedcba9876543210");
    // The log is as it was, so it comes out as it did: only the report is made and compared again.
    const auto comes_out = [&](Diagnostics& diagnostics) {
        const int source = diagnostics.add_source("report.json", files.report.bytes);
        const auto head = read_report_head(files.report.bytes, source, diagnostics);
        return head && report_comes_out_again(*found->made, files.report.bytes, source, *head, diagnostics);
    };
    Diagnostics ignored;
    const std::string good = std::exchange(files.report.bytes, report);
    CHECK(comes_out(ignored));  // who a pseudonym stands for is known to no log
    files.report.bytes = good;
    const std::size_t name = good.find("\"learner\"");
    std::string head = good.substr(0, name);
    std::string tail = good.substr(good.find('\n', name));
    const std::string line = good.substr(name, good.size() - head.size() - tail.size());
    for (std::string* part : {&head, &tail})
        CHECK(let_pass(*part, 1 + part->size() / 500, [&](Diagnostics& diagnostics) {
                  files.report.bytes = head + line + tail;
                  return comes_out(diagnostics);
              }) == 0);
}
