#include <utility>

#include "engine/play/map.h"
#include "engine/play/pages.h"
#include "engine/play/version.h"
#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

ScoreLine score_line(const ScopeScore& scope) {
    ScoreLine line;
    line.id = scope.id;
    line.label = scope.label;
    line.opportunities = scope.tally.opportunities;
    if (!scope.enough || scope.tally.percent() < 0) {
        line.score = scope.tally.opportunities == 0 ? "not tested"_en : "not enough evidence"_en;
        return line;
    }
    line.percent = scope.tally.percent();
    line.score = std::to_string(line.percent) + "%";
    return line;
}

std::string summary_words(const ScoreCard& card, Mode mode) {
    std::string text =
        card.overall.percent() < 0
            ? "This way through the case tested nothing that could be scored."_en
            : fill(number_of<"You earned {percent}% of what the situations you met could earn, from {n} chance. | "
                             "You earned {percent}% of what the situations you met could earn, from {n} chances.">(
                       static_cast<std::size_t>(card.overall.opportunities)),
                   {{"percent", std::to_string(card.overall.percent())}});
    if (card.skips.skipped > 0) {
        const std::string some = std::to_string(card.skips.skipped);
        const std::string all = std::to_string(card.skips.decisions);
        if (card.skips.too_many())
            text = fill("You skipped {some} of {all} decisions, so there is not enough evidence for a score."_en,
                        {{"some", some}, {"all", all}});
        else
            text += " " + fill("You skipped {some} of {all} decisions; nothing was judged there."_en,
                               {{"some", some}, {"all", all}});
    }
    if (!card.criticals.empty())
        text += " " + number_of<
                          "One step put a child or somebody else at risk; see below. | "
                          "{n} steps put a child or somebody else at risk; see below.">(card.criticals.size());
    if (mode == Mode::practice) return text + " " + "This was practice: there is no pass mark."_en;
    return text + " " + card.outcome_words + " " + "For review by an assessor."_en;
}

DecisionView decision_view(const Attempt& attempt, int index, const OtherWays& ways) {
    const Scenario& scenario = attempt.scenario();
    const DecisionMade& made = attempt.decisions()[static_cast<std::size_t>(index)];
    DecisionView view;
    view.node = made.node;
    if (const Node* node = scenario.node(made.node)) view.title = node->title;
    view.when = when_words(made.minutes);
    view.skipped = made.skipped;
    view.chosen = decision_words(scenario, made);
    if (made.skipped)
        view.chosen = fill("Skipped by choice. A colleague took this step: {step}"_en, {{"step", view.chosen}});
    else
        view.verdicts = telling_verdicts(attempt, index, ways);
    return view;
}

std::string critical_words(const Attempt& attempt, const Verdict& verdict) {
    const Norm* norm = attempt.rules().norm(verdict.norm);
    std::string text = norm == nullptr ? verdict.norm : norm->title + " (" + verdict.norm + ")";
    if (verdict.decided >= 0 && static_cast<std::size_t>(verdict.decided) < attempt.decisions().size())
        if (const Node* node =
                attempt.scenario().node(attempt.decisions()[static_cast<std::size_t>(verdict.decided)].node))
            text += fill(", at: {scene}"_en, {{"scene", node->title}});
    return text + ". " + verdict.text;
}

// All that both kinds of debrief share.
Page told_page(const Attempt& attempt, Mode mode, const std::vector<OtherWays>& ways) {
    const Scenario& scenario = attempt.scenario();
    Page page;
    page.kind = PageKind::debrief;
    page.id = "debrief";
    page.case_title = scenario.title;
    page.title = "Looking back"_en;
    page.when = when_words(attempt.minutes());
    page.step = static_cast<int>(attempt.decisions().size());
    page.steps = page.step;
    page.case_file = case_file_view(attempt);
    if (mode == Mode::practice) {
        page.actions.push_back("replay");
        if (!attempt.decisions().empty()) page.actions.push_back("back");
        page.actions.push_back("what_if");
    }
    DebriefView& view = page.debrief;
    for (std::size_t i = 0; i < attempt.decisions().size(); ++i)
        view.decisions.push_back(decision_view(attempt, static_cast<int>(i), ways[i]));
    for (const Visit& visit : attempt.visits())
        if (const Node* node = scenario.node(visit.node); node != nullptr && !node->childs_day.empty())
            view.childs_days.push_back({when_words(visit.minutes), node->childs_day});
    view.map = map_of(attempt);
    view.questions = scenario.questions;
    view.objectives = scenario.objectives;
    view.versions = versions_words(attempt);
    return page;
}

}  // namespace

std::vector<ScoreLine> score_lines(const std::vector<ScopeScore>& scopes) {
    std::vector<ScoreLine> lines;
    for (const ScopeScore& scope : scopes) lines.push_back(score_line(scope));
    return lines;
}

std::string balance_words(const Balance& balance) {
    const std::string figures = fill(
        "{met} of {duties} duties to pass something on were met in time; at {sent} of {chances} chances to hold "
        "back, something that was not needed was sent."_en,
        {{"met", std::to_string(balance.hits)},
         {"duties", std::to_string(balance.duties)},
         {"sent", std::to_string(balance.false_alarms)},
         {"chances", std::to_string(balance.restraints)}});
    if (!balance.enough)
        return fill("Not enough evidence to say which way you lean: {figures}"_en, {{"figures", figures}});
    return balance.words() + " " + sentence(figures);
}

std::string versions_words(const Attempt& attempt) {
    const Scenario& scenario = attempt.scenario();
    std::vector<std::string> packs;
    for (const PackId& pack : attempt.rules().stack()) packs.push_back(pack.id + " " + pack.version);
    const std::string& day = attempt.rules().as_of();
    return fill(day.empty() ? "Case {case}; rules {packs}; engine {engine}."_en
                            : "Case {case}; rules {packs} as of {day}; engine {engine}."_en,
                {{"case", scenario.id + " " + scenario.version},
                 {"packs", listed(packs)},
                 {"day", day},
                 {"engine", engine_version}});
}

Page debrief_page(const Attempt& attempt, Mode mode, const ScoreCard& card, const std::vector<OtherWays>& ways) {
    Page page = told_page(attempt, mode, ways);
    DebriefView& view = page.debrief;
    if (const Ending* ending = attempt.ending()) {
        view.ending_title = ending->title;
        view.ending_text = ending->text;
        view.childs_week = ending->childs_week;
    }
    view.summary = summary_words(card, mode);
    view.overall.id = "overall";
    view.overall.label = "Overall"_en;
    view.overall.opportunities = card.overall.opportunities;
    view.overall.percent = card.skips.too_many() ? -1 : card.overall.percent();
    view.overall.score = card.skips.too_many()      ? "not enough evidence"_en
                         : view.overall.percent < 0 ? "not tested"_en
                                                    : std::to_string(view.overall.percent) + "%";
    view.strands = score_lines(card.strands);
    view.rules = score_lines(card.rules);
    view.points = score_lines(card.points);
    view.balance = balance_words(card.balance);
    for (const Verdict& verdict : card.criticals) view.criticals.push_back(critical_words(attempt, verdict));
    return page;
}

Page early_debrief_page(const Attempt& attempt, Mode mode, const std::vector<OtherWays>& ways) {
    Page page = told_page(attempt, mode, ways);
    page.debrief.summary =
        "You went to the debrief before the end, so nothing is scored. What was judged up to then is below."_en;
    page.debrief.overall = {"overall", "Overall"_en, "not scored"_en, -1, 0};
    return page;
}

}  // namespace ntk
