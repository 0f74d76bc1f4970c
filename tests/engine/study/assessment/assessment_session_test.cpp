#include "engine/study/assessment/assessment_session.h"

#include "engine/play/attempt.h"
#include "engine/report/assessment_report.h"
#include "engine/study/assessment/assessment_result.h"
#include "engine/text/json_reader.h"
#include "tests/support/assessment_world.h"
#include "tests/support/catch.h"
#include "tests/support/made_up_words.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

const std::string learner = "p-0123456789abcdef";

AssessmentSession begun(int cases = 2, int limit = 0) {
    return AssessmentSession(small_plan(cases, limit), small_cases(cases), learner);
}

// Takes every case by the same options.
AssessmentSession taken(int cases, const std::string& options, AssessmentPlan plan) {
    AssessmentSession session(std::move(plan), small_cases(cases), learner);
    session.apply(choosing("agree"));
    for (int i = 0; i < cases; ++i)
        for (const char option : options) {
            while (session.page().kind != PageKind::scene) session.apply(doing(Input::Kind::go_on));
            session.apply(choosing(std::string(1, option)));
        }
    while (session.page().id != "assessment/review") session.apply(doing(Input::Kind::go_on));
    return session;
}

AssessmentResult result_of(const AssessmentSession& session) {
    return assessment_result(session.plan(), session.players(), *small_cases(1).front().rules);
}

std::string words_of(const Page& page) {
    std::string words = page.title + "\n";
    for (const Block& block : page.blocks) words += block.text + "\n";
    return words;
}

}  // namespace

TEST_CASE("the privacy notice comes first, and nothing is kept before it is agreed to") {
    AssessmentSession session = begun();
    CHECK(session.page().id == "assessment/notice");
    CHECK(words_of(session.page()).find("It is kept for 30 days") != std::string::npos);
    CHECK(words_of(session.page()).find(learner) != std::string::npos);
    CHECK(words_of(session.page()).find("Ann, room 3.") != std::string::npos);
    CHECK_FALSE(session.take_news().anything());
    CHECK(session.apply(doing(Input::Kind::go_on)) == "Choose one of the answers first.");
    CHECK(session.apply(choosing("submit")) == "That is not one of the answers here.");
    CHECK(session.apply(choosing("agree")).empty());
    const SessionNews news = session.take_news();
    CHECK(news.begun);
    REQUIRE(news.lines.size() == 1);
    CHECK(news.lines[0].lines.size() == 1);  // what the case is an attempt at
    CHECK_FALSE(session.take_news().anything());
    CHECK(session.page().title == "Case 1 of 2: Two doors");
}

TEST_CASE("whoever declines has not begun, and is told that nothing is kept") {
    for (const Input& input : {choosing("decline"), doing(Input::Kind::leave)}) {
        AssessmentSession session = begun();
        REQUIRE(session.apply(input).empty());
        CHECK(session.left());
        CHECK_FALSE(session.begun());
        CHECK_FALSE(session.take_news().anything());
        CHECK(session.page().title == "You have not begun");
        CHECK(words_of(session.page()).find("Nothing is kept about you") != std::string::npos);
    }
    AssessmentSession session = begun();
    session.apply(choosing("agree"));
    session.apply(doing(Input::Kind::leave));
    CHECK(words_of(session.page()).find("Every decision you made is kept.") != std::string::npos);
}

TEST_CASE("between two cases there is a pause in which no time runs") {
    AssessmentSession session = begun(2, 10);
    session.apply(choosing("agree"));
    session.apply(choosing("usual"));
    while (session.page().id != "assessment/between")
        REQUIRE(
            session.apply(session.page().kind == PageKind::scene ? choosing("a") : doing(Input::Kind::go_on)).empty());
    CHECK(
        words_of(session.page()) ==
        "Case 1 of 2 is over\n"
        "Two doors: 3 decisions, to the end. It is kept, and it stands. Nothing is said about it before an assessor "
        "has "
        "looked at it.\n"
        "Take a break if you want one; no time runs on this page. You can also leave now and go on later with the next "
        "case: Two doors.\n");
    session.pass_time(300);
    CHECK(session.seconds_left() == 600);
    CHECK(session.apply(choosing("agree")) == "That is not one of the answers here.");
    Diagnostics diagnostics;
    auto again = AssessmentSession::resume(small_plan(2, 10), small_cases(), learner, session.progress(), diagnostics);
    REQUIRE(again);
    CHECK(again->page().id == "assessment/between");
    REQUIRE(again->apply(doing(Input::Kind::go_on)).empty());
    CHECK(again->page().title == "Case 2 of 2: Two doors");
}

