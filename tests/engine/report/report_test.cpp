#include "engine/report/report.h"

#include <string>
#include <vector>

#include "engine/report/html.h"
#include "engine/report/sealed_report.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/html_checks.h"
#include "tests/support/json_schema.h"
#include "tests/support/made_up_words.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

const std::string pseudonym = "p-0123456789abcdef";

Player finished(const std::string& path, const std::string& options, Mode mode = Mode::practice) {
    Player player = player_of(path, mode);
    REQUIRE(play(player, options).empty());
    go_to_scene(player);
    REQUIRE(player.page().kind == PageKind::debrief);
    return player;
}

nlohmann::json schema() { return nlohmann::json::parse(whole_file("assets/schema/report-1.schema.json")); }

std::string findings(const Player& player, const std::string& learner = {}) {
    return schema_findings(nlohmann::json::parse(report_json(player, learner).canonical()), schema());
}

}  // namespace

TEST_CASE("a report keeps to its published schema") {
    CHECK(findings(finished(two_doors, "bba")) == "");
    CHECK(findings(finished(two_doors, "aaa", Mode::assessment), pseudonym) == "");
    CHECK(findings(finished(three_letters, "cabbbbbacacd"), pseudonym) == "");

    Player early = player_of(two_doors);
    play(early, "b");
    go_to_scene(early);
    early.apply(doing(Input::Kind::skip));
    CHECK(findings(early) == "");

    Player own = player_of(two_doors);
    play(own, "b");
    go_to_scene(own);
    REQUIRE(own.apply(composing("own", {{"items", {"hunger"}}, {"to", {"csc"}}})).empty());
    play(own, "a");
    go_to_scene(own);
    CHECK(findings(own) == "");
}

TEST_CASE("the schema refuses what a report must not hold") {
    const Player player = finished(two_doors, "aaa");
    CHECK(findings(player, "Sam Smith") == "/learner: \"Sam Smith\" does not look like \"^p-[0-9a-f]{16,64}$\"\n");
    nlohmann::json report = nlohmann::json::parse(report_json(player).canonical());
    report["email"] = "sam@example.org";
    report["decisions"][0]["note"] = "free text";
    report.erase("engine");
    CHECK(schema_findings(report, schema()) ==
          "/decisions/0/note: is not allowed\n/email: is not allowed\n/: has no engine\n");
}

TEST_CASE("the same attempt gives the same bytes") {
    const Player once = finished(two_doors, "bba");
    const Player again = finished(two_doors, "bba");
    CHECK(report_json(once).canonical() == report_json(again).canonical());
    CHECK(report_html(once) == report_html(again));
    CHECK(report_text(once) == report_text(again));
}

TEST_CASE("the reports read as they should") {
    const Player player = finished(two_doors, "bba", Mode::assessment);
    CHECK(differs_from_golden("tests/golden/play/two-doors-bba.html", report_html(player, pseudonym)) == "");
    CHECK(differs_from_golden("tests/golden/play/two-doors-bba.json", report_json(player, pseudonym).pretty() + "\n") ==
          "");
    CHECK(differs_from_golden("tests/golden/play/two-doors-bba.txt", report_text(player)) == "");
    CHECK(differs_from_golden("tests/golden/play/two-doors-bba.csv", report_csv(player, pseudonym)) == "");
}

TEST_CASE("the page needs nothing from elsewhere and is well formed") {
    const std::string html =
        report_html(finished(three_letters, "cabbbbbacacd"), ReportAbout(pseudonym, "I would <b>ask</b> & wait."));
    CHECK(page_faults(html) == "");
    CHECK(html.find("I would &lt;b&gt;ask&lt;/b&gt; &amp; wait.") != std::string::npos);
    CHECK(html.find("For review by an assessor.") < html.find("<h2>Summary</h2>"));
    CHECK(html.find("<h2>Summary</h2>") < html.find("<h2>Scores</h2>"));
    CHECK(html.find("<h2>Scores</h2>") < html.find("<h2>Decisions</h2>"));
    CHECK(html.find("<h2>If you think this is wrong</h2>") != std::string::npos);
}

TEST_CASE("text in a page is escaped") {
    CHECK(escaped("<a href=\"x\">Tom & 'Jo'</a>") == "&lt;a href=&quot;x&quot;&gt;Tom &amp; &#39;Jo&#39;&lt;/a&gt;");
    HtmlPage page("<title>", "");
    page.paragraph("<script>", "\"><b>");
    page.table("<cap>", {"<col>"}, {{"<row>", "a\n<b>"}});
    page.list({"<item>"});
    const std::string html = page.finish();
    CHECK(unbalanced(html).empty());
    for (const char* raw : {"<title><", "<script>", "<cap>", "<col>", "<row>", "<b>", "<item>"})
        CHECK(html.find(raw) == std::string::npos);
}

TEST_CASE("story meters never reach a report") {
    const std::string json = report_json(finished(three_letters, "bcdacdacbdab")).canonical();
    for (const char* meter : {"\"safety\":", "\"trust\"", "\"picture\"", "\"exposure\"", "\"days\""})
        CHECK(json.find(meter) == std::string::npos);
}

