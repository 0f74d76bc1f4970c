#include "engine/host/findings_cache.h"

#include "tests/support/catch.h"

using namespace ntk;

namespace {

CheckFindings example() {
    CheckFindings findings;
    const int file = findings.diagnostics.add_source("a.yaml", "one\ntwo\n");
    const int plan = findings.diagnostics.add_source("a.plan.yaml", "three\n");
    findings.diagnostics.report("W502", {file, 2, 1}, "a \"long\" sentence\nof two lines", "shorten it");
    findings.diagnostics.report("E001", {plan, 0, 0}, "gone");
    findings.allowed.push_back({{"W510", Severity::warning, {file, 1, 2}, "uneven", "even"}, "on purpose"});
    return findings;
}

std::string text_of(const std::string& name) { return name == "a.yaml" ? "one\ntwo\n" : "three\n"; }

}  // namespace

TEST_CASE("kept findings come back as they were") {
    const CheckFindings findings = example();
    const auto back = unpack_findings(pack_findings(findings), text_of);
    REQUIRE(back);
    CHECK(back->diagnostics.render() == findings.diagnostics.render());
    REQUIRE(back->allowed.size() == 1);
    CHECK(back->allowed[0].finding.code == "W510");
    CHECK(back->allowed[0].finding.place == Place{0, 1, 2});
    CHECK(back->allowed[0].because == "on purpose");
    const auto none = unpack_findings(pack_findings({}), text_of);
    REQUIRE(none);
    CHECK(none->diagnostics.empty());
}

TEST_CASE("kept findings that were cut short or altered are passed over") {
    const std::string packed = pack_findings(example());
    for (std::size_t size = 0; size < packed.size(); ++size)
        CHECK_FALSE(unpack_findings(packed.substr(0, size), text_of));
    for (std::size_t at = 0; at < packed.size(); ++at) {
        std::string altered = packed;
        altered[at] = static_cast<char>(altered[at] ^ 0x20);
        CHECK_FALSE(unpack_findings(altered, text_of));
    }
}

TEST_CASE("a program knows its own build") {
    CHECK(program_identity() == program_identity());
    CHECK(program_identity().starts_with("0."));
}