TEST_CASE("an assessment goes from case to case without a verdict, a way back or a second try") {
    AssessmentSession session = begun();
    session.apply(choosing("agree"));
    int scenes = 0;
    while (session.page().id != "assessment/review") {
        const Page& page = session.page();
        CHECK(page.kind != PageKind::feedback);
        CHECK(page.kind != PageKind::debrief);
        CHECK(page.feedback.verdicts.empty());
        CHECK(session.apply(doing(Input::Kind::back)) == "In an assessment there is no way back.");
        CHECK(session.apply(doing(Input::Kind::replay)) == "An assessment is taken once.");
        if (page.kind == PageKind::scene) {
            ++scenes;
            REQUIRE(session.apply(choosing("b")).empty());
        } else {
            REQUIRE(session.apply(doing(Input::Kind::go_on)).empty());
        }
    }
    CHECK(scenes == 6);
}

TEST_CASE("handing in is looked over and confirmed") {
    AssessmentSession session = taken(2, "aaa", small_plan(2));
    CHECK(words_of(session.page()).find("Case 2, Two doors: 3 decisions, to the end.") != std::string::npos);
    REQUIRE(session.apply(choosing("look:2")).empty());
    CHECK(words_of(session.page()).find("Write what you saw and heard") != std::string::npos);
    REQUIRE(session.apply(choosing("back")).empty());
    REQUIRE(session.apply(choosing("submit")).empty());
    CHECK(words_of(session.page()).find("2 of 2 cases are complete") != std::string::npos);
    REQUIRE(session.apply(choosing("back")).empty());
    CHECK_FALSE(session.submitted());
    REQUIRE(session.apply(choosing("submit")).empty());
    session.take_news();
    REQUIRE(session.apply(choosing("yes")).empty());
    CHECK(session.submitted());
    CHECK(session.take_news().submitted);
    CHECK(session.page().kind == PageKind::closed);
    CHECK(session.apply(choosing("yes")) == "The assessment is handed in.");
}

TEST_CASE("a session is taken up at the same decision, wherever it was left") {
    AssessmentSession session = begun();
    session.apply(choosing("agree"));
    for (int step = 0; session.page().id != "assessment/review" && step < 100; ++step) {
        Diagnostics diagnostics;
        auto again = AssessmentSession::resume(small_plan(), small_cases(), learner, session.progress(), diagnostics);
        REQUIRE(again);
        CHECK(diagnostics.empty());
        CHECK(again->progress().logs == session.progress().logs);
        // Before the first decision of a case it begins with the case's first page.
        if (session.page().kind == PageKind::scene && !session.players().back().attempt().decisions().empty()) {
            CHECK(again->page().id == session.page().id);
            CHECK(again->page().case_title == session.page().case_title);
        }
        CHECK_FALSE(again->take_news().anything());
        session.apply(session.page().kind == PageKind::scene ? choosing("a") : doing(Input::Kind::go_on));
    }
}

TEST_CASE("logs that do not belong here are not taken up") {
    AssessmentSession session = taken(2, "aaa", small_plan(2));
    SessionProgress progress = session.progress();
    const auto refused = [&](const SessionProgress& changed) {
        Diagnostics diagnostics;
        CHECK_FALSE(AssessmentSession::resume(small_plan(2), small_cases(2), learner, changed, diagnostics));
        return diagnostics.render();
    };
    SessionProgress more = progress;
    more.logs.push_back(progress.logs[0]);
    CHECK(refused(more).find("error E746: there are decisions in more cases than the assessment has") !=
          std::string::npos);
    SessionProgress cut = progress;
    cut.logs[0] = cut.logs[0].substr(0, cut.logs[0].find('\n') + 1);
    CHECK(refused(cut).find("error E746: this log is not the one that belongs here") != std::string::npos);
    SessionProgress changed = progress;
    changed.logs[1][changed.logs[1].size() / 2] ^= 1;
    CHECK(refused(changed).find("error E70") != std::string::npos);
}