TEST_CASE("the table for spreadsheets has a row for each verdict of the data, each cell safe") {
    const Player player = finished(two_doors, "bba", Mode::assessment);
    ReportAbout about("=cmd|x");
    about.form = {"@form", "A form", "1.0.0", std::string(64, '0')};
    const std::string csv = report_csv(player, about);
    const auto report = nlohmann::json::parse(report_json(player, pseudonym).canonical());
    std::size_t verdicts = 0, rows = 0;
    for (const auto& decision : report["decisions"]) verdicts += decision["verdicts"].size();
    for (std::size_t at = csv.find("\r\n'=cmd|x,"); at != std::string::npos; at = csv.find("\r\n'=cmd|x,", at + 1))
        ++rows;
    CHECK(rows == verdicts);
    CHECK(csv.find("'@form 1.0.0") != std::string::npos);
    CHECK(csv.find(",=") == std::string::npos);
    CHECK(csv.find(",@") == std::string::npos);
}

TEST_CASE("how sure the learner was stands beside what each decision came to") {
    Player player = player_of(three_letters);
    const std::string way = "bcdacdacbdab";
    for (std::size_t i = 0; i < way.size(); ++i) {
        go_to_scene(player);
        REQUIRE(player.page().kind == PageKind::scene);
        Input input;
        input.kind = Input::Kind::choose;
        input.id = std::string(1, way[i]);
        input.confidence = 40;
        REQUIRE(player.apply(input).empty());
    }
    go_to_scene(player);
    REQUIRE(player.page().kind == PageKind::debrief);
    CHECK(findings(player) == "");
    const auto confidence = nlohmann::json::parse(report_json(player).canonical())["result"]["confidence"];
    CHECK(confidence["asked"] == 12);
    CHECK(confidence["sure"] == 40);
    CHECK(confidence["share"] == 100);
    const std::string words = confidence["words"].get<std::string>();
    CHECK(words.starts_with("Your decisions were better than you were sure of, by 60 points on average: 40% sure, "));
    const std::string text = report_text(player);
    CHECK(text.find(words) != std::string::npos);
    CHECK(text.find("How sure the learner was: 40%.") != std::string::npos);
    CHECK(report_text(finished(two_doors, "aaa")).find("How sure") == std::string::npos);
}

TEST_CASE("a report names the form it is for, in every form of it") {
    const Player player = finished(two_doors, "aaa");
    ReportAbout about(pseudonym);
    about.form = {"form-x", "Form X", "1.2.0", std::string(64, 'a')};
    CHECK(schema_findings(nlohmann::json::parse(report_json(player, about).canonical()), schema()) == "");
    for (const std::string& text : {report_html(player, about), report_text(player, about), report_csv(player, about),
                                    report_json(player, about).canonical()})
        CHECK(text.find("form-x") != std::string::npos);
}

TEST_CASE("every form says that an assessor reviews it, and how to contest it") {
    const Player player = finished(two_doors, "bba");
    for (const std::string& text : {report_html(player), report_text(player), report_json(player).canonical()}) {
        CHECK(text.find("For review by an assessor") != std::string::npos);
        CHECK(text.find("A person must look at it again") != std::string::npos);
    }
}

TEST_CASE("the data of a report are the same in every language, and come out again from the log in any") {
    const std::string as_written = report_file(finished(three_letters, "cabbbbbacacd"), pseudonym);
    const std::string table = report_csv(finished(three_letters, "cabbbbbacacd"), pseudonym);
    const std::string page = report_html(finished(three_letters, "cabbbbbacacd"), pseudonym);
    const auto comes_out = [&](const Player& player, const std::string& report) {
        Diagnostics diagnostics;
        const int source = diagnostics.add_source("report", report);
        const auto head = read_report_head(report, source, diagnostics);
        REQUIRE(head);
        return report_comes_out_again(player, report, source, *head, diagnostics);
    };
    std::optional<Player> other;
    {
        const MadeUpWords words;
        other = finished(three_letters, "cabbbbbacacd");
        CHECK(report_file(*other, pseudonym) == as_written);
        CHECK(report_csv(*other, pseudonym) == table);
        CHECK(comes_out(*other, as_written));
        // What is read is in the language it is read in, and says so.
        const std::string made_up_page = report_html(*other, pseudonym);
        CHECK(made_up_page != page);
        CHECK(made_up_page.find("<html lang=\"en-XA\">") != std::string::npos);
        CHECK(made_up_page.find("No decision about a person") == std::string::npos);
    }
    CHECK(page.find("<html lang=\"en-GB\">") != std::string::npos);
    // Played in another language than the report is made in.
    CHECK(report_file(*other, pseudonym) == as_written);
    CHECK(comes_out(finished(three_letters, "cabbbbbacacd"), report_file(*other, pseudonym)));
}

TEST_CASE("the data of a case left early, with a step of one's own, are the same in every language") {
    const auto left = [] {
        Player player = player_of(two_doors);
        play(player, "b");
        go_to_scene(player);
        REQUIRE(player.apply(composing("own", {{"items", {"hunger"}}, {"to", {"csc"}}})).empty());
        go_to_scene(player);
        player.apply(doing(Input::Kind::skip));
        return report_file(player, pseudonym);
    };
    const std::string as_written = left();
    const MadeUpWords words;
    CHECK(left() == as_written);
}
