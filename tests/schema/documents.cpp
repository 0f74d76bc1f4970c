#include <nlohmann/json.hpp>

#include "engine/report/assessment_report.h"
#include "engine/report/cohort_report.h"
#include "engine/report/findings.h"
#include "engine/report/jigsaw_report.h"
#include "engine/report/report.h"
#include "engine/report/sealed_decision.h"
#include "engine/report/what_changed.h"
#include "tests/schema/corpus.h"
#include "tests/support/assessment_world.h"
#include "tests/support/cohort_maker.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/made_result.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

namespace ntk {

namespace {

Player played(const std::string& path, const std::string& options) {
    Player player = player_of(path, Mode::assessment);
    play(player, options);
    go_to_scene(player);
    return player;
}

std::string report_of(const std::string& path, const std::string& options) {
    ReportAbout about("p-0123456789abcdef");
    about.form = {"form-a", "Form A", "1.0.0", std::string(64, 'a')};
    return report_json(played(path, options), about).pretty();
}

std::string left_early() {
    Player player = player_of(two_doors);
    play(player, "b");
    go_to_scene(player);
    player.apply(doing(Input::Kind::skip));
    return report_json(player).pretty();
}

// Twelve people in two groups on a form of two cases.
std::string figures() {
    CohortRequest request;
    request.forms = {made_form("f", {"x", "y"})};
    Cohort cohort(request);
    for (std::uint64_t i = 0; i < 12; ++i) {
        const int skill = static_cast<int>(i) % 6 * 2;
        for (const char* name : {"x", "y"})
            cohort.add(made_result(made_pseudonym(i), name,
                                   {{"D1", skill > 4 ? "a" : "b", skill}, {"D2", "a", skill < 2 ? 0 : skill - 2}}),
                       i < 6 ? "schools" : "housing");
    }
    return cohort_json(cohort_figures(cohort)).pretty();
}

std::string findings() {
    FindingsReport report;
    report.files = {"a.yaml"};
    report.findings = {{"E601", Severity::error, "a.yaml", 3, 4, "a scene is missing", "add it", false, ""},
                       {"W502", Severity::warning, "a.yaml", 0, 0, "a long sentence", "", true, "it is a quotation"}};
    return findings_json(report);
}

std::string changed() {
    Json::List logs;
    for (const std::string options : {"bba", "b"}) {
        std::string problem;
        const auto one =
            what_changed(played(two_doors, options).attempt(), rule_book({"england-2024"}, "2024-09-01"), problem);
        if (!one) continue;
        Json json = what_changed_json(*one);
        json["log"] = "log.jsonl";
        json["scenario"] = "two-doors";
        logs.push_back(std::move(json));
    }
    return changed_logs_json(std::move(logs)).pretty();
}

std::string picture() {
    return jigsaw_report_json(
               JigsawPlayer(small_jigsaw().jigsaw, played_chairs({"ab", "b", "b"}), small_jigsaw().planned))
        .pretty();
}

// A sitting of two cases: both played to the end, or left in the first with one scene skipped.
std::string sitting(bool whole) {
    AssessmentSession session(small_plan(2), small_cases(2), "p-0123456789abcdef");
    for (int i = 0; i < 100 && !session.submitted(); ++i) {
        const Page& page = session.page();
        const bool decides = page.kind == PageKind::scene && !session.players().empty();
        if (!whole && decides) {
            session.apply(doing(Input::Kind::skip_scene));
            break;
        }
        session.apply(page.choices.empty() ? doing(Input::Kind::go_on) : choosing(page.choices.front().id));
    }
    const AssessmentResult result = assessment_result(session.plan(), session.players(), *small_cases(1).front().rules);
    return assessment_report_json(session.plan(), session.learner(), session.players(), result).pretty();
}

std::string decision() {
    return decision_file({std::string(64, 'a'),
                          "s-0123456789abcdef",
                          "p-0123456789abcdef",
                          {std::string(64, 'b')},
                          "review",
                          {"2026-11-23", "kim", "met", "Seen and agreed."},
                          "0.1.0"});
}

Tree tree_of(const nlohmann::json& json) {
    Tree tree;
    if (json.is_null()) return tree;
    tree.kind = json.is_object() ? Tree::Kind::mapping : json.is_array() ? Tree::Kind::list : Tree::Kind::scalar;
    tree.quoted = json.is_string();
    if (tree.kind == Tree::Kind::scalar) tree.text = tree.quoted ? json.get<std::string>() : json.dump();
    if (json.is_array())
        for (const nlohmann::json& item : json) tree.items.push_back(tree_of(item));
    if (json.is_object())
        for (const auto& [key, member] : json.items()) tree.entries.push_back({key, {}, tree_of(member)});
    return tree;
}

}  // namespace

Tree tree_of(const DocumentSample& sample) { return tree_of(nlohmann::json::parse(sample.text)); }

std::vector<DocumentSample> document_samples() {
    return {{"two-doors-bba.json", report_of(two_doors, "bba"), 11},
            {"three-letters.json", report_of(three_letters, "cabbbbbacacd"), 499},
            {"left-early.json", left_early(), 17},
            {"cohort.json", figures(), 3},
            {"findings.json", findings(), 1},
            {"changed.json", changed(), 3},
            {"jigsaw-report.json", picture(), 3},
            {"sitting.json", sitting(true), 7},
            {"sitting-left.json", sitting(false), 7},
            {"carried.json", results_file("aaa"), 1},
            {"assessor-decision.json", decision(), 1}};
}

}  // namespace ntk
