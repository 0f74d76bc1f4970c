#include "engine/host/pdf_writer.h"

#include "engine/report/cohort_report.h"
#include "engine/report/jigsaw_report.h"
#include "engine/report/report.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/made_result.h"
#include "tests/support/paper.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

std::string pdf_of(const ReportDocument& document) {
    const auto bytes = report_pdf(document);
    INFO((bytes ? std::string() : bytes.error().message));
    REQUIRE(bytes);
    return *bytes;
}

ReportDocument attempt_report(const std::string& path, const std::string& options) {
    Player player = player_of(path, Mode::assessment);
    REQUIRE(play(player, options).empty());
    go_to_scene(player);
    return report_document(player, "p-0123456789abcdef");
}

ReportDocument long_table(int rows, const std::string& cell) {
    ReportDocument report("Long");
    report.heading(1, "Long");
    std::vector<std::vector<std::string>> all;
    for (int i = 0; i < rows; ++i) all.push_back({"row" + std::to_string(i), cell, cell, "end"});
    report.table("Many rows", {"Alpha", "Beta", "Gamma", "Delta"}, all, TableShape::wide);
    return report;
}

}  // namespace

TEST_CASE("a report on paper is a sound file that a screen reader can find its way in") {
    const Paper paper(pdf_of(attempt_report(two_doors, "bba")));
    CHECK(paper.sound());
    CHECK(paper.missing() == "");
    CHECK(differs_from_golden("tests/golden/play/two-doors-bba.pdf.txt", paper.structure()) == "");
    CHECK(has(paper.facts(), "Title:           Report: Two doors\n"));
    CHECK(has(paper.facts(), "Tagged:          yes\n"));
    CHECK(has(paper.facts(), "Page size:       595.28 x 841.89 pts (A4)\n"));
}

TEST_CASE("the picture of a jigsaw goes on paper with every word of its page") {
    const JigsawPlayer player(small_jigsaw().jigsaw, played_chairs({"ab", "b", "b"}), small_jigsaw().planned);
    const ReportDocument picture = jigsaw_report_document(player);
    const Paper paper(pdf_of(picture));
    CHECK(paper.sound());
    CHECK(paper.missing() == "");
    const std::string said = paper.structure();
    for (const ReportPart& part : picture.parts())
        if (part.kind == ReportPart::Kind::heading) CHECK(has(said, part.text));
    CHECK(has(said, "Had every chair sent what it should"));
    CHECK(has(paper.facts(), "Tagged:          yes\n"));
}

TEST_CASE("the same report is the same file to the last byte") {
    CHECK(pdf_of(attempt_report(two_doors, "bba")) == pdf_of(attempt_report(two_doors, "bba")));
    CHECK(pdf_of(attempt_report(two_doors, "bba")) != pdf_of(attempt_report(two_doors, "aaa")));
}

TEST_CASE("every page is numbered, and what stands at its foot is not read aloud") {
    const auto bytes = report_pdf(long_table(150, "words"), "Foot of the page");
    REQUIRE(bytes);
    const Paper paper(*bytes);
    const std::string text = paper.text();
    const std::size_t pages = times(text, "\f");
    REQUIRE(pages > 2);
    for (std::size_t i = 1; i <= pages; ++i)
        CHECK(has(text, "Page " + std::to_string(i) + " of " + std::to_string(pages) + "\n"));
    CHECK(times(text, "Foot of the page") == pages);
    CHECK_FALSE(has(paper.structure(), "Foot of the page"));
    CHECK_FALSE(has(paper.structure(), "Page 1"));
}

TEST_CASE("a table over several pages has its heading row on each, and once in the structure") {
    const Paper paper(pdf_of(long_table(150, "words")));
    const std::string text = paper.text(), structure = paper.structure();
    CHECK(times(text, "Beta") == times(text, "\f"));
    CHECK(times(structure, "Beta") == 1);
    CHECK(times(structure, "THead") == 1);
    CHECK(times(structure, "/Scope /Row") == 150);
    CHECK(paper.missing() == "");
}

