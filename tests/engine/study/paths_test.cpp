#include "engine/study/paths.h"

#include "engine/study/line_search.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

std::shared_ptr<const RuleBook> rules_of(const Scenario& scenario) { return rule_book(scenario.packs, scenario.as_of); }

Attempt start_of(const std::shared_ptr<const Scenario>& scenario) { return begin_case(scenario, rules_of(*scenario)); }

PathsReport study(const std::shared_ptr<const Scenario>& scenario, long budget = 400) {
    PathsRequest request;
    request.budget = budget;
    return study_paths(scenario, rules_of(*scenario), request);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Two doors with something about it changed.
template <class F>
std::shared_ptr<const Scenario> changed(F&& change) {
    auto scenario = std::make_shared<Scenario>(*scenario_at(two_doors));
    change(*scenario);
    return scenario;
}

Node& node_of(Scenario& scenario, const std::string& id) {
    for (Node& node : scenario.nodes)
        if (node.id == id) return node;
    return scenario.nodes.front();
}

}  // namespace

TEST_CASE("the best and the worst line of two doors are found") {
    const Attempt start = start_of(scenario_at(two_doors));
    const WayResult best = result_of(find_line(start, {}, {}));
    CHECK(best.way == "aaa");
    CHECK(best.kept());
    CHECK(best.percent == 100);
    CHECK(best.outcome == Outcome::met);
    LineSearch downwards;
    downwards.worst = true;
    const WayResult worst = result_of(find_line(start, {}, downwards));
    CHECK(worst.percent == 0);
    CHECK(worst.criticals_open > 0);
}

TEST_CASE("a known way is a beginning that the search may better") {
    const Attempt start = start_of(scenario_at(two_doors));
    LineSearch narrow;
    narrow.width = 1;
    CHECK(result_of(find_line(start, {{{"b"}, {"b"}, {"b"}}}, narrow)).way == "aaa");
    CHECK(result_of(find_line(start, {{{"z"}}}, narrow)).way == "aaa");
}

TEST_CASE("where there is only a form its answers are searched") {
    const auto scenario = changed([](Scenario& s) { node_of(s, "D2").options.clear(); });
    const WayResult best = result_of(find_line(start_of(scenario), {}, {}));
    CHECK(has(best.way, "own:{"));
    CHECK(best.breached == 0);
    CHECK(best.missed == 0);
}

TEST_CASE("every way of a small case is judged, each option as often as ways lead to it") {
    const PathsReport report = study(scenario_at(two_doors));
    REQUIRE(!report.coverage.empty());
    CHECK(report.coverage[0].what == "every way by the options");
    CHECK(report.coverage[0].whole);
    CHECK(report.coverage[0].judged == 3 + 6 + 12);
    CHECK_FALSE(report.exhaustive);  // for there is a form as well
    CHECK(report.story.ways.text() == "12");
    CHECK(report.survey.nodes().size() == 5);
    CHECK(report.survey.faults().empty());
    CHECK(report.survey.overall().least == 0);
    CHECK(report.survey.overall().most == 100);
    CHECK(has(paths_text(report, *scenario_at(two_doors)),
              "  Proved for every way by the options; a sample of those with forms.\n"));
}

TEST_CASE("a budget that is too small is said to be") {
    const PathsReport report = study(scenario_at(two_doors), 5);
    const std::string text = paths_text(report, *scenario_at(two_doors));
    CHECK(has(text, "(not all of it: the budget was spent)"));
    CHECK(has(text, "  A sample: more may be found on ways that were not judged.\n"));
    CHECK(report.survey.judged() <= 8);
}

TEST_CASE("options that do the same and lead to the same are followed once") {
    const auto scenario = changed([](Scenario& s) {
        Node& node = node_of(s, "D2");
        node.composes.clear();
        Option twin = node.options[0];
        twin.id = "c";
        node.options.push_back(twin);
    });
    const PathsReport report = study(scenario);
    CHECK(report.exhaustive);
    CHECK(has(paths_text(report, *scenario), "  Proved: every way was judged.\n"));
    CHECK(report.merged == 3);
    CHECK(report.coverage[0].judged == 3 + 9 + 12);  // one of the twins goes no further at each of three
    CHECK(report.story.ways.text() == "18");
}

TEST_CASE("what an author has to mend is marked") {
    const auto scenario = changed([](Scenario& s) {
        Expectation wrong;
        wrong.norm = "GR1.1";
        wrong.state = "breached";
        node_of(s, "D1").options[0].expect = {wrong};
        Expectation unmet = wrong;
        unmet.state = "kept";
        unmet.when = {"C2", "not C1"};
        node_of(s, "D3").options[0].expect = {unmet};
        s.endings.insert(s.endings.begin(), Ending{"never", "Never", "", "", {{"safety", 50, 99}}});
        node_of(s, "D3").text.push_back({"Nobody reads this.", "", {"promised", "not C1"}});
        Node lost = node_of(s, "C1");
        lost.id = "C9";
        s.nodes.push_back(lost);
    });
    const PathsReport report = study(scenario, 60);
    const std::string text = paths_text(report, *scenario);
    CHECK(has_findings(report, *scenario));
    CHECK(has(text, "  ! no way comes to the scene C9\n"));
    CHECK(has(text, "  ! no way comes to the ending never\n"));
    CHECK(has(text, "  ! a text is never shown: D3: Nobody reads this.\n"));
    CHECK(has(text, "  ! D1a GR1.1: expected breached, found"));
    CHECK(has(text, "  ! the habit 'share all' passes\n"));
}

TEST_CASE("a decision at which nothing is clean or nothing is broken is named") {
    const auto nothing_clean = changed([](Scenario& s) {
        Node& node = node_of(s, "D2");
        node.options.erase(node.options.begin());
        node.options.push_back(node.options.front());
        node.options.back().id = "c";
        node.composes.clear();
    });
    CHECK(has(paths_text(study(nothing_clean), *nothing_clean),
              "  ! at D2 every option breaks some norm though all was kept before: after 'a'\n"));
    const auto nothing_broken = changed([](Scenario& s) {
        Node& node = node_of(s, "D1");
        node.options.resize(1);
        node.options.push_back(node.options.front());
        node.options.back().id = "b";
    });
    CHECK(has(paths_text(study(nothing_broken), *nothing_broken),
              "  ! D1 tests nothing: no option broke a norm on any way judged\n"));
}

TEST_CASE("decisions on all ways are counted at most, and no further than asked") {
    CHECK(decisions_on_all_ways(*scenario_at(two_doors), 1'000) == 3 * (1 + 2 * (1 + 2)));
    CHECK(decisions_on_all_ways(*scenario_at(two_doors), 20) == 21);
    const auto round = changed([](Scenario& s) { node_of(s, "D3").options[0].routes[0].then = "D1"; });
    CHECK(decisions_on_all_ways(*round, 5'000) == 5'001);
    // Scenes that lead on by themselves, two ways each: more ways than could ever be gone one by one.
    const auto doubling = changed([](Scenario& s) {
        const Node last = node_of(s, "C2");
        for (int i = 0; i < 90; ++i) {
            Node node = last;
            node.id = "X" + std::to_string(i);
            Route on;
            on.then = i == 89 ? "end" : "X" + std::to_string(i + 1);
            node.routes = {on, on};
            s.nodes.push_back(node);
        }
        node_of(s, "D3").options[0].routes[0].then = "X0";
    });
    CHECK(decisions_on_all_ways(*doubling, 1'000) == 21);
}
