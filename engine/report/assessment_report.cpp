#include "engine/report/assessment_report.h"

#include "engine/play/attempt.h"
#include "engine/play/log.h"
#include "engine/play/pages.h"
#include "engine/play/views.h"
#include "engine/report/assessment_shapes.h"
#include "engine/report/report_words.h"
#include "engine/text/json_table.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

std::string percent(const Tally& tally) {
    return tally.percent() < 0 ? std::string("not tested") : std::to_string(tally.percent()) + "%";
}

// What one case came to, in words.
std::string case_words(const std::vector<Player>& players, std::size_t at) {
    if (at >= players.size()) return "not begun";
    const ScoreCard* card = players[at].score_card();
    return card == nullptr ? "left before the end, not scored" : percent(card->overall);
}

// " (2 skipped by choice)" behind a number of decisions; empty when there is nothing to say.
std::string skipped_of(const Player& player) {
    const int skipped = player.attempt().judge().skipped_count();
    return skipped == 0 ? std::string() : " (" + std::to_string(skipped) + " skipped by choice)";
}

std::string tenths(int value) { return std::to_string(value / 10) + "." + std::to_string(value % 10); }

// Rows of scores, after those there are already.
std::vector<std::vector<std::string>> score_rows(std::vector<std::vector<std::string>> rows,
                                                 const std::vector<ScopeScore>& scopes) {
    for (const ScoreLine& line : score_lines(scopes))
        rows.push_back({line.label, line.score, std::to_string(line.opportunities)});
    return rows;
}

// Gives `take` every critical breach with its case, case by case.
template <class F>
void each_critical(const std::vector<Player>& players, F take) {
    for (const Player& player : players)
        if (const ScoreCard* card = player.score_card())
            for (const Verdict& critical : card->criticals) take(player.attempt(), critical);
}

// Where it stands in the log, and what it was: an assessor looks it up.
std::string critical_words(const Attempt& attempt, const Verdict& critical) {
    std::string place = attempt.scenario().title;
    const auto at = static_cast<std::size_t>(critical.decided);
    if (critical.decided >= 0 && at < attempt.decisions().size())
        place += ", decision " + std::to_string(at + 1) + " (" +
                 attempt.scenario().node(attempt.decisions()[at].node)->title + ")";
    return place + ": " + critical.norm + ". " + critical.text;
}

}  // namespace

Json assessment_report_json(const AssessmentPlan& plan, const std::string& learner, const std::vector<Player>& players,
                            const AssessmentResult& result) {
    Json json;
    json["schema"] = "assessment-report/1";
    json["note"] = "A proposal for review by an assessor. No decision is made by this program.";
    json["learner"] = learner;
    json["assessment_sha256"] = sha256(plan_text(plan));
    json["plan"] = plan_json(plan);
    json["cases"] = Json::List{};
    for (std::size_t i = 0; i < players.size(); ++i) {
        Json one;
        one["id"] = plan.cases[i].id;
        one["decisions"] = static_cast<int>(players[i].attempt().decisions().size());
        if (const int skipped = players[i].attempt().judge().skipped_count(); skipped > 0) one["skipped"] = skipped;
        one["complete"] = players[i].score_card() != nullptr;
        one["log_sha256"] = sha256(players[i].log());
        if (const ScoreCard* card = players[i].score_card()) one["scores"] = scores_json(*card);
        json["cases"].push_back(std::move(one));
    }
    json["scored"] = result.scored;
    json["scores"] = scores_json(result.card);
    json["balance"] = balance_json(result.card.balance);
    json["error_tenths"] = result.error_tenths;
    json["error_from"] = result.error_given ? "the plan" : "this learner's cases";
    json["proposal"] = proposal_name(result.proposal);
    json["reasons"] = Json::List{};
    for (const std::string& reason : result.reasons) json["reasons"].push_back(reason);
    json["criticals"] = Json::List{};
    each_critical(players, [&](const Attempt& attempt, const Verdict& critical) {
        Json one;
        one["case"] = attempt.scenario().id;
        one["decision"] = critical.decided + 1;
        one["norm"] = critical.norm;
        one["state"] = state_name(critical.state);
        one["because"] = critical.text;
        json["criticals"].push_back(std::move(one));
    });
    return by_table(std::move(json), assessment_report_file());
}

