#include "engine/report/findings.h"

#include <nlohmann/json.hpp>

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/json_schema.h"

using namespace ntk;
using nlohmann::json;

namespace {

// Two files with an error, a warning and an allowed warning; the second file's error is in a pack that both use.
FindingsReport example() {
    FindingsReport report;
    for (const char* name : {"cases/a b.yaml", "/cases/z\u00EB.yaml"}) {
        Diagnostics diagnostics;
        const int file = diagnostics.add_source(name, "one\ntwo\n");
        const int pack = diagnostics.add_source("pack.yaml", "x\n");
        diagnostics.report("W502", {file, 2, 3}, "a long sentence", "shorten it");
        diagnostics.report("E001", {file, 0, 0}, "gone");
        diagnostics.report("E409", {pack, 1, 1}, "no such source");
        Diagnostic allowed{"W510", Severity::warning, {file, 1, 1}, "uneven", "even them out"};
        add_findings(std::move(diagnostics), {{allowed, "a quotation"}}, report);
        report.files.emplace_back(name);
    }
    return report;
}

}  // namespace

TEST_CASE("what two files share is told once, and what is allowed does not count") {
    const FindingsReport report = example();
    std::string shown;
    for (const Finding& one : report.findings)
        shown += one.file + ":" + std::to_string(one.line) + " " + one.code + (one.allowed ? " allowed\n" : "\n");
    CHECK(shown ==
          "/cases/z\u00EB.yaml:0 E001\n/cases/z\u00EB.yaml:1 W510 allowed\n/cases/z\u00EB.yaml:2 W502\n"
          "cases/a b.yaml:0 E001\ncases/a b.yaml:1 W510 allowed\ncases/a b.yaml:2 W502\npack.yaml:1 E409\n");
    CHECK(open_findings(report) == 5);
    CHECK(allowed_text(report) ==
          "/cases/z\u00EB.yaml:1:1: allowed W510: uneven\n  because a quotation\n"
          "cases/a b.yaml:1:1: allowed W510: uneven\n  because a quotation\n");
}

TEST_CASE("the JSON report fits its schema") {
    const json schema = json::parse(whole_file("assets/schema/findings-1.schema.json"));
    const json report = json::parse(findings_json(example()));
    CHECK(schema_findings(report, schema) == "");
    CHECK(report["findings"].size() == 5);
    CHECK(report["allowed"].size() == 2);
    CHECK(report["allowed"][0]["allowed_because"] == "a quotation");
    CHECK(schema_findings(json::parse(findings_json({})), schema) == "");
    json wrong = report;
    wrong["findings"][0]["code"] = "X1";
    CHECK(schema_findings(wrong, schema) != "");
}

TEST_CASE("the SARIF report has what readers of SARIF 2.1.0 ask for") {
    const json report = json::parse(findings_sarif(example()));
    CHECK(report["version"] == "2.1.0");
    CHECK(report["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json");
    REQUIRE(report["runs"].size() == 1);
    const json& run = report["runs"][0];
    const json& rules = run["tool"]["driver"]["rules"];
    CHECK(run["tool"]["driver"]["name"] == "needtoknow check");
    CHECK(run["columnKind"] == "unicodeCodePoints");
    REQUIRE(run["results"].size() == 7);
    for (const json& result : run["results"]) {
        CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
        CHECK(!result["message"]["text"].get<std::string>().empty());
        CHECK(result["locations"].size() == 1);
    }
    const json& whole_file = run["results"][0];
    CHECK(whole_file["level"] == "error");
    CHECK(whole_file["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///cases/z%C3%AB.yaml");
    CHECK_FALSE(whole_file["locations"][0]["physicalLocation"].contains("region"));
    const json& allowed = run["results"][1];
    CHECK(allowed["suppressions"][0]["kind"] == "inSource");
    CHECK(allowed["suppressions"][0]["justification"] == "a quotation");
    const json& warning = run["results"][5];
    CHECK(warning["level"] == "warning");
    CHECK(warning["message"]["text"] == "a long sentence. Hint: shorten it.");
    CHECK(warning["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "cases/a%20b.yaml");
    CHECK(warning["locations"][0]["physicalLocation"]["region"] == json::parse(R"({"startLine":2,"startColumn":3})"));
    CHECK(rules.size() == 4);
    for (const json& rule : rules) {
        CHECK(rule["help"]["text"] == "needtoknow check --explain " + rule["id"].get<std::string>());
        CHECK(rule["defaultConfiguration"]["level"] == (rule["id"].get<std::string>()[0] == 'W' ? "warning" : "error"));
    }
}
