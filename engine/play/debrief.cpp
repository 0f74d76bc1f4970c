#include <utility>

#include "engine/play/map.h"
#include "engine/play/pages.h"
#include "engine/play/version.h"
#include "engine/play/views.h"
#include "engine/play/words.h"

namespace ntk {

namespace {

std::string chances(int count) { return std::to_string(count) + (count == 1 ? " chance" : " chances"); }

ScoreLine score_line(const ScopeScore& scope) {
    ScoreLine line;
    line.id = scope.id;
    line.label = scope.label;
    line.opportunities = scope.tally.opportunities;
    if (!scope.enough || scope.tally.percent() < 0) {
        line.score = scope.tally.opportunities == 0 ? "not tested" : "not enough evidence";
        return line;
    }
    line.percent = scope.tally.percent();
    line.score = std::to_string(line.percent) + "%";
    return line;
}

std::vector<ScoreLine> score_lines(const std::vector<ScopeScore>& scopes) {
    std::vector<ScoreLine> lines;
    for (const ScopeScore& scope : scopes) lines.push_back(score_line(scope));
    return lines;
}

std::string balance_words(const Balance& balance) {
    const std::string figures = std::to_string(balance.hits) + " of " + std::to_string(balance.duties) +
                                " duties to pass something on were met in time; at " +
                                std::to_string(balance.false_alarms) + " of " + std::to_string(balance.restraints) +
                                " chances to hold back, something that was not needed was sent.";
    if (!balance.enough) return "Not enough evidence to say which way you lean: " + figures;
    return balance.words() + " " + sentence(figures);
}

std::string summary_words(const ScoreCard& card, Mode mode) {
    std::string text = card.overall.percent() < 0 ? "This way through the case tested nothing that could be scored."
                                                  : "You earned " + std::to_string(card.overall.percent()) +
                                                        "% of what the situations you met could earn, from " +
                                                        chances(card.overall.opportunities) + ".";
    if (card.skips.skipped > 0) {
        const std::string some = "You skipped " + std::to_string(card.skips.skipped) + " of " +
                                 std::to_string(card.skips.decisions) + " decisions";
        if (card.skips.too_many())
            text = some + ", so there is not enough evidence for a score.";
        else
            text += " " + some + "; nothing was judged there.";
    }
    if (!card.criticals.empty())
        text += card.criticals.size() == 1 ? " One step put a child or somebody else at risk; see below."
                                           : " " + std::to_string(card.criticals.size()) +
                                                 " steps put a child or somebody else at risk; see below.";
    if (mode == Mode::practice) return text + " This was practice: there is no pass mark.";
    return text + " " + card.outcome_words + " For review by an assessor.";
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
        view.chosen = "Skipped by choice. A colleague took this step: " + view.chosen;
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
            text += ", at: " + node->title;
    return text + ". " + verdict.text;
}

// All that both kinds of debrief share.
Page told_page(const Attempt& attempt, Mode mode, const std::vector<OtherWays>& ways) {
    const Scenario& scenario = attempt.scenario();
    Page page;
    page.kind = PageKind::debrief;
    page.id = "debrief";
    page.case_title = scenario.title;
    page.title = "Looking back";
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

std::string versions_words(const Attempt& attempt) {
    const Scenario& scenario = attempt.scenario();
    std::vector<std::string> packs;
    for (const PackId& pack : attempt.rules().stack()) packs.push_back(pack.id + " " + pack.version);
    std::string text = "Case " + scenario.id + " " + scenario.version + "; rules " + listed(packs);
    if (!attempt.rules().as_of().empty()) text += " as of " + attempt.rules().as_of();
    return text + "; engine " + std::string(engine_version) + ".";
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
    view.overall.label = "Overall";
    view.overall.opportunities = card.overall.opportunities;
    view.overall.percent = card.skips.too_many() ? -1 : card.overall.percent();
    view.overall.score = card.skips.too_many()      ? "not enough evidence"
                         : view.overall.percent < 0 ? "not tested"
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
        "You went to the debrief before the end, so nothing is scored. What was judged up to then is below.";
    page.debrief.overall = {"overall", "Overall", "not scored", -1, 0};
    return page;
}

}  // namespace ntk