TEST_CASE("leaving a case that is too close costs nothing, and an assessor decides what it means") {
    AssessmentSession session = begun();
    session.apply(choosing("agree"));
    session.apply(doing(Input::Kind::go_on));
    REQUIRE(session.apply(doing(Input::Kind::skip)).empty());
    CHECK(session.page().id == "assessment/skip");
    REQUIRE(session.apply(choosing("back")).empty());
    CHECK(session.page().id == "D1");
    session.apply(doing(Input::Kind::skip));
    REQUIRE(session.apply(choosing("skip")).empty());
    CHECK(session.page().title == "Case 1 of 2 is over");
    CHECK(words_of(session.page()).find("Two doors: 0 decisions, left before the end.") != std::string::npos);
    REQUIRE(session.apply(doing(Input::Kind::go_on)).empty());
    CHECK(session.page().title == "Case 2 of 2: Two doors");
    while (session.page().id != "assessment/review")
        session.apply(session.page().kind == PageKind::scene ? choosing("a") : doing(Input::Kind::go_on));
    const AssessmentResult result = result_of(session);
    CHECK(result.scored == 1);
    CHECK(result.proposal == Proposal::review);
    CHECK(result.reasons.front() == "1 of 2 cases were not played to their end, and are not scored.");
}

TEST_CASE("time can be had ten times over, extended as often as asked, or switched off, and is never taken away") {
    AssessmentSession session = begun(1, 10);
    CHECK_FALSE(session.time_is_short());
    session.apply(choosing("agree"));
    CHECK(session.page().id == "assessment/time");
    session.apply(choosing("usual"));
    CHECK(session.seconds_left() == 600);
    session.pass_time(480);
    CHECK(session.time_is_short());  // with 120 seconds to go
    session.pass_time(-5000);        // a clock that was set back
    session.pass_time(1'000'000);    // a machine that slept
    CHECK(session.seconds_left() == 120);
    session.extend();
    CHECK(session.seconds_left() == 270);
    session.pass_time(300);
    CHECK(session.seconds_left() == 0);
    session.apply(doing(Input::Kind::go_on));
    CHECK(session.page().id == "assessment/time-up");
    for (int i = 0; i < 12; ++i) session.extend();
    session.apply(choosing("more"));
    CHECK(session.page().kind == PageKind::scene);
    CHECK(*session.seconds_left() > 1800);
    session.allow(TimeAllowance::tenfold);
    CHECK(*session.seconds_left() > 6000);
    session.allow(TimeAllowance::off);
    CHECK_FALSE(session.seconds_left());
    CHECK(plan_text(session.plan()).find("allowance") == std::string::npos);
}

TEST_CASE("near the mark an assessor decides, and so they do on a single critical breach") {
    AssessmentPlan plan = small_plan(8);
    plan.error_tenths = 30;
    const AssessmentResult sound = result_of(taken(8, "aaa", plan));
    CHECK(sound.card.outcome == Outcome::met);
    CHECK(sound.proposal == Proposal::met);
    const int percent = sound.card.overall.percent();
    plan.pass.cut_percent = percent - 2;
    const AssessmentResult near_cut = result_of(taken(8, "aaa", plan));
    CHECK(near_cut.proposal == Proposal::review);
    REQUIRE(near_cut.reasons.size() == 1);
    CHECK(near_cut.reasons[0].find("they lie within one standard error of the score (3.0)") != std::string::npos);
    plan.pass.cut_percent = percent - 5;
    CHECK(result_of(taken(8, "aaa", plan)).proposal == Proposal::met);

    const AssessmentResult bad = result_of(taken(8, "bbb", small_plan(8)));
    CHECK(bad.proposal == Proposal::not_yet);
    const AssessmentResult few = result_of(taken(2, "aaa", small_plan(2)));
    CHECK(few.error_tenths == -1);
    CHECK(few.proposal == Proposal::review);
    CHECK(few.reasons[0] == "There are too few cases to say how sure the score is.");
}

