#include "engine/report/cohort_report.h"

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/cohort_maker.h"
#include "tests/support/json_schema.h"
#include "tests/support/made_result.h"

using namespace ntk;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Eighteen people in three groups on a form of two cases, with names that try to be more than names.
CohortFigures figures() {
    CohortRequest request;
    request.forms = {made_form("f", {"x", "y"})};
    request.forms[0].title = "=Form & <b>";
    Cohort cohort(request);
    for (std::uint64_t i = 0; i < 18; ++i) {
        const int skill = static_cast<int>(i) % 6 * 2;
        const std::string group = i < 8 ? "@schools" : i < 16 ? "<i>housing" : "two";
        cohort.add(made_result(made_pseudonym(i), "x", {{"D1", skill > 4 ? "a" : "b", skill}, {"D2", "a", skill - 2}}),
                   group);
        cohort.add(made_result(made_pseudonym(i), "y", {{"D1", skill > 2 ? "a" : "-b", skill}, {"D2", "a", 10}}),
                   group);
    }
    return cohort_figures(cohort);
}

}  // namespace

TEST_CASE("a cell of a table for spreadsheets is never a formula") {
    CHECK(csv_cell("=1+2") == "'=1+2");
    CHECK(csv_cell("+44 20") == "'+44 20");
    CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_cell("-cmd|x") == "'-cmd|x");
    CHECK(csv_cell("\tx") == "\"'\tx\"");
    CHECK(csv_cell("\rx") == "\"'\rx\"");
    CHECK(csv_cell("=\"a\",b") == "\"'=\"\"a\"\",b\"");
    CHECK(csv_cell("-12") == "-12");
    CHECK(csv_cell("-0.5") == "-0.5");
    CHECK(csv_cell("-1.2.3") == "'-1.2.3");
    CHECK(csv_cell("-") == "'-");
    CHECK(csv_cell("-.") == "'-.");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
    CHECK(csv_cell("") == "");
    CHECK(csv_cell("plain") == "plain");
}

TEST_CASE("the table holds a figure to each line, with every cell safe") {
    const std::string csv = cohort_csv(figures());
    CHECK(
        csv.starts_with("section,id,node,option,group,figure,value,low,high\r\n"
                        "cohort,,,,,people,18,,\r\n"));
    CHECK(has(csv, "group,,,,'@schools,people,8,,\r\n") == false);  // hidden with the group of two
    CHECK(has(csv, "group,,,,two,people,hidden,,\r\n"));
    CHECK(has(csv, ",'-b,"));
    for (std::size_t at = csv.find("\r\n"); at + 2 < csv.size(); at = csv.find("\r\n", at + 2))
        CHECK(std::string("=+-@\t").find(csv[at + 2]) == std::string::npos);
}

TEST_CASE("the figures as data keep to their published schema") {
    const auto schema = nlohmann::json::parse(whole_file("assets/schema/cohort-1.schema.json"));
    CHECK(schema_findings(nlohmann::json::parse(cohort_json(figures()).canonical()), schema) == "");
    CHECK(schema_findings(nlohmann::json::parse(cohort_json(cohort_figures(Cohort({}))).canonical()), schema) == "");
    auto changed = nlohmann::json::parse(cohort_json(figures()).canonical());
    changed["learner"] = "p-0123456789abcdef";
    CHECK(schema_findings(changed, schema) == "/learner: is not allowed\n");
}

TEST_CASE("nothing of a single person is in any form of the figures") {
    const CohortFigures all = figures();
    for (const std::string& text : {cohort_text(all), cohort_csv(all), cohort_html(all), cohort_json(all).canonical()})
        CHECK_FALSE(has(text, made_pseudonym(1)));
}

TEST_CASE("the page escapes what comes from files, runs nothing and loads nothing") {
    const std::string html = cohort_html(figures());
    CHECK(has(html, "=Form &amp; &lt;b&gt;"));
    CHECK_FALSE(has(html, "<i>housing"));
    for (const char* part : {"<script", "http://", "https://", "url(", "@import", "onload"}) {
        INFO(part);
        const bool only_namespace = std::string(part) == "http://";
        std::string rest = html;
        if (only_namespace)
            for (std::size_t at = rest.find("http://www.w3.org/2000/svg"); at != std::string::npos;
                 at = rest.find("http://www.w3.org/2000/svg"))
                rest.erase(at, 26);
        CHECK_FALSE(has(rest, part));
    }
    // Every drawing is named and told in words.
    std::size_t drawings = 0, described = 0;
    for (std::size_t at = html.find("<svg"); at != std::string::npos; at = html.find("<svg", at + 1)) ++drawings;
    for (std::size_t at = html.find("<desc"); at != std::string::npos; at = html.find("<desc", at + 1)) ++described;
    CHECK(drawings >= 4);
    CHECK(described == drawings);
}

TEST_CASE("the same figures give the same bytes") {
    CHECK(cohort_html(figures()) == cohort_html(figures()));
    CHECK(cohort_csv(figures()) == cohort_csv(figures()));
    CHECK(cohort_json(figures()).canonical() == cohort_json(figures()).canonical());
}

TEST_CASE("the text says what each figure means and what was left out") {
    const std::string text = cohort_text(figures());
    CHECK(has(text, "36 results of 18 people counted; the first attempt of each at each case.\n"));
    CHECK(has(text, "With 18 people every figure is rough."));
    CHECK(has(text, "Agreement between the cases (Cronbach's alpha): "));
    CHECK(has(text, "  two: hidden\n"));
}
