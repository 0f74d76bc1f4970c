#include <algorithm>
#include <map>

#include "engine/play/attempt.h"
#include "engine/play/version.h"
#include "engine/play/views.h"
#include "engine/report/cited_sources.h"
#include "engine/report/confidence.h"
#include "engine/report/report.h"
#include "engine/report/report_words.h"
#include "engine/rules/score.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string joined(const std::vector<std::string>& all, std::string_view between) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? std::string() : std::string(between)) + one;
    return text;
}

std::string rule_words(const std::string& norm, const std::string& title, const std::vector<std::string>& headings) {
    return norm + "\n" + title + (headings.empty() ? "" : "\n" + joined(headings, "; "));
}

void add_scores(ReportDocument& report, const std::string& caption, const std::string& column,
                const std::vector<ScoreLine>& scores) {
    if (scores.empty()) return;
    Rows rows;
    for (const ScoreLine& score : scores)
        rows.push_back({score.label, score.score, std::to_string(score.opportunities)});
    report.table(caption, {column, "Score"_en, "Chances"_en}, std::move(rows));
}

// Whether a verdict as told speaks for this one: several that say the same are told once.
bool tells(const VerdictView& told, const Verdict& verdict, const VerdictView& own) {
    return told.norm == verdict.norm && told.word == own.word && told.credit == own.credit &&
           told.because == own.because;
}

class DecisionWriter {
  public:
    DecisionWriter(ReportDocument& report, const Player& player)
        : report_(report), attempt_(player.attempt()), card_(player.score_card()) {}

    void add(std::size_t index, const DecisionView& decision) {
        const std::string number = std::to_string(index + 1);
        report_.heading(3, number + ". " + decision.title + " (" + decision.when + ")");
        if (decision.skipped) return report_.paragraph(skipped_by_choice());
        report_.paragraph(fill("Chosen: {what}"_en, {{"what", decision.chosen}}));
        if (const int sure = attempt_.decisions()[index].confidence; sure >= 0)
            report_.paragraph(fill("How sure the learner was: {n}%."_en, {{"n", std::to_string(sure)}}));
        const std::vector<Verdict> verdicts = attempt_.judge().verdicts_of(static_cast<int>(index));
        std::vector<VerdictView> views;
        for (const Verdict& verdict : verdicts) views.push_back(verdict_view(attempt_, verdict, true));
        Rows rows;
        for (const VerdictView& told : decision.verdicts) rows.push_back(row_of(told, verdicts, views));
        for (std::size_t i = 0; i < verdicts.size(); ++i)
            if (std::none_of(decision.verdicts.begin(), decision.verdicts.end(),
                             [&](const VerdictView& told) { return tells(told, verdicts[i], views[i]); }))
                others_[views[i].norm + "\n" + views[i].word + "\n" + views[i].because].add(views[i], number);
        if (rows.empty()) return report_.paragraph("No rule turned on this choice."_en);
        report_.table(fill("Verdicts at {scene}"_en, {{"scene", decision.title}}),
                      {"Rule"_en, "Verdict"_en, "Why"_en, "Source"_en}, std::move(rows), TableShape::wide);
    }

    // What the choices on offer could not have changed, so that no verdict is left unsaid.
    void add_others() {
        if (others_.empty()) return;
        report_.heading(2, "Rules that no choice on offer would have broken"_en);
        report_.paragraph("They bound the learner all the same. The numbers are those of the decisions above."_en);
        Rows rows;
        for (const auto& [key, other] : others_)
            rows.push_back(
                {rule_words(other.first.norm, other.first.title, other.first.headings),
                 other.first.word + "\n" + fill("At {decisions}"_en, {{"decisions", joined(other.decisions, ", ")}}),
                 why(other.first,
                     other.decisions.size() > 1 ? "Known at the first of them: {facts}"_en : "Known: {facts}"_en),
                 sources_.cite(other.first.citations)});
        report_.table("The verdicts not told above"_en, {"Rule"_en, "Verdict"_en, "Why"_en, "Source"_en},
                      std::move(rows), TableShape::wide);
    }

    void add_sources() const {
        if (sources_.lines().empty()) return;
        report_.heading(2, "Sources"_en);
        report_.list(sources_.lines());
    }

  private:
    struct Others {
        VerdictView first;
        std::vector<std::string> decisions;
        void add(const VerdictView& view, const std::string& decision) {
            if (decisions.empty()) first = view;
            if (decisions.empty() || decisions.back() != decision) decisions.push_back(decision);
        }
    };

    static std::string why(const VerdictView& verdict, const std::string& known) {
        std::string text = verdict.because;
        if (!verdict.facts.empty()) text += "\n" + fill(known, {{"facts", joined(verdict.facts, "; ")}});
        for (const std::string& excuse : verdict.excuses) text += "\n" + excuse;
        if (!verdict.better.empty()) text += "\n" + fill("Would have kept it: {what}"_en, {{"what", verdict.better}});
        return text;
    }

    std::vector<std::string> row_of(const VerdictView& told, const std::vector<Verdict>& verdicts,
                                    const std::vector<VerdictView>& views) {
        std::string word = told.word;
        if (!told.credit.empty()) word += " (" + told.credit + ")";
        if (told.critical) word += "\n" + "Critical"_en;
        bool counts = false;
        for (std::size_t i = 0; i < verdicts.size(); ++i)
            counts = counts || (tells(told, verdicts[i], views[i]) && went_into_score(verdicts[i], card_));
        const bool could_count = told.state != "contested" && told.state != "pending" && told.state != "error";
        if (could_count && !counts) word += "\n" + "Not counted"_en;
        return {rule_words(told.norm, told.title, told.headings), word, why(told, "Known: {facts}"_en),
                sources_.cite(told.citations)};
    }

