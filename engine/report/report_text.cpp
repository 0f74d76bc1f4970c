#include "engine/report/report.h"
#include "engine/rules/score.h"

namespace ntk {

namespace {

void add_scores(std::string& out, const std::string& title, const std::vector<ScoreLine>& scores) {
    if (scores.empty()) return;
    out += title + "\n";
    for (const ScoreLine& score : scores)
        out += "  " + score.label + ": " + score.score + " (" + std::to_string(score.opportunities) +
               (score.opportunities == 1 ? " chance)\n" : " chances)\n");
}

void add_verdict(std::string& out, const VerdictView& verdict) {
    out += "   " + verdict.word + (verdict.credit.empty() ? "" : " (" + verdict.credit + ")") + ": " + verdict.norm +
           " " + verdict.title + (verdict.critical ? " [critical]" : "") + "\n";
    if (!verdict.because.empty()) out += "     " + verdict.because + "\n";
    if (!verdict.better.empty()) out += "     Would have kept it: " + verdict.better + "\n";
}

}  // namespace

std::string report_text(const Player& player) {
    const DebriefView& view = player.page().debrief;
    std::string out = player.page().case_title + ": report, for review by an assessor\n\n";
    if (!view.ending_title.empty()) out += "Ending: " + view.ending_title + "\n";
    out += view.summary + "\n";
    for (const std::string& critical : view.criticals) out += "At risk: " + critical + "\n";
    if (player.score_card() != nullptr) {
        out += "\n";
        add_scores(out, "Strands", view.strands);
        add_scores(out, "Rules", view.rules);
        add_scores(out, "Points", view.points);
        out += "Balance: " + view.balance + "\n";
    }
    out += "\nDecisions\n";
    std::size_t number = 0;
    for (const DecisionView& decision : view.decisions) {
        out += std::to_string(++number) + ". " + decision.title + " (" + decision.when + "): " + decision.chosen + "\n";
        for (const VerdictView& verdict : decision.verdicts) add_verdict(out, verdict);
    }
    out += "\n" + view.versions + "\n";
    return out;
}

}  // namespace ntk
