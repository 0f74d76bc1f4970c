#include "engine/play/attempt.h"
#include "engine/play/version.h"
#include "engine/report/html.h"
#include "engine/report/report.h"
#include "engine/rules/score.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : "\n") + one;
    return text;
}

void add_scores(HtmlPage& page, const std::string& caption, const std::string& column,
                const std::vector<ScoreLine>& scores) {
    if (scores.empty()) return;
    std::vector<std::vector<std::string>> rows;
    for (const ScoreLine& score : scores)
        rows.push_back({score.label, score.score, std::to_string(score.opportunities)});
    page.table(caption, {column, "Score", "Chances"}, rows);
}

void add_decision(HtmlPage& page, std::size_t number, const DecisionView& decision) {
    page.heading(3, std::to_string(number) + ". " + decision.title + " (" + decision.when + ")");
    page.paragraph("Chosen: " + decision.chosen);
    if (decision.verdicts.empty()) {
        page.paragraph("No rule turned on this choice.");
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const VerdictView& verdict : decision.verdicts) {
        std::string word = verdict.word;
        if (!verdict.credit.empty()) word += " (" + verdict.credit + ")";
        if (verdict.critical) word += "\nCritical";
        std::string why = verdict.because;
        if (!verdict.facts.empty()) why += "\nKnown: " + verdict.facts.front();
        for (std::size_t i = 1; i < verdict.facts.size(); ++i) why += "; " + verdict.facts[i];
        for (const std::string& excuse : verdict.excuses) why += "\n" + excuse;
        if (!verdict.better.empty()) why += "\nWould have kept it: " + verdict.better;
        rows.push_back({verdict.norm + "\n" + verdict.title, word, why, lines(verdict.citations)});
    }
    page.table("Verdicts at " + decision.title, {"Rule", "Verdict", "Why", "Source"}, rows, "wide");
}

void add_versions(HtmlPage& page, const Player& player) {
    const Attempt& attempt = player.attempt();
    const Scenario& scenario = attempt.scenario();
    std::vector<std::vector<std::string>> rows = {{"Case", scenario.id + " " + scenario.version},
                                                  {"Digest of the case", scenario.sha256}};
    for (const PackId& pack : attempt.rules().stack()) rows.push_back({"Rule pack", pack.id + " " + pack.version});
    rows.push_back({"Rules as of", attempt.rules().as_of()});
    rows.push_back({"Digest of the rules", attempt.rules().sha256()});
    rows.push_back({"Engine", std::string(engine_version)});
    rows.push_back({"Digest of the decision log", sha256(player.log())});
    page.table("What this result was made with", {"Part", "Version or digest"}, rows, "digests");
}

}  // namespace

std::string report_html(const Player& player, const std::string& learner, const std::string& reflection) {
    const Page& shown = player.page();
    const DebriefView& view = shown.debrief;
    const bool assessment = player.mode() == Mode::assessment;
    HtmlPage page("Report: " + shown.case_title, page_style);
    page.heading(1, "Report: " + shown.case_title);
    page.paragraph("For review by an assessor. No decision about a person should rest on this report alone.", "note");
    if (!learner.empty()) page.paragraph("Learner: " + learner);
    page.paragraph(assessment ? "Taken as an assessment." : "Taken as practice.");

    page.heading(2, "Summary");
    page.paragraph(view.summary, "lead");
    if (!view.ending_title.empty()) page.paragraph("How it ended: " + view.ending_title + ". " + view.ending_text);
    page.paragraph(view.childs_week.empty() ? "" : "The child's week: " + view.childs_week);
    if (!view.criticals.empty()) {
        page.heading(3, "Steps that put somebody at risk");
        page.list(view.criticals);
    }

    if (player.score_card() != nullptr) {
        page.heading(2, "Scores");
        page.paragraph(
            "A score is the share of what the situations met could earn. Under three chances there is not enough "
            "evidence for one. Overall: " +
            view.overall.score + ".");
        add_scores(page, "Three strands", "Strand", view.strands);
        add_scores(page, "Seven golden rules", "Rule", view.rules);
        add_scores(page, "Key points", "Point", view.points);
        page.heading(2, "Sharing balance");
        page.paragraph(view.balance);
    }

    page.heading(2, "Decisions");
    std::size_t number = 0;
    for (const DecisionView& decision : view.decisions) add_decision(page, ++number, decision);
    if (!view.childs_days.empty()) {
        page.heading(2, "The child's days");
        std::vector<std::string> days;
        for (const EventView& day : view.childs_days) days.push_back(day.when + ": " + day.text);
        page.list(days);
    }
    if (!view.questions.empty()) {
        page.heading(2, "Questions for reflection");
        page.list(view.questions);
    }

    if (!reflection.empty()) {
        page.heading(2, "What the learner wrote");
        page.paragraph(reflection);
    }

    page.heading(2, "If you think this is wrong");
    page.paragraph(
        "Every verdict above names the facts it rests on, the exceptions that were tried and its source. If a fact was "
        "read wrongly, if an exception should have applied, or if local guidance says otherwise, tell your assessor "
        "which decision and which rule you mean, and why. A person must look at it again. Where practitioners are "
        "divided nothing is scored.");
    page.heading(2, "Versions and digests");
    page.paragraph(
        "The same choices with the same versions always give the same result, so that it can be checked again.");
    add_versions(page, player);
    return page.finish();
}

}  // namespace ntk
