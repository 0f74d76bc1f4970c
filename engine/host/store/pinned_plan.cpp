#include "engine/host/store/pinned_plan.h"

#include <algorithm>
#include <ctime>

#include "engine/play/attempt.h"
#include "engine/play/version.h"
#include "engine/report/assessment_report.h"
#include "engine/report/report.h"
#include "engine/report/report_reader.h"
#include "engine/report/sealed_report.h"
#include "engine/text/json_reader.h"
#include "engine/text/sha256.h"

namespace ntk {

std::optional<std::vector<AssessmentCase>> open_cases(const AssessmentPlan& plan, PinnedShelf& shelf,
                                                      Diagnostics& diagnostics) {
    const int source = diagnostics.add_source("the assessment " + plan.form + " " + plan.version, {});
    std::vector<AssessmentCase> cases;
    bool good = plan.engine == engine_version;
    if (!good)
        diagnostics.report(
            "E754", {source, 0, 0},
            "it was set with engine " + plan.engine + ", and this is engine " + std::string(engine_version),
            "use that version of the program; another may judge differently");
    for (const PlannedCase& planned : plan.cases) {
        const Origin origin{plan.engine, planned.id, planned.version,  planned.sha256,
                            plan.packs,  plan.as_of, plan.rules_sha256};
        const PinnedCase found = shelf.open(origin, source, diagnostics);
        if (!found) return std::nullopt;
        if (found.scenario->sha256 != planned.sha256) {
            diagnostics.report("E754", {source, 0, 0},
                               "the case '" + planned.id + "' is not the one it was set with (version " +
                                   planned.version + "; here is version " + found.scenario->version + ")",
                               "use the version of the program that it was set with, or set the assessment anew");
            good = false;
        }
        cases.push_back({found.scenario, found.rules});
    }
    if (!good) return std::nullopt;
    return cases;
}

std::optional<AssessmentPlan> plan_of(const StoredAssessment& stored, Diagnostics& diagnostics) {
    const int source = diagnostics.add_source("the plan " + stored.sha256.substr(0, 12), stored.plan);
    if (sha256(stored.plan) != stored.sha256) {
        diagnostics.report("E742", {source, 0, 0}, "the plan of this assessment is not the one its digest names",
                           "somebody has changed it by hand; take the last backup with 'needtoknow assess restore'");
        return std::nullopt;
    }
    const Tree tree = read_json(stored.plan, source, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    return read_assessment_plan(tree, diagnostics);
}

StoredAssessment stored_assessment(const AssessmentPlan& plan) {
    StoredAssessment stored;
    stored.plan = plan_text(plan);
    stored.sha256 = sha256(stored.plan);
    stored.day = today_in_days();
    return stored;
}

HandedIn handed_in(const AssessmentSession& session) {
    HandedIn parts;
    int position = 0;
    for (const Player& player : session.players()) {
        if (const ScoreCard* card = player.score_card()) {
            const Json report = report_json(player, session.learner());
            parts.reports.push_back({position, sha256(report.pretty() + "\n"), {}});
            const std::string text = report.canonical();
            Diagnostics diagnostics;
            const Tree tree = read_json(text, diagnostics.add_source("report", text), diagnostics);
            if (auto result = read_report(tree, diagnostics)) {
                StoredResult stored{std::move(*result), {}};
                for (const Verdict& verdict : card->verdicts)
                    ++stored.rules[{verdict.norm, static_cast<int>(verdict.state)}];
                parts.results.push_back(std::move(stored));
            }
        }
        ++position;
    }
    if (!session.players().empty()) {
        const RuleBook& rules = session.players().front().attempt().rules();
        const AssessmentResult result = assessment_result(session.plan(), session.players(), rules);
        std::string text =
            assessment_report_json(session.plan(), session.learner(), session.players(), result).canonical();
        std::string digest = sha256(text);
        parts.reports.push_back({-1, std::move(digest), std::move(text)});
    }
    return parts;
}

SessionProgress progress_of(const StoredSession& stored, std::vector<std::string> logs) {
    SessionProgress progress;
    progress.logs = std::move(logs);
    progress.submitted = stored.submitted;
    progress.spent_seconds = std::max(0, stored.spent_seconds);
    progress.extensions = std::clamp(stored.extensions, 0, 10'000);
    progress.allowance = stored.allowance == 0   ? TimeAllowance::off
                         : stored.allowance == 2 ? TimeAllowance::tenfold
                                                 : TimeAllowance::usual;
    return progress;
}

std::int64_t today_in_days() { return static_cast<std::int64_t>(std::time(nullptr)) / 86'400; }

std::string day_text(std::int64_t days) {
    const std::time_t moment = static_cast<std::time_t>(days) * 86'400;
    std::tm parts{};
    char text[16];
    if (days < 0 || days > 2'900'000 || ::gmtime_r(&moment, &parts) == nullptr) return "no day";
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%d", &parts));
}

}  // namespace ntk