    ReportDocument& report_;
    const Attempt& attempt_;
    const ScoreCard* card_;
    std::map<std::string, Others> others_;
    CitedSources sources_;
};

void add_confidence(ReportDocument& report, const Player& player, const DebriefView& view) {
    const Confidence confidence = confidence_of(player.attempt(), *player.score_card());
    if (confidence.decisions.empty()) return;
    report.heading(2, "How sure, and how right"_en);
    report.paragraph(confidence.words());
    report.paragraph("It is for reflection and counts towards no score."_en);
    Rows rows;
    for (const SureDecision& one : confidence.decisions) {
        const auto index = static_cast<std::size_t>(one.decision);
        rows.push_back(
            {std::to_string(index + 1) + ". " + (index < view.decisions.size() ? view.decisions[index].title : ""),
             std::to_string(one.sure) + "%",
             one.share < 0 ? "nothing could be earned here"_en : std::to_string(one.share) + "%"});
    }
    report.table("Sureness beside results"_en, {"Decision"_en, "How sure"_en, "Earned of what could be"_en},
                 std::move(rows));
}

void add_versions(ReportDocument& report, const Player& player, const FormNamed& form) {
    const Attempt& attempt = player.attempt();
    const Scenario& scenario = attempt.scenario();
    Rows rows = {{"Case"_en, scenario.id + " " + scenario.version}, {"Digest of the case"_en, scenario.sha256}};
    if (!form.id.empty()) {
        rows.push_back({"Form"_en, form.id + " " + form.version + (form.title.empty() ? "" : ": " + form.title)});
        rows.push_back({"Digest of the form"_en, form.sha256});
    }
    for (const PackId& pack : attempt.rules().stack()) rows.push_back({"Rule pack"_en, pack.id + " " + pack.version});
    rows.push_back({"Rules as of"_en, attempt.rules().as_of()});
    rows.push_back({"Digest of the rules"_en, attempt.rules().sha256()});
    rows.push_back({"Engine"_en, std::string(engine_version)});
    rows.push_back({"Digest of the decision log"_en, sha256(player.log())});
    report.table("What this result was made with"_en, {"Part"_en, "Version or digest"_en}, std::move(rows),
                 TableShape::digests);
}

}  // namespace

ReportDocument report_document(const Player& player, const ReportAbout& about) {
    const Page& shown = player.page();
    const DebriefView& view = shown.debrief;
    ReportDocument report(fill("Report: {case}"_en, {{"case", shown.case_title}}));
    report.heading(1, report.title());
    report.paragraph("For review by an assessor. No decision about a person should rest on this report alone."_en,
                     ReportDocument::Tone::note);
    if (!about.learner.empty()) report.paragraph(fill("Learner: {pseudonym}"_en, {{"pseudonym", about.learner}}));
    report.paragraph(player.mode() == Mode::assessment ? "Taken as an assessment."_en : "Taken as practice."_en);

    report.heading(2, "Summary"_en);
    report.paragraph(view.summary, ReportDocument::Tone::lead);
    if (!view.ending_title.empty())
        report.paragraph(
            fill("How it ended: {title}. {text}"_en, {{"title", view.ending_title}, {"text", view.ending_text}}));
    if (!view.childs_week.empty()) report.paragraph(fill("The child's week: {week}"_en, {{"week", view.childs_week}}));
    if (!view.criticals.empty()) {
        report.heading(3, "Steps that put somebody at risk"_en);
        report.list(view.criticals);
    }

    if (player.score_card() != nullptr) {
        report.heading(2, "Scores"_en);
        report.paragraph(
            fill("A score is the share of what the situations met could earn. Under three chances there is not enough "
                 "evidence for one. Overall: {score}."_en,
                 {{"score", view.overall.score}}));
        add_scores(report, "Three strands"_en, "Strand"_en, view.strands);
        add_scores(report, "Seven golden rules"_en, "Rule"_en, view.rules);
        add_scores(report, "Key points"_en, "Point"_en, view.points);
        report.heading(2, "Sharing balance"_en);
        report.paragraph(view.balance);
        add_confidence(report, player, view);
    }

    report.heading(2, "Decisions"_en);
    DecisionWriter decisions(report, player);
    for (std::size_t i = 0; i < view.decisions.size(); ++i) decisions.add(i, view.decisions[i]);
    if (!view.childs_days.empty()) {
        report.heading(2, "The child's days"_en);
        std::vector<std::string> days;
        for (const EventView& day : view.childs_days) days.push_back(day.when + ": " + day.text);
        report.list(days);
    }
    if (!view.questions.empty()) {
        report.heading(2, "Questions for reflection"_en);
        report.list(view.questions);
    }
    if (!about.reflection.empty()) {
        report.heading(2, "What the learner wrote"_en);
        report.paragraph(about.reflection);
    }
    decisions.add_others();
    decisions.add_sources();

    report.heading(2, "If you think this is wrong"_en);
    report.paragraph(contest_words());
    report.heading(2, "Versions and digests"_en);
    report.paragraph(
        "The same choices with the same versions always give the same result, so that it can be checked again."_en);
    add_versions(report, player, about.form);
    return report;
}

std::string report_html(const Player& player, const ReportAbout& about) {
    return document_html(report_document(player, about));
}

std::string report_text(const Player& player, const ReportAbout& about) {
    return document_text(report_document(player, about));
}

}  // namespace ntk
