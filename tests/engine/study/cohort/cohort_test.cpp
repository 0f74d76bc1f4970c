#include "engine/study/cohort/cohort.h"

#include "engine/study/cohort/figures.h"
#include "engine/study/cohort/node_sums.h"
#include "tests/support/catch.h"
#include "tests/support/made_result.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

const std::string kay = "p-aaaaaaaaaaaaaaaa";

}  // namespace

TEST_CASE("each person's first attempt at a case counts, copies once, and the rest is told") {
    Cohort cohort({});
    CHECK(cohort.add(made_result(kay, "x", {{"D1", "a", 10}}), "") == Taken::counted);
    CHECK(cohort.add(made_result(kay, "x", {{"D1", "a", 10}}), "") == Taken::copy);
    CHECK(cohort.add(made_result(kay, "x", {{"D1", "b", 0}}), "") == Taken::later_attempt);
    CHECK(cohort.add(made_result(kay, "y", {{"D1", "b", 0}}), "") == Taken::counted);
    CaseResult left = made_result(kay, "z", {{"D1", "a", 10}});
    left.complete = false;
    CHECK(cohort.add(left, "") == Taken::unfinished);
    CHECK(cohort.people() == 1);
    CHECK(cohort.count_of(Taken::counted) == 2);
    // Two people who chose the same have the same log and are still two.
    CHECK(cohort.add(made_result("p-bbbbbbbbbbbbbbbb", "x", {{"D1", "a", 10}}), "") == Taken::counted);
    const CohortFigures figures = cohort_figures(cohort);
    CHECK(figures.copies == 1);
    CHECK(figures.later_attempts == 1);
    CHECK(figures.unfinished == 1);
}

TEST_CASE("reports without a pseudonym that are alike are copies, unless each is said to be a person") {
    Cohort once({});
    CHECK(once.add(made_result("", "x", {{"D1", "a", 10}}), "") == Taken::counted);
    CHECK(once.add(made_result("", "x", {{"D1", "a", 10}}), "") == Taken::copy);
    CHECK(once.add(made_result("", "x", {{"D1", "b", 10}}), "") == Taken::counted);
    CHECK(once.people() == 2);
    CohortRequest request;
    request.each_nameless = true;
    Cohort each(request);
    each.add(made_result("", "x", {{"D1", "a", 10}}), "");
    CHECK(each.add(made_result("", "x", {{"D1", "a", 10}}), "") == Taken::counted);
}

TEST_CASE("only the mode that was asked for counts") {
    CohortRequest request;
    request.mode = "assessment";
    Cohort cohort(request);
    CaseResult result = made_result(kay, "x", {{"D1", "a", 10}});
    CHECK(cohort.add(result, "") == Taken::other_mode);
    result.assessment = true;
    CHECK(cohort.add(result, "") == Taken::counted);
    CHECK(cohort.assessment() == 1);
    CHECK(cohort.practice() == 0);
}

TEST_CASE("versions of a case, of the rules and of the engine are never put together") {
    Cohort cohort({});
    CaseResult result = made_result(kay, "x", {{"D1", "a", 10}});
    cohort.add(result, "");
    result.log_sha256[0] = '0';
    result.case_sha256 = std::string(64, '1');
    CHECK(cohort.add(result, "") == Taken::counted);
    result.log_sha256[0] = '1';
    result.rules_sha256 = std::string(64, '1');
    CHECK(cohort.add(result, "") == Taken::counted);
    result.log_sha256[0] = '2';
    result.engine = "0.2.0";
    CHECK(cohort.add(result, "") == Taken::counted);
    CHECK(cohort.cases().size() == 4);
}

TEST_CASE("a scene that a case comes back to is one decision") {
    Cohort cohort({});
    cohort.add(made_result(kay, "x", {{"D1", "a", 10}, {"D2", "a", 0}, {"D1", "b", 0}}), "");
    REQUIRE(cohort.cases()[0].nodes.size() == 2);
    CHECK(sums_of(cohort.cases()[0].nodes[0]).met == 1);
    CHECK(sums_of(cohort.cases()[0].nodes[0]).offered == 20 * Credit::whole);
    CHECK(sums_of(cohort.cases()[0].nodes[1]).met == 1);
}

TEST_CASE("options that nobody picked are seen where the case is known in that version") {
    Cohort cohort({});
    const auto scenario = scenario_at(two_doors);
    const auto scene = std::find_if(scenario->nodes.begin(), scenario->nodes.end(),
                                    [](const Node& node) { return node.options.size() > 1; });
    CaseResult result = made_result(kay, scenario->id, {{scene->id, scene->options[1].id, 10}});
    cohort.add(result, "");
    cohort.know_options(*scenario);
    CHECK_FALSE(cohort.cases()[0].nodes[0].options_known);  // another version
    result.case_sha256 = scenario->sha256;
    cohort.add(result, "other");
    cohort.know_options(*scenario);
    CHECK(cohort.cases()[1].nodes[0].options_known);
    CHECK(cohort.cases()[1].nodes[0].options.size() >= scene->options.size());
}
