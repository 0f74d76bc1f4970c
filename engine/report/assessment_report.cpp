#include "engine/report/assessment_report.h"

#include "engine/play/again_as_written.h"
#include "engine/play/attempt.h"
#include "engine/play/log.h"
#include "engine/play/pages.h"
#include "engine/play/views.h"
#include "engine/report/assessment_shapes.h"
#include "engine/report/report_words.h"
#include "engine/text/json_table.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

std::string percent(const Tally& tally) {
    return tally.percent() < 0 ? "not tested"_en : std::to_string(tally.percent()) + "%";
}

// What one case came to, in words.
std::string case_words(const std::vector<Player>& players, std::size_t at) {
    if (at >= players.size()) return "not begun"_en;
    const ScoreCard* card = players[at].score_card();
    return card == nullptr ? "left before the end, not scored"_en : percent(card->overall);
}

// "12 (2 skipped by choice)": how many decisions were made.
std::string decisions_of(const Player& player) {
    const std::string made = std::to_string(player.attempt().decisions().size());
    const int skipped = player.attempt().judge().skipped_count();
    if (skipped == 0) return made;
    return fill(
        number_of<"{made} ({n} skipped by choice) | {made} ({n} skipped by choice)">(static_cast<std::size_t>(skipped)),
        {{"made", made}});
}

// "80%, 12 decisions (2 skipped by choice)"
std::string scored_words(const Player& player, const ScoreCard& card) {
    const std::size_t made = player.attempt().decisions().size();
    const int skipped = player.attempt().judge().skipped_count();
    const std::string text =
        skipped == 0 ? number_of<"{score}, {n} decision | {score}, {n} decisions">(made)
                     : number_of<
                           "{score}, {n} decision ({skipped} skipped by choice) | {score}, {n} decisions ({skipped} "
                           "skipped by choice)">(made);
    return fill(text, {{"score", percent(card.overall)}, {"skipped", std::to_string(skipped)}});
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
    const std::string& title = attempt.scenario().title;
    const auto at = static_cast<std::size_t>(critical.decided);
    if (critical.decided < 0 || at >= attempt.decisions().size())
        return title + ": " + critical.norm + ". " + critical.text;
    return fill("{case}, decision {n} ({scene}): {rule}. {because}"_en,
                {{"case", title},
                 {"n", std::to_string(at + 1)},
                 {"scene", attempt.scenario().node(attempt.decisions()[at].node)->title},
                 {"rule", critical.norm},
                 {"because", critical.text}});
}

Json whole_report(const AssessmentPlan& plan, const std::string& learner, const std::vector<Player>& players,
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

}  // namespace

Json assessment_report_json(const AssessmentPlan& plan, const std::string& learner, const std::vector<Player>& players,
                            const AssessmentResult& result) {
    const AsWritten data;
    std::vector<Player> again;
    for (const Player& player : players)
        if (auto one = again_as_written(player)) again.push_back(std::move(*one));
    if (again.empty() || again.size() < players.size()) return whole_report(plan, learner, players, result);
    return whole_report(plan, learner, again, assessment_result(plan, again, again.front().attempt().rules()));
}

std::string assessment_report_text(const AssessmentPlan& plan, const std::string& learner,
                                   const std::vector<Player>& players, const AssessmentResult& result) {
    std::string text = plan.title + " (" + plan.form + " " + plan.version + "), " + learner + "\n";
    text += fill("Proposal: {proposal}."_en, {{"proposal", proposal_words(result.proposal)}}) + "\n";
    for (const std::string& reason : result.reasons) text += "  " + reason + "\n";
    text += fill("Score: {score} of what was offered; the mark is {mark}%, and {least}% in each strand."_en,
                 {{"score", percent(result.card.overall)},
                  {"mark", std::to_string(plan.pass.cut_percent)},
                  {"least", std::to_string(plan.pass.strand_floor_percent)}}) +
            "\n";
    if (result.error_tenths >= 0)
        text += fill(result.error_given ? "Standard error of the score: {points} points, from the plan."_en
                                        : "Standard error of the score: {points} points, from these cases."_en,
                     {{"points", tenths(result.error_tenths)}}) +
                "\n";
    for (const ScopeScore& strand : result.card.strands)
        text += "  " + strand.label + ": " + percent(strand.tally) + "\n";
    text += "Cases:"_en + "\n";
    for (std::size_t i = 0; i < plan.cases.size(); ++i) {
        text += "  " + std::to_string(i + 1) + ". " + plan.cases[i].title + ": ";
        const ScoreCard* card = i < players.size() ? players[i].score_card() : nullptr;
        text += (card == nullptr ? case_words(players, i) : scored_words(players[i], *card)) + "\n";
    }
    each_critical(players, [&](const Attempt& attempt, const Verdict& critical) {
        text += fill("Critical: {what}"_en, {{"what", critical_words(attempt, critical)}}) + "\n";
    });
    return text;
}

