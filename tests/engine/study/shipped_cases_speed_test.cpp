#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/study/lint/trials.h"
#include "engine/study/paths.h"
#include "engine/study/plan.h"
#include "tests/support/catch.h"

using namespace ntk;

// What holds for every case we ship. The cases are those found in the folder, so a new one is proved by being there.

namespace {

struct ShippedCase {
    std::string name;
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    Plan plan;
    std::string findings;  // of reading all of it
};

ShippedCase read_case(const std::filesystem::path& path) {
    ShippedCase found;
    found.name = path.stem().string();
    Diagnostics diagnostics;
    found.scenario = load_scenario(path, diagnostics);
    RuleShelf shelf(NTK_ROOT);
    if (found.scenario) found.rules = shelf.load_for(*found.scenario, diagnostics);
    std::filesystem::path plan = path;
    plan.replace_extension(".plan.yaml");
    const Tree tree = read_tree_file(plan, diagnostics);
    if (!diagnostics.has_errors()) found.plan = read_plan(tree, diagnostics);
    found.findings = diagnostics.render();
    return found;
}

const std::vector<ShippedCase>& shipped_cases() {
    static const std::vector<ShippedCase> cases = [] {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(NTK_ROOT) / "scenarios")) {
            const std::string name = entry.path().filename().string();
            if (name.ends_with(".yaml") && !name.ends_with(".plan.yaml")) paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
        std::vector<ShippedCase> read;
        for (const auto& path : paths) read.push_back(read_case(path));
        return read;
    }();
    return cases;
}

// The case, judged along its best line, off it once, and along some hundred ways at random. Studied once for all tests.
const PathsReport& study_of(const ShippedCase& shipped) {
    static std::map<std::string, PathsReport> studies;
    const auto known = studies.find(shipped.name);
    if (known != studies.end()) return known->second;
    PathsRequest request;
    request.budget = 5'000;
    for (const Plan::Run& run : shipped.plan.runs) {
        std::string problem;
        Way way;
        for (const ScriptedChoice& choice : read_choices(run.choices, problem))
            way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        if (problem.empty()) request.known.push_back(std::move(way));
    }
    return studies.emplace(shipped.name, study_paths(shipped.scenario, shipped.rules, request)).first->second;
}

}  // namespace

TEST_CASE("every shipped case reads without a finding, and so does the plan beside it") {
    CHECK(shipped_cases().size() >= 1);
    std::string findings;
    for (const ShippedCase& shipped : shipped_cases()) {
        findings += shipped.findings;
        if (shipped.plan.runs.empty()) findings += shipped.name + " has no plan\n";
    }
    CHECK(findings == "");
}

TEST_CASE("every run of every plan comes out as planned") {
    std::string differences;
    for (const ShippedCase& shipped : shipped_cases()) {
        if (!shipped.findings.empty()) continue;
        const Trials trials = try_out(shipped.scenario, shipped.rules, shipped.plan);
        REQUIRE(trials.runs.size() == shipped.plan.runs.size());
        for (std::size_t i = 0; i < trials.runs.size(); ++i) {
            const Plan::Run& planned = shipped.plan.runs[i];
            const RunTried& run = trials.runs[i];
            const std::string where = shipped.name + ", " + planned.name + ": ";
            if (!run.problem.empty()) differences += where + run.problem + "\n";
            if (!planned.ending.empty() && run.ending != planned.ending)
                differences += where + "ending " + run.ending + ", not " + planned.ending + "\n";
            if (planned.breaches >= 0 && run.breaches != planned.breaches)
                differences += where + std::to_string(run.breaches) + " decisions with a breach, not " +
                               std::to_string(planned.breaches) + "\n";
        }
    }
    CHECK(differences == "");
}

