#include "engine/report/group_pack.h"

#include "engine/host/pdf_writer.h"
#include "tests/support/catch.h"
#include "tests/support/packed_case.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

// The part of a pack's text from one heading up to another.
std::string part_of(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find(to, begin + from.size()) - begin);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the pack of a case reads as its golden files say") {
    const ReportDocument pack = packed_case(two_doors).pack();
    CHECK(differs_from_golden("tests/golden/play/two-doors-pack.txt", document_text(pack)) == "");
    CHECK(differs_from_golden("tests/golden/play/two-doors-pack.html", document_html(pack)) == "");
}

TEST_CASE("at a contested decision no option is called right") {
    const std::string text = document_text(packed_case(three_letters).pack());
    const std::string part = part_of(text, ". One line on Beth (", "\n10. ");
    CHECK(has(part, "Contested: practitioners are divided here, and there is no right answer."));
    CHECK(has(part, "Verdict: Practitioners are divided"));
    CHECK(has(part, "(the way of this pack takes it; here it is no better than the others)"));
    CHECK(!has(part, "recommended"));
}

TEST_CASE("a pack goes on paper too") {
    const auto paper = report_pdf(packed_case(two_doors).pack(), "Facilitator's pack");
    REQUIRE(paper);
    CHECK(paper->starts_with("%PDF-"));
}