ReportDocument assessment_document(const AssessmentPlan& plan, const std::string& learner,
                                   const std::vector<Player>& players, const AssessmentResult& result,
                                   const std::vector<AssessorDecision>& decisions) {
    ReportDocument document(plan.title + " " + plan.version + ", " + learner);
    document.heading(1, document.title());
    document.paragraph(fill("Proposal: {proposal}."_en, {{"proposal", proposal_words(result.proposal)}}),
                       ReportDocument::Tone::lead);
    document.paragraph("This is a proposal. No decision is made by the program; people decide."_en);
    document.list(result.reasons);
    document.heading(2, "What assessors have decided"_en);
    std::vector<std::vector<std::string>> rows;
    for (const AssessorDecision& one : decisions) rows.push_back({one.day, one.assessor, one.decision, one.reason});
    if (rows.empty())
        document.paragraph("Nobody has decided yet."_en);
    else
        document.table("Decisions, the oldest first; each stands beside the proposal"_en,
                       {"Day"_en, "Assessor"_en, "Decision"_en, "Reason"_en}, std::move(rows));
    document.heading(2, "Scores"_en);
    std::string mark = fill(
        "The mark is {mark}%, and {least}% in each strand."_en,
        {{"mark", std::to_string(plan.pass.cut_percent)}, {"least", std::to_string(plan.pass.strand_floor_percent)}});
    if (result.error_tenths >= 0)
        mark +=
            " " + fill(result.error_given ? "The standard error of the score is {points} points, from the plan."_en
                                          : "The standard error of the score is {points} points, from these cases."_en,
                       {{"points", tenths(result.error_tenths)}});
    document.paragraph(mark);
    document.table(
        "What all cases came to together"_en, {"Part"_en, "Score"_en, "Chances"_en},
        score_rows({{"Overall"_en, percent(result.card.overall), std::to_string(result.card.overall.opportunities)}},
                   result.card.strands));
    document.table("Seven golden rules"_en, {"Rule"_en, "Score"_en, "Chances"_en}, score_rows({}, result.card.rules));
    document.table("Key points"_en, {"Point"_en, "Score"_en, "Chances"_en}, score_rows({}, result.card.points));
    document.paragraph(fill("Sharing balance: {balance}"_en, {{"balance", balance_words(result.card.balance)}}));
    rows.clear();
    for (std::size_t i = 0; i < plan.cases.size(); ++i)
        rows.push_back(
            {plan.cases[i].title, case_words(players, i), i < players.size() ? decisions_of(players[i]) : "0"});
    document.table("What each case came to"_en, {"Case"_en, "Score"_en, "Decisions"_en}, std::move(rows));
    if (!result.card.criticals.empty()) {
        document.heading(2, "Critical: no score makes up for these"_en);
        std::vector<std::string> criticals;
        each_critical(players, [&](const Attempt& attempt, const Verdict& critical) {
            criticals.push_back(critical_words(attempt, critical));
        });
        document.list(criticals);
    }
    document.heading(2, "If you think this is wrong"_en);
    document.paragraph(contest_words());
    if (!plan.contact.empty()) document.paragraph(fill("Whom to ask: {contact}"_en, {{"contact", plan.contact}}));
    document.heading(2, "Versions and digests"_en);
    document.paragraph("The report on each case has every decision with its verdicts, reasons and sources."_en);
    rows = {{"Form"_en, plan.form + " " + plan.version}, {"The assessment as it was set"_en, sha256(plan_text(plan))}};
    for (const PackId& pack : plan.packs) rows.push_back({"Rule pack"_en, pack.id + " " + pack.version});
    rows.push_back({"Rules as of"_en, plan.as_of});
    rows.push_back({"Digest of the rules"_en, plan.rules_sha256});
    rows.push_back({"Engine"_en, plan.engine});
    for (const PlannedCase& one : plan.cases)
        rows.push_back({"Case"_en, one.id + " " + one.version + "\n" + one.sha256});
    for (std::size_t i = 0; i < players.size(); ++i)
        rows.push_back({fill("Decision log: {case}"_en, {{"case", plan.cases[i].title}}), sha256(players[i].log())});
    document.table("What this result was made with"_en, {"Part"_en, "Version or digest (SHA-256)"_en}, std::move(rows),
                   TableShape::digests);
    return document;
}

}  // namespace ntk
