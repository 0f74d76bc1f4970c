#include "engine/report/assessment_shapes.h"

#include "engine/host/store/bundle.h"
#include "engine/host/store/pinned_plan.h"
#include "engine/report/assessment_report.h"
#include "engine/report/sealed_decision.h"
#include "engine/text/json_reader.h"
#include "tests/support/assessment_world.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/json_schema.h"
#include "tests/support/play_world.h"
#include "tests/support/sealed_case.h"

using namespace ntk;

namespace {

nlohmann::json schema(const std::string& name) {
    return nlohmann::json::parse(whole_file("assets/schema/" + name + "-1.schema.json"));
}

std::string report_of(const AssessmentSession& session) {
    const AssessmentResult result = assessment_result(session.plan(), session.players(), *small_cases(1)[0].rules);
    return assessment_report_json(session.plan(), session.learner(), session.players(), result).canonical();
}

Input first_of(const Page& page) {
    return page.choices.empty() ? doing(Input::Kind::go_on) : choosing(page.choices.front().id);
}

}  // namespace

TEST_CASE("the report of a sitting fits its schema at every point of it") {
    AssessmentSession session(small_plan(2), small_cases(2), "p-0123456789abcdef");
    for (int i = 0; i < 100 && !session.submitted(); ++i) {
        if (!session.players().empty())
            CHECK(schema_findings(nlohmann::json::parse(report_of(session)), schema("assessment-report")) == "");
        REQUIRE(session.apply(first_of(session.page())) == "");
    }
    const auto whole = nlohmann::json::parse(report_of(session));
    CHECK(schema_findings(whole, schema("assessment-report")) == "");
    CHECK(whole["scored"] == 2);
    CHECK(whole["plan"]["cases"].size() == 2);

    AssessmentSession left(small_plan(2), small_cases(2), "p-0123456789abcdef");
    while (left.page().kind != PageKind::scene || left.players().empty())
        REQUIRE(left.apply(first_of(left.page())) == "");
    REQUIRE(left.apply(doing(Input::Kind::skip_scene)) == "");
    const auto json = nlohmann::json::parse(report_of(left));
    CHECK(schema_findings(json, schema("assessment-report")) == "");
    CHECK(json["cases"][0]["skipped"] == 1);
    CHECK(json["cases"][0]["complete"] == false);
    auto named = json;
    named["learner_name"] = "Ann";
    CHECK(schema_findings(named, schema("assessment-report")) != "");
}

TEST_CASE("a file of results fits its schema, with decisions of assessors and without") {
    const std::string text = results_file("aaa");
    CHECK(schema_findings(nlohmann::json::parse(text), schema("results")) == "");
    Diagnostics diagnostics;
    const Tree tree = read_json(text, diagnostics.add_source("results", text), diagnostics);
    auto bundle = read_bundle(tree, diagnostics);
    REQUIRE(bundle);
    bundle->whole.reviews.push_back({20'001, "Ann", "void", "The power went."});
    auto json = nlohmann::json::parse(bundle_text(bundle->assessment, bundle->whole));
    CHECK(schema_findings(json, schema("results")) == "");
    json["reviews"][0]["decision"] = "passed";
    CHECK(schema_findings(json, schema("results")) != "");
}

TEST_CASE("a sealed decision of an assessor travels in a file of results, and fits its schema") {
    const auto bundle_of = [](const std::string& text, Diagnostics& diagnostics) {
        const Tree tree = read_json(text, diagnostics.add_source("results", text), diagnostics);
        return read_bundle(tree, diagnostics);
    };
    Diagnostics diagnostics;
    auto bundle = bundle_of(results_file("aaa"), diagnostics);
    REQUIRE(bundle);
    const StoredSession& session = bundle->whole.session;
    StoredReview review{20'002, "Kim", "met", "Seen, and agreed."};
    DecisionStatement statement{session.assessment, session.id, session.learner, {}, "review", {}, "0.1.0"};
    statement.decision = {day_text(review.day), review.assessor, review.decision, review.reason};
    review.statement = decision_file(statement);
    review.seal = sign(review.statement, decision_seal_comment(review.statement, statement), assessor_key());
    bundle->whole.reviews.push_back(review);
    const std::string sealed = bundle_text(bundle->assessment, bundle->whole);
    const auto json = nlohmann::json::parse(sealed);
    CHECK(schema_findings(json, schema("results")) == "");
    CHECK(json["reviews"][0]["seal"] == review.seal);

    const auto again = bundle_of(sealed, diagnostics);
    REQUIRE(again);
    CHECK(again->whole.reviews == std::vector<StoredReview>{review});

    bundle->whole.reviews[0].reason = "Something else.";  // what was sealed says otherwise
    const std::string bent = bundle_text(bundle->assessment, bundle->whole);
    CHECK(schema_findings(nlohmann::json::parse(bent), schema("results")) == "");
    CHECK_FALSE(bundle_of(bent, diagnostics));
    CHECK(diagnostics.render().find("E753") != std::string::npos);
}