TEST_CASE("every way through every shipped case ends, and all of it can be come to") {
    std::string faults;
    for (const ShippedCase& shipped : shipped_cases()) {
        if (!shipped.findings.empty()) continue;
        const StoryProof& story = study_of(shipped).story;
        const auto fault = [&](const std::string& what) { faults += shipped.name + ": " + what + "\n"; };
        if (!story.complete) fault("the story is too large to be proved");
        if (story.ways.zero()) fault("there is no way through it");
        if (!story.cut_off.ways.zero()) fault("some ways go round");
        if (!story.without_ending.ways.zero()) fault("no ending fits after " + story.without_ending.way);
        for (std::size_t i = 0; i < story.scenes.size(); ++i)
            if (!story.scenes[i].reached && !story.scenes[i].by_form)
                fault("the scene " + shipped.scenario->nodes[i].id + " is never met");
        for (std::size_t i = 0; i < story.endings.size(); ++i)
            if (story.endings[i].ways.zero() && !story.endings[i].by_form)
                fault("the ending " + shipped.scenario->endings[i].id + " is never met");
        for (const StoryProof::Fault& backwards : story.backwards) fault(backwards.what + " after " + backwards.way);
        for (const std::string& route : story.routes_never_taken) fault("a route is never taken: " + route);
        for (const std::string& text : story.passages_never_shown) fault("a text is never shown: " + text);
    }
    CHECK(faults == "");
}

TEST_CASE("every shipped case can be kept in full, and that passes it") {
    std::string faults;
    for (const ShippedCase& shipped : shipped_cases()) {
        if (!shipped.findings.empty()) continue;
        const WayResult& best = study_of(shipped).best;
        if (!best.kept() || best.percent != 100 || best.outcome != Outcome::met)
            faults += shipped.name + ": the best line found is " + best.way + " with " + std::to_string(best.percent) +
                      "%, " + std::to_string(best.breached) + " breached, " + std::to_string(best.missed) +
                      " missed, " + std::to_string(best.repaired) + " mended\n";
    }
    CHECK(faults == "");
}

TEST_CASE("every expectation of every shipped case holds on and off the best line and along ways at random") {
    std::string faults;
    for (const ShippedCase& shipped : shipped_cases()) {
        if (!shipped.findings.empty()) continue;
        const PathsReport& report = study_of(shipped);
        REQUIRE(report.coverage.size() >= 2);
        if (!report.coverage[0].whole || !report.coverage[1].whole)
            faults += shipped.name + ": the budget was spent before every way one step off was judged\n";
        if (report.random_ways < 100)
            faults += shipped.name + ": " + std::to_string(report.random_ways) + " ways at random\n";
        for (const auto* found : {&report.survey.unexpected(), &report.survey.faults()})
            for (const auto& [what, way] : *found) faults += shipped.name + ": " + what + " after '" + way + "'\n";
    }
    CHECK(faults == "");
}

TEST_CASE("no habit passes any shipped case, and no way judged passes with a critical breach left open") {
    std::string faults;
    for (const ShippedCase& shipped : shipped_cases()) {
        if (!shipped.findings.empty()) continue;
        const PathsReport& report = study_of(shipped);
        for (const BotResult& bot : report.bots) {
            if (!bot.problem.empty()) faults += shipped.name + ": '" + bot.name + "' is " + bot.problem + "\n";
            if (bot.result.outcome == Outcome::met)
                faults += shipped.name + ": '" + bot.name + "' passes by " + bot.result.way + "\n";
        }
        if (!report.survey.passed_with_critical().empty())
            faults += shipped.name +
                      ": passes with a critical breach left open: " + report.survey.passed_with_critical() + "\n";
    }
    CHECK(faults == "");
}

TEST_CASE("at every decision of every shipped case something is tested, and whoever kept all can go on keeping all") {
    std::string faults;
    for (const ShippedCase& shipped : shipped_cases()) {
        if (!shipped.findings.empty()) continue;
        const Survey& survey = study_of(shipped).survey;
        for (const auto& [node, seen] : survey.decisions()) {
            if (!seen.forced_after.empty())
                faults += shipped.name + ": at " + node + " every option breaks some norm after '" + seen.forced_after +
                          "', though all was kept before\n";
            if (seen.none_broke == seen.met) faults += shipped.name + ": " + node + " tests nothing\n";
        }
    }
    CHECK(faults == "");
}
