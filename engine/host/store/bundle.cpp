#include "engine/host/store/bundle.h"

#include <algorithm>

#include "engine/host/store/random_id.h"
#include "engine/host/store/sealed_review.h"
#include "engine/report/assessment_shapes.h"
#include "engine/text/fields.h"
#include "engine/text/json_reader.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

constexpr std::int64_t last_day = 2'900'000;  // in the year 9909
constexpr std::size_t most_lines = 2'000;
constexpr std::size_t most_reviews = 100;
const std::vector<std::string> decisions = {"met", "not_yet", "refer", "void", "note"};

Json list_of(const std::string& log) {
    Json lines{Json::List{}};
    for (std::size_t from = 0; from < log.size();) {
        const std::size_t end = std::min(log.find('\n', from), log.size());
        lines.push_back(log.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

Json bundle_json(const StoredAssessment& assessment, const WholeSession& whole) {
    Json json;
    json["schema"] = "results/1";
    json["assessment"]["sha256"] = assessment.sha256;
    json["assessment"]["plan"] = assessment.plan;
    json["assessment"]["day"] = assessment.day;
    json["session"]["id"] = whole.session.id;
    json["session"]["learner"] = whole.session.learner;
    json["session"]["day"] = whole.session.day;
    json["session"]["submitted"] = whole.session.submitted;
    json["logs"] = Json::List{};
    for (const std::string& log : whole.logs) json["logs"].push_back(list_of(log));
    json["reviews"] = Json::List{};
    for (const StoredReview& review : whole.reviews) {
        Json one;
        one["day"] = review.day;
        one["assessor"] = review.assessor;
        one["decision"] = review.decision;
        one["reason"] = review.reason;
        if (!review.seal.empty()) {
            one["statement"] = review.statement;
            one["seal"] = review.seal;
        }
        json["reviews"].push_back(std::move(one));
    }
    return json;
}

class BundleReader {
  public:
    explicit BundleReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    std::optional<Bundle> read(const Tree& tree) {
        const Tree* schema = tree.find("schema");
        if (schema == nullptr || schema->text != "results/1") {
            refuse("E750", schema == nullptr ? tree.place : schema->place, "this is not a file of results",
                   "such files are made with 'needtoknow assess export' and say \"schema\": \"results/1\"");
            return std::nullopt;
        }
        const std::size_t before = diagnostics_.all().size();
        Bundle bundle;
        Fields root(tree, "the file of results", diagnostics_, carried_session_file());
        root.find("schema");
        const std::string digest = root.require_text("sha256");
        read_assessment(root, bundle);
        read_session(root, bundle.whole);
        bundle.whole.session.assessment = bundle.assessment.sha256;
        read_logs(root, bundle.whole);
        read_reviews(root, bundle.whole);
        root.finish();
        if (diagnostics_.all().size() != before) return std::nullopt;
        if (sha256(bundle_json(bundle.assessment, bundle.whole).canonical()) != digest) {
            refuse("E752", tree.find("sha256")->place, "this file of results was changed after it was written",
                   "export it again from the store it came from");
            return std::nullopt;
        }
        const int source = diagnostics_.add_source("the plan in the file", bundle.assessment.plan);
        const Tree plan_tree = read_json(bundle.assessment.plan, source, diagnostics_);
        if (diagnostics_.all().size() != before) return std::nullopt;
        auto plan = read_assessment_plan(plan_tree, diagnostics_);
        if (!plan) return std::nullopt;
        if (plan_text(*plan) != bundle.assessment.plan || sha256(bundle.assessment.plan) != bundle.assessment.sha256) {
            refuse("E753", tree.find("assessment")->place, "the plan is not the one its digest names",
                   "export the file again from the store it came from");
            return std::nullopt;
        }
        bundle.plan = std::move(*plan);
        return bundle;
    }

  private:
    // Such a file is one long line that nobody mends by hand: it is refused as a whole.
    void refuse(std::string_view code, Place place, std::string message, std::string hint) {
        diagnostics_.report(code, {place.source, 0, 0}, std::move(message), std::move(hint));
    }

    std::int64_t day(Fields& fields) {
        fields.require("day");
        return fields.number("day", 0, 0, last_day);
    }

    void read_assessment(Fields& root, Bundle& bundle) {
        const Tree* tree = root.require("assessment");
        if (tree == nullptr) return;
        Fields fields(*tree, "the assessment", diagnostics_, carried_assessment_fields());
        bundle.assessment.sha256 = fields.require_text("sha256");
        bundle.assessment.plan = fields.require_text("plan");
        bundle.assessment.day = day(fields);
        fields.finish();
    }

    void read_session(Fields& root, WholeSession& whole) {
        const Tree* tree = root.require("session");
        if (tree == nullptr) return;
        Fields fields(*tree, "the session", diagnostics_, carried_session_fields());
        whole.session.id = fields.require_text("id");
        whole.session.learner = fields.require_text("learner");
        whole.session.day = day(fields);
        fields.require("submitted");
        whole.session.submitted = fields.flag("submitted", false);
        fields.finish();
        if (!is_random_id(whole.session.id, "s-") && tree->find("id") != nullptr)
            refuse("E753", tree->find("id")->place, "'" + whole.session.id + "' names no session",
                   "sessions are named \"s-\" and 32 digits from 0 to 9 and a to f");
        if (!is_random_id(whole.session.learner, "p-") && tree->find("learner") != nullptr)
            refuse("E732", tree->find("learner")->place, "the learner of a session has a pseudonym, no name",
                   "write \"p-\" and 16 to 64 digits from 0 to 9 and a to f, and keep the list of people elsewhere");
    }

    void read_logs(Fields& root, WholeSession& whole) {
        root.require("logs");
        for (const Tree* item : root.list("logs")) {
            std::string log;
            std::size_t lines = 0;
            if (item->kind != Tree::Kind::list) {
                refuse("E753", item->place, "a log is a list of lines", "export the file again");
                continue;
            }
            for (const Tree& line : item->items) {
                const auto text = read_text(line, "a line of a log", diagnostics_);
                if (!text) continue;
                if (text->find('\n') != std::string::npos || ++lines > most_lines)
                    refuse("E753", line.place, "no log has such a line", "export the file again");
                log += *text + "\n";
            }
            whole.logs.push_back(std::move(log));
        }
    }

    void read_reviews(Fields& root, WholeSession& whole) {
        const Tree* tree = root.require("reviews");
        for (const Tree* item : root.list("reviews")) {
            Fields fields(*item, "a decision of an assessor", diagnostics_, carried_review_fields());
            StoredReview review;
            review.day = day(fields);
            review.assessor = fields.require_text("assessor");
            review.decision = fields.require_text("decision");
            review.reason = fields.require_text("reason");
            review.statement = fields.text("statement");
            review.seal = fields.text("seal");
            fields.finish();
            const bool sealed = !review.statement.empty() || !review.seal.empty();
            if (sealed && !seal_fits(whole.session, review))
                refuse("E753", item->place, "the seal of a decision was made for something else",
                       "export the file again from the store it came from");
            if (const Tree* decision = item->find("decision"))
                read_choice(*decision, "decision", decisions, diagnostics_);
            whole.reviews.push_back(std::move(review));
        }
        if (tree != nullptr && whole.reviews.size() > most_reviews)
            refuse("E753", tree->place, "there are more than 100 decisions of assessors", "export the file again");
    }

    Diagnostics& diagnostics_;
};

}  // namespace

std::string bundle_text(const StoredAssessment& assessment, const WholeSession& whole) {
    Json json = bundle_json(assessment, whole);
    const std::string digest = sha256(json.canonical());
    json["sha256"] = digest;
    return json.canonical() + "\n";
}

std::optional<Bundle> read_bundle(const Tree& tree, Diagnostics& diagnostics) {
    return BundleReader(diagnostics).read(tree);
}

std::optional<Gathered> gather(ResultStore& store, const Bundle& bundle, PinnedShelf& shelf, Diagnostics& diagnostics,
                               Problem& problem) {
    auto cases = open_cases(bundle.plan, shelf, diagnostics);
    if (!cases) return std::nullopt;
    SessionProgress progress;
    progress.logs = bundle.whole.logs;
    progress.submitted = bundle.whole.session.submitted;
    const auto session =
        AssessmentSession::resume(bundle.plan, std::move(*cases), bundle.whole.session.learner, progress, diagnostics);
    if (!session) return std::nullopt;
    const HandedIn parts = bundle.whole.session.submitted ? handed_in(*session) : HandedIn();
    std::string refused;
    const auto gathered = store.gather(bundle.assessment, bundle.whole, parts.reports, parts.results, refused);
    if (!gathered) {
        problem = gathered.error();
        return std::nullopt;
    }
    if (!refused.empty()) {
        diagnostics.report("E751", {diagnostics.add_source(bundle.whole.session.id, {}), 0, 0}, refused,
                           "both may be looked at by hand: keep the file, and export the one in the store");
        return std::nullopt;
    }
    return *gathered;
}

}  // namespace ntk
