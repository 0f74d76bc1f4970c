#include "engine/report/situation_report.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/host/source_file.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

std::filesystem::path folder() { return std::filesystem::path(NTK_ROOT) / "assets/rulepacks/examples"; }

std::vector<std::filesystem::path> examples() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder()))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

struct Example {
    Situation situation;
    std::shared_ptr<const RuleBook> rules;
    JudgedSituation judged;
};

Example open(const std::filesystem::path& file) {
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(file, diagnostics);
    Example example;
    example.situation = read_situation_file(tree, diagnostics);
    CHECK(diagnostics.render() == "");
    example.rules = rule_book(example.situation.packs, example.situation.as_of);
    example.judged = judge_situation(example.situation, example.rules);
    return example;
}

}  // namespace

TEST_CASE("each worked example is judged as its text says") {
    REQUIRE(examples().size() >= 5);
    for (const std::filesystem::path& file : examples()) {
        INFO(file.filename());
        const Example example = open(file);
        const std::string text = situation_text(example.situation, example.judged, example.rules);
        std::filesystem::path expected = file;
        expected.replace_extension(".expected.txt");
        if (std::getenv("NTK_RECORD") != nullptr) std::ofstream(expected, std::ios::binary) << text;
        const auto wanted = read_file(expected);
        REQUIRE(wanted);
        CHECK(text == *wanted);
        CHECK(text.find('{') == std::string::npos);
    }
}

TEST_CASE("the same as data names each verdict with its facts, exceptions and sources") {
    const Example example = open(folder() / "do-not-tell.yaml");
    const auto json =
        nlohmann::json::parse(situation_json(example.situation, example.judged, example.rules).canonical());
    CHECK(json["as_of"] == "2024-09-01");
    CHECK(json["packs"].size() == 2);
    REQUIRE(json["steps"].size() == 2);
    CHECK(json["steps"][1]["done"][0] ==
          "inform (who: Mia's father; parts: who and why; about: children's social care)");
    const auto& first = json["steps"][1]["verdicts"][0];
    CHECK(first["norm"] == "GR2.3");
    CHECK(first["state"] == "breached");
    CHECK(first["critical"] == true);
    CHECK(first["explanation"] ==
          "You alerted Mia's father. There was reason to believe that this could raise the risk to Mia.");
    CHECK(first["exceptions"][0]["id"] == "agreed_plan");
    CHECK(first["exceptions"][0]["result"] == "no");
    CHECK(first["sources"][0] ==
          "Golden rule 2 (Information sharing: advice for practitioners, Department for Education, May 2024)");
    CHECK(json["at_close"].size() > json["steps"][0]["verdicts"].size());
}