TEST_CASE("scenes skipped by choice cost nothing, and with too many of them an assessor decides") {
    AssessmentPlan plan = small_plan(8);
    plan.error_tenths = 30;
    const auto skipping = [&](std::size_t scenes) {  // so many in each case, from the second on
        AssessmentSession session(plan, small_cases(8), learner);
        session.apply(choosing("agree"));
        while (session.page().id != "assessment/review") {
            const bool scene = session.page().kind == PageKind::scene;
            const std::size_t made = session.players().back().attempt().decisions().size();
            if (!scene)
                session.apply(doing(Input::Kind::go_on));
            else if (made >= 1 && made <= scenes && session.players().size() <= 4)
                REQUIRE(session.apply(doing(Input::Kind::skip_scene)) == "");
            else
                REQUIRE(session.apply(choosing("a")) == "");
        }
        return session;
    };
    const AssessmentSession some = skipping(1);
    const AssessmentResult one_in_six = result_of(some);
    CHECK(one_in_six.card.skips.skipped == 4);
    CHECK(one_in_six.card.skips.decisions == 24);
    CHECK(one_in_six.proposal == Proposal::met);
    CHECK(one_in_six.reasons[0] == "4 of 24 decisions were skipped by choice; nothing was judged there.");
    CHECK(
        assessment_report_text(plan, learner, some.players(), one_in_six).find("3 decisions (1 skipped by choice)\n") !=
        std::string::npos);
    AssessmentSession looking = skipping(1);
    REQUIRE(looking.apply(choosing("look:1")) == "");
    CHECK(words_of(looking.page()).find("You skipped this scene. A colleague took this step: ") != std::string::npos);

    const AssessmentResult one_in_three = result_of(skipping(2));
    CHECK(one_in_three.card.outcome == Outcome::not_enough);
    CHECK(one_in_three.proposal == Proposal::review);
    REQUIRE(one_in_three.reasons.size() == 1);
    CHECK(one_in_three.reasons[0] == "8 of 24 decisions were skipped by choice. There is not enough evidence.");
}

TEST_CASE("what an assessment came to is the same as data in every language, and in words in the one chosen") {
    const auto data_of = [&](const AssessmentSession& session) {
        return assessment_report_json(session.plan(), learner, session.players(), result_of(session)).canonical();
    };
    const auto text_of = [&](const AssessmentSession& session) {
        return assessment_report_text(session.plan(), learner, session.players(), result_of(session));
    };
    const AssessmentSession as_written = taken(4, "aab", small_plan(4));
    REQUIRE_FALSE(result_of(as_written).reasons.empty());
    const std::string data = data_of(as_written);
    const MadeUpWords words;
    const AssessmentSession other = taken(4, "aab", small_plan(4));
    CHECK(data_of(other) == data);
    CHECK(data_of(as_written) == data);
    CHECK(text_of(other).find("Proposal") == std::string::npos);
    CHECK(other.page().title == in_made_up_language("Look it over"));
}

TEST_CASE("a plan comes back from its own text, and a changed one is another") {
    const std::string text = plan_text(small_plan(2, 45));
    Diagnostics diagnostics;
    const Tree tree = read_json(text, diagnostics.add_source("plan", text), diagnostics);
    const auto plan = read_assessment_plan(tree, diagnostics);
    REQUIRE(plan);
    CHECK(diagnostics.empty());
    CHECK(plan_text(*plan) == text);
}

TEST_CASE("cases are drawn from pools, the same by the same seed") {
    AssessmentForm form;
    form.draws = {{2, {"a", "b", "c", "d"}}, {1, {"e", "f"}}};
    CHECK(cases_of_form(form, 1) == cases_of_form(form, 1));
    std::set<std::vector<std::string>> seen;
    for (std::int64_t seed = 0; seed < 200; ++seed) {
        const std::vector<std::string> drawn = cases_of_form(form, seed);
        REQUIRE(drawn.size() == 3);
        CHECK(drawn[0] != drawn[1]);
        CHECK((drawn[2] == "e" || drawn[2] == "f"));
        seen.insert(drawn);
    }
    CHECK(seen.size() == 24);  // every way there is
}