std::string assessment_report_text(const AssessmentPlan& plan, const std::string& learner,
                                   const std::vector<Player>& players, const AssessmentResult& result) {
    std::string text = plan.title + " (" + plan.form + " " + plan.version + "), " + learner + "\n";
    text += "Proposal: " + proposal_words(result.proposal) + ".\n";
    for (const std::string& reason : result.reasons) text += "  " + reason + "\n";
    text += "Score: " + percent(result.card.overall) + " of what was offered; the mark is " +
            std::to_string(plan.pass.cut_percent) + "%, and " + std::to_string(plan.pass.strand_floor_percent) +
            "% in each strand.\n";
    if (result.error_tenths >= 0)
        text += "Standard error of the score: " + tenths(result.error_tenths) + " points, from " +
                (result.error_given ? "the plan" : "these cases") + ".\n";
    for (const ScopeScore& strand : result.card.strands)
        text += "  " + strand.label + ": " + percent(strand.tally) + "\n";
    text += "Cases:\n";
    for (std::size_t i = 0; i < plan.cases.size(); ++i) {
        text += "  " + std::to_string(i + 1) + ". " + plan.cases[i].title + ": ";
        if (i >= players.size())
            text += "not begun\n";
        else if (const ScoreCard* card = players[i].score_card())
            text += percent(card->overall) + ", " + std::to_string(players[i].attempt().decisions().size()) +
                    " decisions" + skipped_of(players[i]) + "\n";
        else
            text += "left before the end, not scored\n";
    }
    each_critical(players, [&](const Attempt& attempt, const Verdict& critical) {
        text += "Critical: " + critical_words(attempt, critical) + "\n";
    });
    return text;
}

ReportDocument assessment_document(const AssessmentPlan& plan, const std::string& learner,
                                   const std::vector<Player>& players, const AssessmentResult& result,
                                   const std::vector<AssessorDecision>& decisions) {
    ReportDocument document(plan.title + " " + plan.version + ", " + learner);
    document.heading(1, document.title());
    document.paragraph("Proposal: " + proposal_words(result.proposal) + ".", ReportDocument::Tone::lead);
    document.paragraph("This is a proposal. No decision is made by the program; people decide.");
    document.list(result.reasons);
    document.heading(2, "What assessors have decided");
    std::vector<std::vector<std::string>> rows;
    for (const AssessorDecision& one : decisions) rows.push_back({one.day, one.assessor, one.decision, one.reason});
    if (rows.empty())
        document.paragraph("Nobody has decided yet.");
    else
        document.table("Decisions, the oldest first; each stands beside the proposal",
                       {"Day", "Assessor", "Decision", "Reason"}, std::move(rows));
    document.heading(2, "Scores");
    document.paragraph("The mark is " + std::to_string(plan.pass.cut_percent) + "%, and " +
                       std::to_string(plan.pass.strand_floor_percent) + "% in each strand." +
                       (result.error_tenths < 0
                            ? std::string()
                            : " The standard error of the score is " + tenths(result.error_tenths) + " points, from " +
                                  (result.error_given ? "the plan." : "these cases.")));
    document.table(
        "What all cases came to together", {"Part", "Score", "Chances"},
        score_rows({{"Overall", percent(result.card.overall), std::to_string(result.card.overall.opportunities)}},
                   result.card.strands));
    document.table("Seven golden rules", {"Rule", "Score", "Chances"}, score_rows({}, result.card.rules));
    document.table("Key points", {"Point", "Score", "Chances"}, score_rows({}, result.card.points));
    document.paragraph("Sharing balance: " + balance_words(result.card.balance));
    rows.clear();
    for (std::size_t i = 0; i < plan.cases.size(); ++i)
        rows.push_back({plan.cases[i].title, case_words(players, i),
                        i < players.size()
                            ? std::to_string(players[i].attempt().decisions().size()) + skipped_of(players[i])
                            : "0"});
    document.table("What each case came to", {"Case", "Score", "Decisions"}, std::move(rows));
    if (!result.card.criticals.empty()) {
        document.heading(2, "Critical: no score makes up for these");
        std::vector<std::string> criticals;
        each_critical(players, [&](const Attempt& attempt, const Verdict& critical) {
            criticals.push_back(critical_words(attempt, critical));
        });
        document.list(criticals);
    }
    document.heading(2, "If you think this is wrong");
    document.paragraph(contest_words);
    if (!plan.contact.empty()) document.paragraph("Whom to ask: " + plan.contact);
    document.heading(2, "Versions and digests");
    document.paragraph("The report on each case has every decision with its verdicts, reasons and sources.");
    rows = {{"Form", plan.form + " " + plan.version}, {"The assessment as it was set", sha256(plan_text(plan))}};
    for (const PackId& pack : plan.packs) rows.push_back({"Rule pack", pack.id + " " + pack.version});
    rows.push_back({"Rules as of", plan.as_of});
    rows.push_back({"Digest of the rules", plan.rules_sha256});
    rows.push_back({"Engine", plan.engine});
    for (const PlannedCase& one : plan.cases) rows.push_back({"Case", one.id + " " + one.version + "\n" + one.sha256});
    for (std::size_t i = 0; i < players.size(); ++i)
        rows.push_back({"Decision log: " + plan.cases[i].title, sha256(players[i].log())});
    document.table("What this result was made with", {"Part", "Version or digest (SHA-256)"}, std::move(rows),
                   TableShape::digests);
    return document;
}

}  // namespace ntk
