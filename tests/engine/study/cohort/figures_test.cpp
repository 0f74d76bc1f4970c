#include "engine/study/cohort/figures.h"

#include "engine/study/statistics/alpha.h"
#include "tests/support/catch.h"
#include "tests/support/cohort_maker.h"
#include "tests/support/made_result.h"

using namespace ntk;

namespace {

// Six people with these points of ten at two decisions; "b" is what loses.
void add_six(Cohort& cohort, const std::string& case_id, const std::vector<int>& first, const std::vector<int>& second,
             const std::string& group = "", std::uint64_t from = 1) {
    for (std::size_t i = 0; i < first.size(); ++i)
        cohort.add(
            made_result(made_pseudonym(from + i), case_id,
                        {{"D1", first[i] > 5 ? "a" : "b", first[i]}, {"D2", second[i] > 5 ? "a" : "b", second[i]}}),
            group);
}

}  // namespace

TEST_CASE("facility and discrimination of a small case, hand-worked") {
    Cohort cohort({});
    add_six(cohort, "x", {0, 10, 0, 10, 10, 0}, {2, 4, 4, 8, 6, 6});
    const auto cases = case_figures(cohort);
    REQUIRE(cases.size() == 1);
    CHECK(cases[0].n == 6);
    CHECK(*cases[0].mean == Approx(50));
    REQUIRE(cases[0].items.size() == 2);
    CHECK(*cases[0].items[0].facility == Approx(0.5));
    CHECK(*cases[0].items[1].facility == Approx(0.5));
    // The rest of the one is the other: products 10, squares 150 and 22.
    CHECK(*cases[0].items[0].discrimination == Approx(100 * 30 / std::sqrt(150.0 * 22)));
    CHECK(*cases[0].items[1].discrimination == Approx(*cases[0].items[0].discrimination));
    // In order 0 0 0 10 10 10 with 2 4 4 6 6 8: products 50.
    CHECK(*cases[0].items[0].efficiency == Approx(100.0 * 30 / 50));
}

TEST_CASE("what was not met is left out, neither right nor wrong") {
    Cohort cohort({});
    add_six(cohort, "x", {10, 10, 10, 10, 10, 10}, {10, 10, 10, 10, 10, 10});
    for (std::uint64_t i = 10; i < 16; ++i) cohort.add(made_result(made_pseudonym(i), "x", {{"D2", "b", 0}}), "");
    const auto cases = case_figures(cohort);
    CHECK(cases[0].items[0].n == 6);
    CHECK(*cases[0].items[0].facility == Approx(1));
    CHECK_FALSE(cases[0].items[0].discrimination);
    CHECK(cases[0].items[1].n == 12);
    CHECK(*cases[0].items[1].facility == Approx(0.5));
}

TEST_CASE("a case of four people is hidden, and so is a decision that four have met") {
    Cohort cohort({});
    add_six(cohort, "x", {0, 10, 0, 10}, {2, 4, 4, 8});
    CHECK(case_figures(cohort)[0].hidden);
    CHECK(case_figures(cohort)[0].items.empty());
    for (std::uint64_t i = 10; i < 14; ++i) cohort.add(made_result(made_pseudonym(i), "x", {{"D3", "b", 0}}), "");
    const auto now = case_figures(cohort);
    CHECK(now[0].n == 8);
    for (const ItemFigures& item : now[0].items) {
        CHECK(item.n == 0);
        CHECK_FALSE(item.facility);
        CHECK(item.options.empty());
    }
}

TEST_CASE("a worst option that the best pick is pointed out") {
    Cohort cohort({});
    // Those who do well at D2 pick "b" at D1, which loses.
    for (std::uint64_t i = 0; i < 36; ++i)
        cohort.add(made_result(made_pseudonym(i + 1), "x",
                               {{"D1", i < 18 ? "a" : "b", i < 18 ? 10 : -5}, {"D2", "a", static_cast<int>(i) / 4}}),
                   "");
    const auto cases = case_figures(cohort);
    const auto& options = cases[0].items[0].options;
    REQUIRE(options.size() == 2);
    CHECK_FALSE(options[0].tempts_the_best);
    CHECK(options[1].tempts_the_best);
    CHECK(options[1].picked == 18);
    CHECK(options[1].by_third[0] == 0);
    CHECK(options[1].by_third[1] == 6);
    CHECK(options[1].by_third[2] == 12);
    CHECK(*options[1].score == Approx(-50));
    CHECK(*cases[0].items[0].discrimination < 0);
}