TEST_CASE("a row taller than a page goes on over the next, as one row") {
    std::string cell;
    for (int i = 0; i < 1'500; ++i) cell += "word" + std::to_string(i) + " ";
    const Paper paper(pdf_of(long_table(1, cell)));
    CHECK(times(paper.text(), "\f") > 1);
    CHECK(paper.missing() == "");
    const std::string structure = paper.structure();
    CHECK(times(structure, "/Scope /Row") == 1);
    for (const char* word : {"word0 ", "word700 ", "word1499"}) CHECK(times(structure, word) == 2);
    CHECK(paper.bottom_end() < 842 - 20);
}

TEST_CASE("words wherever they come from are set whole, within the page, and can be copied") {
    ReportDocument report("Case \x1b[31m \xe2\x80\xae title & <b>");
    report.heading(1, "One\x07two \xf0\x9f\x98\x80");
    report.paragraph(std::string(3'000, 'w'));
    report.paragraph("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d and \xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 and caf\xc3\xa9");
    report.paragraph("\xe6\xbc\xa2\xe5\xad\x97 is in no typeface of ours");
    report.paragraph("broken \xff\xfe bytes");
    report.list({"", std::string(500, 'x'), "ffi office waffle"});
    report.table("T", {std::string(200, 'C'), ""}, {{"", std::string(400, 'd')}, {"a\n\nb"}, {}});
    const Paper paper(pdf_of(report));
    CHECK(paper.sound());
    CHECK(paper.missing() == "");
    CHECK(paper.right_end() < 549);
    const std::string text = paper.text(), structure = paper.structure();
    for (const char* part : {"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "caf\xc3\xa9", "office waffle", "\xf0\x9f\x98\x80"}) {
        INFO(part);
        CHECK(has(text, part));
    }
    CHECK(has(text, "One\xef\xbf\xbdtwo"));
    CHECK(has(text, "broken \xef\xbf\xbd\xef\xbf\xbd bytes"));
    CHECK_FALSE(has(paper.facts(), "\x1b"));
    CHECK(has(structure, "www"));
}

TEST_CASE("what no typeface can draw is still said in the structure") {
    ReportDocument report("Title");
    report.paragraph("\xe6\xbc\xa2\xe5\xad\x97");
    CHECK(has(Paper(pdf_of(report)).objects(), "\"/ActualText\": \"u:\xe6\xbc\xa2\xe5\xad\x97\""));
}

TEST_CASE("a report without anything in it is a page all the same") {
    const Paper paper(pdf_of(ReportDocument("Empty")));
    CHECK(paper.sound());
    CHECK(has(paper.text(), "Page 1 of 1"));
}

TEST_CASE("a report too large for paper is refused in words") {
    ReportDocument report("Large");
    for (int i = 0; i < 50; ++i) report.paragraph(std::string(100'000, 'w'));
    const auto refused = report_pdf(report);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "This report is too large for paper");
    CHECK(refused.error().hint == "Write it as .html, .csv or .json");
}

TEST_CASE("the figures of many learners are on paper with their drawings, which say what they show") {
    CohortRequest request;
    request.forms = {made_form("f", {"x", "y"})};
    Cohort cohort(request);
    for (std::uint64_t i = 0; i < 18; ++i) {
        const int skill = static_cast<int>(i) % 6 * 2;
        const std::string learner = "p-00000000000000" + std::to_string(10 + i);
        for (const char* id : {"x", "y"})
            cohort.add(made_result(learner, id, {{"D1", skill > 4 ? "a" : "b", skill}, {"D2", "a", 10 - skill}}),
                       i < 9 ? "schools" : "housing");
    }
    const ReportDocument document = cohort_document(cohort_figures(cohort));
    const Paper paper(pdf_of(document));
    CHECK(paper.sound());
    CHECK(paper.missing() == "");
    const std::string structure = paper.structure();
    CHECK(times(structure, "  Figure\n") == 5);
    CHECK(has(structure, "Agreement between the cases (Cronbach's alpha)"));
    CHECK(has(structure, "Rules by group"));
    CHECK(pdf_of(document) == pdf_of(document));
    CHECK_FALSE(has(paper.text(), "p-0000"));
}