TEST_CASE("a form joins the cases of each person; who lacks one is left out") {
    CohortRequest request;
    request.forms = {made_form("f", {"x", "y"}), made_form("untaken", {"x", "w"})};
    Cohort cohort(request);
    add_six(cohort, "x", {10, 8, 6, 4, 2, 10}, {10, 8, 6, 4, 2, 0});
    add_six(cohort, "y", {10, 6, 8, 2, 4}, {10, 8, 6, 4, 2});
    const auto forms = form_figures(cohort);
    REQUIRE(forms.size() == 1);
    const FormFigures& form = forms[0];
    CHECK(form.n == 5);
    // In points of a hundred, each case weighing half: 50 40 30 20 10 and 50 35 35 15 15.
    CHECK(*form.alpha == Approx(*cronbach_alpha({{50, 50}, {40, 35}, {30, 35}, {20, 15}, {10, 15}})));
    CHECK(*form.mean == Approx(60));
    // 100, 75, 65, 35, 25 of 100: two reach 70.
    CHECK(*form.met == Approx(0.4));
    CHECK(*form.refer == 0);
    CHECK_FALSE(form.error_at_cut);  // two cases are too few to draw from
    CHECK(form.cases.size() == 2);
    int people = 0;
    for (const ScoreRange& range : form.scores) {
        CHECK(range.people >= 5);
        people += range.people;
    }
    CHECK(people == 5);
}

TEST_CASE("a form of which all have the same total has no agreement, not agreement 0") {
    CohortRequest request;
    request.forms = {made_form("f", {"x", "y"})};
    Cohort cohort(request);
    add_six(cohort, "x", {5, 5, 5, 5, 5}, {5, 5, 5, 5, 5});
    add_six(cohort, "y", {5, 5, 5, 5, 5}, {5, 5, 5, 5, 5});
    const auto forms = form_figures(cohort);
    CHECK_FALSE(forms[0].alpha);
    CHECK_FALSE(forms[0].alpha_interval);
    CHECK_FALSE(forms[0].error);
    CHECK_FALSE(forms[0].livingston);
    CHECK(*forms[0].met == 0);
}

TEST_CASE("critical breaches stand outside the sum of a form as well") {
    CohortRequest request;
    request.forms = {made_form("f", {"x", "y"})};
    Cohort cohort(request);
    for (std::uint64_t i = 0; i < 6; ++i) {
        CaseResult x = made_result(made_pseudonym(i), "x", {{"D1", "a", 10}});
        CaseResult y = made_result(made_pseudonym(i), "y", {{"D1", "a", 10}});
        if (i == 0) x.criticals.open = 1;                     // for an assessor
        if (i == 1) x.criticals.open = y.criticals.open = 1;  // one in each: not yet
        if (i == 2) y.criticals = {1, 1, 0};                  // of the gravest kind: not yet
        if (i == 3) y.criticals.gravest_mended = 1;           // for an assessor
        cohort.add(x, "");
        cohort.add(y, "");
    }
    const auto forms = form_figures(cohort);
    CHECK(*forms[0].met == Approx(2.0 / 6));
    CHECK(*forms[0].refer == Approx(2.0 / 6));
}

TEST_CASE("groups that lean are told which way, small ones not at all") {
    Cohort cohort({});
    for (std::uint64_t i = 0; i < 18; ++i) {
        CaseResult result = made_result(made_pseudonym(i), "x", {{"D1", "a", 4}});
        const bool shares = i < 6;
        result.balance = {4, shares ? 4 : 1, 4, shares ? 3 : 0, shares ? 0 : 100, shares ? 100 : 0, true};
        result.decisions[0].waited_for_consent = !shares;
        cohort.add(result, shares ? "over" : i < 12 ? "waiting" : i < 16 ? "few" : "fewer");
    }
    const auto groups = group_figures(cohort);
    REQUIRE(groups.size() == 5);
    CHECK(groups[0].name == "Everyone");
    CHECK(groups[0].people == 18);
    CHECK(*groups[1].j == Approx(25));
    CHECK(*groups[1].lean == Approx(100));
    CHECK(groups[1].words[0] == "Loses more by sharing what was not needed than by holding back: it over-shares.");
    CHECK(*groups[2].lean == Approx(-100));
    CHECK(groups[2].words ==
          std::vector<std::string>{"Loses more by holding back than by sharing too much.",
                                   "Waits for consent where a rule is missed by it, at 100% of decisions.",
                                   "Least sure of Rule 1 (40%)."});
    CHECK(groups[3].hidden);
    CHECK(groups[4].hidden);
    CHECK_FALSE(groups[3].score);
}

TEST_CASE("growth compares the same people, and owns up to practice on the same form") {
    CohortRequest request;
    request.forms = {made_form("a", {"x", "y"}), made_form("b", {"v", "w"})};
    request.before = "spring";
    request.after = "summer";
    for (const bool same : {false, true}) {
        Cohort cohort(request);
        add_six(cohort, "x", {2, 4, 4, 6, 6, 8}, {2, 4, 4, 6, 6, 8}, "spring");
        add_six(cohort, "y", {2, 4, 4, 6, 6, 8}, {2, 4, 4, 6, 6, 8}, "spring");
        add_six(cohort, same ? "x" : "v", {4, 6, 6, 8, 8, 8}, {4, 6, 6, 8, 8, 8}, "summer");
        add_six(cohort, same ? "y" : "w", {4, 6, 6, 8, 8, 8}, {4, 6, 6, 8, 8, 8}, "summer");
        const auto growth = growth_figures(cohort);
        REQUIRE(growth);
        CHECK(growth->people == 6);
        CHECK(*growth->mean == Approx(100.0 / 6));  // five by 20, one by none
        CHECK(growth->same_form == same);
        CHECK(growth->interval->low > 0);
    }
}

TEST_CASE("a panel is compared with what the engine usually found") {
    CohortRequest request;
    Panel panel;
    panel.options[{"x", "D1", "a"}] = {2, 2, 2};
    panel.options[{"x", "D1", "b"}] = {2, 2, 1};
    panel.options[{"x", "D1", "c"}] = {0, 0, 2, 2};
    request.panel = panel;
    Cohort cohort(request);
    for (std::uint64_t i = 0; i < 6; ++i)
        cohort.add(made_result(made_pseudonym(i), "x", {{"D1", i < 3 ? "a" : "b", i < 3 ? 10 : -10}}), "");
    const auto found = panel_figures(cohort);
    REQUIRE(found);
    CHECK(found->options_rated == 3);
    CHECK(found->options_seen == 2);
    CHECK(found->two_apart == std::vector<std::string>{"x D1 b"});
    CHECK(found->divided == std::vector<std::string>{"x D1 c"});
    CHECK_FALSE(found->among_judges_interval);  // three options are too few to draw from
    // Panel 2 2, engine 2 0: mean square 2, by chance 2 as well.
    CHECK(*found->with_engine == Approx(0));
}

TEST_CASE("a cut by a panel weighs decisions by what they offer") {
    CohortRequest request;
    request.forms = {made_form("f", {"x", "y"})};
    Panel panel;
    panel.judges = {"j1", "j2"};
    panel.cut[{"x", "D1", ""}] = {0.5, 0.7};
    panel.cut[{"x", "D2", ""}] = {0.8, 0.6};
    panel.cut[{"y", "D1", ""}] = {0.6, 0.6};
    request.panel = panel;
    Cohort cohort(request);
    for (std::uint64_t i = 0; i < 5; ++i) {
        cohort.add(made_result(made_pseudonym(i), "x", {{"D1", "a", 10, 10}, {"D2", "a", 20, 30}}), "");
        cohort.add(made_result(made_pseudonym(i), "y", {{"D1", "a", 10, 10}, {"D2", "a", 5, 10}}), "");
    }
    const auto forms = form_figures(cohort);
    REQUIRE(forms[0].angoff);
    CHECK(forms[0].angoff->decisions == 3);
    CHECK(forms[0].angoff->left_out == 1);
    // j1: 5 + 24 + 6 = 35 of 50, j2: 7 + 18 + 6 = 31.
    CHECK(forms[0].angoff->cut == Approx(66));
    CHECK(*forms[0].angoff->error == Approx(4));
}

TEST_CASE("decisions are screened for groups that do equally well over all") {
    Cohort cohort({});
    std::uint64_t person = 0;
    for (const char* group : {"a", "b"})
        for (int i = 0; i < 60; ++i) {
            // Equal elsewhere; D1 is lost by half of the one group and by three quarters of the other.
            const bool right = group == std::string("a") ? i % 2 == 0 : i % 4 == 0;
            cohort.add(made_result(made_pseudonym(++person), "x",
                                   {{"D1", right ? "a" : "b", right ? 10 : 0}, {"D2", "a", i % 3 * 5}}),
                       group);
        }
    const auto found = difference_figures(cohort);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].node == "D1");
    CHECK(found[0].reference == "a");
    CHECK(*found[0].difference.odds_ratio == Approx(3));
    CHECK(found[0].difference.grade == "C");
}
